"""What a loss depends on through several rounds of a loop: each sees what the last one made."""
import collections

import tensorflow as tf

State = collections.namedtuple("State", "read write memory")


class Memory(tf.nn.rnn_cell.RNNCell):
    @property
    def state_size(self):
        return State(4, 4, 4)

    @property
    def output_size(self):
        return 4

    def zero_state(self, batch, dtype):
        def first(name):
            return tf.tile(tf.get_variable(name, [1, 4]), [batch, 1])

        return State(first("read"), first("write"), first("memory"))

    def __call__(self, x, state, scope=None):
        k = tf.get_variable("k", [4, 4])
        memory = state.memory + state.write * 2.0
        return tf.matmul(state.memory, k), State(x, state.write + 1.0, memory)


x = tf.placeholder(tf.float32, [2, 3, 4])
out, last = tf.nn.dynamic_rnn(Memory(), x, dtype=tf.float32)
tf.train.MomentumOptimizer(0.1, 0.9).minimize(tf.reduce_sum(out))

a, b, c, d, e = [tf.get_variable(name, []) for name in "abcde"]


def body(i, x, y, z, u, v):
    return i + 1, y * 1.0, z * 1.0, z * 2.0, u * v, v


_, x, y, z, u, v = tf.while_loop(lambda i, *rest: i < 5, body, [0, a * 1.0, b * 1.0, c * 1.0, d * 1.0, e * 1.0])
every = [a, b, c, d, e]
tf.train.AdagradOptimizer(0.1, name="X").minimize(x, var_list=every)
tf.train.AdagradOptimizer(0.1, name="Y").minimize(y, var_list=every)
tf.train.AdagradOptimizer(0.1, name="Z").minimize(z, var_list=every)
tf.train.AdagradOptimizer(0.1, name="U").minimize(u, var_list=every)
tf.train.AdagradOptimizer(0.1, name="V").minimize(v, var_list=every)


class Twice(tf.nn.rnn_cell.RNNCell):
    @property
    def state_size(self):
        return (4, 4)

    @property
    def output_size(self):
        return 4

    def __call__(self, x, state, scope=None):
        one, two = state
        return two + x, (tf.identity(one), one * 2.0)


with tf.variable_scope("decoded"):
    starts = [tf.tile(tf.get_variable(name, [1, 4]), [2, 1]) for name in ("one", "two")]
    helper = tf.contrib.seq2seq.TrainingHelper(tf.placeholder(tf.float32, [2, 3, 4]), [3, 3])
    decoder = tf.contrib.seq2seq.BasicDecoder(Twice(), helper, tuple(starts))
    decoded = tf.contrib.seq2seq.dynamic_decode(decoder)[0].rnn_output
    tf.train.AdagradOptimizer(0.1).minimize(tf.reduce_sum(decoded), var_list=tf.trainable_variables("decoded"))
