"""Wrappers of cells that are layers of Keras, around cells of both kinds."""

import tensorflow as tf
from tensorflow.python.ops import rnn_cell_wrapper_impl
from tensorflow.python.keras.layers import rnn_cell_wrapper_v2 as w2
from tensorflow.python.keras import layers
from tensorflow.python.ops import rnn_cell_impl
def show(x):
    tf.get_variable("s_%s" % str(x), [])
with tf.variable_scope("a"):
    base = layers.LSTMCell(1, name="basic_rnn_cell")
    base2 = rnn_cell_impl.BasicRNNCell(3)
    for i, W in enumerate([w2.DropoutWrapper, w2.ResidualWrapper]):
        cell = W(rnn_cell_impl.BasicRNNCell(1, name="basic_rnn_cell%d" % i), name="w%d" % i)
        x = tf.zeros([1, 1])
        out = cell(x, cell.zero_state(1, tf.float32))
        show(str(len(cell.trainable_weights)) + cell.name)
        show(cell.name + str(i))
    c = w2.DropoutWrapper(layers.LSTMCell(3), input_keep_prob=0.5, output_keep_prob=0.5, state_keep_prob=0.7)
    l = layers.RNN(c)
    l(tf.zeros([2, 3, 4]))
    c = w2.DeviceWrapper(layers.GRUCell(3), "/cpu:0")
    layers.RNN(c)(tf.zeros([2, 3, 4]))
    c = tf.compat.v2.nn.RNNCellResidualWrapper(layers.GRUCell(4))
    layers.RNN(c)(tf.zeros([2, 3, 4]))
