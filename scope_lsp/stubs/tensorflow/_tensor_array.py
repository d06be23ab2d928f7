"""`tf.TensorArray`: a list of tensors of one shape that loops read and write.

Modelled on ops/tensor_array_ops.py (_GraphTensorArray) of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._shape import UNSURE, as_dims, is_int, reveal
from tensorflow._tensor import convert, create, create_many, create_op, dtype_of, pop, push


class TensorArray:
    _is_tensor_array = True

    def __init__(
        self,
        dtype,
        size=None,
        dynamic_size=None,
        clear_after_read=None,
        tensor_array_name=None,
        handle=None,
        flow=None,
        infer_shape=True,
        element_shape=None,
        colocate_with_first_write_call=True,
        name=None,
        _like=None,
    ):
        if _like is not None:
            self._dtype, self._element, self._length, self.handle, self.flow = _like
            return
        self._dtype = dtype_of(dtype)
        self._element = UNSURE if element_shape is None else as_dims(element_shape)
        self._length = (
            size
            if is_int(size)
            and size > 0
            and (not _scope_lsp.is_known(dynamic_size) or not dynamic_size)
            else None
        )
        full = push(name, "TensorArray")
        convert(size, _dtypes.int32, "size")
        pop()
        self.handle, self.flow = create_many(
            "TensorArrayV3",
            full,
            [(None, _dtypes.resource), ((), _dtypes.float32)],
        )

    def _next(self, element=UNSURE, length=None):
        kept = self._element if isinstance(self._element, tuple) else element
        return TensorArray(
            None,
            _like=(
                self._dtype,
                kept,
                self._length if length is None else length,
                self.handle,
                self.flow,
            ),
        )

    def _op(self, op_type, name, dims):
        full = push(name, op_type)
        pop()
        return create(op_type, full, dims, dtype=self._dtype)

    @property
    def dtype(self):
        return (
            _scope_lsp.unknown("a dtype that is not modelled")
            if self._dtype is None
            else self._dtype
        )

    @property
    def element_shape(self):
        return reveal(self._element)

    def identity(self):
        return self._next()

    def grad(self, source, flow=None, name=None):
        return self._next()

    def read(self, index, name=None):
        return self._op("TensorArrayReadV3", name or "TensorArrayReadV3", self._element)

    def write(self, index, value, name=None):
        push(name, "TensorArrayWrite")
        value = convert(value, self._dtype, "value")
        create_op("TensorArrayWriteV3", None)
        pop()
        return self._next(value._dims)

    def stack(self, name=None):
        push(name, "TensorArrayStack")
        result = create("TensorArrayGatherV3", None, self._stacked(), dtype=self._dtype)
        pop()
        return result

    def _stacked(self):
        """TensorFlow does not know how many elements there are, even where the size is a number."""
        return (None,) + self._element if isinstance(self._element, tuple) else self._element

    def gather(self, indices, name=None):
        convert(indices, _dtypes.int32, "indices")
        return create("TensorArrayGatherV3", name, self._stacked(), dtype=self._dtype)

    def concat(self, name=None):
        dims = self._element
        return create(
            "TensorArrayConcatV3",
            name,
            (None,) + dims[1:] if isinstance(dims, tuple) else dims,
            dtype=self._dtype,
        )

    def unstack(self, value, name=None):
        push(name, "TensorArrayUnstack")
        value = convert(value, self._dtype, "value")
        create_op("TensorArrayScatterV3", "TensorArrayScatter/TensorArrayScatterV3")
        pop()
        dims = value._dims
        if isinstance(dims, tuple) and dims:
            return self._next(dims[1:], dims[0] if is_int(dims[0]) else None)
        return self._next()

    def scatter(self, indices, value, name=None):
        value = convert(value, self._dtype, "value")
        create_op("TensorArrayScatterV3", name)
        return self._next(value._dims[1:] if isinstance(value._dims, tuple) else UNSURE)

    def split(self, value, lengths, name=None):
        create_op("TensorArraySplitV3", name)
        return self._next()

    def size(self, name=None):
        return create("TensorArraySizeV3", name, (), dtype=_dtypes.int32, value=self._length)

    def close(self, name=None):
        return create_op("TensorArrayCloseV3", name)
