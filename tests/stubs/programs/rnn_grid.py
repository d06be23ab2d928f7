"""The cells of tf.contrib.grid_rnn."""

import tensorflow as tf

grid = tf.contrib.grid_rnn
x = [tf.zeros([2, 3])] * 2
for name in ("Grid1BasicRNNCell", "Grid2BasicRNNCell", "Grid1BasicLSTMCell", "Grid2BasicLSTMCell", "Grid1LSTMCell", "Grid2LSTMCell", "Grid3LSTMCell", "Grid2GRUCell"):
    with tf.variable_scope(name):
        outputs, state = tf.nn.static_rnn(getattr(grid, name)(4), x, dtype=tf.float32)
        tf.get_variable("last", outputs[-1][0].shape)
with tf.variable_scope("tied"):
    tf.nn.static_rnn(grid.Grid2LSTMCell(4, tied=True), x, dtype=tf.float32)
with tf.variable_scope("wide"):
    cell = grid.Grid2LSTMCell(4, tied=False, use_peepholes=True, state_is_tuple=False, output_is_tuple=False)
    outputs, state = tf.nn.static_rnn(cell, x, dtype=tf.float32)
    tf.get_variable("last", outputs[-1].shape)
with tf.variable_scope("general"):
    cell = grid.GridRNNCell(4, num_dims=3, input_dims=[0, 1], output_dims=[0, 2], priority_dims=2)
    tf.nn.static_rnn(cell, [tf.zeros([2, 6])], dtype=tf.float32)
