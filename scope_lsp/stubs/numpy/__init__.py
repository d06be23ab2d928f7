"""numpy, as far as code that builds models leans on it: shapes and small arithmetic."""

import math as _math

import _scope_lsp

from numpy._array import (
    array,
    as_array,
    is_array,
    is_number,
    ndarray,
    reduced,
    reshaped,
    result,
    total,
    unknown,
)
from numpy._array import count as _count
from numpy._choosing import *
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
from numpy._dtypes import scalar
from numpy._ndarray import _product
from numpy._ufuncs import *
from numpy._rearranging import (
    c_,
    r_,
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
from numpy import linalg, random, testing

e = _math.e
Inf = infty = PINF = inf
NaN = NAN = nan
newaxis = None


class errstate:
    def __init__(self, **kwargs):
        pass

    def __enter__(self):
        return None

    def __exit__(self, *error):
        return None


__version__ = "1.18.5"
bool = bool
object = object
str = str


# Reductions.


def prod(a, axis=None, dtype=None, out=None, keepdims=False):
    if axis is None and _scope_lsp.is_known(a) and not is_array(a) and hasattr(a, "__iter__"):
        items = list(a)
        return scalar(_product(items) if items else 1.0)
    return reduced(_product, a, axis, keepdims=keepdims, dtype=total(a, dtype))


product = prod


def sum(a, axis=None, dtype=None, out=None, keepdims=False):
    return reduced(_sum, a, axis, keepdims=keepdims, dtype=total(a, dtype))


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
nanmean = nanstd = nanvar = nanmedian = _unknown_reduction
nanmax = nanmin = nansum = trapz = _unknown_reduction
count_nonzero = nanargmax = nanargmin = _choice


def argmax(a, axis=None, out=None):
    return as_array(a).argmax(axis)


def argmin(a, axis=None, out=None):
    return as_array(a).argmin(axis)


def any(a, axis=None, out=None, keepdims=False):
    return as_array(a).any(axis)


def all(a, axis=None, out=None, keepdims=False):
    return as_array(a).all(axis)


alltrue = all


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
) = partition = argpartition = copy = angle = asfortranarray = _same_shape


def dstack(tup):
    parts = [as_array(part) for part in tup]
    parts = [
        part
        if len(part.shape) > 2
        else reshaped(part, (1, -1, 1))
        if len(part.shape) < 2
        else expand_dims(part, 2)
        for part in parts
    ]
    return concatenate(parts, 2)


def matrix(data, dtype=None, copy=True):
    """Its product is not that of arrays, so that its shape is not kept."""
    return ndarray(unknown(), dtype or as_array(data).dtype)


mat = asmatrix = matrix


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
    return _scope_lsp.unknown("numpy." + name + " is not modelled", data=True)
