"""Which variables a loss reaches through attention and decoders: only they get slots."""
import tensorflow as tf

seq2seq = tf.contrib.seq2seq
words = tf.placeholder(tf.float32, [4, None, 6])
ids = tf.placeholder(tf.int32, [4, None])
lengths = tf.placeholder(tf.int32, [4])
unused = tf.get_variable("unused", [1])
mechanisms = [
    lambda memory: seq2seq.BahdanauAttention(5, memory, lengths),
    lambda memory: seq2seq.BahdanauAttention(5, memory, normalize=True),
    lambda memory: seq2seq.LuongAttention(5, memory, lengths, scale=True),
    lambda memory: seq2seq.BahdanauMonotonicAttention(5, memory, lengths),
    lambda memory: seq2seq.LuongMonotonicAttention(5, memory),
]


def train(loss):
    tf.train.MomentumOptimizer(0.1, 0.9).minimize(loss)


def decoded(mechanism, helper, output_layer):
    memory, state = tf.nn.dynamic_rnn(tf.nn.rnn_cell.GRUCell(6), words, lengths, dtype=tf.float32)
    attention = mechanism(memory)
    cell = seq2seq.AttentionWrapper(
        tf.nn.rnn_cell.GRUCell(5), attention, attention_layer_size=5, initial_cell_state=None
    )
    decoder = seq2seq.BasicDecoder(cell, helper, cell.zero_state(4, tf.float32), output_layer)
    outputs, _, _ = seq2seq.dynamic_decode(decoder)
    return attention, outputs.rnn_output


def embedded():
    embedding = tf.get_variable("embedding", [7, 6])
    return embedding, tf.nn.embedding_lookup(embedding, ids)


for i, mechanism in enumerate(mechanisms):
    with tf.variable_scope("m%d" % i):
        embedding, inputs = embedded()
        helper = seq2seq.TrainingHelper(inputs, lengths)
        attention, logits = decoded(mechanism, helper, tf.layers.Dense(7, name="out"))
        train(tf.reduce_sum(attention.keys))
        train(seq2seq.sequence_loss(logits, ids, tf.cast(ids, tf.float32)))
for i, helper in enumerate(
    [
        lambda embedding, x: seq2seq.ScheduledEmbeddingTrainingHelper(x, lengths, embedding, 0.5),
        lambda embedding, x: seq2seq.GreedyEmbeddingHelper(embedding, [0, 0, 0, 0], 1),
        lambda embedding, x: seq2seq.ScheduledOutputTrainingHelper(
            x, lengths, 0.5, next_inputs_fn=tf.layers.Dense(6, name="back")
        ),
    ]
):
    with tf.variable_scope("h%d" % i):
        made = helper(*embedded())
        _, logits = decoded(mechanisms[0], made, tf.layers.Dense(7, name="out"))
        train(tf.reduce_sum(logits))
legacy = tf.contrib.legacy_seq2seq
states = tf.get_variable("states", [4, 6])
for attends_first in (False, True):
    with tf.variable_scope("legacy_%s" % attends_first):
        outputs, _ = legacy.attention_decoder(
            [states, states],
            states,
            tf.reshape(states, [4, 1, 6]),
            tf.nn.rnn_cell.GRUCell(6),
            num_heads=2,
            initial_state_attention=attends_first,
        )
        train(tf.reduce_sum(outputs[0]))
        train(tf.reduce_sum(outputs[-1]))
with tf.variable_scope("embedded"):
    symbols = tf.unstack(tf.ones([2, 4], tf.int32))
    outputs, _ = legacy.embedding_attention_seq2seq(
        symbols, symbols, tf.nn.rnn_cell.GRUCell(6), 7, num_decoder_symbols=7, embedding_size=6
    )
    train(legacy.sequence_loss(outputs, symbols, [tf.ones([4]), tf.ones([4])]))
