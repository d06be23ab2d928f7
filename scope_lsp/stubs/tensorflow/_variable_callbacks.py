"""What the naming model asks about values that it does not look into: initializers, partitioners.

Each function takes and gives plain data (see `_plain_values`) or handles.

Modelled on ops/variable_scope.py of TensorFlow 1.15.5.
"""

import functools

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._dims import merge
from tensorflow._graph import GraphKeys, add_to_collection
from tensorflow._plain_values import dims_to, dtype_to, tensor_parts
from tensorflow._partitioned_variables import PartitionedVariable
from tensorflow._shape import TensorShape, as_dims
from tensorflow._tensor import Tensor, convert, create
from tensorflow._tensor_util import refuse
from tensorflow._variable_defs import Pending
from tensorflow._variables import Variable


def _kind(initializer):
    if not _scope_lsp.is_known(initializer):
        return initializer
    if isinstance(initializer, Tensor):
        return "tensor"
    if isinstance(initializer, Variable) or not callable(initializer):
        return "value"
    if isinstance(initializer, type) or hasattr(initializer, "get_config"):
        return "callable"
    return "callable" if _scope_lsp.required_arguments(initializer) else "thunk"


class _PartitionInfo:
    def __init__(self, full_shape, var_offset):
        self.full_shape = full_shape
        self.var_offset = var_offset

    def single_offset(self, shape):
        return self.var_offset[self.single_slice_dim(shape)]

    def single_slice_dim(self, shape):
        for axis in range(len(shape)):
            if shape[axis] != self.full_shape[axis]:
                return axis
        return None


def _call(initializer, shape, dtype, partition):
    if isinstance(initializer, type):
        initializer = _scope_lsp.call_back(initializer)
    dtype = _dtypes.as_dtype(dtype) if dtype is not None else None
    has_shape = not _scope_lsp.is_known(shape) or shape is not None
    if not has_shape:
        value = initializer()
        dtype = None
    else:
        if _scope_lsp.is_known(shape):
            shape = list(shape)
        info = None if partition is None else _PartitionInfo(list(partition[0]), list(partition[1]))
        value = initializer(shape, dtype=dtype or _dtypes.float32, partition_info=info)
    tensor = convert(value, dtype, "initial_value")
    parts = tensor_parts(tensor)
    if not has_shape:
        return parts
    # Where the value that was made is not known, it is taken to be as was asked for.
    made = tensor._dtype if _scope_lsp.is_a(tensor._dtype, _dtypes.DType) else dtype
    dims = merge(tensor._dims, as_dims(shape), refuses=False)
    return dims_to(dims), dtype_to(made), tensor, parts[3], parts[4]


def _convert(value, dtype, name):
    refuse(value)
    return tensor_parts(convert(value, None if dtype is None else _dtypes.as_dtype(dtype), name))


def _slice(value, offset, shape):
    with _scope_lsp.in_name_scope("Slice") as scope:
        convert(list(offset), None, "begin")
        convert(list(shape), None, "size")
    dtype = None if value._dtype is None else value._dtype.base_dtype
    return tensor_parts(create("Slice", scope, tuple(shape), dtype=dtype))


def _partition(partitioner, shape, dtype):
    partitions = partitioner(
        shape=TensorShape(list(shape)), dtype=_dtypes.as_dtype(dtype or "float32")
    )
    return list(partitions) if isinstance(partitions, tuple) else partitions


def _regularize(regularizer, variable):
    loss = regularizer(_scope_lsp.wrapper(variable))
    if loss is not None:
        add_to_collection(GraphKeys.REGULARIZATION_LOSSES, loss)


def _made(handle):
    if _scope_lsp.is_partitioned(handle):
        _scope_lsp.set_wrapper(handle, PartitionedVariable(_handle=handle))
    else:
        _scope_lsp.set_wrapper(handle, Variable(_handle=handle))


def _create(pending, caching_device=None, constraint=None, synchronization=None, aggregation=None):
    """Let the variable creators make what `get_variable` asks for."""
    given = _scope_lsp.pending_variable(pending)
    dtype = given["dtype"]
    made = Variable(
        Pending(pending, CALLBACKS) if given["calls"] else given["value"],
        given["trainable"],
        given["collections"],
        validate_shape=given["validate_shape"],
        name=given["name"],
        dtype=_dtypes.as_dtype(dtype)
        if given["calls"] and dtype is not None and _scope_lsp.is_known(dtype)
        else None,
        use_resource=given["use_resource"],
        caching_device=caching_device,
        constraint=constraint,
        synchronization=synchronization,
        aggregation=aggregation,
    )
    return made._handle if _scope_lsp.is_a(made, Variable) else made


CALLBACKS = {
    "kind": _kind,
    "call": _call,
    "convert": _convert,
    "slice": _slice,
    "partition": _partition,
    "regularize": _regularize,
    "made": _made,
    "create": _create,
}


def callbacks_of(caching_device, constraint, synchronization, aggregation):
    """The same, where creators are told what `get_variable` was given that names hang not on."""
    if not _scope_lsp.creators():
        return CALLBACKS  # whether an argument was given may not be known, and does not matter
    create = functools.partial(
        _create,
        caching_device=caching_device,
        constraint=constraint,
        synchronization=synchronization,
        aggregation=aggregation,
    )
    return dict(CALLBACKS, create=create)
