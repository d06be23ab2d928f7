"""tf.contrib.legacy_seq2seq: its decoders, models and losses."""

import tensorflow as tf

legacy = tf.contrib.legacy_seq2seq
cells = tf.nn.rnn_cell
ids = [tf.placeholder(tf.int32, [None], name="ids%d" % i) for i in range(3)]
weights = [tf.ones_like(step, dtype=tf.float32) for step in ids]
vectors = [tf.zeros([2, 4]) for _ in range(3)]


def note(name, tensor):
    tf.Variable(tf.zeros([0 if d is None else d for d in tensor.shape.as_list()]), name=name)


for label, kind in (("gru", cells.GRUCell), ("lstm", cells.LSTMCell)):
    with tf.variable_scope(label):
        out, state = legacy.basic_rnn_seq2seq(vectors, vectors, kind(3))
        note("a", out[-1])
        out, state = legacy.tied_rnn_seq2seq(vectors, vectors, kind(3))
        note("b", out[-1])
        out, state = legacy.embedding_rnn_seq2seq(ids, ids, kind(3), 10, 12, 4)
        note("c", out[-1])
        out, state = legacy.embedding_rnn_seq2seq(ids, ids, kind(3), 10, 12, 4, feed_previous=True, scope="fed")
        note("d", out[-1])
        out, state = legacy.embedding_rnn_seq2seq(ids, ids, kind(3), 10, 12, 4, feed_previous=tf.placeholder(tf.bool, []), scope="may_be_fed")
        note("e", out[-1])
        out, state = legacy.embedding_tied_rnn_seq2seq(ids, ids, kind(3), 10, 4)
        out, state = legacy.embedding_tied_rnn_seq2seq(ids, ids, kind(3), 10, 4, num_decoder_symbols=7, feed_previous=True, scope="tied")
        out, state = legacy.embedding_attention_seq2seq(ids, ids, kind(3), 10, 12, 4)
        note("f", out[-1])
        out, state = legacy.embedding_attention_seq2seq(ids, ids, kind(3), 10, 12, 4, num_heads=2, initial_state_attention=True, feed_previous=tf.placeholder(tf.bool, []), scope="heads")
        cell = cells.MultiRNNCell([kind(3), kind(3)])
        out, state = legacy.rnn_decoder(vectors, cell.zero_state(2, tf.float32), cell)
        note("g", out[-1])
        w, b = tf.get_variable("w", [3, 10]), tf.get_variable("b", [10])
        out, state = legacy.embedding_rnn_seq2seq(ids, ids, kind(3), 10, 10, 4, output_projection=(w, b), feed_previous=True, scope="projected")
        out, state = legacy.attention_decoder(vectors, kind(3).zero_state(2, tf.float32), tf.zeros([2, 5, 6]), kind(3), output_size=9)
        note("h", out[-1])
        both, _ = legacy.one2many_rnn_seq2seq(ids, {"x": ids, "y": ids}, kind(3), {"x": kind(3), "y": kind(3)}, 10, {"x": 5, "y": 6}, 4)
        note("i", both["y"][0])


def model(encoder, decoder):
    return legacy.embedding_attention_seq2seq(encoder, decoder, cells.GRUCell(3), 10, 12, 4)


out, losses = legacy.model_with_buckets(ids, ids, ids, weights, [(1, 2), (3, 3)], model)
note("j", losses[0])
logits = [tf.zeros([2, 12])] * 2
loss = legacy.sequence_loss_by_example(logits, [tf.zeros([2], tf.int32)] * 2, [tf.ones([2])] * 2)
note("k", loss)


def loop(prev, i):
    return tf.nn.embedding_lookup(tf.get_variable("embedding", [3, 4]), tf.argmax(prev, 1))


with tf.variable_scope("rnnlm"):
    tf.get_variable("softmax_w", [3, 3])
    with tf.variable_scope("loop_function"):
        tf.get_variable("embedding", [3, 4])
    cell = cells.BasicLSTMCell(3)
    with tf.variable_scope("decoder"):
        tf.get_variable("x", [1])
    with tf.variable_scope("rnn_decoder/loop_function"):
        tf.get_variable("embedding", [3, 4])
    legacy.rnn_decoder(vectors, cell.zero_state(2, tf.float32), cell, loop_function=loop)
