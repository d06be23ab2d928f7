"""Arrays that numpy makes of shapes and numbers: zeros, arange, eye ..."""

import math as _math

import _scope_lsp

from numpy._array import (
    array,
    as_array,
    is_number,
    ndarray,
    reshaped,
    unknown,
)
from numpy._array import count as _count


def asarray(a, dtype=None, order=None):
    return array(a, dtype)


asanyarray = ascontiguousarray = asarray


def _filled(value):
    def fill(shape, dtype="float64", order="C"):
        known = ndarray(shape, dtype)
        elements = _count(known.shape)
        if value is not None and _scope_lsp.is_known(elements) and elements <= 64 and known.shape:
            return reshaped(ndarray((elements,), dtype, [value] * elements), known.shape)
        return known

    return fill


zeros = _filled(0)
ones = _filled(1)
empty = _filled(None)


def full(shape, fill_value, dtype=None, order="C"):
    dtype = dtype or as_array(fill_value).dtype
    return _filled(fill_value if is_number(fill_value) else None)(shape, dtype)


def zeros_like(a, dtype=None, *args, **kwargs):
    a = as_array(a)
    return ndarray(a.shape, dtype or a.dtype)


ones_like = empty_like = zeros_like


def full_like(a, fill_value, dtype=None, *args, **kwargs):
    return zeros_like(a, dtype)


def arange(start, stop=None, step=1, dtype=None):
    if stop is None:
        start, stop = 0, start
    for bound in (start, stop, step):
        if not is_number(bound):
            return ndarray((unknown(),), dtype or "int64")
    length = int(_math.ceil((stop - start) / float(step)))
    length = length if length > 0 else 0
    kind = (
        "int64"
        if isinstance(start, int) and isinstance(stop, int) and isinstance(step, int)
        else "float64"
    )
    return ndarray(
        (length,),
        dtype or kind,
        [start + i * step for i in range(length)] if length <= 256 else None,
    )


def linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None, axis=0):
    if not (is_number(start) and is_number(stop) and is_number(num)) or num > 256:
        return ndarray((num,), dtype or "float64")
    parts = (num - 1 if endpoint else num) or 1
    return ndarray(
        (num,), dtype or "float64", [start + (stop - start) * i / float(parts) for i in range(num)]
    )


logspace = geomspace = lambda start, stop, num=50, *args, **kwargs: ndarray((num,))


def eye(N, M=None, k=0, dtype="float64", order="C"):
    return ndarray((N, N if M is None else M), dtype)


identity = eye


def tri(N, M=None, k=0, dtype="float64"):
    return ndarray((N, N if M is None else M), dtype)
