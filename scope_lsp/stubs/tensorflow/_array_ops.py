"""Ops that rearrange tensors: shape, reshape, concat, gather, transpose ...

Modelled on ops/array_ops.py of TensorFlow 1.15.5 and the shape functions of its ops.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._constant_folding import static_value
from tensorflow._dims import impossible
from tensorflow._shape import (
    UNSURE,
    Dimension,
    as_dims,
    is_int,
)
from tensorflow._shape import size as size_of
from tensorflow._tensor import (
    apply,
    base_dtype,
    convert,
    create,
    dtype_of,
    is_tensor,
    pop,
    push,
)

newaxis = None


def _input(op_type, name, x, argument="input"):
    """One tensor argument: the op's name and the tensor."""
    if is_tensor(x):
        return name, x
    name, [x] = apply(op_type, name, (x, argument))
    return name, x


def identity(input, name=None):
    name, x = _input("Identity", name, input)
    return create("Identity", name, x._dims, dtype=base_dtype(x), value=x._value, inputs=(x,))


def stop_gradient(input, name=None):
    name, x = _input("StopGradient", name, input)
    return create("StopGradient", name, x._dims, dtype=base_dtype(x), value=x._value)


def shape(input, name=None, out_type=_dtypes.int32):
    scope = push(name, "Shape")
    x = convert(input)
    pop()
    if not isinstance(x._dims, tuple):
        return create(
            "Shape", scope, (UNSURE if x._dims == UNSURE else None,), dtype=dtype_of(out_type)
        )
    held = [
        dim if is_int(dim) else (_scope_lsp.unknown("a dimension") if dim == UNSURE else None)
        for dim in x._dims
    ]
    return create(
        "Const" if is_int(size_of(x._dims)) else "Shape",
        scope,
        (len(held),),
        dtype=dtype_of(out_type),
        value=held,
    )


def size(input, name=None, out_type=_dtypes.int32):
    scope = push(name, "Size")
    x = convert(input)
    pop()
    count = size_of(x._dims)
    return create(
        "Const" if is_int(count) else "Size",
        scope,
        (),
        dtype=dtype_of(out_type),
        value=count if is_int(count) else None,
    )


def rank(input, name=None):
    scope = push(name, "Rank")
    x = convert(input)
    pop()
    known = isinstance(x._dims, tuple)
    return create(
        "Const" if known else "Rank",
        scope,
        (),
        dtype=_dtypes.int32,
        value=len(x._dims) if known else None,
    )


def reshape(tensor, shape, name=None):
    name, [x, target] = apply("Reshape", name, (tensor, "tensor"), (shape, "shape"))
    return create(
        "Reshape",
        name,
        reshaped(x._dims, given_sizes(shape, target)),
        dtype=base_dtype(x),
        value=x._value if target._value == [-1] and isinstance(x._value, list) else None,
        inputs=(x, target),
    )


def given_sizes(shape, tensor):
    """A shape argument as a list of int, -1, None or UNSURE; None and UNSURE as a whole."""
    held = static_value(shape) if is_tensor(shape) else shape
    if not _scope_lsp.is_known(held) or held is None and is_tensor(shape):
        rank = tensor._dims if is_tensor(shape) else UNSURE
        missing = UNSURE if held is not None or rank in (UNSURE, (UNSURE,)) else None
        if isinstance(rank, tuple) and len(rank) == 1 and is_int(rank[0]):
            return [missing] * rank[0]
        return missing
    shape = held
    if isinstance(shape, (list, tuple)):
        return [item if is_int(item) else _wanted_dim(item) for item in shape]
    if is_int(shape):
        return [shape]
    dims = as_dims(shape)
    if dims == () and tensor._value is not None:
        return tensor._value
    return list(dims) if isinstance(dims, tuple) else dims


def _wanted_dim(item):
    if not _scope_lsp.is_known(item):
        return UNSURE
    if item is None:
        return None
    if isinstance(item, Dimension):
        return item._value
    if is_tensor(item):
        held = UNSURE if item._dims == UNSURE else static_value(item)
        return held if is_int(held) else (None if held is None else UNSURE)
    dims = as_dims([item])
    return dims[0]


def reshaped(dims, wanted):
    if not isinstance(wanted, list):
        return wanted
    free = [i for i, dim in enumerate(wanted) if dim is None or dim == -1]
    result = [None if dim == -1 else dim for dim in wanted]
    if len(free) == 1:
        whole = size_of(dims)
        rest = size_of(tuple([dim for dim in result if dim is not None]))
        if is_int(whole) and is_int(rest):
            if rest and whole % rest == 0:
                result[free[0]] = whole // rest
            elif rest:
                impossible(
                    "Dimension size must be evenly divisible by %d but is %d" % (rest, whole)
                )
        elif whole is not None:  # TensorFlow may know the size of what remains.
            result[free[0]] = UNSURE
    elif not free:
        whole, found = size_of(dims), size_of(tuple(result))
        if is_int(whole) and is_int(found) and whole != found:
            impossible(
                "Cannot reshape a tensor with %d elements to shape %s (%d elements)"
                % (whole, str(result).replace(" ", ""), found)
            )
    elif len(free) > 1:
        result = [
            UNSURE if dims == UNSURE and dim == -1 else new for dim, new in zip(wanted, result)
        ]
    return tuple(result)


def expand_dims(input, axis=None, name=None, dim=None):
    axis = dim if axis is None else axis
    if not _scope_lsp.is_known(axis):
        name, x = _input("ExpandDims", name, input)
        return create("ExpandDims", name, UNSURE, dtype=base_dtype(x), inputs=(x,))
    name, [x, at] = apply("ExpandDims", name, (input, "input"), (axis, "dim"))
    at = at._value[0] if isinstance(at._value, list) and at._value else at._value
    dims = x._dims
    if isinstance(dims, tuple):
        if is_int(at):
            at = at + len(dims) + 1 if at < 0 else at
            dims = dims[:at] + (1,) + dims[at:]
        else:
            dims = (UNSURE,) * (len(dims) + 1)
    return create(
        "ExpandDims",
        name,
        dims,
        dtype=base_dtype(x),
        value=[x._value] if is_int(x._value) else None,
        inputs=(x,),
    )


def squeeze(input, axis=None, name=None, squeeze_dims=None):
    axis = squeeze_dims if axis is None else axis
    name, x = _input("Squeeze", name, input)
    dims = x._dims
    if isinstance(dims, tuple):
        if axis is None or axis == []:
            dims = (
                tuple([dim for dim in dims if dim != 1])
                if is_int(size_of(dims))
                else (UNSURE if UNSURE in dims else None)
            )
        elif not _scope_lsp.is_known(axis):
            dims = UNSURE
        else:
            axes = list(axis) if isinstance(axis, (list, tuple)) else [axis]
            gone = [at + len(dims) if is_int(at) and at < 0 else at for at in axes]
            dims = tuple([dim for i, dim in enumerate(dims) if i not in gone])
    return create(
        "Squeeze",
        name,
        dims,
        dtype=base_dtype(x),
        value=x._value[0] if dims == () and isinstance(x._value, list) else None,
        inputs=(x,),
    )


def transpose(a, perm=None, name="transpose", conjugate=False):
    scope = push(name, "transpose")
    x = convert(a, None, "a" if perm is None else "x")
    dims = x._dims
    if perm is None:
        if isinstance(dims, tuple) and dims:
            perm = list(range(len(dims)))[::-1]
            convert(perm, _dtypes.int32, "perm")
        dims = dims[::-1] if isinstance(dims, tuple) else dims
    else:
        order = convert(perm, _dtypes.int32, "perm")
        if isinstance(dims, tuple):
            if isinstance(order._value, list) and len(order._value) == len(dims):
                dims = tuple(
                    [
                        dims[at] if is_int(at) and -len(dims) <= at < len(dims) else UNSURE
                        for at in order._value
                    ]
                )
            else:
                dims = (UNSURE,) * len(dims)
        elif isinstance(order._value, list):
            dims = (dims,) * len(order._value)
    pop()
    return create("Transpose", scope, dims, dtype=base_dtype(x), inputs=(x,))


def matrix_transpose(a, name="matrix_transpose", conjugate=False):
    push(name, "matrix_transpose")
    x = convert(a, None, "a")
    rank = len(x._dims) if isinstance(x._dims, tuple) else 2
    result = transpose(x, list(range(rank - 2)) + [rank - 1, rank - 2])
    if not isinstance(x._dims, tuple):
        result._dims = x._dims
    pop()
    return result
