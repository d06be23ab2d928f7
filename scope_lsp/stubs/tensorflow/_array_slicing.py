"""Parts of tensors: gather, slice, strided_slice.

Modelled on ops/array_ops.py of TensorFlow 1.15.5 and the shape functions of its ops.
"""

import _scope_lsp

from tensorflow._array_ops import given_sizes
from tensorflow._operators import DYNAMIC, item_of, sliced_dims
from tensorflow._shape import UNSURE, is_int
from tensorflow._tensor import apply, base_dtype, convert, create
from tensorflow._constant_ops import ones_like


def gather(params, indices, validate_indices=None, name=None, axis=None, batch_dims=0):
    axis = batch_dims if axis is None else axis
    if (
        _scope_lsp.is_known(params)
        and getattr(params, "_resource", False)
        and _scope_lsp.is_known(axis)
        and axis == 0
    ):
        at = convert(indices)
        result = params.sparse_read(at, name)
        if isinstance(params._dims, tuple) and isinstance(at._dims, tuple):
            result._dims = at._dims + params._dims[1:]
        return result
    name, [x, at, axis] = apply(
        "GatherV2", name, (params, "params"), (indices, "indices"), (axis, "axis")
    )
    dims = x._dims
    if isinstance(dims, tuple) and isinstance(at._dims, tuple) and is_int(axis._value):
        if is_int(batch_dims):
            where = axis._value + len(dims) if axis._value < 0 else axis._value
            dims = dims[:where] + at._dims[batch_dims:] + dims[where + 1 :]
        else:
            dims = UNSURE
    elif dims is None or at._dims is None:
        dims = None
    else:
        dims = UNSURE
    value = None
    if isinstance(x._value, list) and is_int(at._value):
        value = item_of(x._value, at._value)
    return create("GatherV2", name, dims, dtype=base_dtype(x), value=value, inputs=(x,))


def gather_nd(params, indices, name=None, batch_dims=0):
    name, [x, at] = apply("GatherNd", name, (params, "params"), (indices, "indices"))
    dims = UNSURE
    if (
        isinstance(x._dims, tuple)
        and isinstance(at._dims, tuple)
        and at._dims
        and is_int(at._dims[-1])
    ):
        dims = at._dims[:-1] + x._dims[at._dims[-1] :]
    elif UNSURE not in (x._dims, at._dims):
        dims = None
    return create("GatherNd", name, dims, dtype=base_dtype(x), inputs=(x,))


def slice_(input_, begin, size, name=None):
    name, [x, start, length] = apply(
        "Slice", name, (input_, "input"), (begin, "begin"), (size, "size")
    )
    dims = x._dims
    if isinstance(dims, tuple):
        lengths, starts = given_sizes(size, length), given_sizes(begin, start)
        lengths = [lengths] * len(dims) if lengths in (None, UNSURE) else lengths
        starts = [starts] * len(dims) if starts in (None, UNSURE) else starts
        if len(lengths) == len(dims) and len(starts) == len(dims):
            dims = tuple(
                [_slice_dim(dim, at, count) for dim, at, count in zip(dims, starts, lengths)]
            )
        else:
            dims = (UNSURE,) * len(dims)
    elif isinstance(length._dims, tuple) and length._dims and is_int(length._dims[0]):
        dims = (dims,) * length._dims[0]
    return create("Slice", name, dims, dtype=base_dtype(x), inputs=(x,))


def _slice_dim(dim, start, length):
    if not is_int(length) or length >= 0:
        return length
    if UNSURE in (dim, start):
        return UNSURE
    return dim - start if is_int(dim) and is_int(start) else None


def _are_lists(values):
    for value in values:
        if not isinstance(value, list):
            return False
    return True


def strided_slice(
    input_,
    begin,
    end,
    strides=None,
    begin_mask=0,
    end_mask=0,
    ellipsis_mask=0,
    new_axis_mask=0,
    shrink_axis_mask=0,
    var=None,
    name=None,
):
    made = strides is None
    if made:
        strides = ones_like(begin)
    name, [x, starts, ends, steps] = apply(
        "StridedSlice",
        name,
        (input_, "input"),
        (begin, "begin"),
        (end, "end"),
        (strides, "strides"),
    )
    bounds = [tensor._value for tensor in (starts, ends, steps)]
    if made and isinstance(bounds[0], list):
        bounds[2] = [1] * len(bounds[0])
    dims = UNSURE
    if _are_lists(bounds) and ellipsis_mask == 0 and new_axis_mask == 0:
        keys = []
        bounds = [[DYNAMIC if item is None else item for item in given] for given in bounds]
        for i, (start, end, step) in enumerate(zip(*bounds)):
            bit = 1 << i
            if shrink_axis_mask & bit:
                keys.append(start)
            else:
                begin = None if begin_mask & bit else start
                keys.append(slice(begin, None if end_mask & bit else end, step))
        dims = sliced_dims(x._dims, keys)
    elif isinstance(x._dims, tuple):
        dims = (UNSURE,) * len(x._dims) if shrink_axis_mask == 0 and new_axis_mask == 0 else UNSURE
    return create("StridedSlice", name, dims, dtype=base_dtype(x), inputs=(x,))
