"""Cells of recurrent layers: unnamed, twice, named, in scopes, of a program's own; linear models."""

import tensorflow as tf

K = tf.keras
L = K.layers
x = tf.zeros([2, 5, 3])
row = tf.zeros([2, 3])


def shown(*tensors):
    for y in tensors:
        dims = ["n" if dim is None else str(dim) for dim in y.shape.as_list()]
        tf.Variable(0.0, name="_".join(["shape"] + dims))


def cells():
    yield lambda **more: L.SimpleRNNCell(4, **more)
    yield lambda **more: L.GRUCell(4, **more)
    yield lambda **more: L.LSTMCell(4, **more)
    yield lambda **more: L.StackedRNNCells([L.GRUCell(4), L.SimpleRNNCell(3, name="inner")], **more)
    yield lambda **more: K.experimental.PeepholeLSTMCell(4, **more)


for make in cells():
    cell = make()
    states = cell.get_initial_state(row)
    output, states = cell(row, states if isinstance(states, (list, tuple)) else [states])
    shown(output)
    cell(row, states)
    shown(L.RNN(make())(x))
    named = L.RNN(make(name="mine"), name="loop")
    shown(named(x))
    named(x)
    with tf.variable_scope("scope", reuse=tf.AUTO_REUSE):
        shown(L.RNN(make(name="mine"), return_sequences=True)(x))
for stack in (L.StackedRNNCells([L.LSTMCell(3)]), L.StackedRNNCells([L.LSTMCell(3), L.GRUCell(2)], name="stack")):
    shown(L.RNN(stack)(x))


class Own(L.AbstractRNNCell):
    def __init__(self, units, **kwargs):
        self.units = units
        super(Own, self).__init__(**kwargs)

    @property
    def state_size(self):
        return self.units

    @property
    def output_size(self):
        return self.units

    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(input_shape[-1], self.units), initializer="uniform", name="kernel")
        self.built = True

    def call(self, inputs, states):
        output = tf.matmul(inputs, self.kernel) + states[0]
        return output, output


shown(L.RNN(Own(4))(x))
shown(L.RNN([Own(4), Own(5, name="second")], name="own")(x))
linear = K.experimental.LinearModel()
shown(linear(row))
shown(linear(row))
shown(K.experimental.LinearModel(3, activation="relu", name="both")([row, tf.zeros([2, 7])]))
