"""Release 2.3: layers hold the layers among their attributes, and averages are plain."""

import numpy as np

from keras import backend as K
from keras.layers import LSTM, BatchNormalization, Bidirectional, Conv2D, ConvLSTM2D, Dense, Embedding, Flatten, Input, Layer, TimeDistributed
from keras.models import Model, Sequential


class Block(Layer):
    def __init__(self, units, **kwargs):
        super(Block, self).__init__(**kwargs)
        self.dense = Dense(units)
        self.norm = BatchNormalization()
        self.scale = K.variable(1.0, name="scale")

    def build(self, input_shape):
        self.bias = self.add_weight(shape=(1,), initializer="zeros", name="shift")
        self.built = True

    def call(self, x):
        return self.norm(self.dense(x)) * self.scale + self.bias

    def compute_output_shape(self, shape):
        return shape[:-1] + (self.dense.units,)


class Net(Model):
    def __init__(self):
        super(Net, self).__init__()
        self.first = Dense(3)
        self.second = Dense(2)

    def call(self, x):
        return self.second(self.first(x))


x = Input((6,))
model = Model(x, Dense(2)(Block(4, name="block")(Block(5)(x))))
model.compile("adam", "mse")
model._make_train_function()
net = Net()
net.compile("sgd", "mse")
net.fit(np.zeros((2, 3)), np.zeros((2, 2)), verbose=0)
s = Sequential([Conv2D(3, 3, input_shape=(8, 8, 3)), BatchNormalization(), Flatten(), Dense(2)])
s.compile("rmsprop", "mse")
s._make_train_function()
ConvLSTM2D(2, 3)(Input((3, 8, 8, 1)))
y = Embedding(5, 4)(Input((7,)))
y = Bidirectional(LSTM(3, return_sequences=True))(y)
TimeDistributed(Dense(2))(y)
K.zeros((2,), name="z")
K.eye(3)
