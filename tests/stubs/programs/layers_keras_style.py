"""Layers and cells that find their variables as those of Keras do."""

import tensorflow as tf


class Model(tf.keras.Model):
    def __init__(self, name):
        super(Model, self).__init__(name=name)
        self.rnn = tf.nn.rnn_cell.MultiRNNCell([tf.nn.rnn_cell.LSTMCell(4) for _ in range(2)])

    def call(self, inputs, state):
        return self.rnn(inputs, state)


x = tf.zeros([2, 3])
with tf.layers.experimental.keras_style_scope():
    first = Model("first")
    second = Model("second")
    state = first.rnn.zero_state(2, tf.float32)
    first(x, state)
    second(x, state)
    with tf.variable_scope("v"):
        d = tf.layers.Dense(3, name="d")
        d(x)
        d(x)
        tf.layers.dense(x, 4)
        tf.layers.batch_normalization(x)
        cell = tf.nn.rnn_cell.GRUCell(3)
        tf.nn.dynamic_rnn(cell, tf.zeros([2, 5, 3]), dtype=tf.float32)
tf.Variable(0.0, name="weights_%d_%d" % (len(first.weights), len(d.trainable_variables)))
tf.Variable(0.0, name="updates_%d" % len(tf.get_collection("update_ops")))
tf.layers.Dense(3, name="d")(x)
