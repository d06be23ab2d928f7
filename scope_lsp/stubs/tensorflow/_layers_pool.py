"""tf.layers: pooling.  These layers have no weights, but they use up names.

Modelled on layers/pooling.py and keras/layers/pooling.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _convolutions
from tensorflow._array_ops import expand_dims, squeeze
from tensorflow._layers_base import Layer
from tensorflow._layers_conv import spatial


class _Pooling(Layer):
    rank = 2

    def __init__(self, pool_size, strides, padding="valid", data_format="channels_last", name=None, **kwargs):
        Layer.__init__(self, name=name, **kwargs)
        self.pool_size = spatial(pool_size, self.rank)
        self.strides = spatial(pool_size if strides is None else strides, self.rank)
        self.padding = padding
        self.data_format = data_format

    def call(self, inputs):
        first = self.data_format == "channels_first"
        padding = self.padding.upper() if isinstance(self.padding, str) else self.padding
        sizes, strides = self.pool_size, self.strides
        if self.rank == 1:
            axis = 3 if first else 2
            outputs = self.pool(expand_dims(inputs, axis), (1,) + sizes + (1, 1), (1,) + strides + (1, 1), padding)
            return squeeze(outputs, axis)
        if first:
            return self.pool(inputs, (1, 1) + sizes, (1, 1) + strides, padding, "NCHW" if self.rank == 2 else "NCDHW")
        return self.pool(inputs, (1,) + sizes + (1,), (1,) + strides + (1,), padding, "NHWC" if self.rank == 2 else "NDHWC")


class _MaxPooling(_Pooling):
    def pool(self, *args):
        return _convolutions.max_pool3d(*args) if self.rank == 3 else _convolutions.max_pool(*args)


class _AveragePooling(_Pooling):
    def pool(self, *args):
        return _convolutions.avg_pool3d(*args) if self.rank == 3 else _convolutions.avg_pool(*args)


class MaxPooling1D(_MaxPooling):
    rank = 1


class MaxPooling2D(_MaxPooling):
    rank = 2


class MaxPooling3D(_MaxPooling):
    rank = 3


class AveragePooling1D(_AveragePooling):
    rank = 1


class AveragePooling2D(_AveragePooling):
    rank = 2


class AveragePooling3D(_AveragePooling):
    rank = 3


def _function(cls):
    def layer(inputs, pool_size, strides, padding="valid", data_format="channels_last", name=None):
        return cls(pool_size, strides, padding, data_format, name).apply(inputs)

    return layer


max_pooling1d = _function(MaxPooling1D)
max_pooling2d = _function(MaxPooling2D)
max_pooling3d = _function(MaxPooling3D)
average_pooling1d = _function(AveragePooling1D)
average_pooling2d = _function(AveragePooling2D)
average_pooling3d = _function(AveragePooling3D)
