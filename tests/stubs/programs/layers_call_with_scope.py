"""A `call` that takes a scope is given the one that the layer opened."""

import tensorflow as tf


class Cell(tf.nn.rnn_cell.RNNCell):
    state_size = 3
    output_size = 3

    def call(self, inputs, state, scope=None):
        tf.get_variable("scope_%s" % (scope is None), [1])
        if scope is not None:
            tf.get_variable("named_%s" % scope.name.replace("/", "."), [1])
        return inputs, state


class Layer(tf.layers.Layer):
    def call(self, inputs, scope=None):
        tf.get_variable("layer_%s" % (scope is None), [1])
        return inputs


x = tf.zeros([2, 3])
Cell()(x, x)
with tf.variable_scope("a"):
    Cell()(x, x, scope="given")
    Layer()(x)
tf.nn.dynamic_rnn(Cell(), tf.zeros([2, 4, 3]), dtype=tf.float32)
with tf.variable_scope("b"):
    cell = Cell()
    tf.nn.static_rnn(cell, [x, x], dtype=tf.float32)
