"""`nest.map_structure` of several structures."""

import collections

import tensorflow as tf
from tensorflow.python.util import nest

Pair = collections.namedtuple("Pair", "x y")


def join(a, b):
    with tf.variable_scope(None, "s"):
        return tf.get_variable(a + b, [1])


first = Pair("a", {"q": "b", "c": ["d"]})
made = nest.map_structure(join, first, Pair("1", {"c": ["2"], "q": "3"}))
tf.get_variable(type(made).__name__ + "_".join(made.y), [1])
tf.get_variable("of_" + made.y["c"][0].op.name, [1])
made = tf.contrib.framework.nest.map_structure(join, ("x", ["y"]), ("1", ["2"]))
tf.get_variable(type(made[1]).__name__, [len(made)])
