"""Tensors made from nothing but numbers and shapes: constants, ranges, placeholders.

Modelled on framework/constant_op.py, ops/array_ops.py, ops/math_ops.py (range)
and ops/linalg_ops_impl.py (eye) of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._constant_folding import static_value
from tensorflow._shape import UNSURE, TensorShape, as_dim, as_dims, is_int, size
from tensorflow._tensor import (
    base_dtype,
    constant,
    convert,
    create,
    dtype_of,
    is_tensor,
    is_tensor_like,
    pop,
    push,
)
from tensorflow._elementwise import unary
from tensorflow._array_ops import expand_dims, given_sizes, reshape, shape
from tensorflow._array_joins import concat
from tensorflow._math_ops import maximum


def tensor_dims(shape):
    """The dims that a shape argument stands for: list, TensorShape or 1-D tensor."""
    if not is_tensor(shape):
        return as_dims(shape)
    sizes = given_sizes(shape, shape)
    return tuple(sizes) if isinstance(sizes, list) else sizes


def zeros(shape, dtype=_dtypes.float32, name=None):
    return _filled(shape, dtype, name, default="zeros", value=0)


def ones(shape, dtype=_dtypes.float32, name=None):
    return _filled(shape, dtype, name, default="ones", value=1)


def _filled(shape, dtype, name, default, value):
    dtype = dtype_of(dtype)
    scope = push(name, default)
    sizes = _scope_lsp.ints(shape)
    dims = sizes if sizes and min(sizes) >= 0 else tensor_dims(shape)
    if is_tensor_like(shape) or not _scope_lsp.is_known(shape):
        shape = convert(shape)
    else:
        count = size(dims)
        if is_int(count) and count < 1000:
            pop()
            return create(
                "Const",
                scope,
                dims,
                dtype=dtype,
                value=[value] * dims[0] if len(dims) == 1 and dims[0] < 32 else None,
            )
        shape = _shape_as_tensor(shape, dims)
    if not isinstance(shape._dims, tuple) or shape._dims == ():
        if shape._dims != UNSURE:
            reshape(shape, [-1])
    constant(value, dtype)
    pop()
    return create("Fill", scope, dims, dtype=dtype, inputs=())


def _shape_as_tensor(shape, dims):
    """A shape that is no tensor, of a large or partly known array (array_ops.zeros)."""
    if isinstance(dims, tuple) and is_int(size(dims)) and not _holds_tensor(shape):
        return create(
            "Const", "shape_as_tensor", (len(dims),), dtype=_dtypes.int32, value=list(dims)
        )
    if _holds_tensor(shape):
        # numpy multiplies the tensors, and the comparison with 1000 fails.
        product = shape[0]
        for item in shape[1:]:
            product = product * item
        if is_tensor(product):
            product < 1000
    return convert(shape)


def _holds_tensor(shape):
    if _scope_lsp.is_known(shape) and isinstance(shape, (list, tuple)):
        for item in shape:
            if is_tensor_like(item):
                return True
    return False


def zeros_like(tensor, dtype=None, name=None, optimize=True):
    scope = push(name, "zeros_like")
    tensor = convert(tensor, None, "tensor")
    dtype = dtype_of(dtype)
    if is_int(size(tensor._dims)):
        result = zeros(TensorShape(tensor._dims), dtype or base_dtype(tensor), scope)
    elif dtype is not None and dtype is not base_dtype(tensor) and tensor._dims != UNSURE:
        result = zeros(shape(tensor), dtype, scope)
        result._dims = tensor._dims
    else:
        result = create("ZerosLike", scope, tensor._dims, dtype=dtype or base_dtype(tensor))
    pop()
    return result


def ones_like(tensor, dtype=None, name=None, optimize=True):
    scope = push(name, "ones_like")
    tensor = convert(tensor, None, "tensor")
    result = ones(shape(tensor), dtype or base_dtype(tensor), scope)
    result._dims = tensor._dims
    pop()
    return result


def fill(dims, value, name=None):
    scope = push(name, "Fill")
    convert(dims, _dtypes.int32, "dims")
    value = convert(value, None, "value")
    pop()
    return create("Fill", scope, tensor_dims(dims), dtype=base_dtype(value), inputs=(value,))


def constant_v1(value, dtype=None, shape=None, name="Const", verify_shape=False):
    return constant(value, dtype, shape, name=name, verify_shape=verify_shape)


def placeholder(dtype, shape=None, name=None):
    return create("Placeholder", name, as_dims(shape), dtype=dtype_of(dtype))


def placeholder_with_default(input, shape, name=None):
    scope = push(name, "PlaceholderWithDefault")
    input = convert(input, None, "input")
    pop()
    return create(
        "PlaceholderWithDefault", scope, as_dims(shape), dtype=base_dtype(input), inputs=(input,)
    )


def range_(start, limit=None, delta=1, dtype=None, name="range"):
    if limit is None:
        start, limit = 0, start
    scope = push(name, "Range")
    hint = dtype_of(dtype)
    parts = [
        convert(start, hint, "start"),
        convert(limit, hint, "limit"),
        convert(delta, hint, "delta"),
    ]
    dtype = hint or base_dtype(parts[0])
    if hint is None:
        for part in parts:
            if (
                part._dtype is not None
                and dtype is not None
                and part._dtype.size * 10 + part._dtype.is_floating
                > dtype.size * 10 + dtype.is_floating
            ):
                dtype = part._dtype.base_dtype
        for part in parts:
            if part._dtype is not None and part._dtype.base_dtype is not dtype:
                unary("Cast", None, part, argument="x", dtype=dtype)
    pop()
    values = [static_value(part) for part in parts]
    if is_int(values[0]) and is_int(values[1]) and is_int(values[2]) and values[2]:
        elements = range(values[0], values[1], values[2])
        held = list(elements) if len(elements) <= 32 else None
        return create("Range", scope, (len(elements),), dtype=dtype, value=held, inputs=parts)
    numbers = [start, limit, delta]
    for number in numbers:
        if not _scope_lsp.is_known(number):
            return create("Range", scope, (UNSURE,), dtype=dtype, inputs=parts)
        if not isinstance(number, (int, float)):
            known = _scope_lsp.is_known(values[0]) and _scope_lsp.is_known(values[1])
            dims = (None,) if known and _scope_lsp.is_known(values[2]) else (UNSURE,)
            return create("Range", scope, dims, dtype=dtype, inputs=parts)
    length = -int(-((limit - start) // delta)) if delta else 0
    return create(
        "Range",
        scope,
        (max(length, 0) if (limit - start) % delta == 0 else max(length + 1, 0),),
        dtype=dtype,
        inputs=parts,
    )


@_scope_lsp.takes(True, "lin_space")
def linspace(start, stop, num, name=None):
    scope = push(name, "LinSpace")
    start = convert(start, None, "start")
    stop = convert(stop, base_dtype(start), "stop")
    count = convert(num, None, "num")
    pop()
    inputs = (start, stop, count)
    return create("LinSpace", scope, (as_dim(count),), dtype=base_dtype(start), inputs=inputs)


def eye(num_rows, num_columns=None, batch_shape=None, dtype=_dtypes.float32, name=None):
    push(name, "eye")
    columns = num_rows if num_columns is None else num_columns
    square = num_columns is None or is_int(num_rows) and is_int(columns) and num_rows == columns
    batch = [] if batch_shape is None else batch_shape
    lead = tensor_dims(batch)
    dims = lead + as_dims([num_rows, columns]) if isinstance(lead, tuple) else UNSURE
    smaller = min(num_rows, columns) if is_int(num_rows) and is_int(columns) else num_rows
    if is_tensor_like(batch) or is_tensor_like(smaller):
        convert(batch, _dtypes.int32, "shape")
        ones(concat([batch, [smaller]], 0), dtype)
    else:
        ones(list(batch) + [smaller], dtype)
    if not square:
        zeros(TensorShape(dims), dtype)
    result = (
        create("MatrixDiag", "diag", dims, dtype=dtype_of(dtype), inputs=())
        if square
        else create("MatrixSetDiag", "set_diag", dims, dtype=dtype_of(dtype), inputs=())
    )
    pop()
    return result


def one_hot(indices, depth, on_value=None, off_value=None, axis=None, dtype=None, name=None):
    scope = push(name, "one_hot")
    dtype = dtype_of(dtype)
    for value in (on_value, off_value):
        # Made to look at its dtype alone.
        if value is not None:
            found = base_dtype(convert(value))
            dtype = dtype or found
    dtype = dtype or _dtypes.float32
    convert(1 if on_value is None else on_value, dtype, "on_value")
    convert(0 if off_value is None else off_value, dtype, "off_value")
    indices = convert(indices, None, "indices")
    depth = convert(depth, _dtypes.int32, "depth")
    pop()
    dims = indices._dims
    if isinstance(dims, tuple):
        inner = as_dim(depth) if depth._dims == () else UNSURE
        at = len(dims) if axis is None or axis == -1 else axis
        dims = dims[:at] + (inner,) + dims[at:] if is_int(at) else (UNSURE,) * (len(dims) + 1)
    return create("OneHot", scope, dims, dtype=dtype)


def sequence_mask(lengths, maxlen=None, dtype=_dtypes.bool, name=None):
    push(name, "SequenceMask")
    lengths = convert(lengths)
    if maxlen is None:
        constant(
            list(range(len(lengths._dims))) if isinstance(lengths._dims, tuple) else [0],
            _dtypes.int32,
        )
        longest = create("Max", None, (), dtype=base_dtype(lengths), inputs=(lengths,))
        maxlen = maximum(constant(0, base_dtype(lengths)), longest)
    else:
        maxlen = convert(maxlen)
    constant(0, base_dtype(maxlen))
    constant(1, base_dtype(maxlen))
    row = create(
        "Range", None, (as_dim(maxlen) if maxlen._dims == () else UNSURE,), dtype=base_dtype(maxlen)
    )
    matrix = unary("Cast", None, expand_dims(lengths, -1), argument="x", dtype=base_dtype(maxlen))
    result = row < matrix
    dims = lengths._dims
    if isinstance(dims, tuple):
        result._dims = dims + row._dims
    if dtype is not None and dtype_of(dtype) is not _dtypes.bool:
        result = unary("Cast", None, result, argument="x", dtype=dtype_of(dtype))
    pop()
    return result
