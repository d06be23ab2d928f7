"""What numpy makes of arrays by laying their elements out anew: shapes, hardly ever elements."""

import _scope_lsp

from numpy._array import (
    as_array,
    axis_of,
    broadcast_shape,
    flat,
    is_array,
    is_number,
    nested_shape,
    reshaped,
    result,
    unknown,
)
from numpy._ndarray import ndarray

_is_known = _scope_lsp.is_known


def _parts(a):
    """An array and its shape as a list, None where its rank is not known."""
    a = as_array(a)
    return a, list(a.shape) if _is_known(a.shape) else None


def tile(A, reps):
    a, shape = _parts(A)
    if shape is None or not _is_known(reps):
        return ndarray(unknown(), a.dtype)
    reps = list(reps) if hasattr(reps, "__iter__") else [reps]
    shape = [1] * (len(reps) - len(shape)) + shape
    reps = [1] * (len(shape) - len(reps)) + reps
    data = (
        a._data * reps[0]
        if len(shape) == 1 and a._data is not None and is_number(reps[0])
        else None
    )
    return ndarray(tuple([dim * times for dim, times in zip(shape, reps)]), a.dtype, data)


def repeat(a, repeats, axis=None):
    a, shape = _parts(a)
    if shape is None or not _is_known(axis):
        return ndarray(unknown(), a.dtype)
    if axis is None:
        return ndarray((a.size * repeats if is_number(repeats) else unknown(),), a.dtype)
    at = axis_of(axis, len(shape))
    shape[at] = shape[at] * repeats if is_number(repeats) else unknown()
    return ndarray(tuple(shape), a.dtype)


def pad(array, pad_width, mode="constant", **kwargs):
    a, shape = _parts(array)
    if shape is None or not _is_known(pad_width):
        return ndarray(unknown(), a.dtype)
    if is_number(pad_width):
        pad_width = [(pad_width, pad_width)] * len(shape)
    elif is_number(pad_width[0]):
        pad_width = [
            tuple(pad_width) if len(pad_width) > 1 else (pad_width[0], pad_width[0])
        ] * len(shape)
    elif len(pad_width) == 1:
        pad_width = list(pad_width) * len(shape)
    return ndarray(
        tuple([dim + widths[0] + widths[1] for dim, widths in zip(shape, pad_width)]), a.dtype
    )


def swapaxes(a, axis1, axis2):
    a, shape = _parts(a)
    if shape is None:
        return a
    shape[axis1], shape[axis2] = shape[axis2], shape[axis1]
    return ndarray(tuple(shape), a.dtype)


def moveaxis(a, source, destination):
    a, shape = _parts(a)
    if shape is None or not (is_number(source) and is_number(destination)):
        return ndarray(unknown(), a.dtype)
    dim = shape.pop(source)
    shape.insert(axis_of(destination, len(shape) + 1), dim)
    return ndarray(tuple(shape), a.dtype)


def rollaxis(a, axis, start=0):
    a, shape = _parts(a)
    if shape is None:
        return a
    axis, start = axis_of(axis, len(shape)), axis_of(start, len(shape))
    return moveaxis(a, axis, start - 1 if axis < start else start)


def array_split(ary, indices_or_sections, axis=0):
    a, shape = _parts(ary)
    sections = indices_or_sections
    if shape is None or not _is_known(sections) or not _is_known(shape[axis]):
        return unknown()
    length = shape[axis]
    if is_number(sections):
        each, more = length // sections, length % sections
        lengths = [each + 1] * more + [each] * (sections - more)
    else:
        bounds = [0] + list(sections) + [length]
        lengths = [bounds[i + 1] - bounds[i] for i in range(len(bounds) - 1)]
    found = []
    for dim in lengths:
        part = list(shape)
        part[axis] = dim
        found.append(ndarray(tuple(part), a.dtype))
    return found


split = array_split


def hsplit(ary, sections):
    return array_split(ary, sections, 1)


def vsplit(ary, sections):
    return array_split(ary, sections, 0)


def broadcast_to(array, shape):
    return ndarray(shape, as_array(array).dtype)


def where(condition, *values):
    if len(values) != 2 or not _is_known(condition):
        return unknown()
    x, y = as_array(values[0]), as_array(values[1])
    shape = broadcast_shape(as_array(condition).shape, broadcast_shape(x.shape, y.shape))
    return result(shape, x.dtype if x.shape else y.dtype)


def outer(a, b):
    a, b = as_array(a), as_array(b)
    return ndarray((a.size, b.size), a.dtype)


def matmul(a, b, out=None):
    a, x = _parts(a)
    b, y = _parts(b)
    if x is None or y is None or not x or not y:
        return unknown()
    if len(x) < 3 and len(y) < 3:
        return a.dot(b)
    batch = broadcast_shape(tuple(x[:-2]), tuple(y[:-2]))
    return ndarray(batch + tuple(x[-2:-1]) + tuple(y[-1:] if len(y) > 1 else ()), a.dtype)


def einsum(subscripts, *operands, **kwargs):
    if not _is_known(subscripts) or "->" not in subscripts or "." in subscripts:
        return unknown()
    left, _, right = subscripts.replace(" ", "").partition("->")
    sizes = {}
    for letters, operand in zip(left.split(","), operands):
        shape = as_array(operand).shape
        if not _is_known(shape):
            return unknown()
        sizes.update(zip(letters, shape))
    return result(tuple([sizes[letter] for letter in right]), as_array(operands[0]).dtype)


def append(arr, values, axis=None):
    from numpy import concatenate  # imports this module itself

    if axis is not None:
        return concatenate([arr, values], axis)
    return concatenate([reshaped(as_array(arr), -1), reshaped(as_array(values), -1)])


def atleast_1d(a):
    a = as_array(a)
    return a if not _is_known(a.shape) or len(a.shape) else reshaped(a, (1,))


def atleast_2d(a):
    a, shape = _parts(a)
    return a if shape is None or len(shape) > 1 else ndarray((1,) + tuple(shape or [1]), a.dtype)


def diag(v, k=0):
    v, shape = _parts(v)
    if shape is None or not is_number(k):
        return ndarray(unknown(), v.dtype)
    if len(shape) == 1:
        length = shape[0] + (k if k > 0 else -k)
        return ndarray((length, length), v.dtype)
    return ndarray((unknown() if k or shape[0] != shape[1] else shape[0],), v.dtype)


def column_stack(tup):
    from numpy import concatenate  # imports this module itself

    parts = [as_array(part) for part in tup]
    return concatenate(
        [part if len(part.shape) > 1 else ndarray(part.shape + (1,), part.dtype) for part in parts],
        1,
    )


def meshgrid(*xi, **kwargs):
    sizes = [as_array(x).size for x in xi]
    if kwargs.get("indexing", "xy") == "xy" and len(sizes) > 1:
        sizes[0], sizes[1] = sizes[1], sizes[0]
    return [ndarray(tuple(sizes), as_array(x).dtype) for x in xi]


class _Grid:
    """`mgrid[0:3, 0:4]`."""

    def __getitem__(self, key):
        keys = key if isinstance(key, tuple) else (key,)
        sizes = []
        for part in keys:
            start = 0 if part.start is None else part.start
            step = 1 if part.step is None else part.step
            if not (is_number(start) and is_number(part.stop) and is_number(step)):
                sizes.append(unknown())
            elif isinstance(step, complex):
                sizes.append(int(abs(step)))
            else:
                sizes.append(len(range(int(-((start - part.stop) // step)))))
        return ndarray(
            (len(keys),) + tuple(sizes) if isinstance(key, tuple) else tuple(sizes), "int64"
        )


mgrid = _Grid()


class IndexExpression:
    """What is between brackets, as a value (lib/index_tricks.py of NumPy 1.18)."""

    def __init__(self, maketuple):
        self.maketuple = maketuple

    def __getitem__(self, item):
        return (item,) if self.maketuple and not isinstance(item, tuple) else item


index_exp = IndexExpression(maketuple=True)
s_ = IndexExpression(maketuple=False)


class _Concatenator:
    """`r_[1:4, 0, a]` and `c_[a, b]`."""

    def __getitem__(self, key):
        return ndarray(unknown())


r_ = c_ = _Concatenator()
