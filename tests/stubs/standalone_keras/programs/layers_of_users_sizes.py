"""Layers of users that ask Keras' helpers for sizes."""

import tensorflow as tf
from keras import backend as K
from keras.engine import InputSpec, Layer
from keras.layers import Input
from keras.models import Model
from keras.utils import conv_utils
from keras.utils.generic_utils import has_arg, to_list
from keras.utils.layer_utils import count_params


class Upsample(Layer):
    def __init__(self, upsampling=(2, 2), data_format=None, **kwargs):
        super(Upsample, self).__init__(**kwargs)
        self.data_format = K.normalize_data_format(data_format)
        self.upsampling = conv_utils.normalize_tuple(upsampling, 2, "size")
        self.input_spec = InputSpec(ndim=4)

    def build(self, input_shape):
        size = [conv_utils.conv_output_length(n, 3, "valid", 1) for n in input_shape[1:3]]
        self.scale = self.add_weight(name="scale%d_%d" % tuple(size), shape=self.upsampling + (1, input_shape[-1]), initializer="ones")
        size = conv_utils.deconv_length(input_shape[1], 2, 3, "same", None)
        self.other = self.add_weight(name="out%d" % size, shape=(size,), initializer="zeros")
        super(Upsample, self).build(input_shape)

    def call(self, x):
        return x * K.sum(self.scale)


x = Input((8, 6, 3))
layer = Upsample(3, name="up")
model = Model(x, layer(x))
tf.Variable(0.0, name="params%d" % count_params(layer.weights))
tf.Variable(0.0, name="list%d_%s" % (len(to_list(x)), has_arg(layer.call, "x")))
