"""The modes of tf.contrib.learn and names that are found in TensorFlow's own modules."""

import tensorflow as tf
from tensorflow.contrib.legacy_seq2seq.python.ops import seq2seq as legacy
from tensorflow.contrib.rnn.python.ops import core_rnn_cell, rnn_cell
from tensorflow.contrib.rnn.python.ops.core_rnn_cell import _Linear
from tensorflow.contrib.seq2seq.python.ops import attention_wrapper, helper
from tensorflow.contrib.seq2seq.python.ops.attention_wrapper import _BaseAttentionMechanism
from tensorflow.python.layers.core import Dense
from tensorflow.python.ops import rnn, tensor_array_ops
from tensorflow.python.ops.rnn_cell import GRUCell, RNNCell
from tensorflow.python.ops.rnn_cell_impl import LSTMStateTuple, _zero_state_tensors

x = tf.zeros([2, 3, 4])
for mode in (tf.contrib.learn.ModeKeys.TRAIN, tf.contrib.learn.ModeKeys.EVAL, tf.contrib.learn.ModeKeys.INFER):
    with tf.variable_scope(mode):
        cell = GRUCell(3)
        if mode == tf.contrib.learn.ModeKeys.TRAIN:
            cell = tf.nn.rnn_cell.DropoutWrapper(cell, 0.5)
        rnn.dynamic_rnn(cell, x, dtype=tf.float32)
with tf.variable_scope("linear"):
    out = _Linear([x[0], x[1]], 5, True)([x[0], x[1]])
    tf.Variable(tf.zeros(out.shape), name="out")
with tf.variable_scope("linear_2"):
    core_rnn_cell._linear([x[0]], 5, False)
with tf.variable_scope("cells"):
    cell = rnn_cell.LayerNormBasicLSTMCell(3)
    cell(x[:, 0], LSTMStateTuple(*_zero_state_tensors([3, 3], 2, tf.float32)))


class Additive(_BaseAttentionMechanism):
    def __init__(self, units, memory):
        super(Additive, self).__init__(
            query_layer=Dense(units, name="query_layer", use_bias=False),
            memory_layer=Dense(units, name="memory_layer", use_bias=False, dtype=tf.float32),
            memory=memory,
            probability_fn=lambda score, state: tf.nn.softmax(score + state),
            memory_sequence_length=[3, 3],
            name="Additive",
        )
        self.units = units

    def __call__(self, query, state):
        with tf.variable_scope(None, "additive", [query]):
            v = tf.get_variable("v", [self.units])
            score = tf.reduce_sum(v * tf.tanh(self._keys + tf.expand_dims(self.query_layer(query), 1)), [2])
        alignments = self._probability_fn(score, state)
        return alignments, alignments + state


with tf.variable_scope("own_attention"):
    cell = attention_wrapper.AttentionWrapper(GRUCell(3), Additive(6, x), attention_layer_size=5, cell_input_fn=lambda i, a: tf.layers.dense(tf.concat([i, a], 1), 2))
    out, state = cell(x[:, 0], cell.zero_state(2, tf.float32))
    tf.Variable(tf.zeros(out.shape), name="out")
    tf.Variable(tf.zeros(state.alignments.shape), name="alignments")
array = tensor_array_ops.TensorArray(tf.float32, size=2)
array = array.write(0, x).write(1, x)
tf.Variable(tf.zeros(array.stack().shape[1:]), name="stacked_%s" % array.stack().shape[0].value)
tf.Variable(tf.zeros(array.gather([0]).shape[1:]), name="gathered_%s" % array.gather([0]).shape[0].value)
tf.Variable(tf.zeros(array.read(0).shape), name="read")
tf.Variable(tf.zeros(tf.TensorArray(tf.float32, 3).unstack(x).read(0).shape), name="unstacked")
