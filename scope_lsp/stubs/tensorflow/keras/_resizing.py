"""`tf.keras.layers`: layers that make images larger or smaller without weights.

Of their arithmetic one op is kept; its shape is what counts.

Modelled on keras/layers/convolutional.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._shape import UNSURE, as_dim, dim_op
from tensorflow._tensor import base_dtype, convert, create
from tensorflow.keras import _state
from tensorflow.keras._inputs import InputSpec
from tensorflow.keras._layer import Layer
from tensorflow.keras._shapes import spatial


def _pairs(value, rank):
    """Amounts before and after for each spatial axis, however they are given."""
    if not _scope_lsp.is_known(value):
        return ((UNSURE, UNSURE),) * rank
    if rank == 1:
        return (spatial(value, 2),)
    return (
        ((value, value),) * rank
        if isinstance(value, int)
        else tuple([spatial(item, 2) for item in value])
    )


class _Resizing(Layer):
    rank = 2
    _op_type = "Pad"

    def __init__(self, data_format=None, **kwargs):
        super(_Resizing, self).__init__(**kwargs)
        self.data_format = "channels_last" if self.rank == 1 else _state.data_format_of(data_format)
        self.input_spec = InputSpec(ndim=self.rank + 2)

    def call(self, inputs):
        x = convert(inputs)
        return create(self._op_type, None, self._resized(x._dims), dtype=base_dtype(x), inputs=(x,))

    def _resized(self, dims):
        if not isinstance(dims, tuple) or len(dims) != self.rank + 2:
            return (UNSURE,) * (self.rank + 2)
        start = 2 if self.data_format == "channels_first" else 1
        moved = [self._moved(dim, i) for i, dim in enumerate(dims[start : start + self.rank])]
        return dims[:start] + tuple(moved) + dims[start + self.rank :]


class _ZeroPadding(_Resizing):
    def _moved(self, dim, axis):
        before, after = self.padding[axis]
        return dim_op(
            lambda x, y: x + y, dim, dim_op(lambda x, y: x + y, as_dim(before), as_dim(after))
        )


class ZeroPadding1D(_ZeroPadding):
    rank = 1

    def __init__(self, padding=1, **kwargs):
        _Resizing.__init__(self, **kwargs)
        self.padding = _pairs(padding, 1)


class ZeroPadding2D(_ZeroPadding):
    def __init__(self, padding=(1, 1), data_format=None, **kwargs):
        _Resizing.__init__(self, data_format, **kwargs)
        self.padding = _pairs(padding, 2)


class ZeroPadding3D(_ZeroPadding):
    rank = 3

    def __init__(self, padding=(1, 1, 1), data_format=None, **kwargs):
        _Resizing.__init__(self, data_format, **kwargs)
        self.padding = _pairs(padding, 3)


class _Cropping(_Resizing):
    _op_type = "StridedSlice"

    def _moved(self, dim, axis):
        before, after = self.cropping[axis]
        return dim_op(
            lambda x, y: max(x - y, 0),
            dim,
            dim_op(lambda x, y: x + y, as_dim(before), as_dim(after)),
        )


class Cropping1D(_Cropping):
    rank = 1

    def __init__(self, cropping=(1, 1), **kwargs):
        _Resizing.__init__(self, **kwargs)
        self.cropping = _pairs(cropping, 1)


class Cropping2D(_Cropping):
    def __init__(self, cropping=((0, 0), (0, 0)), data_format=None, **kwargs):
        _Resizing.__init__(self, data_format, **kwargs)
        self.cropping = _pairs(cropping, 2)


class Cropping3D(_Cropping):
    rank = 3

    def __init__(self, cropping=((1, 1), (1, 1), (1, 1)), data_format=None, **kwargs):
        _Resizing.__init__(self, data_format, **kwargs)
        self.cropping = _pairs(cropping, 3)


class _UpSampling(_Resizing):
    _op_type = "ResizeNearestNeighbor"

    def _moved(self, dim, axis):
        return dim_op(lambda x, y: x * y, dim, as_dim(self.size[axis]))


class UpSampling1D(_UpSampling):
    rank = 1

    def __init__(self, size=2, **kwargs):
        _Resizing.__init__(self, **kwargs)
        self.size = (size,)


class UpSampling2D(_UpSampling):
    def __init__(self, size=(2, 2), data_format=None, interpolation="nearest", **kwargs):
        _Resizing.__init__(self, data_format, **kwargs)
        self.size = spatial(size, 2)
        self.interpolation = interpolation


class UpSampling3D(_UpSampling):
    rank = 3

    def __init__(self, size=(2, 2, 2), data_format=None, **kwargs):
        _Resizing.__init__(self, data_format, **kwargs)
        self.size = spatial(size, 3)
