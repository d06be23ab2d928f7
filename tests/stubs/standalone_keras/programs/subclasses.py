"""Layers and models of the program's own."""

import numpy as np

from keras import backend as K
from keras import initializers, regularizers
from keras.engine.topology import InputSpec, Layer
from keras.layers import Dense, Input, Lambda
from keras.models import Model


class Scale(Layer):
    def __init__(self, axis=-1, **kwargs):
        self.axis = axis
        self.supports_masking = True
        super(Scale, self).__init__(**kwargs)

    def build(self, input_shape):
        assert isinstance(input_shape, tuple)
        self.input_spec = [InputSpec(shape=input_shape)]
        shape = (int(input_shape[self.axis]),)
        self.gamma = K.variable(initializers.get("one")(shape), name="{}_gamma".format(self.name))
        self.beta = K.variable(np.zeros(shape), name="%s_beta" % self.name)
        self.trainable_weights = [self.gamma, self.beta]

    def call(self, x, mask=None):
        return self.gamma * x + self.beta


class Attention(Layer):
    def build(self, input_shape):
        self.W = self.add_weight(name="W", shape=(input_shape[-1], input_shape[-1]), initializer="normal", trainable=True)
        self.b = self.add_weight(shape=(input_shape[1],), initializer="zeros", name="b", regularizer=regularizers.l2(0.1))
        self.u = self.add_weight("u", (input_shape[-1],), initializer=lambda shape, dtype=None: K.zeros(shape, name="u_start"))
        super(Attention, self).build(input_shape)

    def call(self, x):
        e = K.tanh(K.dot(x, self.W) + K.expand_dims(self.b))
        a = K.softmax(K.sum(e * self.u, axis=-1))
        return K.sum(x * K.expand_dims(a), axis=1)

    def compute_output_shape(self, input_shape):
        return (input_shape[0], input_shape[-1])


class Forgetful(Layer):
    """Says nothing of the shape that it gives."""

    def call(self, x):
        return K.sum(x, axis=1)


class Pair(Layer):
    def __init__(self, units, **kwargs):
        super(Pair, self).__init__(**kwargs)
        self.first = Dense(units)
        self.second = Dense(units, name="second")

    def call(self, inputs):
        x, y = inputs
        return [self.first(x), self.second(y)]

    def compute_output_shape(self, shapes):
        return [shape[:-1] + (self.first.units,) for shape in shapes]


class MyDense(Dense):
    def build(self, input_shape):
        super(MyDense, self).build(input_shape)
        self.extra = self.add_weight(name="extra", shape=(1,), initializer="ones", trainable=False)


class Net(Model):
    def __init__(self):
        super(Net, self).__init__(name="net")
        self.a = Dense(4)
        self.b = [Dense(3)]

    def call(self, x):
        return self.b[0](self.a(x))


class OtherNet(Net):
    def __init__(self):
        Model.__init__(self)
        self.a = Dense(4)
        self.b = [Dense(3, name="b")]


x = Input((5, 6))
y = Attention()(x)
y = Scale()(y)
y = Scale(name="scale")(y)
y, z = Pair(3)([y, y])
y = MyDense(2)(y)
model = Model(x, y)
print(model.trainable_weights)
model.compile("sgd", "mse")
model._make_train_function()
Dense(2, name="after")(Forgetful()(x))
net = Net()
net.compile("sgd", "mse")
net.fit(np.zeros((2, 3)), np.zeros((2, 3)), verbose=0)
net = OtherNet()
net.compile("adam", "mse")
net.fit(np.zeros((2, 3)), np.zeros((2, 3)), verbose=0)
Lambda(lambda x: Dense(2)(x))(Input((3,)))
