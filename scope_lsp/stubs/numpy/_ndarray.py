"""The class of numpy's arrays; what its methods do is in `_array`."""

import _scope_lsp

from numpy import _array
from numpy._dtypes import dtype as _dtype


def _of_tensors(self):
    """What tensors have and no array: programs tell the two apart by it."""
    raise AttributeError("'numpy.ndarray' object has no attribute of tensors")


class ndarray:
    __module__ = "numpy"
    __array_priority__ = 0

    get_shape = set_shape = eval = consumers = value_index = property(_of_tensors)

    def __init__(self, shape, dtype="float64", data=None):
        if _scope_lsp.is_known(shape):
            if hasattr(shape, "__index__"):  # an int, or a dimension of TensorFlow's
                shape = (shape if isinstance(shape, int) else shape.__index__(),)
            shape = tuple(shape)
        self.shape = shape
        self.dtype = _dtype(dtype) if _scope_lsp.is_known(dtype) else dtype
        self._data = data

    @property
    def ndim(self):
        return len(self.shape)

    @property
    def size(self):
        return _array.count(self.shape)

    @property
    def nbytes(self):
        return self.size * self.dtype.itemsize

    @property
    def T(self):
        return self.transpose()

    def tolist(self):
        return _array.unknown() if self._data is None else self._data

    def item(self, *args):
        return self._data if self.shape == () and self._data is not None else _array.unknown()

    def astype(self, dtype, *args, **kwargs):
        return ndarray(self.shape, dtype, self._data)

    def copy(self, *args):
        return ndarray(self.shape, self.dtype, self._data)

    view = copy

    def reshape(self, *shape, **kwargs):
        return _array.reshaped(self, shape[0] if len(shape) == 1 else shape)

    def flatten(self, *args):
        return _array.reshaped(self, -1)

    ravel = flatten

    def transpose(self, *axes):
        if not _scope_lsp.is_known(self.shape):
            return ndarray(self.shape, self.dtype)
        if len(axes) == 1 and isinstance(axes[0], (list, tuple)):
            axes = axes[0]
        order = axes if axes else list(range(len(self.shape)))[::-1]
        return ndarray(
            tuple([self.shape[i] for i in order]),
            self.dtype,
            self._data if len(order) < 2 else None,
        )

    def squeeze(self, axis=None):
        if axis is None:
            return ndarray(tuple([dim for dim in self.shape if dim != 1]), self.dtype)
        return ndarray(self.shape[:axis] + self.shape[axis:][1:], self.dtype)

    def sum(self, axis=None, dtype=None, out=None, keepdims=False):
        return _array.reduced(sum, self, axis, keepdims=keepdims, dtype=_array.total(self, dtype))

    def prod(self, axis=None, dtype=None, out=None, keepdims=False):
        return _array.reduced(
            _product, self, axis, keepdims=keepdims, dtype=_array.total(self, dtype)
        )

    def max(self, axis=None, out=None, keepdims=False):
        return _array.reduced(max, self, axis, keepdims=keepdims)

    def min(self, axis=None, out=None, keepdims=False):
        return _array.reduced(min, self, axis, keepdims=keepdims)

    def mean(self, axis=None, dtype=None, out=None, keepdims=False):
        return _array.reduced(
            lambda items: sum(items) / float(len(items)), self, axis, keepdims=keepdims
        )

    def _unknown_reduction(self, axis=None, *args, **kwargs):
        return _array.reduced(lambda items: _array.unknown(), self, axis)

    std = var = _unknown_reduction

    def argmax(self, axis=None, out=None):
        return _array.chosen(_array.place_of_greatest, self, axis)

    def argmin(self, axis=None, out=None):
        return _array.chosen(_array.place_of_least, self, axis)

    def any(self, axis=None, out=None, keepdims=False):
        return _array.chosen(any, self, axis, dtype="bool")

    def all(self, axis=None, out=None, keepdims=False):
        return _array.chosen(all, self, axis, dtype="bool")

    def _same_shape(self, *args, **kwargs):
        return ndarray(self.shape, self.dtype)

    clip = round = cumsum = argsort = _same_shape

    def dot(self, other):
        from numpy import dot  # imports this module itself

        return dot(self, other)

    def _nothing(self, *args, **kwargs):
        self._data = None

    fill = sort = resize = setflags = _nothing

    def _unknown(self, *args, **kwargs):
        return _array.unknown()

    tobytes = tostring = nonzero = _unknown

    def repeat(self, repeats, axis=None):
        from numpy import repeat  # imports this module itself

        return repeat(self, repeats, axis)

    def swapaxes(self, axis1, axis2):
        from numpy import swapaxes  # imports this module itself

        return swapaxes(self, axis1, axis2)

    def __len__(self):
        return self.shape[0]

    def __iter__(self):
        if self._data is not None:
            return iter([_array.result(self.shape[1:], self.dtype, item) for item in self._data])
        if (
            _scope_lsp.is_known(self.shape)
            and _scope_lsp.is_known(self.shape[0])
            and self.shape[0] <= 64
        ):
            return iter([_array.result(self.shape[1:], self.dtype) for _ in range(self.shape[0])])
        return iter(_array.unknown())

    def __getitem__(self, key):
        if not _scope_lsp.is_known(key) or not _scope_lsp.is_known(self.shape):
            return _array.unknown()
        if self._data is not None and isinstance(key, int):
            return _array.result(self.shape[1:], self.dtype, self._data[key])
        shape = list(self.shape)
        kept = []
        keys = key if isinstance(key, tuple) else (key,)
        chosen = False
        for at, item in enumerate(keys):
            if not _scope_lsp.is_known(item):
                return _array.unknown()
            if item is None:
                kept.append(1)
            elif item is Ellipsis:
                for _ in range(len(shape) - len([k for k in keys[at + 1 :] if k is not None])):
                    kept.append(shape.pop(0))
            elif not shape:
                return _array.unknown()
            elif isinstance(item, list) or _array.is_array(item):
                index = _array.as_array(item)
                if chosen or index.dtype.kind == "b" or not _scope_lsp.is_known(index.shape):
                    return _array.unknown()
                chosen = True
                shape.pop(0)
                kept.extend(index.shape)
            elif isinstance(item, slice):
                dim = shape.pop(0)
                kept.append(_sliced(dim, item))
            else:
                shape.pop(0)
        data = None
        if self._data is not None and isinstance(key, slice):
            data = self._data[key]
        return _array.result(tuple(kept + shape), self.dtype, data)

    def __setitem__(self, key, value):
        if (
            self._data is not None
            and _scope_lsp.is_known(key)
            and isinstance(key, int)
            and len(self.shape) == 1
        ):
            self._data[key] = _array.held(self.dtype, value)
        else:
            self._data = None

    def __bool__(self):
        return _array.unknown() if self._data is None else bool(_array.flat(self._data)[0])

    def __int__(self):
        return _array.unknown() if self._data is None else int(_array.flat(self._data)[0])

    def __float__(self):
        return _array.unknown() if self._data is None else float(_array.flat(self._data)[0])

    def __str__(self):
        return _text(self, " ")

    def __repr__(self):
        is_default = _scope_lsp.is_known(self.dtype) and self.dtype.name == "int64"
        return "array(" + _text(self, ", ") + ")" if is_default else _array.unknown()

    def __format__(self, spec):
        if _scope_lsp.is_known(spec) and not spec:
            return str(self)
        return format(self.item(), spec)

    def __neg__(self):
        return _array.mapped(lambda x: -x, self)

    def __abs__(self):
        return _array.mapped(abs, self)

    def __invert__(self):
        return ndarray(self.shape, self.dtype)

    def __hash__(self):
        return id(self)


def _sliced(dim, key):
    for bound in (dim, key.start, key.stop, key.step):
        if not _scope_lsp.is_known(bound):
            return _array.unknown()
    return len(range(*key.indices(dim)))


def _text(array, between):
    """How numpy prints integers, and single floats (numpy/core/arrayprint.py)."""
    data = array._data
    if data is None or not _scope_lsp.is_known(array.shape):
        return _array.unknown()
    if array.shape == ():
        is_long = array.dtype.kind != "f" or array.dtype.itemsize == 8 or data * 2 % 1 == 0
        return str(data) if is_long else _array.unknown()
    if array.dtype.kind not in "iu" or len(array.shape) > 1 or len(data) > 8:
        return _array.unknown()
    words = [str(item) for item in data]
    width = max([len(word) for word in words] + [0])
    return "[" + between.join([word.rjust(width) for word in words]) + "]"


def _product(items):
    product = 1
    for item in items:
        product = product * item
    return product


def _operator(name, function):
    def operation(self, other):
        if hasattr(other, "_as_tensor"):
            return NotImplemented
        return _array.elementwise(function, self, other)

    def swapped(self, other):
        return _array.elementwise(function, other, self)

    setattr(ndarray, "__" + name + "__", operation)
    setattr(ndarray, "__r" + name + "__", swapped)


def _comparison(name, function, apart):
    """An operator that gives `apart`, no array, where the shapes do not go together."""

    def operation(self, other):
        if hasattr(other, "_as_tensor"):
            return NotImplemented
        is_several = _scope_lsp.is_known(other) and isinstance(other, (list, tuple, ndarray))
        if is_several and not _array.may_broadcast(self, _array.as_array(other)):
            return apart
        return _array.elementwise(function, self, other, dtype="bool")

    setattr(ndarray, "__" + name + "__", operation)


def _order(name, function):
    def operation(self, other):
        if hasattr(other, "_as_tensor"):
            return NotImplemented
        return _array.elementwise(function, self, other, dtype="bool")

    setattr(ndarray, "__" + name + "__", operation)


_operator("add", lambda x, y: x + y)
_operator("sub", lambda x, y: x - y)
_operator("mul", lambda x, y: x * y)
_operator("truediv", lambda x, y: x / y if y else float("inf"))
_operator("floordiv", lambda x, y: x // y if y else 0)
_operator("mod", lambda x, y: x % y if y else 0)
_operator("pow", lambda x, y: x**y)
_operator("and", lambda x, y: x & y)
_operator("or", lambda x, y: x | y)
_comparison("eq", lambda x, y: x == y, apart=False)
_comparison("ne", lambda x, y: x != y, apart=True)
_order("lt", lambda x, y: x < y)
_order("le", lambda x, y: x <= y)
_order("gt", lambda x, y: x > y)
_order("ge", lambda x, y: x >= y)
