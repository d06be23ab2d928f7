"""Wrappers and stacks of cells, called by hand and in loops."""

import tensorflow as tf

cells = tf.nn.rnn_cell
x = tf.placeholder(tf.float32, [4, 7, 3])
keep = tf.placeholder_with_default(0.5, [])


def make(kind=cells.GRUCell, units=3):
    return kind(units)


wrapped = [
    ("drop", lambda: cells.DropoutWrapper(make(), input_keep_prob=0.5, output_keep_prob=keep)),
    ("drop_none", lambda: cells.DropoutWrapper(make(cells.LSTMCell), output_keep_prob=1.0)),
    ("drop_state", lambda: cells.DropoutWrapper(make(cells.LSTMCell), state_keep_prob=0.5)),
    ("drop_variational", lambda: cells.DropoutWrapper(make(cells.LSTMCell), 0.5, 0.5, 0.5, variational_recurrent=True, input_size=3, dtype=tf.float32)),
    ("residual", lambda: cells.ResidualWrapper(make(cells.BasicLSTMCell))),
    ("residual_fn", lambda: cells.ResidualWrapper(make(), residual_fn=lambda i, o: tf.layers.dense(i, 3, name="up") + o)),
    ("device", lambda: cells.DeviceWrapper(make(), "/cpu:0")),
    ("multi", lambda: cells.MultiRNNCell([make(), make(cells.LSTMCell), make()])),
    ("multi_flat", lambda: cells.MultiRNNCell([make(), make(cells.BasicRNNCell)], state_is_tuple=False)),
    ("multi_one", lambda: cells.MultiRNNCell([cells.DropoutWrapper(cells.ResidualWrapper(make()), 0.5)])),
    ("multi_multi", lambda: cells.MultiRNNCell([cells.MultiRNNCell([make(), make()]), cells.DeviceWrapper(cells.DropoutWrapper(make(cells.LSTMCell), 0.9), "/gpu:0")])),
]
for label, build in wrapped:
    with tf.variable_scope(label):
        cell = build()
        out, state = tf.nn.dynamic_rnn(cell, x, dtype=tf.float32)
        tf.Variable(tf.zeros(out.shape), name="out")
        for i, part in enumerate(tf.contrib.framework.nest.flatten(state)):
            tf.Variable(tf.zeros(part.shape), name="state_%d" % i)
        tf.get_variable("weights_%d" % len(cell.trainable_weights), [1])
        build()(x[:, 0], build().zero_state(4, tf.float32))
        with tf.variable_scope("again", reuse=tf.AUTO_REUSE):
            tf.nn.dynamic_rnn(build(), x, dtype=tf.float32, scope="it")
            tf.nn.dynamic_rnn(build(), x, dtype=tf.float32, scope="it")

same = make()
with tf.variable_scope("same_cell"):
    stacked = cells.MultiRNNCell([same] * 2)
    tf.nn.static_rnn(stacked, tf.unstack(x, axis=1), dtype=tf.float32)
