"""Keras's layers by TensorFlow's own modules, among them those of version 2."""

import tensorflow as tf
from tensorflow.python.keras import layers
from tensorflow.python.keras.engine import base_layer, input_layer, sequential
from tensorflow.python.keras.layers import (
    convolutional,
    core,
    embeddings,
    normalization,
    normalization_v2,
    recurrent,
    recurrent_v2,
    wrappers,
)

x = input_layer.Input((5, 3))
recurrent_v2.LSTM(2)(x)
recurrent_v2.GRU(2)(x)
recurrent_v2.GRU(2, reset_after=False)(x)
layers.LSTM_v2(2, name="named")(x)
layers.RNN(recurrent_v2.GRUCell(4))(x)
layers.RNN(recurrent_v2.LSTMCell(4))(x)
wrappers.Bidirectional(recurrent_v2.GRU(2))(x)
normalization_v2.BatchNormalization()(x)
wrappers.Bidirectional(recurrent.GRU(2))(x)
y = convolutional.Conv1D(2, 3)(x)
y = normalization.BatchNormalization()(y)
core.Dense(3)(core.Flatten()(y))
embeddings.Embedding(7, 3)(input_layer.Input((5,)))


class Mine(base_layer.Layer):
    def build(self, shape):
        self.w = self.add_weight("w", [2])

    def call(self, t):
        return t * self.w[0]


Mine()(x)
sequential.Sequential([core.Dense(2, input_shape=(3,), name="s")])
tf.get_variable("after", [])
