"""Exists, missing, shape, dtype: in this order, each in TensorFlow's words."""
import tensorflow as tf
from errors import attempt

with tf.variable_scope("a"):
    tf.get_variable("w", [2, 3])
    tf.get_variable("r", [1], use_resource=True)
    tf.Variable(0.0, name="v")


def get(name, reuse, *args, **kwargs):
    with tf.variable_scope("a", reuse=reuse):
        attempt(lambda: tf.get_variable(name, *args, **kwargs).name)


for reuse in (None, True, tf.AUTO_REUSE):
    get("w", reuse, [2, 3])
    get("w", reuse, [3, 2])
    get("w", reuse, [6])
    get("w", reuse, [None, 3])
    get("w", reuse, dtype=tf.int32)
    get("w", reuse, [2], dtype=tf.int32)
    get("w", reuse)
    get("w", reuse, initializer=tf.constant([1.0, 2.0]))
    get("w", reuse, [2, 3], initializer=tf.constant([1.0, 2.0]))
    get("r", reuse, [1], dtype=tf.float64)
    get("r", reuse, [2])
get("v", True, [])
get("none", True, [1])
get("new", tf.AUTO_REUSE, [1])
