"""What recurrent layers take besides a sequence: states, constants and structures of sequences."""

import collections

import numpy as np
import tensorflow as tf

Pair = collections.namedtuple("Pair", ["wide", "deep"])


class WithConstants(tf.keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super(WithConstants, self).__init__(**kwargs)
        self.units = units
        self.state_size = units

    def build(self, input_shape):
        self.kernel = self.add_weight("kernel", (int(input_shape[-1]), self.units))
        self.constant = self.add_weight("constant", (3, self.units))

    def call(self, inputs, states, constants):
        [state] = states
        [constant] = constants
        output = tf.matmul(inputs, self.kernel) + state + tf.matmul(constant, self.constant)
        return output, [output]

    def get_config(self):
        return dict(super(WithConstants, self).get_config(), units=self.units)


class Nested(tf.keras.layers.Layer):
    state_size = Pair(4, tf.TensorShape([5, 6]))
    output_size = (4, tf.TensorShape([5, 6]))

    def build(self, input_shape):
        self.wide = self.add_weight("wide", (input_shape.wide[1], 4))
        self.deep = self.add_weight("deep", tuple(input_shape.deep[1:]) + (5, 6))

    def call(self, inputs, states):
        wide = states[0] + tf.matmul(inputs.wide, self.wide)
        deep = states[1] + tf.einsum("bij,ijkl->bkl", inputs.deep, self.deep)
        return [wide, deep], Pair(wide, deep)


class Plain(object):
    """A cell that is no layer."""

    state_size = 5

    def call(self, inputs, states):
        return inputs + states[0], [inputs + states[0]]


def train(inputs, outputs, arrays, targets):
    model = tf.keras.Model(inputs, outputs)
    model.compile("rmsprop", "mse")
    model.train_on_batch([np.zeros(each) for each in arrays], [np.zeros(each) for each in targets])


x = tf.keras.Input((7, 5))
c = tf.keras.Input((3,))
s = tf.keras.Input((8,))
layer = tf.keras.layers.RNN(WithConstants(8), name="constant_inputs")
train([x, s, c], layer(x, initial_state=s, constants=c), [(2, 7, 5), (2, 8), (2, 3)], [(2, 8)])
again = tf.keras.layers.RNN.from_config(layer.get_config(), {"WithConstants": WithConstants})
again._name = "from_configuration"
again([x, s, c])

cells = [tf.keras.layers.GRUCell(4), WithConstants(6)]
stacked = tf.keras.layers.RNN(cells, name="constant_tensors")
states = [tf.zeros([2, 4]), tf.zeros([2, 6])]
train([x], stacked(x, initial_state=states, constants=tf.zeros([2, 3])), [(2, 7, 5)], [(2, 6)])

fixed = tf.keras.Input(batch_shape=(2, 7, 5))
kept = tf.keras.layers.RNN([tf.keras.layers.LSTMCell(3), tf.keras.layers.GRUCell(4)], stateful=True)
train([fixed], kept(fixed), [(2, 7, 5)], [(2, 4)])
plain = tf.keras.layers.RNN(Plain(), name="plain")(x)
train([x], tf.keras.layers.Dense(2)(plain), [(2, 7, 5)], [(2, 2)])

deep = tf.keras.Input((7, 2, 3))
first, second = tf.keras.layers.RNN(Nested(name="nested"))(Pair(x, deep))
train([x, deep], [first, second], [(2, 7, 5), (2, 7, 2, 3)], [(2, 4), (2, 5, 6)])
for tensor in (first, second):
    tf.Variable(0, name="rank_%d" % tensor.shape.ndims)
