"""numpy, as far as code that builds models leans on it: shapes and small arithmetic."""

import math as _math

import _scope_lsp

from numpy._array import (
    array,
    as_array,
    elementwise,
    is_array,
    is_number,
    mapped,
    ndarray,
    reduced,
    reshaped,
    result,
    scalar,
    unknown,
)
from numpy._array import count as _count
from numpy._array import flat as _flat
from numpy._creating import (
    arange,
    asanyarray,
    asarray,
    ascontiguousarray,
    empty,
    empty_like,
    eye,
    full,
    full_like,
    geomspace,
    identity,
    linspace,
    logspace,
    ones,
    ones_like,
    tri,
    zeros,
    zeros_like,
)
from numpy._dtypes import *
from numpy._ndarray import _product
from numpy._rearranging import (
    append,
    array_split,
    atleast_1d,
    atleast_2d,
    broadcast_to,
    column_stack,
    diag,
    einsum,
    hsplit,
    index_exp,
    matmul,
    meshgrid,
    mgrid,
    moveaxis,
    outer,
    pad,
    repeat,
    rollaxis,
    s_,
    split,
    swapaxes,
    tile,
    vsplit,
    where,
)
from numpy import linalg, random

pi = _math.pi
e = _math.e
inf = Inf = infty = PINF = float("inf")
nan = NaN = NAN = float("nan")
newaxis = None
__version__ = "1.18.5"
bool = bool
object = object
str = str


def _function(function):
    def apply(x, *args, **kwargs):
        return mapped(function, x)

    return apply


def _guarded(function):
    def guarded(x):
        try:
            return function(x)
        except (ValueError, OverflowError, ZeroDivisionError):
            return nan

    return guarded


sqrt = _function(_guarded(_math.sqrt))
exp = _function(_guarded(_math.exp))
log = _function(_guarded(_math.log))
log2 = _function(
    _guarded(
        lambda x: (
            _math.log(x, 2)
            if x & (x - 1)
            else x.bit_length() - 1.0
            if isinstance(x, int)
            else _math.log(x, 2)
        )
    )
)
log10 = _function(_guarded(_math.log10))
log1p = _function(_guarded(_math.log1p))
sin = _function(_math.sin)
cos = _function(_math.cos)
tan = _function(_math.tan)
tanh = _function(_math.tanh)
arctan = _function(_math.atan)
floor = _function(lambda x: float(_math.floor(x)))
ceil = _function(lambda x: float(_math.ceil(x)))
abs = absolute = fabs = _function(lambda x: x if x >= 0 else -x)
square = _function(lambda x: x * x)
sign = _function(lambda x: (x > 0) - (x < 0))
negative = _function(lambda x: -x)
_round = round
rint = _function(lambda x: float(_round(x)))
isnan = _function(lambda x: x != x)
isfinite = _function(lambda x: x == x and x not in (inf, -inf))
deg2rad = radians = _function(lambda x: x * pi / 180)


def round_(x, decimals=0, out=None):
    return mapped(lambda item: _round(float(item), decimals), x)


around = round = round_


def _binary(function):
    def apply(x, y, *args, **kwargs):
        if is_number(x) and is_number(y):
            return scalar(function(x, y))
        return elementwise(function, x, y)

    return apply


add = _binary(lambda x, y: x + y)
subtract = _binary(lambda x, y: x - y)
multiply = _binary(lambda x, y: x * y)
divide = true_divide = _binary(lambda x, y: x / y if y else inf)
floor_divide = _binary(lambda x, y: x // y if y else 0)
mod = remainder = _binary(lambda x, y: x % y if y else 0)
power = _binary(lambda x, y: x**y)
maximum = _binary(lambda x, y: x if x >= y else y)
minimum = _binary(lambda x, y: x if x <= y else y)
equal = _binary(lambda x, y: x == y)
not_equal = _binary(lambda x, y: x != y)
less = _binary(lambda x, y: x < y)
less_equal = _binary(lambda x, y: x <= y)
greater = _binary(lambda x, y: x > y)
greater_equal = _binary(lambda x, y: x >= y)
logical_and = _binary(lambda x, y: x and y)
logical_or = _binary(lambda x, y: x or y)


# Reductions.


def prod(a, axis=None, dtype=None, out=None, keepdims=False):
    if axis is None and _scope_lsp.is_known(a) and not is_array(a) and hasattr(a, "__iter__"):
        items = list(a)
        return _product(items) if items else 1.0
    return reduced(_product, a, axis, keepdims=keepdims)


product = prod


def sum(a, axis=None, dtype=None, out=None, keepdims=False):
    return reduced(_sum, a, axis, keepdims=keepdims)


def _sum(items):
    total = 0
    for item in items:
        total = total + item
    return total


def mean(a, axis=None, dtype=None, out=None, keepdims=False):
    return reduced(
        lambda items: _sum(items) / float(len(items)) if items else nan, a, axis, keepdims=keepdims
    )


average = mean


def max(a, axis=None, out=None, keepdims=False):
    return reduced(_largest, a, axis, keepdims=keepdims)


def min(a, axis=None, out=None, keepdims=False):
    return reduced(_least, a, axis, keepdims=keepdims)


def _largest(items):
    return sorted(items)[-1]


def _least(items):
    return sorted(items)[0]


amax, amin = max, min


def _unknown_reduction(a, axis=None, *args, **kwargs):
    return reduced(lambda items: unknown(), a, axis)


def _choice(a, axis=None, *args, **kwargs):
    return unknown() if axis is None else _unknown_reduction(a, axis)


std = var = median = ptp = _unknown_reduction
argmax = argmin = any = all = count_nonzero = _choice


# Making arrays.


# Rearranging them.


def reshape(a, newshape, order="C"):
    return reshaped(as_array(a), newshape)


def transpose(a, axes=None):
    a = as_array(a)
    return a.transpose() if axes is None else a.transpose(axes)


def expand_dims(a, axis):
    a = as_array(a)
    at = axis + len(a.shape) + 1 if axis < 0 else axis
    return ndarray(a.shape[:at] + (1,) + a.shape[at:], a.dtype)


def squeeze(a, axis=None):
    return as_array(a).squeeze(axis)


def ravel(a, order="C"):
    return as_array(a).flatten()


def concatenate(arrays, axis=0, out=None):
    if not _scope_lsp.is_known(arrays) or not _scope_lsp.is_known(axis) or axis is None:
        return unknown()
    parts = [as_array(part) for part in arrays]
    total = 0
    for part in parts:
        if not _scope_lsp.is_known(part.shape) or not part.shape:
            return ndarray(unknown(), parts[0].dtype)
        total = total + part.shape[axis]
    shape = list(parts[0].shape)
    shape[axis] = total
    data = []
    for part in parts if len(shape) == 1 else ():
        data = None if data is None or part._data is None else data + part._data
    return ndarray(tuple(shape), parts[0].dtype, data if len(shape) == 1 else None)


def stack(arrays, axis=0, out=None):
    parts = [as_array(part) for part in arrays]
    shape = parts[0].shape
    if not _scope_lsp.is_known(shape):
        return ndarray(unknown(), parts[0].dtype)
    at = axis + len(shape) + 1 if axis < 0 else axis
    return ndarray(shape[:at] + (len(parts),) + shape[at:], parts[0].dtype)


def vstack(arrays):
    parts = [as_array(part) for part in arrays]
    return concatenate(
        [part if len(part.shape) > 1 else reshaped(part, (1, -1)) for part in parts], 0
    )


def hstack(arrays):
    parts = [as_array(part) for part in arrays]
    return concatenate(parts, 0 if len(parts[0].shape) == 1 else 1)


def dot(a, b, out=None):
    a, b = as_array(a), as_array(b)
    if (
        not _scope_lsp.is_known(a.shape)
        or not _scope_lsp.is_known(b.shape)
        or not a.shape
        or not b.shape
    ):
        return unknown()
    return result(a.shape[:-1] + (b.shape[:-2] + b.shape[-1:] if len(b.shape) > 1 else ()), a.dtype)


def _same_shape(a, *args, **kwargs):
    a = as_array(a)
    return ndarray(a.shape, a.dtype)


clip = flip = fliplr = flipud = roll = sort = argsort = cumsum = cumprod = triu = tril = (
    nan_to_num
) = _same_shape


def shape(a):
    return a.shape if hasattr(a, "shape") else as_array(a).shape


def ndim(a):
    return len(shape(a))


def size(a, axis=None):
    return _count(shape(a)) if axis is None else shape(a)[axis]


def isscalar(element):
    return is_number(element) or _scope_lsp.is_known(element) and isinstance(element, str)


def array_equal(a1, a2):
    return unknown()


allclose = isclose = array_equal


def issubdtype(arg1, arg2):
    return unknown()


def _nothing(*args, **kwargs):
    return None


set_printoptions = seterr = save = savez = savez_compressed = savetxt = _nothing


def __getattr__(name):
    if name[:2] == "__":
        raise AttributeError(name)
    _scope_lsp.lack("numpy." + name + " is not modelled")
    return _scope_lsp.unknown("numpy." + name + " is not modelled")
