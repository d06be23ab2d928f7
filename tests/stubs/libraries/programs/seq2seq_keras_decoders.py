"""Decoders of contrib.seq2seq that are layers of Keras, with the samplers that feed them."""

import tensorflow as tf
from tensorflow.contrib import seq2seq
from tensorflow.contrib.seq2seq.python.ops import basic_decoder, beam_search_decoder
from tensorflow.contrib.seq2seq.python.ops import sampler as samplers

inputs = tf.zeros([3, 5, 4])
lengths = tf.constant([5, 4, 2])
table = tf.get_variable("table", [7, 4])
start = tf.zeros([3], tf.int32)


def cell_of():
    return tf.nn.rnn_cell.LSTMCell(6)


cell = cell_of()
decoder = basic_decoder.BasicDecoderV2(cell, samplers.TrainingSampler())
outputs, state, _ = decoder(
    inputs, initial_state=cell.zero_state(3, tf.float32), sequence_length=lengths
)
tf.get_variable("width_%d" % outputs.rnn_output.shape[2].value, [])

with tf.variable_scope("greedy"):
    cell = cell_of()
    decoder = basic_decoder.BasicDecoderV2(
        cell,
        samplers.GreedyEmbeddingSampler(),
        output_layer=tf.keras.layers.Dense(7, name="words"),
        maximum_iterations=4,
        name="reader",
    )
    decoder(
        table, start_tokens=start, end_token=1, initial_state=cell.zero_state(3, tf.float32)
    )
with tf.variable_scope("keras"):
    cell = tf.keras.layers.LSTMCell(5)
    decoder = basic_decoder.BasicDecoderV2(cell, samplers.TrainingSampler())
    decoder(inputs, initial_state=[tf.zeros([3, 5])] * 2, sequence_length=lengths)
with tf.variable_scope("steps"):
    cell = cell_of()
    sampler = samplers.ScheduledOutputTrainingSampler(0.5, next_inputs_fn=tf.keras.layers.Dense(4))
    decoder = basic_decoder.BasicDecoderV2(cell, sampler)
    first = cell.zero_state(3, tf.float32)
    finished, feed, first = decoder.initialize(inputs, initial_state=first, sequence_length=lengths)
    made = decoder.step(tf.constant(0), feed, first)
    tf.get_variable("made_%d" % len(made), [])
with tf.variable_scope("beams"):
    cell = cell_of()
    decoder = beam_search_decoder.BeamSearchDecoderV2(
        cell, beam_width=2, output_layer=tf.keras.layers.Dense(7), maximum_iterations=3
    )
    first = cell.zero_state(6, tf.float32)
    decoder(table, start_tokens=start, end_token=1, initial_state=first)
try:
    basic_decoder.BasicDecoderV2(cell, "text")
except TypeError as error:
    tf.get_variable(str(error)[:23].replace(" ", "_"), [])
