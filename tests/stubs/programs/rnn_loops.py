"""The loops: their scopes, shapes, states and arguments."""

import tensorflow as tf

cells = tf.nn.rnn_cell
x = tf.placeholder(tf.float32, [None, None, 4])
fixed = tf.zeros([5, 6, 4])
lengths = tf.placeholder(tf.int32, [None])


def note(name, tensor):
    tf.Variable(tf.zeros([0 if d is None else d for d in tensor.shape.as_list()]), name=name)


out, state = tf.nn.dynamic_rnn(cells.BasicLSTMCell(3), x, lengths, dtype=tf.float32)
note("a", out), note("b", state.h)
tf.get_variable(out.op.name.replace("/", "_"), [1])
out, state = tf.nn.dynamic_rnn(cells.LSTMCell(3), fixed, time_major=True, dtype=tf.float32, scope="major")
note("c", out), note("d", state.c)
cell = cells.GRUCell(3)
start = cell.zero_state(5, tf.float32)
out, state = tf.nn.dynamic_rnn(cell, fixed, initial_state=start, scope="started")
note("e", out), note("f", state)
with tf.variable_scope("two") as scope:
    tf.nn.dynamic_rnn(cells.GRUCell(3), fixed, dtype=tf.float32)
    tf.nn.dynamic_rnn(cells.BasicRNNCell(3), fixed, dtype=tf.float32)
    tf.nn.dynamic_rnn(cells.GRUCell(3), fixed, dtype=tf.float32, scope=scope)
with tf.variable_scope("two", reuse=True):
    tf.nn.dynamic_rnn(cells.GRUCell(3), fixed, dtype=tf.float32)
with tf.variable_scope("auto", reuse=tf.AUTO_REUSE):
    for _ in range(2):
        tf.nn.dynamic_rnn(cells.GRUCell(3), fixed, dtype=tf.float32)
(fw, bw), (sf, sb) = tf.nn.bidirectional_dynamic_rnn(cells.LSTMCell(3), cells.GRUCell(2), x, lengths, dtype=tf.float32)
both = tf.concat([fw, bw], 2)
note("g", both), note("h", sb)
for i in range(2):
    (fw, bw), _ = tf.nn.bidirectional_dynamic_rnn(cells.LSTMCell(3), cells.LSTMCell(3), both, dtype=tf.float32, scope="layer_%d" % i)
    both = tf.concat([fw, bw], 2)
note("i", tf.layers.dense(both, 7))
outs, state = tf.nn.static_rnn(cells.LSTMCell(3), tf.unstack(fixed, axis=1), dtype=tf.float32, scope="static")
note("j", outs[-1]), note("k", state.h)
outs, state = tf.nn.static_rnn(cells.GRUCell(3), tf.unstack(fixed, axis=1), dtype=tf.float32, sequence_length=[1, 2, 3, 4, 5])
note("l", tf.stack(outs, 1)), note("m", state)
outs, sf, sb = tf.nn.static_bidirectional_rnn(cells.GRUCell(3), cells.GRUCell(2), tf.unstack(fixed, axis=1), dtype=tf.float32, scope="static_both")
note("n", outs[0]), note("o", sb)
outs, sf, sb = tf.contrib.rnn.stack_bidirectional_dynamic_rnn([cells.GRUCell(3), cells.LSTMCell(2)], [cells.GRUCell(3), cells.LSTMCell(2)], fixed, dtype=tf.float32)
note("p", outs), note("q", sb[1].h)
outs, sf, sb = tf.contrib.rnn.stack_bidirectional_rnn([cells.GRUCell(3)], [cells.GRUCell(3)], tf.unstack(fixed, axis=1), dtype=tf.float32)
note("r", outs[0])
cell = cells.LSTMCell(3)
inputs_ta = tf.TensorArray(tf.float32, size=6).unstack(tf.transpose(fixed, [1, 0, 2]))


def loop_fn(time, output, state, loop_state):
    if output is None:
        next_state = cell.zero_state(5, tf.float32)
    else:
        next_state = state
        tf.layers.dense(output, 2, name="emit", reuse=tf.AUTO_REUSE)
    finished = time >= [3, 3, 3, 3, 3]
    return finished, inputs_ta.read(time), next_state, output, None


outputs_ta, final_state, _ = tf.nn.raw_rnn(cell, loop_fn)
note("s", final_state.h)
note("t", outputs_ta.stack())
with tf.variable_scope("in_while"):
    tf.while_loop(lambda i, h: i < 3, lambda i, h: (i + 1, cells.GRUCell(4)(h, h)[0]), [0, tf.zeros([2, 4])])
