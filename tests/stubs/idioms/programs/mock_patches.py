"""Functions of TensorFlow's that ``mock.patch`` replaces for a while."""

from unittest import mock

import tensorflow as tf

original = tf.get_variable
made = []


def custom(name, *args, **kwargs):
    made.append(name)
    return original(name + "_own", *args, **kwargs)


with mock.patch("tensorflow.get_variable", custom):
    tf.get_variable("x", [1])
tf.get_variable("x", [2])

with mock.patch.object(tf, "get_variable", lambda name, *args: made[0]):
    tf.get_variable("x", [2])


@mock.patch("tensorflow.get_variable", custom)
def build():
    return tf.get_variable("y", [3])


build()
tf.get_variable("_".join(made), [len(made)])
