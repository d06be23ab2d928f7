"""Functions of numpy that choose among elements or count them, and those that read data.

How long their results are depends on elements, which are known of small arrays only.
"""

import _scope_lsp

from numpy._array import as_array, count, flat, in_place_of, is_array, is_number, result, unknown
from numpy._ndarray import ndarray

_is_known = _scope_lsp.is_known


def _line(dtype="float64"):
    return ndarray((unknown(),), dtype)


def unique(ar, return_index=False, return_inverse=False, return_counts=False, axis=None):
    a = as_array(ar)
    if a._data is not None and (axis is None or a.ndim == 1):
        flags = (return_index, return_inverse, return_counts)
        return _unique_of(flat(a._data), a.dtype, *flags)
    if axis is None:
        found = _line(a.dtype)
    elif _is_known(a.shape) and is_number(axis):
        found = ndarray(in_place_of(a.shape, axis, (unknown(),)), a.dtype)
    else:
        found = ndarray(unknown(), a.dtype)
    more = [_line("int64") for wanted in (return_index, return_counts) if wanted]
    if return_inverse:
        length = count(a.shape) if axis is None else unknown()
        more.insert(1 if return_index else 0, ndarray((length,), "int64"))
    return (found, *more) if more else found


def _unique_of(items, dtype, return_index, return_inverse, return_counts):
    """The same of elements that are known."""
    found = sorted(set(items))
    more = []
    if return_index:
        more.append(_numbers([items.index(item) for item in found]))
    if return_inverse:
        more.append(_numbers([found.index(item) for item in items]))
    if return_counts:
        more.append(_numbers([items.count(item) for item in found]))
    found = ndarray((len(found),), dtype, found)
    return (found, *more) if more else found


def _numbers(items):
    return ndarray((len(items),), "int64", items)


def nonzero(a):
    shape = as_array(a).shape
    if not _is_known(shape):
        return unknown()
    length = unknown()
    return tuple([ndarray((length,), "int64") for _ in shape])


def argwhere(a):
    shape = as_array(a).shape
    return ndarray((unknown(), len(shape) if _is_known(shape) else unknown()), "int64")


def flatnonzero(a):
    return _line("int64")


def _of_elements(a, *args, **kwargs):
    return _line(as_array(a).dtype)


intersect1d = union1d = setdiff1d = setxor1d = extract = trim_zeros = _of_elements


def compress(condition, a, axis=None, out=None):
    return _line(as_array(a).dtype)


def delete(arr, obj, axis=None):
    return _longer(arr, -1 if is_number(obj) else None, axis)


def insert(arr, obj, values, axis=None):
    return _longer(arr, 1 if is_number(obj) and is_number(values) else None, axis)


def _longer(arr, more, axis):
    """An array with some elements more along an axis; None if their number is not known."""
    a = as_array(arr)
    if axis is None:
        return ndarray((count(a.shape) + more if more else unknown(),), a.dtype)
    if not _is_known(a.shape) or not is_number(axis):
        return ndarray(unknown(), a.dtype)
    dim = a.shape[axis] + more if more else unknown()
    return ndarray(in_place_of(a.shape, axis, (dim,)), a.dtype)


def take(a, indices, axis=None, out=None, mode="raise"):
    a, chosen = as_array(a), as_array(indices)
    if not _is_known(a.shape) or not _is_known(chosen.shape) or not _is_known(axis):
        return unknown()
    if axis is None:
        return result(chosen.shape, a.dtype)
    return result(in_place_of(a.shape, axis, chosen.shape), a.dtype)


def diff(a, n=1, axis=-1, *args, **kwargs):
    a = as_array(a)
    if not _is_known(a.shape) or not is_number(axis) or not is_number(n):
        return ndarray(unknown(), a.dtype)
    return ndarray(in_place_of(a.shape, axis, (a.shape[axis] - n,)), a.dtype)


def bincount(x, weights=None, minlength=0):
    items = as_array(x)._data
    if items and weights is None and is_number(minlength):
        length = max(max(items) + 1, minlength)
        return _numbers([items.count(value) for value in range(length)])
    return _line("int64" if weights is None else "float64")


def histogram(a, bins=10, *args, **kwargs):
    if is_number(bins):
        return ndarray((bins,), "int64"), ndarray((bins + 1,), "float64")
    return _line("int64"), _line()


def searchsorted(a, v, side="left", sorter=None):
    if is_number(v):
        return unknown()
    return ndarray(as_array(v).shape, "int64")


def digitize(x, bins, right=False):
    return searchsorted(bins, x)


def isin(element, test_elements, *args, **kwargs):
    return ndarray(as_array(element).shape, "bool")


def in1d(ar1, ar2, *args, **kwargs):
    return ndarray((count(as_array(ar1).shape),), "bool")


def percentile(a, q, axis=None, *args, **kwargs):
    shape = as_array(a).shape
    if not (_is_known(shape) and is_number(q) and is_number(axis)):
        return unknown()
    return result(in_place_of(shape, axis, ()), "float64")


quantile = nanpercentile = nanquantile = percentile


def unravel_index(indices, shape, order="C"):
    if not _is_known(shape):
        return unknown()
    return tuple([ndarray(as_array(indices).shape, "int64") for _ in range(len(shape))])


def triu_indices(n, k=0, m=None):
    length = unknown()
    return ndarray((length,), "int64"), ndarray((length,), "int64")


tril_indices = triu_indices


def frombuffer(buffer, dtype="float64", count=-1, offset=0):
    return ndarray((unknown() if count == -1 else count,), dtype)


def fromstring(string, dtype="float64", count=-1, sep=""):
    return frombuffer(string, dtype, count)


def fromfile(file, dtype="float64", count=-1, sep="", offset=0):
    return frombuffer(file, dtype, count)


def fromiter(iterable, dtype, count=-1):
    return ndarray((unknown() if count == -1 else count,), dtype)


def loadtxt(fname, dtype="float64", *args, **kwargs):
    return ndarray(unknown(), dtype if _is_known(dtype) else "float64")


genfromtxt = loadtxt


def load(file, mmap_mode=None, allow_pickle=False, fix_imports=True, encoding="ASCII"):
    """An array, an archive of some, or an object of any kind."""
    held = "what a file of NumPy holds"
    _scope_lsp.lack(held)
    return _scope_lsp.unknown(held)


def copyto(dst, src, *args, **kwargs):
    if is_array(dst):
        dst._data = None


def fill_diagonal(a, val, wrap=False):
    copyto(a, val)


def asscalar(a):
    return as_array(a).item()


def vectorize(pyfunc, *args, **kwargs):
    return lambda *arrays: ndarray(as_array(arrays[0]).shape, "float64")
