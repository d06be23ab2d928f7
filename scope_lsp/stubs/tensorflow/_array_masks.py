"""Ops whose result is as large as the values of a tensor say: where, boolean_mask, unique ...

Modelled on ops/array_ops.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._array_ops import reshape, shape, squeeze
from tensorflow._array_slicing import gather
from tensorflow._shape import UNSURE, broadcast, is_int, merge, size
from tensorflow._tensor import (
    apply,
    base_dtype,
    convert,
    create,
    create_many,
    dtype_of,
    pop,
    push,
)
from tensorflow._array_joins import concat


def where(condition, x=None, y=None, name=None):
    if x is None and y is None:
        scope = push(name, "Where")
        test = convert(condition, _dtypes.bool, "condition")
        pop()
        return create(
            "Where",
            scope,
            (None, len(test._dims)) if isinstance(test._dims, tuple) else (None, UNSURE),
            dtype=_dtypes.int64,
        )
    name, [test, x, y] = apply("Select", name, (condition, "condition"), (x, "t"), (y, "e"))
    return create(
        "Select", name, merge(x._dims, y._dims), dtype=base_dtype(x) or base_dtype(y), inputs=(x, y)
    )


def where_v2(condition, x=None, y=None, name=None):
    if x is None and y is None:
        return where(condition, None, None, name=name)
    name, [test, x, y] = apply("SelectV2", name, (condition, "condition"), (x, "t"), (y, "e"))
    return create(
        "SelectV2",
        name,
        broadcast(test._dims, broadcast(x._dims, y._dims)),
        dtype=base_dtype(x),
        inputs=(x, y),
    )


def boolean_mask(tensor, mask, name="boolean_mask", axis=None):
    from tensorflow._reductions import reduce_prod  # imports this module itself

    push(name, "boolean_mask")
    x = convert(tensor, None, "tensor")
    mask = convert(mask, None, "mask")
    first = 0 if axis is None else axis
    dims = UNSURE
    if isinstance(x._dims, tuple) and isinstance(mask._dims, tuple) and is_int(first):
        count = len(mask._dims)
        leading = reduce_prod(shape(x)[first : first + count], [0])
        flat = reshape(x, concat([shape(x)[:first], [leading], shape(x)[first + count :]], 0))
        flat._dims = (
            x._dims[:first] + (size(x._dims[first : first + count]),) + x._dims[first + count :]
        )
        result = gather(flat, squeeze(where(reshape(mask, [-1])), axis=[1]), axis=axis)
        dims = x._dims[:first] + (None,) + x._dims[first + count :]
    else:
        result = create("GatherV2", None, UNSURE, dtype=base_dtype(x), inputs=(x,))
    result._dims = dims
    pop()
    return result


def unique(x, out_idx=_dtypes.int32, name=None):
    name, [x] = apply("Unique", name, (x, "x"))
    return tuple(
        create_many("Unique", name, [((None,), base_dtype(x)), (x._dims, dtype_of(out_idx))])
    )


def dynamic_partition(data, partitions, num_partitions, name=None):
    name, [x, at] = apply("DynamicPartition", name, (data, "data"), (partitions, "partitions"))
    if not is_int(num_partitions):
        _scope_lsp.new_op("DynamicPartition", name)
        return _scope_lsp.unknown("an unknown number of partitions")
    dims = UNSURE
    if isinstance(x._dims, tuple) and isinstance(at._dims, tuple):
        dims = (None,) + x._dims[len(at._dims) :]
    return create_many(
        "DynamicPartition", name, [(dims, base_dtype(x))] * num_partitions, inputs=(x,)
    )
