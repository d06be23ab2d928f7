"""`numpy.linalg`: shapes of what it computes."""

import _scope_lsp

from numpy._array import as_array, reduced, unknown
from numpy._ndarray import ndarray


def norm(x, ord=None, axis=None, keepdims=False):
    return reduced(lambda items: unknown(), x, axis, keepdims=keepdims)


def _like(a, *args, **kwargs):
    a = as_array(a)
    return ndarray(a.shape, a.dtype)


inv = pinv = cholesky = matrix_power = _like


def det(a):
    return unknown()


def svd(a, full_matrices=True, compute_uv=True, hermitian=False):
    a = as_array(a)
    shape = a.shape
    if not _scope_lsp.is_known(shape) or len(shape) != 2:
        return unknown()
    least = shape[0] if shape[0] < shape[1] else shape[1]
    values = ndarray((least,), a.dtype)
    if not compute_uv:
        return values
    left, right = (shape[0], shape[1]) if full_matrices else (least, least)
    return ndarray((shape[0], left), a.dtype), values, ndarray((right, shape[1]), a.dtype)


def qr(a, mode="reduced"):
    a = as_array(a)
    shape = a.shape
    if not _scope_lsp.is_known(shape) or len(shape) != 2:
        return unknown()
    least = shape[0] if shape[0] < shape[1] else shape[1]
    return ndarray((shape[0], least), a.dtype), ndarray((least, shape[1]), a.dtype)


def eigh(a, UPLO="L"):
    a = as_array(a)
    return ndarray(a.shape[:-1], a.dtype), ndarray(a.shape, a.dtype)


eig = eigh


def solve(a, b):
    return _like(b)


def __getattr__(name):
    if name[:2] == "__":
        raise AttributeError(name)
    return _scope_lsp.unknown("numpy.linalg." + name, data=True)
