"""`tf.IndexedSlices`, and gradients, each of which may be one.

Which gradients TensorFlow keeps sparse is not modelled: asked whether it is made of slices, a
gradient does not say, and it has the parts of one.

Modelled on framework/indexed_slices.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._composite_tensor import CompositeTensor
from tensorflow._shape import UNSURE
from tensorflow._tensor import Tensor, TensorLike, create, is_tensor


class Gradient(Tensor):
    """The gradient of a loss with respect to one tensor or variable."""

    def _part(self, dims, dtype):
        name = _scope_lsp.unknown("the name of a part of a gradient")
        return Tensor(name, "", dims, dtype=dtype, inputs=(self,))

    @property
    def values(self):
        dims = self._dims
        return self._part((None,) + dims[1:] if isinstance(dims, tuple) else UNSURE, self._dtype)

    @property
    def indices(self):
        return self._part((None,), _dtypes.int64)

    @property
    def dense_shape(self):
        rank = len(self._dims) if isinstance(self._dims, tuple) else UNSURE
        return self._part((rank,), _dtypes.int64)


class _Perhaps(type):
    def __instancecheck__(cls, instance):
        if is_tensor(instance):
            is_gradient = instance._may_be_none is not None
            return _scope_lsp.unknown("whether a gradient is sparse") if is_gradient else False
        return type.__instancecheck__(cls, instance)


class IndexedSlices(CompositeTensor, TensorLike, metaclass=_Perhaps):
    _op_type = "IndexedSlices"
    _is_unknown = False
    _surely = ()
    _may_be_none = None

    def __init__(self, values, indices, dense_shape=None):
        self.values = values
        self.indices = indices
        self.dense_shape = dense_shape

    @property
    def _dims(self):
        return UNSURE

    @property
    def _inputs(self):
        return (self.values,)

    @property
    def _dtype(self):
        return self.values._dtype

    @property
    def name(self):
        return self.values.name

    @property
    def device(self):
        return self.values.device

    def __neg__(self):
        return IndexedSlices(-self.values, self.indices, self.dense_shape)

    def _as_tensor(self, dtype=None, name=None, as_ref=False):
        """indexed_slices._indexed_slices_to_tensor."""
        return create("UnsortedSegmentSum", name, UNSURE, dtype=self._dtype, inputs=(self.values,))
