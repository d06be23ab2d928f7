"""Numbers whose class survives arithmetic, as NumPy's do: ``np.float64(2) * 3`` is a ``float64``.

A model gives its classes of numbers ``_kinds``, a class whose attributes are all of them, by
NumPy's names.  The class of a result is what ``numpy.result_type`` says of two scalars; where its
value would be rounded or would overflow, the result is unknown.  Nothing here knows arrays.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from scope_lsp.interpreter.builtins.classes import BOOL, FLOAT, INT
from scope_lsp.interpreter.values import MISSING, Class, Instance, List, Unknown, Value

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter

_PYTHONS = {int: "int64", float: "float64", bool: "bool"}
_NARROW = {"float16": "e", "float32": "f"}
_OF_TRUTHS = "+*&|^"
"""The operations of two truth values whose result is one."""
_NUMPYS = "a number of NumPy's"
_DIVISIONS = ("/", "//", "%")


def has_kind(value: Value) -> bool:
    """Whether a value is one of the numbers that keep their class."""
    return value.__class__ is Instance and value.cls.find("_kinds") is not MISSING


def poses(interp: Interpreter, cls: Class, parent: Value) -> bool:
    """Whether instances of a class are Python's numbers for our models alone.

    NumPy's integers and narrow floats derive from none of Python's numbers.
    """
    if parent not in (INT, FLOAT, BOOL):
        return False
    frame = interp.frame
    return cls.find("_poses") is True and frame is not None and not frame.module.is_model


def beside(interp: Interpreter, op: str, a: Value, b: Value) -> tuple[Value, Value] | None:
    """Both operands, with an array for the list beside a number that has a kind, as NumPy has it.

    A product repeats the list, as Python's does.
    """
    number, values = (a, b) if has_kind(a) else (b, a)
    if op == "*" or not isinstance(values, (List, tuple)) or not has_kind(number):
        return None
    method = number.cls.find("_beside")  # type: ignore[attr-defined]
    array = interp.call(interp.bind(method, number, number.cls), [values])  # type: ignore[attr-defined]
    return (number, array) if number is a else (array, number)


def joined(op: str, a: Value, b: Value, result: Value) -> Value:
    """The result of an operation on two numbers, at least one of which may have a kind."""
    if not (has_kind(a) or has_kind(b)):
        return result
    if type(result) not in _PYTHONS:  # a repeated list, or nothing known
        return Unknown("a complex number") if isinstance(result, complex) else result
    owner = a if has_kind(a) else b
    first, second = _name(a), _name(b)
    if first is None or second is None or not (_exact(a) and _exact(b)):
        return Unknown(_NUMPYS)
    if first == second == "bool":
        return _made(owner, first, bool(result)) if op in _OF_TRUTHS else Unknown(_NUMPYS)
    if op == "/" and "float" not in first + second:
        name: str | None = "float64"
    else:
        name = _wider(first, second)
    return _made(owner, name, result)


def compared(a: Value, b: Value, result: Value) -> Value:
    """The result of a comparison of two numbers, at least one of which may have a kind."""
    if not isinstance(result, bool) or not (has_kind(a) or has_kind(b)):
        return result
    return _made(a if has_kind(a) else b, "bool", result)


def divides_by_zero(op: str, a: Value, b: Value, divisor: Value) -> bool:
    """Whether NumPy warns where Python raises."""
    return op in _DIVISIONS and divisor == 0 and (has_kind(a) or has_kind(b))


def alike(value: Value, result: Value) -> Value:
    """A number as the same kind as another: of a sign, a rounding."""
    if not has_kind(value) or type(result) not in _PYTHONS:
        return result
    return _made(value, _name(value), result)


def _name(value: Value) -> str | None:
    if isinstance(value, Instance):
        return value.cls.name.rstrip("_") if has_kind(value) else None
    return _PYTHONS.get(type(value))


def _exact(value: Value) -> bool:
    """Whether a number is as narrow as its kind, and not only written so."""
    code = _NARROW.get(value.cls.name) if isinstance(value, Instance) else None
    return code is None or _fits(code, value.payload)  # type: ignore[attr-defined]


def _fits(code: str, number: Value) -> bool:
    try:
        return bool(struct.unpack(code, struct.pack(code, number))[0] == number)
    except (OverflowError, struct.error):
        return False


def _width(name: str) -> int:
    return int(name[-2:]) if name[-2:].isdigit() else 8


def _wider(first: str, second: str) -> str | None:
    """The kind that holds both; None where that is more than this knows."""
    if first == second or second == "bool":
        return first
    if first == "bool":
        return second
    floats = [name for name in (first, second) if name.startswith("float")]
    if len(floats) == 2:
        return max(floats, key=_width)
    if floats:
        whole = second if floats[0] is first else first
        return f"float{min(64, max(_width(floats[0]), 2 * _width(whole)))}"
    unsigned = [name for name in (first, second) if name.startswith("u")]
    if len(unsigned) == 1:
        signed = second if unsigned[0] is first else first
        bits = max(_width(signed), 2 * _width(unsigned[0]))
        return f"int{bits}" if bits <= 64 else None
    return max(first, second, key=_width)


def _made(owner: Value, name: str | None, result: Value) -> Value:
    kinds = owner.cls.find("_kinds")  # type: ignore[attr-defined]
    cls = kinds.names.get(name, MISSING) if isinstance(kinds, Class) and name else MISSING
    if not isinstance(cls, Class) or name is None or not isinstance(result, (int, float)):
        return Unknown(_NUMPYS)
    if name == "bool":
        return Instance(cls, bool(result))
    if name.startswith("float"):
        result = float(result)
        if name in _NARROW and not (result.is_integer() and _fits(_NARROW[name], result)):
            return Unknown("a number that NumPy rounds")
    elif isinstance(result, float):
        return Unknown(_NUMPYS)
    else:
        bits = _width(name)
        least, most = (0, 1 << bits) if name[0] == "u" else (-(1 << bits - 1), 1 << bits - 1)
        if not least <= result < most:
            return Unknown("a number that overflows")
    return Instance(cls, result)
