"""Wrappers around a cell of the program itself, and around models."""

import tensorflow as tf
L = tf.keras.layers


class Cell(L.Layer):
    def __init__(self, units, **kwargs):
        super(Cell, self).__init__(**kwargs)
        self.units = units
        self.state_size = units

    def build(self, shape):
        self.k = self.add_weight("k", [int(shape[-1]), self.units])
        self.r = self.add_weight("r", [self.units, self.units])
        self.built = True

    def call(self, inputs, states):
        h = tf.matmul(inputs, self.k) + tf.matmul(states[0], self.r)
        return h, [h]

    def get_config(self):
        return dict(super(Cell, self).get_config(), units=self.units)


x = L.Input((5, 3))
L.Bidirectional(L.RNN(Cell(4)))(x)
L.Bidirectional(L.RNN([Cell(4), L.LSTMCell(2)], return_sequences=True), name="two")(x)
L.TimeDistributed(L.Conv2D(3, 2))(L.Input((5, 8, 8, 3)))
L.TimeDistributed(L.BatchNormalization())(x)
L.TimeDistributed(tf.keras.Sequential([L.Dense(3, input_shape=(3,)), L.Dense(2)]))(x)
L.Bidirectional(L.LSTM(3, return_sequences=True), backward_layer=L.GRU(3, go_backwards=True, return_sequences=True))(x)
tf.get_variable("after", [])
