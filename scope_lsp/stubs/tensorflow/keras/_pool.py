"""`tf.keras.layers`: pooling.  These layers have no weights, but they use up names.

Modelled on keras/layers/pooling.py of TensorFlow 1.15.5.
"""

from tensorflow import _pooling
from tensorflow._array_ops import expand_dims, squeeze, transpose
from tensorflow._reductions import reduce_max, reduce_mean
from tensorflow._refusals import normalize_padding, normalize_tuple
from tensorflow.keras import _state
from tensorflow.keras._inputs import InputSpec
from tensorflow.keras._layer import Layer


class Pooling(Layer):
    rank = 2

    def __init__(self, pool_size=2, strides=None, padding="valid", data_format=None, **kwargs):
        super(Pooling, self).__init__(**kwargs)
        self.pool_size = normalize_tuple(pool_size, self.rank, "pool_size")
        self.strides = normalize_tuple(
            pool_size if strides is None else strides, self.rank, "strides"
        )
        self.padding = normalize_padding(padding)
        self.data_format = _state.data_format_of(data_format)
        self.input_spec = InputSpec(ndim=self.rank + 2)

    def call(self, inputs):
        first = self.data_format == "channels_first"
        padding = self.padding.upper() if isinstance(self.padding, str) else self.padding
        sizes, strides = self.pool_size, self.strides
        if self.rank == 1:
            axis = 3 if first else 2
            outputs = self.pool(
                expand_dims(inputs, axis),
                (1,) + sizes + (1, 1),
                (1,) + strides + (1, 1),
                padding=padding,
            )
            return squeeze(outputs, axis)
        if first and self.rank == 3:
            outputs = self.pool(
                transpose(inputs, (0, 2, 3, 4, 1)),
                (1,) + sizes + (1,),
                (1,) + strides + (1,),
                padding=padding,
            )
            return transpose(outputs, (0, 4, 1, 2, 3))
        if first:
            return self.pool(
                inputs, (1, 1) + sizes, (1, 1) + strides, padding=padding, data_format="NCHW"
            )
        return self.pool(
            inputs,
            (1,) + sizes + (1,),
            (1,) + strides + (1,),
            padding=padding,
            data_format="NHWC" if self.rank == 2 else "NDHWC",
        )


class _Pooling2D(Pooling):
    """`Pooling2D`, for classes of a program that pool in their own way."""

    def __init__(
        self, pool_function, pool_size, strides, padding="valid", data_format=None, **kwargs
    ):
        super(_Pooling2D, self).__init__(
            pool_size, strides, padding, data_format=data_format, **kwargs
        )
        self.pool_function = pool_function

    def pool(self, inputs, sizes, strides, padding, **named):
        return self.pool_function(inputs, ksize=sizes, strides=strides, padding=padding, **named)


class _Pooling1D(_Pooling2D):
    rank = 1


class _Pooling3D(_Pooling2D):
    rank = 3


class _MaxPooling(Pooling):
    def pool(self, *args, **named):
        pool = _pooling.max_pool3d if self.rank == 3 else _pooling.max_pool
        return pool(*args, **named)


class _AveragePooling(Pooling):
    def pool(self, *args, **named):
        pool = _pooling.avg_pool3d if self.rank == 3 else _pooling.avg_pool
        return pool(*args, **named)


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


class _GlobalPooling(Layer):
    rank = 2

    def __init__(self, data_format=None, **kwargs):
        super(_GlobalPooling, self).__init__(**kwargs)
        self.data_format = _state.data_format_of(data_format)
        self.input_spec = InputSpec(ndim=self.rank + 2)

    def _axes(self):
        start = 2 if self.data_format == "channels_first" else 1
        return list(range(start, start + self.rank))

    def call(self, inputs):
        return self.reduce(inputs, self._axes())


class _GlobalPooling1D(_GlobalPooling):
    rank = 1


class _GlobalPooling3D(_GlobalPooling):
    rank = 3


class _GlobalAverage(_GlobalPooling):
    def reduce(self, inputs, axes):
        return reduce_mean(inputs, axes)


class _GlobalMax(_GlobalPooling):
    def reduce(self, inputs, axes):
        return reduce_max(inputs, axes)


class GlobalAveragePooling1D(_GlobalAverage):
    rank = 1
    supports_masking = True

    def call(self, inputs, mask=None):
        return self.reduce(inputs, self._axes())

    def compute_mask(self, inputs, mask=None):
        return None


class GlobalAveragePooling2D(_GlobalAverage):
    rank = 2


class GlobalAveragePooling3D(_GlobalAverage):
    rank = 3


class GlobalMaxPooling1D(_GlobalMax):
    rank = 1


class GlobalMaxPooling2D(_GlobalMax):
    rank = 2


class GlobalMaxPooling3D(_GlobalMax):
    rank = 3


MaxPool1D = MaxPooling1D
MaxPool2D = MaxPooling2D
MaxPool3D = MaxPooling3D
AvgPool1D = AveragePooling1D
AvgPool2D = AveragePooling2D
AvgPool3D = AveragePooling3D
GlobalAvgPool1D = GlobalAveragePooling1D
GlobalAvgPool2D = GlobalAveragePooling2D
GlobalAvgPool3D = GlobalAveragePooling3D
GlobalMaxPool1D = GlobalMaxPooling1D
GlobalMaxPool2D = GlobalMaxPooling2D
GlobalMaxPool3D = GlobalMaxPooling3D
