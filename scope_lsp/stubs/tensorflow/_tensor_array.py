"""`tf.TensorArray`: a list of tensors of one shape that loops read and write.

What is read from it depends on its flow, which each write replaces: gradients follow the flow too.

Modelled on ops/tensor_array_ops.py (_GraphTensorArray) of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._shape import UNSURE, as_dims, is_int, reveal
from tensorflow._tensor import (
    Tensor,
    convert,
    create,
    create_many,
    create_op,
    dtype_of,
    is_tensor,
    pop,
    push,
)


def _flow(*inputs):
    """A flow that stands for no op of its own."""
    name = _scope_lsp.unknown("the name of a tensor")
    return Tensor(name, "Merge", (), dtype=_dtypes.float32, inputs=inputs)


def looped(array):
    """An array as a loop's body sees it."""
    return array._next(flow=_flow(array.flow))


def feed_back_array(inside, after):
    """Record that a round sees what the one before it wrote."""
    inside.flow._inputs = inside.flow._inputs + (after.flow,)


def leave_array(before, after):
    """An array behind a loop, of which there may have been no round."""
    return after._next(flow=_flow(before.flow, after.flow))


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
            inputs=(),
        )
        if not _scope_lsp.is_known(flow) or flow is not None:
            self.flow = flow if is_tensor(flow) else _flow(flow)

    def _next(self, element=UNSURE, length=None, flow=None):
        kept = self._element if isinstance(self._element, tuple) else element
        return TensorArray(
            None,
            _like=(
                self._dtype,
                kept,
                self._length if length is None else length,
                self.handle,
                self.flow if flow is None else flow,
            ),
        )

    def _op(self, op_type, name, dims):
        full = push(name, op_type)
        pop()
        return create(op_type, full, dims, dtype=self._dtype, inputs=(self.flow,))

    def _written(self, op_type, name, value):
        """The flow behind an op that writes a value."""
        return create(op_type, name, (), dtype=_dtypes.float32, inputs=(value, self.flow))

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
        return self._next(flow=_flow(_scope_lsp.unknown("the flow of gradients")))

    def read(self, index, name=None):
        return self._op("TensorArrayReadV3", name or "TensorArrayReadV3", self._element)

    def write(self, index, value, name=None):
        push(name, "TensorArrayWrite")
        value = convert(value, self._dtype, "value")
        flow = self._written("TensorArrayWriteV3", None, value)
        pop()
        return self._next(value._dims, flow=flow)

    def stack(self, name=None):
        push(name, "TensorArrayStack")
        dims, inputs = self._stacked(), (self.flow,)
        result = create("TensorArrayGatherV3", None, dims, dtype=self._dtype, inputs=inputs)
        pop()
        return result

    def _stacked(self):
        """TensorFlow does not know how many elements there are, even where the size is a number."""
        return (None,) + self._element if isinstance(self._element, tuple) else self._element

    def gather(self, indices, name=None):
        convert(indices, _dtypes.int32, "indices")
        dims, inputs = self._stacked(), (self.flow,)
        return create("TensorArrayGatherV3", name, dims, dtype=self._dtype, inputs=inputs)

    def concat(self, name=None):
        dims = self._element
        return create(
            "TensorArrayConcatV3",
            name,
            (None,) + dims[1:] if isinstance(dims, tuple) else dims,
            dtype=self._dtype,
            inputs=(self.flow,),
        )

    def unstack(self, value, name=None):
        push(name, "TensorArrayUnstack")
        value = convert(value, self._dtype, "value")
        name = "TensorArrayScatter/TensorArrayScatterV3"
        flow = self._written("TensorArrayScatterV3", name, value)
        pop()
        dims = value._dims
        if isinstance(dims, tuple) and dims:
            return self._next(dims[1:], dims[0] if is_int(dims[0]) else None, flow=flow)
        return self._next(flow=flow)

    def scatter(self, indices, value, name=None):
        value = convert(value, self._dtype, "value")
        flow = self._written("TensorArrayScatterV3", name, value)
        dims = value._dims[1:] if isinstance(value._dims, tuple) else UNSURE
        return self._next(dims, flow=flow)

    def split(self, value, lengths, name=None):
        value = convert(value, self._dtype, "value")
        return self._next(flow=self._written("TensorArraySplitV3", name, value))

    def size(self, name=None):
        return create("TensorArraySizeV3", name, (), dtype=_dtypes.int32, value=self._length)

    def close(self, name=None):
        return create_op("TensorArrayCloseV3", name)
