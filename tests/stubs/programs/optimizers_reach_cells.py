"""Which variables a loss reaches through cells and loops: only they get slots."""
import tensorflow as tf

cells = tf.nn.rnn_cell
words = tf.placeholder(tf.float32, [4, 3, 6])
unused = tf.get_variable("unused", [1])


def train(loss):
    tf.train.MomentumOptimizer(0.1, 0.9).minimize(loss)


def gru():
    return cells.GRUCell(6)


made = [
    cells.LSTMCell(6, num_proj=3),
    cells.MultiRNNCell([gru(), cells.BasicLSTMCell(6)]),
    cells.DropoutWrapper(gru(), output_keep_prob=0.5),
    cells.ResidualWrapper(gru()),
    tf.contrib.rnn.AttentionCellWrapper(cells.BasicLSTMCell(6), 2),
    tf.contrib.rnn.OutputProjectionWrapper(gru(), 3),
    tf.contrib.rnn.InputProjectionWrapper(gru(), 3),
    tf.contrib.rnn.HighwayWrapper(gru()),
    tf.contrib.rnn.NASCell(6),
    tf.contrib.rnn.LSTMBlockCell(6),
    tf.contrib.rnn.LayerNormBasicLSTMCell(6),
]
for i, cell in enumerate(made):
    with tf.variable_scope("static_%d" % i):
        outputs, _ = tf.nn.static_rnn(cell, tf.unstack(words, axis=1), dtype=tf.float32)
        train(tf.reduce_sum(outputs[-1]))
with tf.variable_scope("dynamic"):
    outputs, state = tf.nn.dynamic_rnn(cells.GRUCell(6), words, dtype=tf.float32)
    train(tf.reduce_sum(outputs))
    other, _ = tf.nn.dynamic_rnn(cells.GRUCell(6), outputs, initial_state=state, scope="other")
    train(tf.reduce_sum(other))
with tf.variable_scope("both"):
    (forward, backward), _ = tf.nn.bidirectional_dynamic_rnn(
        cells.GRUCell(6), cells.GRUCell(6), words, dtype=tf.float32
    )
    train(tf.reduce_sum(forward))
    train(tf.reduce_sum(backward))
with tf.variable_scope("parted", partitioner=tf.fixed_size_partitioner(2)):
    outputs, _ = tf.nn.dynamic_rnn(cells.GRUCell(6), words, dtype=tf.float32)
    train(tf.reduce_sum(outputs))
