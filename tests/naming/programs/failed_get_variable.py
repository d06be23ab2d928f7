"""A get_variable that is refused before it makes anything takes no name."""
import tensorflow as tf
from errors import attempt

tf.get_variable("w", [1])
for _ in range(2):
    attempt(lambda: tf.get_variable("w", [1]))
attempt(lambda: tf.get_variable("x"))
print(tf.Variable(0.0, name="w").name, tf.Variable(0.0, name="x").name)
attempt(lambda: tf.get_variable("y", initializer=5.0, dtype=tf.int32))
print(tf.Variable(0.0, name="y").name)


def broken(shape, dtype=None, partition_info=None):
    raise KeyError("broken")


attempt(lambda: tf.get_variable("z", [1], initializer=broken))
print(tf.get_variable("z", [1]).name)
