"""Modules implemented in host code, by name, because a stub in Python could not compute them.

Each function returns a new namespace.  Most of the standard library is in the stubs.
"""

from __future__ import annotations

import base64
import binascii
import cmath
import math
import struct
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from scope_lsp.interpreter import operators
from scope_lsp.interpreter.builtins import host_helpers, host_operator, host_unicode
from scope_lsp.interpreter.builtins.abstract import COLLECTIONS, NUMBERS
from scope_lsp.interpreter.builtins.classes import BUILTINS
from scope_lsp.interpreter.builtins.common import absorb, apply, items_or_unknown, pure
from scope_lsp.interpreter.builtins.numbers import by_method, spelled
from scope_lsp.interpreter.values import (
    MISSING,
    Builtin,
    Instance,
    Namespace,
    Unknown,
    Value,
)

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter

MAX_MATH = 2000
"""The largest integer argument of functions whose cost or result grows with it (``factorial``)."""

_GROWING = frozenset(("factorial", "comb", "perm", "ldexp"))


def _math_function(module: str, name: str, host: Callable[..., Any]) -> Builtin:
    def run(interp: Interpreter, *args: Value, **kwargs: Value) -> Value:
        given = [_number(interp, arg) for arg in args]
        if name in _GROWING and any(isinstance(x, int) and abs(x) > MAX_MATH for x in given):
            return Unknown(f"{name}() of a large number")
        if len(given) == 1 and isinstance(given[0], Unknown):
            return spelled(name, given[0])
        return apply(interp, host, *given, **kwargs)

    return Builtin(f"{module}.{name}", run, pure=True)


def _number(interp: Interpreter, value: Value) -> Value:
    if isinstance(value, Instance) and value.payload is MISSING:
        found = by_method(interp, value, "__float__", "__index__", "__int__")
        return absorb("a number that is not known", value) if found is MISSING else found
    return value


def _functions(module: Any) -> Namespace:
    """A module of pure functions of numbers."""
    names: Namespace = {}
    for name, value in vars(module).items():
        if name.startswith("_"):
            continue
        if callable(value):
            names[name] = _math_function(module.__name__, name, value)
        else:
            names[name] = value
    return names


def _math() -> Namespace:
    names = _functions(math)
    for kind in ("ceil", "floor", "trunc"):
        names[kind] = _rounding(kind)
    names["prod"] = Builtin("math.prod", _prod, pure=True)
    return names


def _prod(interp: Interpreter, iterable: Value, *, start: Value = 1) -> Value:
    items = items_or_unknown(interp, iterable)
    if isinstance(items, Unknown):
        return Unknown(items.reason)
    for item in items:
        interp.budget.tick()
        start = operators.binary(interp, "*", start, item)
        if isinstance(start, int) and start.bit_length() > interp.budget.digits:
            return Unknown("a product that is too large")
    return start


def _rounding(name: str) -> Builtin:
    host = getattr(math, name)

    def run(interp: Interpreter, value: Value) -> Value:
        found = by_method(interp, value, f"__{name}__")
        if found is not MISSING and not isinstance(found, Unknown):
            return found
        number = _number(interp, value)
        return spelled(name, number) if isinstance(number, Unknown) else apply(interp, host, number)

    return Builtin(f"math.{name}", run, pure=True)


_TIMES = (
    "time monotonic perf_counter process_time clock ctime asctime localtime gmtime strftime mktime"
    " time_ns strptime perf_counter_ns monotonic_ns"
)


def _unknowns(module: str, names: str, effects: str = "") -> Namespace:
    """Functions that give data which is not known, and functions without effects that we model."""
    found: Namespace = {}
    for name in names.split():
        reason = f"{module}.{name}()"
        found[name] = Builtin(
            f"{module}.{name}",
            lambda interp, *args, _why=reason, **kwargs: Unknown(_why, is_data=True),
        )
    for name in effects.split():
        found[name] = Builtin(f"{module}.{name}", lambda interp, *args, **kwargs: None)
    return found


def _base64() -> Namespace:
    names = ("b64encode", "b64decode", "urlsafe_b64encode", "urlsafe_b64decode", "b32encode")
    return {
        **{n: Builtin(n, pure(getattr(base64, n))) for n in names},
        "encodebytes": Builtin("encodebytes", pure(base64.encodebytes)),
    }


def _binascii() -> Namespace:
    names = ("hexlify", "unhexlify", "crc32")
    return {n: Builtin(n, pure(getattr(binascii, n))) for n in names}


def _struct() -> Namespace:
    def calcsize(interp: Interpreter, layout: Value) -> Value:
        return apply(interp, struct.calcsize, layout)

    return {
        "calcsize": Builtin("struct.calcsize", calcsize, pure=True),
        **_unknowns("struct", "pack unpack pack_into unpack_from iter_unpack"),
        "error": BUILTINS["ValueError"],
    }


def _hashlib() -> Namespace:
    import hashlib  # loads OpenSSL

    names = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b")
    return {name: host_helpers.hash_class(name, getattr(hashlib, name)) for name in names}


HOST_MODULES: dict[str, Callable[[], Namespace]] = {
    "_scope_lsp_host": host_helpers.namespace,
    "base64": _base64,
    "binascii": _binascii,
    "builtins": lambda: dict(BUILTINS),
    "__builtin__": lambda: dict(BUILTINS),
    "cmath": lambda: _functions(cmath),
    "collections.abc": lambda: dict(COLLECTIONS),
    "_collections_abc": lambda: dict(COLLECTIONS),
    "hashlib": _hashlib,
    "math": _math,
    "numbers": lambda: dict(NUMBERS),
    "operator": host_operator.namespace,
    "_operator": host_operator.namespace,
    "struct": _struct,
    "unicodedata": host_unicode.namespace,
    "time": lambda: _unknowns("time", _TIMES, "sleep tzset"),
}
"""By absolute name, the functions that create the namespaces of modules."""
