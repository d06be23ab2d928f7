"""Cells again, each by itself: in a scope, under AUTO_REUSE, and with a name of its own."""

import tensorflow as tf

rnn = tf.contrib.rnn
x = tf.placeholder(tf.float32, [4, 6])


def cells():
    yield "conv1", tf.zeros([4, 8, 3]), lambda **more: rnn.Conv1DLSTMCell(input_shape=[8, 3], output_channels=2, kernel_shape=[3], **more)
    yield "conv2", tf.zeros([4, 8, 8, 3]), lambda **more: rnn.Conv2DLSTMCell(input_shape=[8, 8, 3], output_channels=2, kernel_shape=[3, 3], **more)
    yield "conv3", tf.zeros([4, 5, 5, 5, 3]), lambda **more: rnn.Conv3DLSTMCell(input_shape=[5, 5, 5, 3], output_channels=2, kernel_shape=[3, 3, 3], **more)
    yield "conv", tf.zeros([4, 8, 3]), lambda name=None: rnn.ConvLSTMCell(1, [8, 3], 2, [3], **({"name": name} if name else {}))
    yield "gru_block", x, lambda **more: rnn.GRUBlockCellV2(3, **more)
    yield "ind", x, lambda **more: rnn.IndRNNCell(3, **more)
    yield "indy_gru", x, lambda **more: rnn.IndyGRUCell(3, **more)
    yield "indy_lstm", x, lambda **more: rnn.IndyLSTMCell(3, **more)
    yield "sru", x, lambda **more: rnn.SRUCell(3, **more)
    yield "gru_nn", x, lambda **more: tf.nn.rnn_cell.GRUCell(3, **more)
    yield "basic", x, lambda **more: tf.nn.rnn_cell.BasicRNNCell(3, **more)
    yield "compat", x, lambda **more: tf.contrib.cudnn_rnn.CudnnCompatibleGRUCell(3, **more)
    yield "compat_lstm", x, lambda **more: tf.contrib.cudnn_rnn.CudnnCompatibleLSTMCell(3, **more)


for label, inputs, make in cells():
    with tf.variable_scope(label):
        cell = make()
        out, state = cell(inputs, cell.zero_state(4, tf.float32))
        tf.Variable(tf.zeros(out.shape), name="out")
        if "conv" not in label:
            make()(inputs, state)
    with tf.variable_scope(label, reuse=tf.AUTO_REUSE):
        make()(inputs, state)
        if "compat" not in label:
            make(name="mine")(inputs, state)
            make(name="mine")(inputs, state)
with tf.variable_scope("unnamed"):
    cell = rnn.UGRNNCell(3)
    cell(x, cell.zero_state(4, tf.float32))
    cell(x, cell.zero_state(4, tf.float32))
    rnn.GRUBlockCell(3)(x, tf.zeros([4, 3]))
    tf.nn.static_rnn(rnn.CompiledWrapper(rnn.LSTMCell(3)), [x, x], dtype=tf.float32)
    tf.nn.static_rnn(rnn.TimeFreqLSTMCell(3, feature_size=2, frequency_skip=2, use_peepholes=True), [x, x], dtype=tf.float32)
    tf.nn.static_rnn(rnn.BidirectionalGridLSTMCell(3, feature_size=2, frequency_skip=2, num_frequency_blocks=[3]), [x], dtype=tf.float32)


class Counted(rnn.LayerRNNCell):
    """A cell of a program's own on the class that the others stand on."""

    def __init__(self, units, name=None, reuse=None):
        super(Counted, self).__init__(name=name, _reuse=reuse)
        self._units = units

    @property
    def state_size(self):
        return self._units

    @property
    def output_size(self):
        return self._units

    def build(self, inputs_shape):
        self._kernel = self.add_variable("kernel", shape=[inputs_shape[1].value + self._units, self._units])
        self.built = True

    def call(self, inputs, state):
        new = tf.tanh(tf.matmul(tf.concat([inputs, state], 1), self._kernel))
        return new, new


with tf.variable_scope("own"):
    Counted(3)(x, tf.zeros([4, 3]))
    Counted(3, name="named")(x, tf.zeros([4, 3]))
    tf.nn.dynamic_rnn(rnn.MultiRNNCell([Counted(3), Counted(3)]), tf.zeros([4, 5, 6]), dtype=tf.float32)
