"""Cells that a program writes itself."""

import tensorflow as tf
from tensorflow.contrib.rnn import RNNCell
from tensorflow.python.ops import rnn_cell_impl

x = tf.zeros([2, 6, 4])


class Called(tf.nn.rnn_cell.RNNCell):
    def __init__(self, units, activation=tf.tanh):
        self._units = units

    @property
    def state_size(self):
        return self._units

    @property
    def output_size(self):
        return self._units

    def __call__(self, inputs, state, scope=None):
        with tf.variable_scope(scope or type(self).__name__):
            with tf.variable_scope("gates"):
                w = tf.get_variable("w", [inputs.get_shape()[-1].value + self._units, 2 * self._units])
            r, u = tf.split(tf.sigmoid(tf.matmul(tf.concat([inputs, state], 1), w)), 2, 1)
            h = u * state + (1 - u) * tf.tanh(r)
        return h, h


class CallOnly(RNNCell):
    def __init__(self, units, **kwargs):
        super(CallOnly, self).__init__(**kwargs)
        self.units = units

    state_size = property(lambda self: (self.units, tf.TensorShape([self.units])))
    output_size = property(lambda self: self.units)

    def call(self, inputs, state):
        h = tf.layers.dense(tf.concat([inputs, state[0]], -1), self.units, activation=tf.nn.relu)
        b = tf.get_variable("b", [self.units], trainable=False)
        return h + b, (h, state[1] + b)


class Built(rnn_cell_impl.LayerRNNCell):
    def __init__(self, units, name=None, reuse=None):
        super(Built, self).__init__(_reuse=reuse, name=name)
        self.units = units

    @property
    def state_size(self):
        return tf.nn.rnn_cell.LSTMStateTuple(self.units, 2)

    @property
    def output_size(self):
        return self.units + 1

    def build(self, shape):
        self.k = self.add_variable("k", shape=[shape[-1].value, self.units + 1])
        self.built = True

    def call(self, inputs, state):
        c, h = state
        return tf.matmul(inputs, self.k), tf.nn.rnn_cell.LSTMStateTuple(c + 1.0, h)

    def zero_state(self, batch_size, dtype):
        with tf.variable_scope("initial", reuse=tf.AUTO_REUSE):
            c = tf.get_variable("c", [1, self.units])
        return tf.nn.rnn_cell.LSTMStateTuple(tf.tile(c, [batch_size, 1]), tf.zeros([batch_size, 2]))


class FromLSTM(tf.contrib.rnn.BasicLSTMCell):
    def build(self, inputs_shape):
        self.extra = self.add_variable("extra", [2], dtype=tf.float32)
        super(FromLSTM, self).build(inputs_shape)

    def call(self, inputs, state):
        out, state = super(FromLSTM, self).call(inputs, state)
        return tf.contrib.layers.fully_connected(out, self._num_units), state


for label, build in (("called", lambda: Called(3)), ("call", lambda: CallOnly(3)), ("named", lambda: CallOnly(3, name="mine")), ("built", lambda: Built(3)), ("built_named", lambda: Built(3, name="b")), ("lstm", lambda: FromLSTM(3))):
    with tf.variable_scope(label):
        out, _ = tf.nn.dynamic_rnn(build(), x, dtype=tf.float32)
        tf.Variable(tf.zeros(out.shape), name="out")
        outs, _ = tf.nn.static_rnn(build(), tf.unstack(x, axis=1), dtype=tf.float32, scope="static")
        tf.nn.bidirectional_dynamic_rnn(build(), build(), x, dtype=tf.float32)
        cell = tf.nn.rnn_cell.MultiRNNCell([build(), tf.nn.rnn_cell.DropoutWrapper(build(), 0.5)])
        tf.nn.dynamic_rnn(cell, x, dtype=tf.float32, scope="multi")
