"""Which variables a loss reaches through arrays of tensors: those that the flow of the array leads to."""
import tensorflow as tf
from tensorflow.python.util import nest
from tensorflow.python.ops import tensor_array_ops, control_flow_ops
unused = tf.get_variable("unused", [1])
w = tf.get_variable("w", [3, 3])
x = tf.placeholder(tf.float32, [5, 3])
def train(n, loss):
    tf.train.MomentumOptimizer(0.1, 0.9, name=n).minimize(tf.reduce_sum(loss))
def run(infer):
    ta = tf.TensorArray(tf.float32, 5, dynamic_size=True, infer_shape=infer)
    i, ta, h = tf.while_loop(lambda i, ta, h: i < 5, lambda i, ta, h: (i + 1, ta.write(i, tf.matmul(h, w)), tf.matmul(h, w)), [0, ta, x])
    return ta.stack(), h
s, h = run(True)
train("stack", s)
train("state", h)

def structured():
    tas = nest.map_structure(lambda t: tf.TensorArray(t, 0, dynamic_size=True), (tf.float32, tf.int32))
    def body(i, tas, h):
        o = tf.matmul(h, w)
        emit = (o, tf.argmax(o, -1, output_type=tf.int32))
        tas = nest.map_structure(lambda ta, e: ta.write(i, e), tas, emit)
        return i + 1, tas, o
    res = control_flow_ops.while_loop(lambda i, *_: i < 5, body, loop_vars=[tf.constant(0), tas, x], parallel_iterations=32)
    return nest.map_structure(lambda ta: ta.stack(), res[1])
o, ids = structured()
train("structured", o)
train("cond", tf.cond(tf.reduce_all(x > 0), lambda: x, lambda: tf.matmul(x, w)))
train("where", tf.where(tf.tile(tf.expand_dims(x[:, 0] > 0, 1), [1, 3]), tf.zeros_like(x), tf.matmul(x, w)))
v = tf.get_variable("v", [3, 3])
a = tf.TensorArray(tf.float32, 3).unstack(tf.matmul(x, w)[:3])
train("unstacked", a.read(0))
before = a.read(1)
a = a.write(0, tf.matmul(x, v)[0])
train("before_write", before)
train("after_write", a.read(2))
train("gathered", a.gather([0, 1]))
train("concat", tf.TensorArray(tf.float32, 2, infer_shape=False).write(0, tf.matmul(x, v)).concat())
train("scattered", tf.TensorArray(tf.float32, 2).scatter([0, 1], tf.matmul(x, v)[:2]).stack())
train("split", tf.TensorArray(tf.float32, 2).split(tf.matmul(x, v), [2, 3]).read(0))
def history(i, ta, h):
    return i + 1, ta.write(i, tf.matmul(ta.read(i - 1), v)), h
first = tf.TensorArray(tf.float32, 5, clear_after_read=False).write(0, x)
_, arr, _ = tf.while_loop(lambda i, ta, h: i < 4, history, [1, first, x])
train("history", arr.read(3))
_, hist, h = tf.while_loop(lambda i, ta, h: i < 4, lambda i, ta, h: (i + 1, ta.write(i, tf.matmul(x, w)), h + ta.read(i - 1)), [1, first, x])
train("state_of_history", h)
chosen = tf.cond(x[0, 0] > 0, lambda: tf.matmul(x, v), lambda: first.read(0))
train("chosen", chosen)
class Cell(tf.nn.rnn_cell.RNNCell):
    state_size, output_size = 3, 3
    def __call__(self, inputs, state, scope=None):
        return tf.matmul(inputs, v), tf.matmul(state, w)
def loop_fn(time, out, state, loop_state):
    state = x if out is None else state
    return time >= 3, x, state, out, None
out, last, _ = tf.nn.raw_rnn(Cell(), loop_fn)
train("raw", out.stack())
train("raw_state", last)
