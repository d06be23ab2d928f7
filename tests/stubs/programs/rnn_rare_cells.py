"""Cells that few programs use, and those that only TensorFlow's own modules name."""

import tensorflow as tf
from tensorflow.contrib.rnn.python.ops import rnn_cell as more

rnn = tf.contrib.rnn
seq = tf.placeholder(tf.float32, [4, 5, 6])


def builders():
    yield "time_freq", lambda: rnn.TimeFreqLSTMCell(3, use_peepholes=True, feature_size=6, frequency_skip=1)
    yield "grid", lambda: rnn.GridLSTMCell(2, feature_size=2, frequency_skip=2, num_frequency_blocks=[3])
    yield "grid_peep", lambda: rnn.GridLSTMCell(2, True, feature_size=2, frequency_skip=1, num_frequency_blocks=[2, 3], start_freqindex_list=[0, 2], end_freqindex_list=[3, 6])
    yield "grid_shared", lambda: rnn.GridLSTMCell(2, True, True, feature_size=2, frequency_skip=2, num_frequency_blocks=[3], couple_input_forget_gates=True, num_unit_shards=2)
    yield "grid_flat", lambda: rnn.GridLSTMCell(2, feature_size=2, frequency_skip=2, num_frequency_blocks=[3], state_is_tuple=False)
    yield "grid_both", lambda: rnn.BidirectionalGridLSTMCell(2, feature_size=2, frequency_skip=2, num_frequency_blocks=[3])
    yield "norm_lstm", lambda: more.LayerNormLSTMCell(3, use_peepholes=True, num_proj=2, layer_norm=True)
    yield "norm_lstm_plain", lambda: more.LayerNormLSTMCell(3)
    yield "weight_norm", lambda: more.WeightNormLSTMCell(3, use_peepholes=True, num_proj=2)
    yield "weight_norm_off", lambda: more.WeightNormLSTMCell(3, norm=False)
    yield "minimal", lambda: more.MinimalRNNCell(3)
    yield "cfn", lambda: more.CFNCell(3, name="cfn")
    yield "coupled_flat", lambda: rnn.CoupledInputForgetGateLSTMCell(3, state_is_tuple=False)
    yield "attention_flat", lambda: rnn.AttentionCellWrapper(rnn.GRUCell(3), 2, state_is_tuple=False, input_size=5)


for label, build in builders():
    with tf.variable_scope(label):
        cell = build()
        zero = cell.zero_state(4, tf.float32)
        out, state = cell(seq[:, 0], zero)
        tf.Variable(tf.zeros(out.shape), name="out")
        for i, part in enumerate(tf.contrib.framework.nest.flatten(state)):
            tf.Variable(tf.zeros(part.shape), name="state_%d" % i)
        cell(seq[:, 0], zero)
    with tf.variable_scope(label + "_again"):
        out, _ = tf.nn.dynamic_rnn(build(), seq, dtype=tf.float32)
        tf.Variable(tf.zeros(out.shape), name="out")
with tf.variable_scope("turing"):
    cell = more.NTMCell(rnn.LSTMCell(5), 8, 3, 1, 1, output_dim=4)
    out, state = cell(seq[:, 0], cell.zero_state(4, tf.float32))
    tf.Variable(tf.zeros(out.shape), name="out")
with tf.variable_scope("conv"):
    cell = rnn.Conv3DLSTMCell(input_shape=[4, 4, 4, 2], output_channels=3, kernel_shape=[3, 3, 3], skip_connection=True)
    out, state = cell(tf.zeros([2, 4, 4, 4, 2]), cell.zero_state(2, tf.float32))
    tf.Variable(tf.zeros(out.shape), name="out")
