"""`numpy.ndarray`: a shape, a dtype, and the elements of small arrays that are known.

A shape is a tuple of ints and unknown values, or unknown as a whole; the elements
are a nested list, or None.
"""

import _scope_lsp

from numpy._dtypes import dtype as _dtype
from numpy._dtypes import element, python_number, scalar

_LIMIT = 256
_is_a = _scope_lsp.is_a
_is_known = _scope_lsp.is_known
is_number = _scope_lsp.is_number


def unknown(*given):
    """What is computed of values that are not known: data, if these are."""
    if given and all(_scope_lsp.is_data(value) for value in given):
        return _scope_lsp.unknown("an element of an array", data=True)
    return _scope_lsp.unknown("an element of an array")


def is_array(value):
    return _is_known(value) and isinstance(value, ndarray)


def count(shape):
    """The number of elements, unknown where a dimension is."""
    product = 1
    for dim in shape if _is_known(shape) else [unknown()]:
        product = product * dim
    return product


def axis_of(axis, rank):
    """The number of an axis from the front, which may be counted from the back."""
    return axis + rank if axis < 0 else axis


def in_place_of(shape, axis, dims):
    """A shape with other dimensions in place of one axis."""
    at = axis_of(axis, len(shape))
    return shape[:at] + dims + shape[at + 1 :]


def small(shape):
    elements = count(shape)
    return _is_known(elements) and elements <= _LIMIT


def nested_shape(data):
    """The shape of nested lists, whose elements may be arrays."""
    if not _is_known(data):
        return unknown()
    if is_array(data):
        return data.shape
    if isinstance(data, (list, tuple)):
        if not data:
            return (0,)
        inner = nested_shape(data[0])
        return (len(data),) + inner if _is_known(inner) else inner
    return tuple(data.shape) if hasattr(data, "shape") and isinstance(data.shape, tuple) else ()


def kind_of(data):
    """The dtype of nested lists."""
    whole = data
    while _is_known(data) and isinstance(data, (list, tuple)) and data:
        data = data[0]
    if not _is_known(data):
        return _dtype("float64")
    if is_array(data) or is_number(data) and hasattr(data, "dtype"):
        return data.dtype
    if isinstance(data, bool):
        return _dtype("bool")
    if isinstance(data, int):
        return _dtype("float64" if _has_float(whole) else "int64")
    if isinstance(data, str):
        return _dtype("str")
    return _dtype("float64") if isinstance(data, (float, list, tuple)) else _dtype("object")


def _has_float(data):
    if not _is_known(data) or not isinstance(data, (list, tuple)):
        return _is_a(data, float)
    for item in data[:_LIMIT]:
        if _has_float(item):
            return True
    return False


def plain(data):
    """Nested lists of Python values, None when too large or not known."""
    if not _is_known(data):
        return None
    if is_array(data):
        return data._data
    if isinstance(data, (list, tuple)):
        if len(data) > _LIMIT:
            return None
        items = [
            plain(item)
            if _is_known(item) and (isinstance(item, (list, tuple)) or is_array(item))
            else python_number(item)
            for item in data
        ]
        return None if None in items else items
    return python_number(data)


def held(dtype, value):
    """A number as an array of a dtype holds it."""
    value = python_number(value)
    return int(value) if dtype.kind in "iu" and _is_a(value, float) else value


def flat(data):
    if not isinstance(data, list):
        return [data]
    items = []
    for item in data:
        items.extend(flat(item))
    return items


def nest(items, shape):
    if not shape:
        return items[0]
    if len(shape) == 1:
        return list(items)
    step = len(items) // shape[0] if shape[0] else 0
    return [nest(items[i * step : (i + 1) * step], shape[1:]) for i in range(shape[0])]


def array(object, dtype=None, copy=True, order=None, subok=False, ndmin=0):
    if is_array(object):
        return ndarray(object.shape, dtype or object.dtype, object._data)
    if not _is_known(object):
        return ndarray(unknown(), dtype or "float64", None)
    if hasattr(object, "__array__"):
        return object.__array__()
    if hasattr(object, "__iter__") and not isinstance(object, (list, tuple, str)):
        object = list(object)
    shape = nested_shape(object)
    if _is_known(shape) and len(shape) < ndmin:
        object, shape = [object], (1,) + shape
    return ndarray(shape, dtype or kind_of(object), plain(object))


def result(shape, dtype, data=None):
    """An array, or its only element where it has no axes."""
    if _is_known(shape) and shape == ():
        return unknown() if data is None else element(dtype, data)
    return ndarray(shape, dtype, data)


def broadcast_shape(x, y):
    if not _is_known(x) or not _is_known(y):
        return unknown()
    x = (1,) * (len(y) - len(x)) + tuple(x)
    y = (1,) * (len(x) - len(y)) + tuple(y)
    return tuple([_broadcast_dim(a, b) for a, b in zip(x, y)])


def _broadcast_dim(a, b):
    if not _is_known(a):
        return a if _is_known(b) and b == 1 else (b if _is_known(b) else a)
    return b if a == 1 else a


def may_broadcast(x, y):
    """Whether the shapes of two arrays go together, as far as they are known."""
    if not _is_known(x.shape) or not _is_known(y.shape):
        return True
    for a, b in zip(tuple(x.shape)[::-1], tuple(y.shape)[::-1]):
        if _is_known(a) and _is_known(b) and a != b and a != 1 and b != 1:
            return False
    return True


def elementwise(function, x, y, dtype=None):
    """A binary operation of arrays and numbers; `dtype`: what it gives, if that is always so."""
    if not _is_known(x) or not _is_known(y) or hasattr(x, "_as_tensor") or hasattr(y, "_as_tensor"):
        return unknown(x, y)
    x, y = as_array(x), as_array(y)
    shape = broadcast_shape(x.shape, y.shape)
    kind = _dtype(dtype) if dtype else _joined(x, y)
    if x._data is None or y._data is None or not _is_known(shape):
        return result(shape, kind)
    if x.shape == y.shape:
        items = [function(a, b) for a, b in zip(flat(x._data), flat(y._data))]
    elif y.shape == ():
        items = [function(a, y._data) for a in flat(x._data)]
    elif x.shape == ():
        items = [function(x._data, b) for b in flat(y._data)]
    else:
        return result(shape, kind)
    return result(shape, kind, nest(items, shape))


def _joined(x, y):
    """The dtype of a result: a number changes an array's only to one of floats."""
    for one, other in ((x, y), (y, x)):
        if other.shape == () and one.shape != ():
            return one.dtype if one.dtype.kind == "f" or other.dtype.kind != "f" else other.dtype
    if x.dtype == y.dtype:
        return x.dtype
    if "f" in (x.dtype.kind, y.dtype.kind):
        narrow = x.dtype.kind == y.dtype.kind and x.dtype.itemsize < 8 and y.dtype.itemsize < 8
        return _dtype("float32" if narrow else "float64")
    return x.dtype if x.dtype.itemsize >= y.dtype.itemsize else y.dtype


def as_array(x):
    return x if is_array(x) else array(x)


def mapped(function, x):
    """A unary function of an array or a number."""
    if not _is_known(x) or hasattr(x, "_as_tensor"):
        return unknown(x)
    if is_number(x):
        return scalar(function(x), x)
    x = as_array(x)
    if x._data is None or not _is_known(x.shape):
        return result(x.shape, x.dtype)
    return result(x.shape, x.dtype, nest([function(item) for item in flat(x._data)], x.shape))


def total(x, dtype=None):
    """The dtype of a sum or a product: narrow integers are added up as wide ones."""
    if dtype:
        return _dtype(dtype)
    kind = as_array(x).dtype
    return _dtype("int64") if kind.kind in "ib" else kind


def reduced(function, x, axis=None, keepdims=False, dtype=None):
    """A reduction; its elements are known only when it is over all of a known array."""
    given, x = x, as_array(x)
    if not _is_known(x.shape) or not _is_known(axis):
        return unknown(given)
    if axis is None:
        if x._data is not None:
            return element(dtype or x.dtype, function(flat(x._data)))
        if keepdims or x.dtype.kind == "f":
            return ndarray((1,) * len(x.shape) if keepdims else (), dtype or x.dtype)
        return unknown(given)  # an integer may choose from a list or be a key
    axes = [axis] if isinstance(axis, int) else list(axis)
    gone = [axis_of(at, len(x.shape)) for at in axes]
    if keepdims:
        shape = tuple([1 if i in gone else dim for i, dim in enumerate(x.shape)])
    else:
        shape = tuple([dim for i, dim in enumerate(x.shape) if i not in gone])
    if x._data is not None and len(x.shape) == 1:
        return result(shape, x.dtype, function(flat(x._data)) if not keepdims else None)
    return result(shape, x.dtype)


def chosen(function, x, axis, dtype="int64"):
    """What a function says of the elements along an axis, or of all: where the greatest is."""
    x = as_array(x)
    if x._data is not None and _is_known(axis) and (axis is None or x.shape and len(x.shape) == 1):
        items = flat(x._data)
        return element(_dtype(dtype), function(items)) if items else unknown()
    if not _is_known(axis) or axis is None:
        return unknown()
    return reduced(lambda items: unknown(), x, axis)


def place_of_greatest(items):
    return items.index(max(items))


def place_of_least(items):
    return items.index(min(items))


def reshaped(x, shape):
    shape = tuple(shape) if isinstance(shape, (list, tuple)) else (shape,)
    total = count(x.shape)
    for dim in shape:
        if not _is_known(dim):
            sizes = [unknown() if _is_known(size) and size == -1 else size for size in shape]
            return ndarray(tuple(sizes), x.dtype, None)
    if -1 in shape:
        rest = 1
        for dim in shape:
            rest = rest if dim == -1 else rest * dim
        free = total // rest if rest else 0
        shape = tuple([free if dim == -1 else dim for dim in shape])
        if not _is_known(free):
            return ndarray(shape, x.dtype, None)
    return ndarray(
        shape, x.dtype, None if x._data is None or not shape else nest(flat(x._data), shape)
    )


from numpy._ndarray import ndarray  # noqa: E402 (the two modules need each other)
