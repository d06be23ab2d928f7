"""Attention, wrappers, helpers and decoders that a program writes itself."""

import collections

import tensorflow as tf
from tensorflow.contrib.rnn import GRUCell, LSTMStateTuple, MultiRNNCell, OutputProjectionWrapper, ResidualWrapper, RNNCell
from tensorflow.contrib.seq2seq import AttentionWrapper, BasicDecoder, Decoder, Helper
from tensorflow.contrib.seq2seq.python.ops.attention_wrapper import BahdanauAttention
from tensorflow.python.layers import core as layers_core
from tensorflow.python.ops import nn_ops, variable_scope
from tensorflow.python.util import nest

memory = tf.placeholder(tf.float32, [4, None, 6])


class LocationSensitive(BahdanauAttention):
    def __init__(self, num_units, memory, name="LocationSensitiveAttention"):
        super(LocationSensitive, self).__init__(num_units=num_units, memory=memory, memory_sequence_length=None, probability_fn=None, name=name)
        self.location_convolution = tf.layers.Conv1D(filters=8, kernel_size=5, padding="same", use_bias=True, name="location_features_convolution")
        self.location_layer = tf.layers.Dense(units=num_units, use_bias=False, dtype=tf.float32, name="location_features_layer")

    def __call__(self, query, state):
        with variable_scope.variable_scope(None, "Location_Sensitive_Attention", [query]):
            processed = tf.expand_dims(self.query_layer(query), 1)
            features = self.location_layer(self.location_convolution(tf.expand_dims(state, axis=2)))
            v = tf.get_variable("attention_variable_projection", shape=[processed.shape[-1].value])
            b = tf.get_variable("attention_bias", shape=[processed.shape[-1].value], initializer=tf.zeros_initializer())
            energy = tf.reduce_sum(v * tf.tanh(self.keys + processed + features + b), [2])
        alignments = self._probability_fn(energy, state)
        return alignments, alignments + state


class Prenet(RNNCell):
    def __init__(self, cell):
        super(Prenet, self).__init__()
        self._cell = cell

    @property
    def state_size(self):
        return self._cell.state_size

    @property
    def output_size(self):
        return self._cell.output_size

    def call(self, inputs, state):
        x = inputs
        with tf.variable_scope("decoder_prenet"):
            for i, size in enumerate((8, 4)):
                x = tf.layers.dropout(tf.layers.dense(x, units=size, activation=tf.nn.relu, name="dense_%d" % (i + 1)), rate=0.5)
        return self._cell(x, state)

    def zero_state(self, batch_size, dtype):
        return self._cell.zero_state(batch_size, dtype)


class ConcatOutputAndAttention(RNNCell):
    def __init__(self, cell):
        super(ConcatOutputAndAttention, self).__init__()
        self._cell = cell

    @property
    def state_size(self):
        return self._cell.state_size

    @property
    def output_size(self):
        return self._cell.output_size + self._cell.state_size.attention

    def call(self, inputs, state):
        output, state = self._cell(inputs, state)
        return tf.concat([output, state.attention], axis=-1), state

    def zero_state(self, batch_size, dtype):
        return self._cell.zero_state(batch_size, dtype)


class Feedback(Helper):
    def __init__(self, size):
        self._size = size

    batch_size = property(lambda self: 4)
    sample_ids_shape = property(lambda self: tf.TensorShape([]))
    sample_ids_dtype = property(lambda self: tf.int32)

    def initialize(self, name=None):
        return tf.tile([False], [4]), tf.tile([[0.0]], [4, self._size])

    def sample(self, time, outputs, state, name=None):
        return tf.tile([0], [4])

    def next_inputs(self, time, outputs, state, sample_ids, name=None):
        return tf.reduce_all(tf.equal(outputs, 0.0), axis=1), outputs[:, -self._size:], state


CustomOutput = collections.namedtuple("CustomOutput", ("rnn_output", "token"))


class WithToken(Decoder):
    def __init__(self, cell, helper, initial_state):
        self._cell, self._helper, self._initial_state = cell, helper, initial_state

    @property
    def batch_size(self):
        return self._helper.batch_size

    @property
    def output_size(self):
        return CustomOutput(rnn_output=nest.map_structure(lambda s: s, self._cell.output_size), token=self._helper.sample_ids_shape)

    @property
    def output_dtype(self):
        dtype = nest.flatten(self._initial_state)[0].dtype
        return CustomOutput(dtype, self._helper.sample_ids_dtype)

    def initialize(self, name=None):
        return self._helper.initialize() + (self._initial_state,)

    def step(self, time, inputs, state, name=None):
        outputs, cell_state = self._cell(inputs, state)
        token = self._helper.sample(time, outputs, cell_state)
        finished, next_inputs, next_state = self._helper.next_inputs(time, outputs, cell_state, token)
        return CustomOutput(outputs, token), next_state, next_inputs, finished


def note(name, tensor):
    tf.Variable(tf.zeros([0 if d is None else d for d in tensor.shape.as_list()]), name=name)


for label, decoder_class in (("basic", BasicDecoder), ("token", WithToken)):
    with tf.variable_scope(label):
        attention = AttentionWrapper(Prenet(GRUCell(5)), LocationSensitive(5, memory), alignment_history=True, output_attention=False, name="attention_wrapper")
        cell = MultiRNNCell(
            [OutputProjectionWrapper(ConcatOutputAndAttention(attention), 7), ResidualWrapper(GRUCell(7)), ResidualWrapper(GRUCell(7))],
            state_is_tuple=True,
        )
        cell = OutputProjectionWrapper(cell, 6)
        state = cell.zero_state(batch_size=4, dtype=tf.float32)
        decoder = decoder_class(cell, Feedback(3), state)
        outputs, final_state, _ = tf.contrib.seq2seq.dynamic_decode(decoder, maximum_iterations=5)
        note("out", outputs.rnn_output)
        note("history", tf.transpose(final_state[0].alignment_history.stack(), [1, 2, 0]))
        tf.layers.dense(outputs.rnn_output, 2, name="after")
