"""Methods of int, float, complex and bool, and the functions that compute with numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scope_lsp.interpreter import operators
from scope_lsp.interpreter.builtins.classes import (
    COMPLEX,
    FLOAT,
    INT,
    function,
    method,
    payload_of,
)
from scope_lsp.interpreter.builtins.common import absorb, apply
from scope_lsp.interpreter.builtins.kinds import alike
from scope_lsp.interpreter.values import (
    MISSING,
    Builtin,
    Class,
    Instance,
    Property,
    Symbolic,
    Unknown,
    Value,
    Wrapper,
)

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter

_NUMBERS = (int, float, complex, bool)


def _register(cls: Class, host: type, name: str) -> None:
    def run(interp: Interpreter, self: Value, *args: Value, **kwargs: Value) -> Value:
        number = payload_of(self)
        if not isinstance(number, host):
            return absorb("a number that is not known", self)
        if name == "to_bytes" and not _is_small(interp, kwargs.get("length", *(args[:1] or (0,)))):
            return Unknown("bytes that are too long")
        if name == "__round__" and not _is_small(interp, *(args[:1] or (0,))):
            return Unknown("a number rounded to too many digits")
        return apply(interp, getattr(host, name), number, *args, **kwargs)

    method(cls, name, pure=True)(run)


def _is_small(interp: Interpreter, count: Value) -> bool:
    """Whether a number of digits or bytes is known and small enough."""
    return count is None or (isinstance(count, int) and abs(count) <= interp.budget.digits)


for _name in ("bit_length", "bit_count", "conjugate", "to_bytes", "as_integer_ratio"):
    _register(INT, int, _name)
for _name in ("is_integer", "hex", "conjugate", "as_integer_ratio"):
    _register(FLOAT, float, _name)
_register(COMPLEX, complex, "conjugate")
_register(INT, int, "__round__")
_register(FLOAT, float, "__round__")


def _part(name: str) -> Property:
    def read(interp: Interpreter, self: Value) -> Value:
        number = payload_of(self)
        if isinstance(number, _NUMBERS):
            return getattr(number, name)
        return absorb("a number that is not known", self)

    return Property(Builtin(name, read))


for _cls, _names in (
    (INT, ("real", "imag", "numerator", "denominator")),
    (FLOAT, ("real", "imag")),
    (COMPLEX, ("real", "imag")),
):
    for _name in _names:
        _cls.names[_name] = _part(_name)

INT.names["from_bytes"] = Wrapper(
    "classmethod",
    Builtin(
        "int.from_bytes",
        lambda interp, cls, *args, **kwargs: apply(interp, int.from_bytes, *args, **kwargs),
    ),
)
FLOAT.names["fromhex"] = Wrapper(
    "classmethod",
    Builtin("float.fromhex", lambda interp, cls, text: apply(interp, float.fromhex, text)),
)


def by_method(interp: Interpreter, value: Value, *names: str) -> Value:
    """The result of the first special method of ``names`` that the class of ``value`` has."""
    if isinstance(value, Instance):
        for name in names:
            found = value.cls.find(name)
            if found is not MISSING:
                return interp.call(interp.bind(found, value, value.cls), [])
        if value.cls.open:
            return Unknown("a number whose class is not wholly known")
    return MISSING


def spelled(name: str, value: Value) -> Unknown:
    """Unknown, spelled ``name(value)``."""
    if isinstance(value, Unknown):
        spelling = f"{name}({value.spelling})" if value.spelling else None
        return Unknown(value.reason, spelling)
    return Unknown(f"{name}() of something that is not known")


@function("abs", pure=True)
def abs_(interp: Interpreter, value: Value) -> Value:
    """The absolute value."""
    found = by_method(interp, value, "__abs__")
    if found is not MISSING:
        return found
    owner, value = value, payload_of(value)
    if isinstance(value, _NUMBERS):
        return alike(owner, abs(value))
    if isinstance(value, (Unknown, Instance)):
        return spelled("abs", value)
    return apply(interp, abs, value)


@function("round", pure=True)
def round_(interp: Interpreter, number: Value, ndigits: Value = None) -> Value:
    """Round to some digits, or to an int."""
    found = (
        by_method(interp, number, "__round__")
        if not isinstance(payload_of(number), _NUMBERS)
        else MISSING
    )
    if found is not MISSING:
        return found
    owner, number = number, payload_of(number)
    if isinstance(number, (Unknown, Instance)) or isinstance(ndigits, Unknown):
        return spelled("round", number)
    if ndigits is None:
        return alike(owner, apply(interp, round, number))
    if isinstance(ndigits, int) and not _is_small(interp, ndigits):
        return Unknown("a number rounded to too many digits")
    return alike(owner, apply(interp, round, number, ndigits))


@function("divmod", pure=True)
def divmod_(interp: Interpreter, a: Value, b: Value) -> Value:
    """Quotient and remainder."""
    return operators.binary(interp, "//", a, b), operators.binary(interp, "%", a, b)


@function("pow", pure=True)
def pow_(interp: Interpreter, base: Value, exp: Value, mod: Value = None) -> Value:
    """``base ** exp``, modulo ``mod`` if that is given."""
    if mod is None:
        return operators.binary(interp, "**", base, exp)
    given: list[Any] = [payload_of(base), payload_of(exp), payload_of(mod)]
    if not all(isinstance(value, int) for value in given):
        return absorb("a power that is not known", base, exp, mod)
    if any(value.bit_length() > interp.budget.digits for value in given):
        return Unknown("a power too large to compute")
    return apply(interp, pow, *given)


def _digits(name: str, host: Any) -> None:
    def run(interp: Interpreter, value: Value) -> Value:
        number = by_method(interp, value, "__index__") if isinstance(value, Instance) else value
        return apply(interp, host, payload_of(value) if number is MISSING else number)

    function(name, pure=True)(run)


for _name, _host in (("bin", bin), ("hex", hex), ("oct", oct), ("chr", chr), ("unichr", chr)):
    _digits(_name, _host)


@function("ord", pure=True)
def ord_(interp: Interpreter, character: Value) -> Value:
    """The number of a character."""
    if isinstance(character, Symbolic):
        return Unknown("a character that is not known")
    return apply(interp, ord, payload_of(character))
