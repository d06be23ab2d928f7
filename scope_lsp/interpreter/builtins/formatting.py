"""``str``, ``repr`` and ``format`` of any value, also for f-strings.

Unknown parts become holes, spelled as in the source.  The template languages built on this (``%``
and ``str.format``) are in ``percent`` and ``str_format``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from scope_lsp.interpreter.builtins.classes import EXCEPTIONS, OBJECT, class_of
from scope_lsp.interpreter.builtins.common import (
    ATOMS,
    HOST_ERRORS,
    MAX_DEPTH,
    map_union,
    raise_as,
    text_limit,
    type_name,
)
from scope_lsp.interpreter.builtins.symbolic import join_parts, text_of, text_value
from scope_lsp.interpreter.orders import is_unordered
from scope_lsp.interpreter.values import (
    MISSING,
    Builtin,
    Class,
    Dict,
    Function,
    Instance,
    List,
    Method,
    ModelName,
    Module,
    Opaque,
    Set,
    Symbolic,
    Union,
    Unknown,
    Value,
    hole,
)

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter

Text: TypeAlias = str | Symbolic | Unknown
"""A string, as far as it is known."""

__all__ = ["Text", "format_value", "join_parts", "to_repr", "to_str"]

MAX_ATOM = 10_000
"""The maximum length of a string that is written in a container or by ``repr``, in characters."""

_CONVERSIONS = {-1: "", 115: "s", 114: "r", 97: "a"}


def to_str(interp: Interpreter, value: Value) -> Value:
    """``str(value)``: a string, one with holes, a union of them, or Unknown."""
    if isinstance(value, (str, Symbolic, Unknown)):
        return value
    if isinstance(value, Union):
        return map_union(value, lambda option: to_str(interp, option))
    if isinstance(value, Instance):
        if value.cls.open and _is_object(value.cls, "__str__"):
            return _nameless(value)
        found = value.cls.find("__str__")
        if not isinstance(found, Builtin):
            return _checked(interp, interp.call(found, [value]), "__str__")
        if found is not OBJECT.names.get("__str__"):
            return interp.call(found, [value])
    return to_repr(interp, value)


def to_repr(interp: Interpreter, value: Value) -> Value:
    """``repr(value)``, with the same kinds of results as ``to_str``."""
    if isinstance(value, Union):
        return map_union(value, lambda option: to_repr(interp, option))
    if isinstance(value, Unknown):
        return value
    parts: list[Value] = []
    try:
        _write(interp, value, parts, [])
    except _TooLong:
        return Unknown("a text that is too long")
    return join_parts(parts)


class _TooLong(Exception):
    """The text has too many parts."""


def default_repr(interp: Interpreter, value: Value) -> Value:
    """``object.__repr__``, and that of the built-in value which an instance carries."""
    if isinstance(value, Instance):
        if value.payload is not MISSING:
            return to_repr(interp, value.payload)
        if _is_exception(value.cls):
            return _exception_repr(interp, value)
        where = _qualified(value.cls)
        return Symbolic(f"<{where} object at {hole(Unknown('an address', 'address'))}>")
    return to_repr(interp, value)


def format_value(
    interp: Interpreter, value: Value, conversion: str | int | None = None, spec: Value = ""
) -> Value:
    """``format(value, spec)`` after a conversion, as in a replacement field.

    ``conversion`` is "r", "s", "a", nothing, or its number in the syntax tree.
    """
    if isinstance(value, Union):
        return map_union(value, lambda option: format_value(interp, option, conversion, spec))
    if isinstance(conversion, int):
        conversion = _CONVERSIONS.get(conversion, "")
    if conversion == "s":
        value = to_str(interp, value)
    elif conversion in ("r", "a"):
        value = to_repr(interp, value)
        if conversion == "a" and isinstance(value, str):
            value = value.encode("ascii", "backslashreplace").decode("ascii")
    if isinstance(value, Union):
        return map_union(value, lambda option: format_value(interp, option, None, spec))
    if not isinstance(spec, str):
        return value if isinstance(value, Unknown) else Unknown("a format that is not known")
    return _format(interp, value, spec)


def _format(interp: Interpreter, value: Value, spec: str) -> Value:
    if isinstance(value, (Unknown, Symbolic)):
        return value
    if type(value) in ATOMS and (not spec or not isinstance(value, (range, slice, type(None)))):
        if too_wide(spec, text_limit(interp)):
            return Unknown("a field that is too wide")
        if isinstance(value, int) and value.bit_length() > interp.budget.digits:
            return Unknown("too many digits")
        try:
            return format(value, spec)
        except HOST_ERRORS as error:
            raise_as(interp, error)
    if isinstance(value, Instance):
        found = value.cls.find("__format__")
        if found is not MISSING and not isinstance(found, Builtin):
            return _checked(interp, interp.call(found, [value, spec]), "__format__")
        if spec and value.payload is not MISSING and type(value.payload) in ATOMS:
            return _format(interp, value.payload, spec)
        if spec and value.cls.open:
            return _nameless(value)
    if not spec:
        return to_str(interp, value)
    if isinstance(value, Opaque):
        return Unknown("a value of the outside model")
    interp.raise_error(
        "TypeError", f"unsupported format string passed to {type_name(value)}.__format__"
    )


def too_wide(spec: str, limit: int) -> bool:
    """Whether a format specification has a width or precision above ``limit``."""
    return any(len(number) > 9 or int(number) > limit for number in re.findall(r"\d+", spec))


def _checked(interp: Interpreter, result: Value, name: str) -> Value:
    """The result of a user's method, which must be a string."""
    kind = class_of(result)
    if isinstance(result, Instance) and isinstance(result.payload, (str, Symbolic)):
        return result.payload
    if isinstance(result, (str, Symbolic, Unknown, Union)) or kind is None:
        return result if kind is not None or isinstance(result, (Unknown, Union)) else Unknown("?")
    interp.raise_error("TypeError", f"{name} returned non-string (type {type_name(result)})")


def _write(interp: Interpreter, value: Value, parts: list[Value], inside: list[Value]) -> None:
    """Append the ``repr`` of ``value``; ``inside`` are the containers being written."""
    kind = type(value)
    if kind in ATOMS:
        parts.append(_atom(value))
    elif isinstance(value, Symbolic):
        parts.extend(["'", value, "'"])
    elif isinstance(value, (tuple, List, Dict, Set)):
        if len(inside) > MAX_DEPTH:
            parts.append(Unknown("nested too deeply"))
        elif any(value is outer for outer in inside):
            parts.append({List: "[...]", Dict: "{...}"}.get(kind, "(...)"))
        else:
            interp.budget.tick()
            if len(parts) > interp.budget.items:
                raise _TooLong
            inside.append(value)
            _write_container(interp, value, parts, inside)
            inside.pop()
    elif isinstance(value, Instance):
        parts.append(_instance_repr(interp, value, inside))
    elif isinstance(value, Union):
        parts.append(Unknown("one of a few alternatives"))
    elif isinstance(value, Unknown):
        parts.append(value)
    else:
        parts.append(_object_repr(value))


def _atom(value: Value) -> Value:
    if isinstance(value, (str, bytes)) and len(value) > MAX_ATOM:
        raise _TooLong
    try:
        return repr(value)
    except ValueError:
        return Unknown("too many digits")


def _write_container(
    interp: Interpreter, value: Value, parts: list[Value], inside: list[Value]
) -> None:
    def write_all(items: list[Value]) -> None:
        for index, item in enumerate(items):
            if index:
                parts.append(", ")
            _write(interp, item, parts, inside)

    if isinstance(value, (List, Dict, Set)) and value.doubtful:
        parts.append(Unknown("items that may not be there", "..."))
    elif not isinstance(value, Set) and is_unordered(value):
        parts.append(Unknown("items in an order that is not known", "..."))
    elif isinstance(value, tuple):
        parts.append("(")
        write_all(list(value))
        parts.append(",)" if len(value) == 1 else ")")
    elif isinstance(value, List):
        parts.append("[")
        write_all(value.items)
        parts.append("]")
    elif isinstance(value, Dict):
        parts.append("{")
        for index, (key, item) in enumerate(list(value.entries.values())):
            if index:
                parts.append(", ")
            _write(interp, key, parts, inside)
            parts.append(": ")
            _write(interp, item, parts, inside)
        if value.open:
            parts.append(Unknown("keys that are not known", "..."))
        parts.append("}")
    elif isinstance(value, Set):
        if not value.entries and not value.open:
            parts.append("frozenset()" if value.frozen else "set()")
            return
        parts.append("frozenset({" if value.frozen else "{")
        if len(value.entries) > 1 and not all(type(i) is int for i in value.entries.values()):
            parts.append(Unknown("the order of a set", "..."))
        elif value.open:
            parts.append(Unknown("members that are not known", "..."))
        else:
            write_all(set_order(value))
        parts.append("})" if value.frozen else "}")


def set_order(value: Set) -> list[Value]:
    """The members in the order in which Python would give them, where that is the same each run."""
    items = list(value.entries.values())
    if all(type(item) is int for item in items):
        return list(set(items))
    return items


def _instance_repr(interp: Interpreter, value: Instance, inside: list[Value]) -> Value:
    found = value.cls.find("__repr__")
    if isinstance(found, Builtin) or found is MISSING:
        if value.cls.open:
            return _nameless(value)
        if found is not MISSING and found is not OBJECT.names.get("__repr__"):
            return interp.call(found, [value])
        return default_repr(interp, value)
    if any(value is outer for outer in inside) or len(inside) > MAX_DEPTH:
        return Unknown("nested too deeply", "...")
    inside.append(value)
    try:
        return _checked(interp, interp.call(found, [value]), "__repr__")
    finally:
        inside.pop()


def _exception_repr(interp: Interpreter, value: Instance) -> Value:
    args = value.names.get("args", ())
    if not isinstance(args, tuple):
        return Unknown("the arguments of an exception")
    written = text_of(to_repr(interp, args))
    if len(args) == 1:
        written = written[:-2] + ")"
    return text_value(value.cls.name + written)


def _object_repr(value: Value) -> Value:
    address = f"at {hole(Unknown('an address', 'address'))}>"
    if isinstance(value, Class):
        return text_value(f"<class '{_qualified(value)}'>")
    if isinstance(value, Function):
        return Symbolic(f"<function {value.qualname} {address}")
    if isinstance(value, Builtin):
        return f"<built-in function {value.name}>"
    if isinstance(value, Method) and isinstance(value.function, Function):
        return Symbolic(f"<bound method {value.function.qualname} of {address}")
    if isinstance(value, Module):
        return f"<module '{value.name}' from '{value.source.path}'>"
    if value is NotImplemented:
        return "NotImplemented"
    return Symbolic(f"<{type_name(value)} object {address}")


def _qualified(cls: Class) -> str:
    if cls.module == "builtins":
        return cls.name
    if isinstance(cls.module, ModelName):  # the library may define it elsewhere
        return f"{cls.module.partition('.')[0]}{hole(Unknown(''))}.{cls.name}"
    return f"{cls.module}.{cls.name}"


def _nameless(value: Instance) -> Unknown:
    return Unknown(f"how a {value.cls.name} is written: some base of it is not known")


def _is_object(cls: Class, name: str) -> bool:
    return cls.find(name) in (MISSING, OBJECT.names.get(name))


def _is_exception(cls: Class) -> bool:
    return EXCEPTIONS["BaseException"] in cls.mro
