"""tf.contrib.seq2seq: attention, decoders, helpers."""

import tensorflow as tf

seq2seq = tf.contrib.seq2seq
cells = tf.nn.rnn_cell
memory = tf.placeholder(tf.float32, [None, None, 6])
fixed_memory = tf.zeros([4, 7, 6])
lengths = tf.placeholder(tf.int32, [None])
targets = tf.placeholder(tf.int32, [None, None])


def note(name, tensor):
    tf.Variable(tf.zeros([0 if d is None else d for d in tensor.shape.as_list()] + [len(tensor.shape.as_list())]), name=name)


mechanisms = [
    ("luong", lambda m: seq2seq.LuongAttention(5, m)),
    ("luong_scaled", lambda m: seq2seq.LuongAttention(5, m, memory_sequence_length=lengths, scale=True)),
    ("bahdanau", lambda m: seq2seq.BahdanauAttention(3, m, memory_sequence_length=lengths)),
    ("bahdanau_normed", lambda m: seq2seq.BahdanauAttention(num_units=3, memory=m, normalize=True, probability_fn=seq2seq.hardmax)),
    ("luong_monotonic", lambda m: seq2seq.LuongMonotonicAttention(5, m, scale=True)),
    ("bahdanau_monotonic", lambda m: seq2seq.BahdanauMonotonicAttention(3, m, normalize=True, mode="hard")),
]
for label, build in mechanisms:
    with tf.variable_scope(label):
        cell = seq2seq.AttentionWrapper(cells.GRUCell(5), build(fixed_memory), attention_layer_size=8)
        out, state = cell(tf.zeros([4, 2]), cell.zero_state(4, tf.float32))
        note("out", out), note("state", state.cell_state), note("alignments", state.alignments)
        out, state = tf.nn.dynamic_rnn(seq2seq.AttentionWrapper(cells.LSTMCell(5), build(fixed_memory), output_attention=False), tf.zeros([4, 3, 2]), dtype=tf.float32)
        note("rnn_out", out), note("rnn_state", state.attention)

with tf.variable_scope("training"):
    embedding = tf.get_variable("embedding", [20, 4])
    inputs = tf.nn.embedding_lookup(embedding, targets)
    wrapped = seq2seq.AttentionWrapper(
        cells.MultiRNNCell([cells.LSTMCell(5), cells.DropoutWrapper(cells.LSTMCell(5), 0.5)]),
        seq2seq.BahdanauAttention(5, memory, lengths),
        attention_layer_size=5,
        alignment_history=True,
        name="attention",
    )
    layer = tf.layers.Dense(20, use_bias=False, name="projection")
    helper = seq2seq.TrainingHelper(inputs, lengths)
    state = wrapped.zero_state(tf.shape(targets)[0], tf.float32)
    state = state.clone(cell_state=wrapped.zero_state(tf.shape(targets)[0], tf.float32).cell_state)
    decoder = seq2seq.BasicDecoder(wrapped, helper, state, output_layer=layer)
    outputs, state, out_lengths = seq2seq.dynamic_decode(decoder, impute_finished=True, maximum_iterations=tf.reduce_max(lengths))
    note("logits", outputs.rnn_output), note("ids", outputs.sample_id), note("lengths", out_lengths)
    history = state.alignment_history.stack()
    note("history", history)
    note("loss", seq2seq.sequence_loss(outputs.rnn_output, targets, tf.ones_like(targets, tf.float32)))
    note("losses", seq2seq.sequence_loss(tf.zeros([2, 3, 4]), tf.zeros([2, 3], tf.int32), tf.ones([2, 3]), average_across_timesteps=False))
    with tf.variable_scope("same", reuse=tf.AUTO_REUSE):
        for start in range(2):
            greedy = seq2seq.GreedyEmbeddingHelper(embedding, tf.fill([4], 1), 2)
            cell = cells.GRUCell(5)
            decoder = seq2seq.BasicDecoder(cell, greedy, cell.zero_state(4, tf.float32), layer)
            outputs, _, _ = seq2seq.dynamic_decode(decoder, maximum_iterations=9, scope="decode")
    note("greedy", outputs.rnn_output), note("greedy_ids", outputs.sample_id)
    outputs, _, _ = seq2seq.dynamic_decode(seq2seq.BasicDecoder(cells.GRUCell(4), seq2seq.SampleEmbeddingHelper(lambda ids: tf.layers.dense(tf.one_hot(ids, 20), 4, name="embed", reuse=tf.AUTO_REUSE), [1, 1], 2), tf.zeros([2, 4]), tf.layers.Dense(20)), output_time_major=True, maximum_iterations=3)
    note("sampled", outputs.rnn_output)

with tf.variable_scope("beams"):
    encoded = seq2seq.tile_batch(fixed_memory, multiplier=3)
    note("tiled", encoded)
    cell = seq2seq.AttentionWrapper(cells.LSTMCell(5), seq2seq.LuongAttention(5, encoded), attention_layer_size=5)
    start = cell.zero_state(12, tf.float32).clone(cell_state=seq2seq.tile_batch(cells.LSTMCell(5).zero_state(4, tf.float32), 3))
    decoder = seq2seq.BeamSearchDecoder(cell, tf.get_variable("embedding", [20, 5]), tf.fill([4], 1), 2, start, 3, output_layer=tf.layers.Dense(20))
    outputs, state, _ = seq2seq.dynamic_decode(decoder, maximum_iterations=9)
    note("predicted", outputs.predicted_ids), note("scores", outputs.beam_search_decoder_output.scores)
    note("cell_state", state.cell_state.cell_state.h)

with tf.variable_scope("scheduled"):
    helper = seq2seq.ScheduledEmbeddingTrainingHelper(tf.zeros([4, 6, 5]), [6, 6, 6, 6], lambda ids: tf.nn.embedding_lookup(tf.get_variable("lookup", [20, 5]), ids), 0.1)
    decoder = seq2seq.BasicDecoder(cells.GRUCell(5), helper, tf.zeros([4, 5]), tf.layers.Dense(20))
    outputs, _, _ = seq2seq.dynamic_decode(decoder)
    note("out", outputs.rnn_output)
    helper = seq2seq.ScheduledOutputTrainingHelper(tf.zeros([4, 6, 5]), [6, 6, 6, 6], 0.1, next_inputs_fn=tf.layers.Dense(5, name="next"))
    outputs, _, _ = seq2seq.dynamic_decode(seq2seq.BasicDecoder(cells.GRUCell(7), helper, tf.zeros([4, 7])))
    note("out_2", outputs.rnn_output)
    helper = seq2seq.InferenceHelper(lambda out: out, [5], tf.float32, tf.zeros([4, 5]), lambda sample: tf.reduce_all(sample > 0.0, 1))
    outputs, _, _ = seq2seq.dynamic_decode(seq2seq.BasicDecoder(cells.GRUCell(5), helper, tf.zeros([4, 5])), maximum_iterations=2)
    note("out_3", outputs.sample_id)


class Own(seq2seq.Decoder):
    def __init__(self, cell):
        self.cell = cell

    batch_size = 4
    output_size = 3
    output_dtype = tf.float32

    def initialize(self, name=None):
        return tf.zeros([4], tf.bool), tf.zeros([4, 3]), self.cell.zero_state(4, tf.float32)

    def step(self, time, inputs, state, name=None):
        out, state = self.cell(inputs, state)
        return out, state, tf.layers.dense(out, 3), tf.zeros([4], tf.bool)


outputs, _, _ = seq2seq.dynamic_decode(Own(cells.BasicRNNCell(3)))
note("own", outputs)
with tf.variable_scope("two"):
    both = seq2seq.AttentionWrapper(cells.GRUCell(5), [seq2seq.LuongAttention(5, fixed_memory), seq2seq.BahdanauAttention(5, fixed_memory)], attention_layer_size=[3, 4], alignment_history=True)
    out, _ = both(tf.zeros([4, 2]), both.zero_state(4, tf.float32))
    note("both", out)
