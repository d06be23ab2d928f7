"""Ops that join tensors and take them apart: concat, stack, split, tile.

Modelled on ops/array_ops.py of TensorFlow 1.15.5 and the shape functions of its ops.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._constant_folding import static_value
from tensorflow._array_ops import given_sizes, identity
from tensorflow._python2_lists import listed
from tensorflow._shape import (
    UNSURE,
    dim_op,
    is_int,
    merge,
    replaced,
    without,
)
from tensorflow._tensor import (
    apply,
    base_dtype,
    convert,
    create,
    create_many,
    element_dims,
    is_tensor,
    is_tensor_like,
    pop,
    push,
)
from tensorflow._tensor_util import refuse_none_in


def concat(values, axis, name="concat"):
    if not _scope_lsp.is_known(values):
        return create("ConcatV2", name, UNSURE, dtype=None)
    values = listed(values)
    if not isinstance(values, (list, tuple)) or len(values) == 1:
        # One value: an identity of the same name, inside.
        value = values[0] if isinstance(values, (list, tuple)) else values
        push(None, name)
        dims = convert(axis, _dtypes.int32, "concat_dim")._dims
        if isinstance(dims, tuple) and dims:  # the order of arguments before TensorFlow 1.0
            raise ValueError("Shape " + str(dims) + " must have rank 0")
        result = identity(value, name)
        pop()
        return result
    scope = push(name, "ConcatV2")
    hint = None
    for value in values:
        if is_tensor(value):
            hint = base_dtype(value)
            break
    refuse_none_in(values, "ConcatV2")
    tensors = [convert(value, hint, "values_" + str(i)) for i, value in enumerate(values)]
    if not _scope_lsp.is_known(axis):
        at = UNSURE
    else:
        at = convert(axis, _dtypes.int32, "axis")._value
    pop()
    held = None
    if at == 0 or at == -1:
        held = []
        for tensor in tensors:
            if held is not None:
                held = held + tensor._value if isinstance(tensor._value, list) else None
    dtype = None
    for tensor in tensors:
        dtype = dtype or base_dtype(tensor)
    return create(
        "ConcatV2",
        scope,
        concat_dims([tensor._dims for tensor in tensors], at),
        dtype=dtype,
        value=held,
        inputs=tensors,
    )


def concat_dims(shapes, axis):
    """The dims of tensors joined along an axis (an int, or not known)."""
    common = UNSURE
    for dims in shapes:
        if isinstance(dims, tuple):
            common = dims
            break
    if not isinstance(common, tuple):
        return shapes[0] if shapes and None in shapes and UNSURE not in shapes else UNSURE
    if not is_int(axis) or not -len(common) <= axis < len(common):
        return (UNSURE,) * len(common)
    total = 0
    for dims in shapes:
        if not isinstance(dims, tuple) or len(dims) != len(common):
            merge(common, dims)  # which refuses another rank
            total = UNSURE if dims == UNSURE or total == UNSURE else None
            continue
        common = merge(common, replaced(dims, axis, common[axis]))
        total = dim_op(lambda x, y: x + y, total, dims[axis])
    return replaced(common, axis, total)


def stack(values, axis=0, name="stack"):
    values = listed(values) if _scope_lsp.is_known(values) else values
    if not _scope_lsp.is_known(values) or not isinstance(values, (list, tuple)):
        x = convert(values, None, name)
        return (
            x
            if is_tensor(values) or axis != 0
            else create("Pack", name, UNSURE, dtype=base_dtype(x), inputs=(x,))
        )
    refuse_none_in(values, "Pack")
    if _scope_lsp.is_known(axis) and axis == 0:
        return _stack_first(values, name)
    tensors = []
    scope = push(name, "Pack")
    for i, value in enumerate(values):
        tensors.append(convert(value, None, "values_" + str(i)))
    pop()
    dims = element_dims(tensors)
    if isinstance(dims, tuple):
        if is_int(axis):
            at = axis + len(dims) + 1 if axis < 0 else axis
            dims = dims[:at] + (len(tensors),) + dims[at:]
        else:
            dims = (UNSURE,) * (len(dims) + 1)
    return create(
        "Pack", scope, dims, dtype=base_dtype(tensors[0]) if tensors else None, inputs=tensors
    )


def _stack_first(values, name):
    for value in values:
        if not _scope_lsp.is_known(value):
            return _stack_with_unknown(values, name)
    return convert(values, None, name)


def _stack_with_unknown(values, name):
    """What is not known is taken for a tensor, so all are packed."""
    known = [item for item in values if is_tensor(item)]
    unknown = [item for item in values if not _scope_lsp.is_known(item)]
    dims = element_dims(known)
    return create(
        "Pack",
        name,
        (len(values),) + dims if isinstance(dims, tuple) else UNSURE,
        dtype=base_dtype(known[0]) if known else None,
        value=[_held(item) for item in values] if dims == () else None,
        inputs=known + [convert(item) for item in unknown],
    )


def _held(item):
    if is_int(item):
        return item
    return static_value(item) if is_tensor(item) else UNSURE


def parallel_stack(values, name="parallel_stack"):
    return stack(values, 0, name)


def unstack(value, num=None, axis=0, name="unstack"):
    x = convert(value)
    dims = x._dims
    if num is None:
        if not isinstance(dims, tuple) or not is_int(axis) or not is_int(dims[axis]):
            _scope_lsp.new_op("Unpack", name)
            return _scope_lsp.unknown("a tensor unstacked into an unknown number")
        num = dims[axis]
    if not is_int(num):
        _scope_lsp.new_op("Unpack", name)
        return _scope_lsp.unknown("a tensor unstacked into an unknown number")
    results = create_many("Unpack", name, [(without(dims, axis), base_dtype(x))] * num, inputs=(x,))
    if isinstance(x._value, list) and len(x._value) == num:
        for result, held in zip(results, x._value):
            result._value = held
    return results


def _check_split_dim(axis, op):
    """Refuse a tensor for the axis, as in the order of arguments before TensorFlow 1.0."""
    dtype = base_dtype(axis) if is_tensor_like(axis) else None
    if _scope_lsp.is_known(dtype) and dtype is not None and dtype != _dtypes.int32:
        raise TypeError(
            "Input 'split_dim' of '"
            + op
            + "' Op has type "
            + dtype.name
            + " that does not match expected type of int32."
        )


def split(value, num_or_size_splits, axis=0, num=None, name="split"):
    sizes = convert(num_or_size_splits)
    x = value
    if _scope_lsp.is_number(num_or_size_splits) and (
        isinstance(num_or_size_splits, float) or hasattr(num_or_size_splits, "dtype")
    ):
        _scope_lsp.fail(
            "Rank-0 tensors are not supported as the num_or_size_splits argument to split. "
            "Argument provided: %s" % (num_or_size_splits,)
        )
    if not is_tensor_like(num_or_size_splits) and sizes._dims == ():
        name, [at, x] = apply("Split", name, (axis, "split_dim"), (value, "value"))
        _check_split_dim(axis, "Split")
        count = sizes._value
        if not is_int(count):
            _scope_lsp.new_op("Split", name)
            return _scope_lsp.unknown("a tensor split into an unknown number")
        parts = [x._dims] * count
        if isinstance(x._dims, tuple):
            dims = (
                UNSURE
                if not is_int(at._value)
                else dim_op(lambda a, b: a // b, x._dims[at._value], count)
            )
            parts = [replaced(x._dims, at._value, dims)] * count
        return create_many("Split", name, [(dims, base_dtype(x)) for dims in parts], inputs=(x,))
    name, [x, at] = apply("SplitV", name, (value, "value"), (axis, "split_dim"))
    _check_split_dim(axis, "SplitV")
    lengths = given_sizes(num_or_size_splits, sizes)
    if not isinstance(lengths, list):
        count = num
        if count is None and isinstance(sizes._dims, tuple) and sizes._dims:
            count = sizes._dims[0]
        if not is_int(count):
            _scope_lsp.new_op("SplitV", name)
            return _scope_lsp.unknown("a tensor split into an unknown number")
        lengths = [lengths] * count
    elif -1 in lengths:
        rest = _rest_of(x._dims, at._value, lengths)
        lengths = [rest if length == -1 else length for length in lengths]
    parts = [(replaced(x._dims, at._value, length), base_dtype(x)) for length in lengths]
    return create_many("SplitV", name, parts, inputs=(x,))


def _rest_of(dims, axis, lengths):
    """The size of the part that is given as -1: what the others leave."""
    if not isinstance(dims, tuple):
        return dims
    whole = dims[axis] if is_int(axis) else UNSURE
    if UNSURE in lengths or whole == UNSURE:
        return UNSURE
    return whole - sum(lengths) - 1 if is_int(whole) and None not in lengths else None


def tile(input, multiples, name=None):
    name, [x, by] = apply("Tile", name, (input, "input"), (multiples, "multiples"))
    dims = x._dims
    times = static_value(by)
    if isinstance(dims, tuple):
        if isinstance(times, list) and len(times) == len(dims):
            given = multiples if isinstance(multiples, (list, tuple)) else times
            dims = tuple([_times(dim, time, item) for dim, time, item in zip(dims, times, given)])
        else:
            known = _scope_lsp.is_known(multiples) and _scope_lsp.is_known(times)
            dims = (None if known else UNSURE,) * len(dims)
    return create("Tile", name, dims, dtype=base_dtype(x), inputs=(x,))


def _times(dim, time, item):
    if is_int(time):
        return dim if time == 1 else dim_op(lambda a, b: a * b, dim, time)
    return None if time is None and _scope_lsp.is_known(item) else UNSURE
