"""tf.layers: pooling.  These layers have no weights, but they use up names.

Modelled on layers/pooling.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._layers_base import Layer
from tensorflow.keras import _pool


class MaxPooling1D(_pool.MaxPooling1D, Layer):
    def __init__(
        self, pool_size, strides, padding="valid", data_format="channels_last", name=None, **kwargs
    ):
        _pool.Pooling.__init__(
            self, pool_size, strides, padding=padding, data_format=data_format, name=name, **kwargs
        )


class MaxPooling2D(_pool.MaxPooling2D, Layer):
    def __init__(
        self, pool_size, strides, padding="valid", data_format="channels_last", name=None, **kwargs
    ):
        _pool.Pooling.__init__(
            self, pool_size, strides, padding=padding, data_format=data_format, name=name, **kwargs
        )


class MaxPooling3D(_pool.MaxPooling3D, Layer):
    def __init__(
        self, pool_size, strides, padding="valid", data_format="channels_last", name=None, **kwargs
    ):
        _pool.Pooling.__init__(
            self, pool_size, strides, padding=padding, data_format=data_format, name=name, **kwargs
        )


class AveragePooling1D(_pool.AveragePooling1D, Layer):
    def __init__(
        self, pool_size, strides, padding="valid", data_format="channels_last", name=None, **kwargs
    ):
        _pool.Pooling.__init__(
            self, pool_size, strides, padding=padding, data_format=data_format, name=name, **kwargs
        )


class AveragePooling2D(_pool.AveragePooling2D, Layer):
    def __init__(
        self, pool_size, strides, padding="valid", data_format="channels_last", name=None, **kwargs
    ):
        _pool.Pooling.__init__(
            self, pool_size, strides, padding=padding, data_format=data_format, name=name, **kwargs
        )


class AveragePooling3D(_pool.AveragePooling3D, Layer):
    def __init__(
        self, pool_size, strides, padding="valid", data_format="channels_last", name=None, **kwargs
    ):
        _pool.Pooling.__init__(
            self, pool_size, strides, padding=padding, data_format=data_format, name=name, **kwargs
        )


def _function(cls, name):
    @_scope_lsp.takes(True, name)
    def layer(inputs, pool_size, strides, padding="valid", data_format="channels_last", name=None):
        return cls(pool_size, strides, padding, data_format=data_format, name=name).apply(inputs)

    return layer


max_pooling1d = _function(MaxPooling1D, "max_pooling1d")
max_pooling2d = _function(MaxPooling2D, "max_pooling2d")
max_pooling3d = _function(MaxPooling3D, "max_pooling3d")
average_pooling1d = _function(AveragePooling1D, "average_pooling1d")
average_pooling2d = _function(AveragePooling2D, "average_pooling2d")
average_pooling3d = _function(AveragePooling3D, "average_pooling3d")
