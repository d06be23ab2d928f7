"""What an initializer says of shape and dtype, and what is refused."""
import tensorflow as tf
from errors import attempt


def get(*args, **kwargs):
    def make():
        v = tf.get_variable(*args, **kwargs)
        return v.name, v.get_shape().as_list(), v.dtype.name

    attempt(make)


get("none")
get("none", [None, 2])
get("i", [2], dtype=tf.int32)
get("s", [], dtype=tf.string)
get("c", [2], dtype=tf.complex64)
get("v", initializer=3)
get("v1", initializer=[1.0, 2.0])
get("v2", [2], initializer=[1.0, 2.0])
get("v3", initializer=3.0, dtype=tf.int32)
get("v4", initializer=3, dtype=tf.int32)
get("thunk", initializer=lambda: tf.zeros([3, 1]))
get("wants_shape", initializer=lambda shape, dtype, partition_info: tf.zeros(shape, dtype))
get("has_shape", [4], initializer=lambda shape, dtype, partition_info: tf.zeros(shape, dtype))
get("class", [4], initializer=tf.zeros_initializer)
get("class1", initializer=tf.zeros_initializer)
with tf.variable_scope("a", dtype=tf.float64, initializer=tf.zeros_initializer()):
    get("x", [1])
    get("y", [1], dtype=tf.float32)
    with tf.variable_scope("b"):
        get("x", [1])
    get("value", initializer=1.0)
with tf.variable_scope("c", initializer=2.0):
    get("x")
    get("y", [1])
print(tf.no_op(name="Const").name)
