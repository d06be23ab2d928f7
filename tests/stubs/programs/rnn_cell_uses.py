"""What programs do with cells besides calling them."""

import copy

import tensorflow as tf
from tensorflow.nn import rnn_cell
from tensorflow.python.ops.rnn_cell import *

x = tf.zeros([2, 5])
with tf.variable_scope("built"):
    cell = LSTMCell(3)
    cell.build(tf.TensorShape([None, 5]))
    cell(x, cell.zero_state(2, tf.float32))
    gru = rnn_cell.GRUCell(3, name="by_hand")
    gru.build([None, 5])
with tf.variable_scope("initial"):
    cell = rnn_cell.MultiRNNCell([rnn_cell.BasicLSTMCell(size) for size in [4, 3]])
    start = tuple(rnn_cell.LSTMStateTuple(tf.get_variable("c%d" % i, [1, s.c]), tf.get_variable("h%d" % i, [1, s.h])) for i, s in enumerate(cell.state_size))
    start = tf.contrib.framework.nest.map_structure(lambda t: tf.tile(t, [2, 1]), start)
    out, state = tf.nn.dynamic_rnn(cell, tf.zeros([2, 7, 5]), initial_state=start)
    tf.get_variable("is_tuple_%s_%s" % (isinstance(state[0], tf.contrib.rnn.LSTMStateTuple), state[0].dtype.name), [out.shape[2].value])
    flat = tf.placeholder(tf.float32, [2, 2, 2, 3])
    layers = tf.unstack(flat, axis=0)
    states = tuple([rnn_cell.LSTMStateTuple(layers[i][0], layers[i][1]) for i in range(2)])
    outs, last = tf.nn.static_rnn(rnn_cell.MultiRNNCell([rnn_cell.LSTMCell(3) for _ in range(2)]), [x] * 3, initial_state=states, scope="flat")
    w = tf.get_variable("w", [outs[-1].shape[-1], 9])
with tf.variable_scope("names"):
    cell = rnn_cell.BasicRNNCell(3)
    cell(x, tf.zeros([2, 3]))
    tf.get_variable(cell.name + "_" + cell.scope_name.replace("/", "_"), [len(cell.weights), cell.count_params()])
    for v in cell.variables:
        tf.add_to_collection("kept", v)
        tf.get_variable("has_" + v.op.name.split("/")[-1], v.shape)
with tf.variable_scope("copied"):
    cell = rnn_cell.GRUCell(3)
    for one in [copy.deepcopy(cell), copy.copy(cell), cell]:
        tf.nn.dynamic_rnn(one, tf.zeros([2, 7, 5]), dtype=tf.float32, scope="r%d" % len(tf.global_variables()))
with tf.variable_scope("loop"):
    cell = rnn_cell.LSTMCell(4)
    state = cell.zero_state(2, tf.float32)
    out = x
    with tf.variable_scope("steps"):
        for step in range(4):
            if step > 0:
                tf.get_variable_scope().reuse_variables()
            out, state = cell(x, state)
            logits = tf.layers.dense(out, 6, name="logits")
with tf.variable_scope("while_loop"):
    cell = rnn_cell.GRUCell(4)

    def body(i, h, outputs):
        out, h = cell(tf.layers.dense(h, 5, name="in"), h)
        return i + 1, h, outputs.write(i, out)

    _, h, outputs = tf.while_loop(lambda i, *_: i < 5, body, [0, cell.zero_state(2, tf.float32), tf.TensorArray(tf.float32, size=5)])
    tf.Variable(tf.zeros(outputs.stack().shape[1:]), name="out")
    tf.Variable(tf.zeros(h.shape), name="h")
with tf.variable_scope("mapped"):
    cell = rnn_cell.GRUCell(4)
    states = tf.scan(lambda h, step: cell(step, h)[1], tf.zeros([7, 2, 5]), initializer=tf.zeros([2, 4]))
    tf.Variable(tf.zeros(states.shape), name="states")
with tf.variable_scope("template"):
    run = tf.make_template("t", lambda value: tf.nn.dynamic_rnn(rnn_cell.GRUCell(2), value, dtype=tf.float32)[0])
    for _ in range(2):
        run(tf.zeros([2, 3, 4]))
with tf.variable_scope("regularized", regularizer=tf.contrib.layers.l2_regularizer(0.1)):
    tf.nn.dynamic_rnn(rnn_cell.LSTMCell(2), tf.zeros([2, 3, 4]), dtype=tf.float32)
tf.get_variable("losses_%d" % len(tf.losses.get_regularization_losses()), [1])
with tf.variable_scope("getter", custom_getter=lambda getter, name, *args, **kwargs: getter(name + "_got", *args, **kwargs)):
    tf.nn.dynamic_rnn(tf.contrib.rnn.LayerNormBasicLSTMCell(2), tf.zeros([2, 3, 4]), dtype=tf.float32)
    tf.nn.dynamic_rnn(rnn_cell.GRUCell(2), tf.zeros([2, 3, 4]), dtype=tf.float32)
with tf.variable_scope("double", dtype=tf.float64):
    tf.nn.dynamic_rnn(rnn_cell.GRUCell(2), tf.zeros([2, 3, 4], tf.float64), dtype=tf.float64)
