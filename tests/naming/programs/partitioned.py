"""A partitioner makes shards name/part_0, name/part_1 ..., larger ones first."""
import tensorflow as tf
from errors import attempt


def show(v):
    print(v.name, v.get_shape(), [(p.name, p.get_shape().as_list()) for p in v])


halves = tf.fixed_size_partitioner(2)
with tf.variable_scope("a", partitioner=halves) as s:
    show(tf.get_variable("p", [5, 2]))
    print(tf.get_variable("scalar", []).name)
    attempt(lambda: tf.get_variable("p", [5, 2]))
    show(tf.get_variable("q", [1, 2]))
    show(tf.get_variable("o", [2, 4], partitioner=tf.fixed_size_partitioner(3, axis=1)))
    show(tf.get_variable("v", initializer=tf.zeros([3])))
    s.reuse_variables()
    show(tf.get_variable("p", [5, 2]))
    attempt(lambda: tf.get_variable("p", [5, 3]))
    attempt(lambda: tf.get_variable("p", [5, 2], dtype=tf.int32))
    attempt(lambda: tf.get_variable("p", [5, 2], partitioner=tf.fixed_size_partitioner(3)))
    attempt(lambda: tf.get_variable("none", [2]))
with tf.variable_scope("a", reuse=True):
    show(tf.get_variable("p"))
with tf.variable_scope("a"):
    attempt(lambda: tf.get_variable("p", [5, 2]))
with tf.variable_scope("b"):
    tf.get_variable("w", [2])
    attempt(lambda: tf.get_variable("w", [2], partitioner=halves))
    for wrong in (3, [1, 1], [0], [2]):
        attempt(lambda: tf.get_variable("x", [4], partitioner=lambda shape, dtype: wrong).name)
    attempt(lambda: tf.get_variable("y", [4, 4], partitioner=lambda shape, dtype: [2, 2]))
    attempt(lambda: tf.get_variable("y", [None, 4], partitioner=halves))
    attempt(lambda: tf.get_variable("y", [1], partitioner=lambda shape, dtype: [2]))
print(tf.no_op(name="a/p/part_0/PartitionedInitializer").name)
