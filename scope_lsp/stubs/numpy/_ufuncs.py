"""numpy's functions of each element, of one array or of two."""

import math as _math

from numpy._array import elementwise, is_number, mapped, scalar

inf = float("inf")
nan = float("nan")
pi = _math.pi


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
isinf = _function(lambda x: x in (inf, -inf))
logical_not = _function(lambda x: not x)
arcsin = _function(_guarded(_math.asin))
arccos = _function(_guarded(_math.acos))
sinh = _function(_math.sinh)
cosh = _function(_math.cosh)
expm1 = _function(_guarded(_math.expm1))
exp2 = _function(lambda x: 2.0**x)
reciprocal = _function(lambda x: 1 / x if x else inf)
rad2deg = degrees = _function(lambda x: x * 180 / pi)
real = _function(lambda x: x.real)
imag = _function(lambda x: x.imag)
conj = conjugate = _function(lambda x: x.conjugate())
trunc = fix = _function(lambda x: float(int(x)))
isfinite = _function(lambda x: x == x and x not in (inf, -inf))
deg2rad = radians = _function(lambda x: x * pi / 180)


def round_(x, decimals=0, out=None):
    return mapped(lambda item: _round(float(item), decimals), x)


around = round = round_


def _binary(function, dtype=None):
    def apply(x, y, *args, **kwargs):
        if is_number(x) and is_number(y):
            return scalar(function(x, y))
        return elementwise(function, x, y, dtype=dtype)

    return apply


def _truth(function):
    return _binary(function, "bool")


add = _binary(lambda x, y: x + y)
subtract = _binary(lambda x, y: x - y)
multiply = _binary(lambda x, y: x * y)
divide = true_divide = _binary(lambda x, y: x / y if y else inf)
floor_divide = _binary(lambda x, y: x // y if y else 0)
mod = remainder = _binary(lambda x, y: x % y if y else 0)
power = _binary(lambda x, y: x**y)
maximum = _binary(lambda x, y: x if x >= y else y)
minimum = _binary(lambda x, y: x if x <= y else y)
equal = _truth(lambda x, y: x == y)
not_equal = _truth(lambda x, y: x != y)
less = _truth(lambda x, y: x < y)
less_equal = _truth(lambda x, y: x <= y)
greater = _truth(lambda x, y: x > y)
greater_equal = _truth(lambda x, y: x >= y)
logical_and = _truth(lambda x, y: bool(x and y))
logical_or = _truth(lambda x, y: bool(x or y))
logical_xor = _truth(lambda x, y: bool(x) != bool(y))
arctan2 = _binary(_math.atan2)
hypot = _binary(_math.hypot)
fmod = _binary(lambda x, y: _math.fmod(x, y) if y else nan)
