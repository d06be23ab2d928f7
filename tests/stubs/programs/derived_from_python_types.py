"""Names, sizes and flags whose classes derive from Python's types."""

import enum

import numpy as np
import tensorflow as tf


class Text(str):
    def __new__(cls, value):
        return str.__new__(cls, value)


class Number(int):
    pass


class Part(str, enum.Enum):
    HEAD = "head"


tf.get_variable(Text("a"), [])
with tf.variable_scope(Text("b")):
    tf.get_variable("c", [Number(3)], trainable=Number(0))
with tf.variable_scope(None, Text("b")):
    tf.get_variable("c", [])
with tf.name_scope(Text("d")):
    tf.Variable(0.0, name=Text("e"))
with tf.variable_scope(Part.HEAD):
    tf.get_variable(Part.HEAD, [])
with tf.variable_scope(np.str_("f")):
    tf.get_variable(np.array(["g"])[0], [])
tf.add_to_collection(Text("kept"), Text("h"))
(kept,) = tf.get_collection("kept")
tf.get_variable(type(kept).__name__ + "_" + kept, [])
with tf.variable_scope("b", reuse=Number(1)):  # no bool
    pass
