"""Recurrent layers and their cells, wrapped and stacked, with states, in scopes."""

import tensorflow as tf

K = tf.keras
L = K.layers
x = tf.zeros([2, 5, 3])
unsure = tf.placeholder(tf.float32, [None, None, 3])


def shown(*tensors):
    for y in tensors:
        dims = ["n" if dim is None else str(dim) for dim in y.shape.as_list()]
        tf.Variable(0.0, name="_".join(["shape"] + dims))


for cls in (L.SimpleRNN, L.GRU, L.LSTM):
    layer = cls(4)
    shown(layer(x))
    shown(layer(x))
    shown(cls(6, return_sequences=True, name="named")(unsure))
    with tf.variable_scope("scope", reuse=tf.AUTO_REUSE):
        shown(*cls(4, return_state=True)(x))
    shown(*cls(4, return_state=True, return_sequences=True)(unsure, initial_state=[tf.zeros([2, 4])] * len(layer.states)))
    cls(4, stateful=True)(x)
L.LSTM(4, use_bias=False, unit_forget_bias=False, dropout=0.1)(x)
L.GRU(4, reset_after=True, recurrent_dropout=0.3)(x)
shown(L.RNN([L.LSTMCell(4), L.GRUCell(5)])(x))
shown(*L.RNN(L.SimpleRNNCell(4, name="cell"), return_sequences=True, return_state=True, name="outer")(x))
with tf.name_scope("scope"):
    shown(L.RNN(L.StackedRNNCells([L.LSTMCell(3), L.LSTMCell(3)]), unroll=True)(x))
shown(L.Bidirectional(L.LSTM(4))(x))
twice = L.Bidirectional(L.GRU(4, return_sequences=True), merge_mode="sum", name="both")
shown(twice(unsure))
shown(twice(x))
with tf.variable_scope("scope"):
    shown(*L.Bidirectional(L.LSTM(4, return_state=True, name="inner"))(x))
shown(*L.Bidirectional(L.SimpleRNN(2), merge_mode=None)(x))
shown(L.TimeDistributed(L.Dense(7))(x))
spread = L.TimeDistributed(L.Conv2D(2, 3), name="spread")
shown(spread(tf.zeros([2, 5, 8, 8, 3])))
shown(spread(tf.zeros([2, 5, 8, 8, 3])))
shown(L.TimeDistributed(K.Sequential([L.Dense(2), L.Dense(3)]))(x))
images = tf.zeros([2, 5, 8, 8, 3])
conv = L.ConvLSTM2D(4, 3)
shown(conv(images))
shown(conv(images))
shown(L.ConvLSTM2D(4, (3, 2), padding="same", strides=2, return_sequences=True, name="conv")(images))
with tf.name_scope("scope"):
    shown(L.ConvLSTM2D(4, 3, data_format="channels_first", use_bias=False)(images))
for weight in twice.weights + layer.weights + conv.weights:
    tf.Variable(0, name="weight_" + weight.op.name.replace("/", "."))
text = K.Sequential([L.Embedding(50, 8, mask_zero=True), L.Bidirectional(L.LSTM(4)), L.Dense(1)])
q = K.Input((None, 3))
out, h, c = L.LSTM(4, return_state=True)(q)
decoded = L.LSTM(4, return_sequences=True, name="decoder")(K.Input((None, 2)), initial_state=[h, c])
shown(out, h, c, decoded)
for weight in text.weights:
    tf.Variable(0, name="weight_" + weight.op.name.replace("/", "."))


class Minimal(L.Layer):
    def __init__(self, units, **kwargs):
        self.units = units
        self.state_size = units
        super(Minimal, self).__init__(**kwargs)

    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(input_shape[-1], self.units), initializer="uniform", name="kernel")
        self.built = True

    def call(self, inputs, states):
        output = K.backend.dot(inputs, self.kernel) + states[0]
        return output, [output]


shown(L.RNN(Minimal(3))(x))
shown(L.RNN([Minimal(3), Minimal(4)], return_sequences=True)(unsure))
