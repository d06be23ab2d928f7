"""Arithmetic on abstract values; also the façade of comparisons, subscripts and lengths.

Python itself computes constants, within limits of size.  Objects of the program use their special
methods.  Everything else is unknown.
"""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from scope_lsp.interpreter.builtins.classes import class_of, either_class, payload_of
from scope_lsp.interpreter.builtins.kinds import has_kind
from scope_lsp.interpreter.comparisons import (
    CONSTANTS,
    HOST_COMPARE,
    alternatives,
    compare,
    contains,
    equal,
    identical,
    known_parts,
)
from scope_lsp.interpreter.list_algebra import extend, joined
from scope_lsp.interpreter.orders import joined_tuples
from scope_lsp.interpreter.python2_lists import as_list
from scope_lsp.interpreter.set_algebra import sets
from scope_lsp.interpreter.sizes import length, merge, spread_keywords, update_dict
from scope_lsp.interpreter.subscripts import delitem, getitem, put_item, setitem
from scope_lsp.interpreter.values import (
    MISSING,
    Class,
    Dict,
    Instance,
    Iter,
    List,
    Set,
    Symbolic,
    Union,
    Unknown,
    Value,
    hole,
    is_data,
    make_list,
    unite,
)

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter

__all__ = [
    "HOST_COMPARE",
    "binary",
    "compare",
    "contains",
    "delitem",
    "equal",
    "getitem",
    "identical",
    "in_place",
    "known_parts",
    "length",
    "put_item",
    "setitem",
    "spread_keywords",
    "unary",
    "update_dict",
]

BINARY: dict[type[ast.operator], str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.FloorDiv: "//",
    ast.Mod: "%",
    ast.Pow: "**",
    ast.MatMult: "@",
    ast.LShift: "<<",
    ast.RShift: ">>",
    ast.BitAnd: "&",
    ast.BitOr: "|",
    ast.BitXor: "^",
}
UNARY: dict[type[ast.unaryop], str] = {ast.USub: "-", ast.UAdd: "+", ast.Invert: "~"}
COMPARE: dict[type[ast.cmpop], str] = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Is: "is",
    ast.IsNot: "is not",
    ast.In: "in",
    ast.NotIn: "not in",
}

_METHODS = {
    "+": "add",
    "-": "sub",
    "*": "mul",
    "/": "truediv",
    "//": "floordiv",
    "%": "mod",
    "**": "pow",
    "@": "matmul",
    "<<": "lshift",
    ">>": "rshift",
    "&": "and",
    "|": "or",
    "^": "xor",
}
_HOST: dict[str, Callable[[Any, Any], Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "//": operator.floordiv,
    "%": operator.mod,
    "**": operator.pow,
    "<<": operator.lshift,
    ">>": operator.rshift,
    "&": operator.and_,
    "|": operator.or_,
    "^": operator.xor,
}
_HOST_UNARY: dict[str, Callable[[Any], Any]] = {
    "-": operator.neg,
    "+": operator.pos,
    "~": operator.invert,
}
_WIDE = re.compile(rb"\*|\d{5}")
"""The width in a template of bytes that may make the result too long."""
_NUMBERS = frozenset((int, float, bool, complex))
_TEXTS = frozenset((str, Symbolic))


def binary(interp: Interpreter, op: str, a: Value, b: Value) -> Value:
    """``a op b``; raises what the program would."""
    kind_a, kind_b = type(a), type(b)
    if kind_a in _NUMBERS and kind_b in _NUMBERS:
        return _numbers(interp, op, a, b)
    if kind_a is Union or kind_b is Union:
        return alternatives(a, b, lambda x, y: binary(interp, op, x, y))
    if (kind_a is Instance or kind_b is Instance or isinstance(a, Class)) and not (
        op == "%" and kind_a in _TEXTS
    ):
        result = _by_methods(interp, op, a, b)
        if result is not MISSING:
            return result
        a, b = payload_of(a), payload_of(b)
        kind_a, kind_b = type(a), type(b)
    if op == "%" and kind_a in _TEXTS:
        from scope_lsp.interpreter.builtins.percent import percent

        return percent(interp, a, b)
    if op == "+":
        return _add(interp, a, b)
    if op == "%" and isinstance(a, bytes) and _WIDE.search(a):
        return Unknown("bytes too long to build")
    if kind_a is Unknown or kind_b is Unknown:
        return _unknown_binary(op, a, b)
    if op == "*":
        return _repeat(interp, a, b)
    if isinstance(a, Set) and isinstance(b, Set):
        return sets(op, a, b)
    if op == "|" and isinstance(a, Dict) and isinstance(b, Dict):
        merged = Dict()
        merge(merged, a)
        merge(merged, b)
        return merged
    if op == "|" and (either := either_class(a, b)) is not None:
        return either
    if kind_a in CONSTANTS and kind_b in CONSTANTS:
        return _host(interp, op, a, b)
    if class_of(a) is None or class_of(b) is None or kind_a is Symbolic or kind_b is Symbolic:
        return Unknown(f"{op} of values that are not interpreted")
    return _unsupported(interp, op, a, b)


def _unknown_binary(op: str, a: Value, b: Value) -> Value:
    reason = a.reason if isinstance(a, Unknown) else b.reason if isinstance(b, Unknown) else op
    return Unknown(reason, _spell(op, a, b), is_data=is_data(a) and is_data(b))


def _spell(op: str, a: Value, b: Value) -> str | None:
    """How to write an operation with an unknown operand in a name: ``i + 1``."""
    parts = []
    for value in (a, b):
        if isinstance(value, Unknown):
            if value.spelling is None:
                return None
            parts.append(value.spelling)
        elif type(value) in _NUMBERS:
            parts.append(str(value))
        else:
            return None
    return f" {op} ".join(parts) if op in ("+", "-", "*", "/", "//", "%", "**") else None


def _numbers(interp: Interpreter, op: str, a: Any, b: Any) -> Value:
    if op in ("**", "<<", "*") and type(a) is not float and type(b) is not float:
        bits = interp.budget.digits
        if op == "**":
            if isinstance(b, complex) or isinstance(a, complex):
                return Unknown("a power of complex numbers")
            if abs(a) > 1 and b > 0 and a.bit_length() * b > bits:
                return Unknown("a power too large to compute")
        elif op == "<<" and (b > bits or a.bit_length() + b > bits):
            return Unknown("a shift too large to compute")
        elif (
            op == "*"
            and not (isinstance(a, complex) or isinstance(b, complex))
            and (a.bit_length() + b.bit_length() > bits)
        ):
            return Unknown("a product too large to compute")
    return _host(interp, op, a, b)


def _host(interp: Interpreter, op: str, a: Any, b: Any) -> Value:
    try:
        return _HOST[op](a, b)
    except ZeroDivisionError as error:
        interp.raise_error("ZeroDivisionError", str(error))
    except OverflowError as error:
        interp.raise_error("OverflowError", str(error))
    except ValueError as error:
        interp.raise_error("ValueError", str(error))
    except (TypeError, KeyError):
        return _unsupported(interp, op, a, b)


def _unsupported(interp: Interpreter, op: str, a: Value, b: Value) -> Value:
    left, right = class_of(a), class_of(b)
    if left is None or right is None or left.open or right.open:
        return Unknown(f"{op} of values that are not interpreted")
    interp.raise_error(
        "TypeError",
        f"unsupported operand type(s) for {op}: '{left.name}' and '{right.name}'",
    )


def _by_methods(interp: Interpreter, op: str, a: Value, b: Value) -> Value:
    """The result of ``__op__`` or ``__rop__``, or MISSING when neither applies."""
    name = _METHODS[op]
    attempts = [(a, b, f"__{name}__"), (b, a, f"__r{name}__")]
    cls_a, cls_b = class_of(a), class_of(b)
    if cls_a is not None and cls_b is not None and cls_a is not cls_b and cls_a in cls_b.mro:
        attempts.reverse()
    for receiver, other, method in attempts:
        cls = class_of(receiver)
        if cls is None or not isinstance(receiver, (Instance, Class)):
            continue
        function = cls.find(method)
        if function is MISSING:
            if cls.open:
                return cls.unseen("an operator")
            continue
        result = interp.call(interp.bind(function, receiver, cls), [other])
        if result is not NotImplemented:
            return result
    return MISSING


def _add(interp: Interpreter, a: Value, b: Value) -> Value:
    kind_a, kind_b = type(a), type(b)
    if kind_a is str and kind_b is str:
        if len(a) + len(b) > interp.budget.items:  # type: ignore[arg-type]
            return Unknown("a string too long to build")
        return a + b  # type: ignore[operator]
    strings = (str, Symbolic)
    if kind_a in strings and kind_b in strings:
        return _joined(interp, text_of(a), text_of(b))
    if kind_a in strings and isinstance(b, Unknown):
        return _joined(interp, text_of(a), hole(b))
    if isinstance(a, Unknown) and kind_b in strings:
        return _joined(interp, hole(a), text_of(b))
    lists = (List, Unknown)
    if isinstance(a, lists) and isinstance(b, lists) and (kind_a is List or kind_b is List):
        return joined(interp, a, b)
    if isinstance(a, tuple) and isinstance(b, tuple):
        if len(a) + len(b) > interp.budget.items:
            return Unknown("a tuple too long to build")
        return joined_tuples(a, b)
    if kind_a is Unknown or kind_b is Unknown:
        return _unknown_binary("+", a, b)
    if kind_a is bytes and kind_b is bytes:
        if len(a) + len(b) > interp.budget.items:  # type: ignore[arg-type]
            return Unknown("bytes too long to build")
        return a + b  # type: ignore[operator]
    if kind_a in CONSTANTS and kind_b in CONSTANTS:
        return _host(interp, "+", a, b)
    if kind_a is Iter or kind_b is Iter:
        both = as_list(interp, a), as_list(interp, b)
        if both != (a, b):
            return _add(interp, *both)
    return _unsupported(interp, "+", a, b)


def _joined(interp: Interpreter, a: str, b: str) -> Value:
    """Concatenate two texts, one of which has unknown parts."""
    if len(a) + len(b) > interp.budget.items:
        return Unknown("a string too long to build")
    return Symbolic(a + b)


def text_of(value: Value) -> str:
    """The text of a known or symbolic string."""
    return value.text if isinstance(value, Symbolic) else str(value)


def _repeat(interp: Interpreter, a: Value, b: Value) -> Value:
    if isinstance(a, int):
        a, b = b, a
    if isinstance(b, int):
        length = (
            len(a.items)
            if isinstance(a, List)
            else len(a)
            if isinstance(a, (str, bytes, tuple))
            else None
        )
        if length is not None:
            if length * b > interp.budget.items:
                return Unknown("a repetition too long to build")
            interp.budget.charge(length * b)
            if isinstance(a, List):
                repeated = make_list(a.marked() * b)
                if b > 0:
                    repeated.take_flags(a)
                return repeated
            return a * b  # type: ignore[operator]
        if isinstance(a, Symbolic):
            is_short = 0 < b < 10 and len(a.text) * b <= interp.budget.items
            return Symbolic(a.text * b) if is_short else Unknown("a repeated symbolic string")
    return _unsupported(interp, "*", a, b)


def unary(interp: Interpreter, op: str, value: Value) -> Value:
    """``-value``, ``+value`` or ``~value``."""
    if isinstance(value, Union):
        return unite([unary(interp, op, option) for option in value.options])
    if isinstance(value, Instance):
        method = {"-": "__neg__", "+": "__pos__", "~": "__invert__"}[op]
        function = value.cls.find(method)
        if function is not MISSING:
            return interp.call(interp.bind(function, value, value.cls), [])
        if value.cls.open:
            return value.cls.unseen("an operator")
        value = payload_of(value)
    if type(value) in _NUMBERS:
        try:
            return _HOST_UNARY[op](value)
        except TypeError:
            pass
    if isinstance(value, Unknown):
        return Unknown(value.reason, f"{op}{value.spelling}" if value.spelling else None)
    cls = class_of(value)
    if cls is None:
        return Unknown(f"{op} of something that is not interpreted")
    interp.raise_error("TypeError", f"bad operand type for unary {op}: '{cls.name}'")


def in_place(interp: Interpreter, op: str, a: Value, b: Value) -> Value:
    """``a op= b``: lists, dicts and sets change in place, and so do objects with ``__iop__``."""
    if isinstance(a, Instance):
        function = a.cls.find(f"__i{_METHODS[op]}__")
        if function is not MISSING:
            result = interp.call(interp.bind(function, a, a.cls), [b])
            if result is not NotImplemented:
                return result
        a = payload_of(a) if op == "+" and isinstance(a.payload, List) else a
    elif op == "+" and isinstance(a, Iter):
        a = as_list(interp, a)
    if op == "+" and isinstance(a, List) and not has_kind(b):
        extend(interp, a, b)
        return a
    if op == "|" and isinstance(a, Dict):
        interp.heap.touch(a)
        update_dict(interp, a, b)
        return a
    if isinstance(a, Set) and not a.frozen and isinstance(b, Set):
        result = sets(op, a, b)
        if isinstance(result, Set):
            interp.heap.touch(a)
            a.entries, a.open, a.doubtful = result.entries, result.open, result.doubtful
            return a
    return binary(interp, op, a, b)
