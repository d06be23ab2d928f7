"""The cells of tf.nn.rnn_cell: named and not, once and twice, under reuse, with their options."""

import tensorflow as tf

cells = tf.nn.rnn_cell
x = tf.placeholder(tf.float32, [None, 5])


def note(name, tensor):
    shape = [0 if d is None else d for d in tensor.shape.as_list()]
    tf.get_variable(name, shape=[1], initializer=tf.zeros_initializer())
    tf.Variable(tf.zeros(shape), name=name + "_shape", trainable=False)


def run(label, cell, inputs=x):
    with tf.variable_scope(label):
        state = cell.zero_state(tf.shape(inputs)[0], tf.float32)
        out, state = cell(inputs, state)
        note("out", out)
        for i, part in enumerate(tf.contrib.framework.nest.flatten(state)):
            note("state_%d" % i, part)


for kind in (cells.BasicRNNCell, cells.GRUCell, cells.BasicLSTMCell, cells.LSTMCell):
    label = kind.__name__
    run(label, kind(3))
    run(label + "_named", kind(3, name="mine"))
    cell = kind(4)
    with tf.variable_scope(label + "_twice"):
        out, state = cell(x, cell.zero_state(2, tf.float32))
        cell(x, state)
        kind(4)(x, state)
    with tf.variable_scope(label + "_shared"):
        with tf.variable_scope("in", reuse=tf.AUTO_REUSE):
            kind(2)(x, kind(2).zero_state(2, tf.float32))
        with tf.variable_scope("in", reuse=True):
            kind(2)(x, kind(2).zero_state(2, tf.float32))
            kind(2, reuse=True, name="basic_rnn_cell" if kind is cells.BasicRNNCell else kind(2)._base_name)
    run(label + "_double", kind(3, dtype=tf.float32, trainable=False))

run("peepholes", cells.LSTMCell(3, use_peepholes=True, cell_clip=1.0))
run("projection", cells.LSTMCell(3, num_proj=2, proj_clip=1.0, initializer=tf.ones_initializer()))
run("flat", cells.LSTMCell(3, state_is_tuple=False, num_proj=2))
run("flat_basic", cells.BasicLSTMCell(3, state_is_tuple=False, activation=tf.nn.relu))
run("shards", cells.LSTMCell(4, num_unit_shards=2, num_proj=4, num_proj_shards=2))
run("gru_initializers", cells.GRUCell(3, kernel_initializer=tf.orthogonal_initializer(), bias_initializer=tf.ones_initializer(), activation="relu"))
run("scoped", cells.GRUCell(3))
with tf.variable_scope("given"):
    cell = cells.GRUCell(3)
    cell(x, cell.zero_state(2, tf.float32), scope="inner")
    cell(x, cell.zero_state(2, tf.float32), "inner")
    with tf.variable_scope("open") as opened:
        cells.BasicRNNCell(3)(x, tf.zeros([2, 3]), scope=opened)
    for v in cell.trainable_weights:
        tf.get_variable("w_" + v.op.name.replace("/", "_"), shape=[1])
with tf.variable_scope("partitioned", partitioner=tf.fixed_size_partitioner(2)):
    cells.BasicLSTMCell(2)(x, cells.BasicLSTMCell(2).zero_state(2, tf.float32))
with tf.variable_scope("half"):
    y = tf.zeros([2, 5], tf.float16)
    cells.LSTMCell(2)(y, cells.LSTMCell(2).zero_state(2, tf.float16))
