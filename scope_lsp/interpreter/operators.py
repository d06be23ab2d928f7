"""Operators on abstract values: arithmetic, comparison, subscripts, containment, length.

Constants are computed by Python itself, within limits of size; objects of the program by their
special methods; the rest is unknown.
"""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from scope_lsp.interpreter.builtins.classes import STR, class_of, payload_of
from scope_lsp.interpreter.subscripts import delitem, getitem, setitem
from scope_lsp.interpreter.values import (
    MISSING,
    Class,
    Dict,
    Instance,
    Iter,
    List,
    Set,
    Symbolic,
    Unhashable,
    Union,
    Unknown,
    Value,
    hole,
    key_of,
    same,
    unite,
)

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter

__all__ = [
    "binary",
    "compare",
    "contains",
    "delitem",
    "getitem",
    "in_place",
    "length",
    "setitem",
    "unary",
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
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_HOST_UNARY: dict[str, Callable[[Any], Any]] = {
    "-": operator.neg,
    "+": operator.pos,
    "~": operator.invert,
}
_COMPARE_METHODS = {
    "==": ("__eq__", "__eq__"),
    "!=": ("__ne__", "__ne__"),
    "<": ("__lt__", "__gt__"),
    "<=": ("__le__", "__ge__"),
    ">": ("__gt__", "__lt__"),
    ">=": ("__ge__", "__le__"),
}

_NUMBERS = frozenset((int, float, bool, complex))
_CONSTANTS = frozenset((int, float, bool, complex, str, bytes, type(None)))


def binary(interp: Interpreter, op: str, a: Value, b: Value) -> Value:
    """``a op b``; raises what the program would."""
    kind_a, kind_b = type(a), type(b)
    if kind_a in _NUMBERS and kind_b in _NUMBERS:
        return _numbers(interp, op, a, b)
    if kind_a is Union or kind_b is Union:
        return _alternatives(a, b, lambda x, y: binary(interp, op, x, y))
    if kind_a is Instance or kind_b is Instance or isinstance(a, Class):
        result = _by_methods(interp, op, a, b)
        if result is not MISSING:
            return result
        a, b = payload_of(a), payload_of(b)
        kind_a, kind_b = type(a), type(b)
    if op == "%" and (kind_a is str or kind_a is Symbolic):
        from scope_lsp.interpreter.builtins.formatting import percent

        return percent(interp, a, b)
    if op == "+":
        return _add(interp, a, b)
    if kind_a is Unknown or kind_b is Unknown:
        return _unknown_binary(op, a, b)
    if op == "*":
        return _repeat(interp, a, b)
    if isinstance(a, Set) and isinstance(b, Set):
        return _sets(op, a, b)
    if op == "|" and isinstance(a, Dict) and isinstance(b, Dict):
        merged = Dict({**a.entries, **b.entries})
        merged.open = a.open or b.open
        return merged
    if isinstance(a, (Class, type(None))) and op == "|":
        return (a, b)
    if kind_a in _CONSTANTS and kind_b in _CONSTANTS:
        return _host(interp, op, a, b)
    if class_of(a) is None or class_of(b) is None or kind_a is Symbolic or kind_b is Symbolic:
        return Unknown(f"{op} of values that are not interpreted")
    return _unsupported(interp, op, a, b)


def _unknown_binary(op: str, a: Value, b: Value) -> Value:
    reason = a.reason if isinstance(a, Unknown) else b.reason if isinstance(b, Unknown) else op
    return Unknown(reason, _spell(op, a, b))


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


def _alternatives(a: Value, b: Value, apply: Callable[[Value, Value], Value]) -> Value:
    results = [
        apply(x, y)
        for x in (a.options if isinstance(a, Union) else (a,))
        for y in (b.options if isinstance(b, Union) else (b,))
    ]
    return unite(results)


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
                return Unknown("an operator of a base class that is not known")
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
        return Symbolic(text_of(a) + text_of(b))
    if kind_a in strings and isinstance(b, Unknown):
        return Symbolic(text_of(a) + hole(b))
    if isinstance(a, Unknown) and kind_b in strings:
        return Symbolic(hole(a) + text_of(b))
    if isinstance(a, List) and isinstance(b, List):
        if len(a.items) + len(b.items) > interp.budget.items:
            return Unknown("a list too long to build")
        return List(a.items + b.items)
    if kind_a is tuple and kind_b is tuple:
        return a + b  # type: ignore[operator]
    if kind_a is Unknown or kind_b is Unknown:
        return _unknown_binary("+", a, b)
    if kind_a in _CONSTANTS and kind_b in _CONSTANTS:
        return _host(interp, "+", a, b)
    return _unsupported(interp, "+", a, b)


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
            if isinstance(a, List):
                return List(a.items * b)
            return a * b  # type: ignore[operator]
        if isinstance(a, Symbolic):
            return Symbolic(a.text * b) if 0 < b < 10 else Unknown("a repeated symbolic string")
    return _unsupported(interp, "*", a, b)


def _sets(op: str, a: Set, b: Set) -> Value:
    if op == "|":
        entries = {**a.entries, **b.entries}
    elif op == "&":
        entries = {k: v for k, v in a.entries.items() if k in b.entries}
    elif op == "-":
        entries = {k: v for k, v in a.entries.items() if k not in b.entries}
    elif op == "^":
        entries = {k: v for k, v in a.entries.items() if k not in b.entries}
        entries |= {k: v for k, v in b.entries.items() if k not in a.entries}
    else:
        return Unknown(f"{op} of sets")
    result = Set(entries, frozen=a.frozen)
    result.open = a.open or b.open
    return result


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
            return Unknown("an operator of a base class that is not known")
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


def compare(interp: Interpreter, op: str, a: Value, b: Value) -> Value:
    """``a op b`` for a comparison."""
    if type(a) in _CONSTANTS and type(b) in _CONSTANTS and op in _HOST:
        try:
            return _HOST[op](a, b)
        except TypeError:
            return _not_ordered(interp, op, a, b)
    if op == "is":
        return identical(a, b)
    if op == "is not":
        return _negate(interp, identical(a, b))
    if op == "in":
        return contains(interp, b, a)
    if op == "not in":
        return _negate(interp, contains(interp, b, a))
    if isinstance(a, Union) or isinstance(b, Union):
        return _alternatives(a, b, lambda x, y: compare(interp, op, x, y))
    if isinstance(a, Unknown) or isinstance(b, Unknown):
        return Unknown("a comparison with something unknown")
    if isinstance(a, Instance) or isinstance(b, Instance):
        result = _compare_methods(interp, op, a, b)
        if result is not MISSING:
            return result
        a, b = payload_of(a), payload_of(b)
    if op == "==":
        return equal(interp, a, b)
    if op == "!=":
        return _negate(interp, equal(interp, a, b))
    return _order(interp, op, a, b)


def _negate(interp: Interpreter, value: Value) -> Value:
    known = interp.truth(value)
    return Unknown("not something unknown") if known is None else not known


def _not_ordered(interp: Interpreter, op: str, a: Value, b: Value) -> Value:
    left, right = class_of(a), class_of(b)
    if left is None or right is None or left.open or right.open:
        return Unknown("a comparison of values that are not interpreted")
    interp.raise_error(
        "TypeError",
        f"'{op}' not supported between instances of '{left.name}' and '{right.name}'",
    )


def _compare_methods(interp: Interpreter, op: str, a: Value, b: Value) -> Value:
    forward, backward = _COMPARE_METHODS[op]
    for receiver, other, method in ((a, b, forward), (b, a, backward)):
        if not isinstance(receiver, Instance):
            continue
        function = receiver.cls.find(method)
        if function is MISSING:
            if op == "!=":
                function = receiver.cls.find("__eq__")
                if function is not MISSING:
                    result = interp.call(interp.bind(function, receiver, receiver.cls), [other])
                    if result is not NotImplemented:
                        return _negate(interp, result)
            if receiver.cls.open:
                return Unknown("a comparison by a base class that is not known")
            continue
        result = interp.call(interp.bind(function, receiver, receiver.cls), [other])
        if result is not NotImplemented:
            return result
    return MISSING


def identical(a: Value, b: Value) -> Value:
    """``a is b``: constants are identical when equal, as in CPython for what programs compare."""
    if a is b and not isinstance(a, Unknown):
        return True
    for x, y in ((a, b), (b, a)):
        if isinstance(x, Union):
            return unite([identical(option, y) for option in x.options])
    if isinstance(a, Unknown) or isinstance(b, Unknown):
        return Unknown("the identity of something unknown")
    return type(a) in _CONSTANTS and same(a, b)


def equal(interp: Interpreter, a: Value, b: Value) -> Value:
    """``a == b`` for values without special methods of the program."""
    if type(a) in _CONSTANTS and type(b) in _CONSTANTS:
        return bool(a == b)
    left, right = _items(a), _items(b)
    if left is not None and right is not None:
        if type(a) is not type(b):
            return False
        if len(left) != len(right):
            return False
        undecided = False
        for x, y in zip(left, right, strict=True):
            interp.budget.tick()
            known = interp.truth(compare(interp, "==", x, y))
            if known is False:
                return False
            undecided = undecided or known is None
        return Unknown("a comparison with something unknown") if undecided else True
    if isinstance(a, Dict) and isinstance(b, Dict):
        if a.open or b.open:
            return Unknown("a comparison of dicts that are not wholly known")
        if a.entries.keys() != b.entries.keys():
            return False
        pairs = [(value, b.entries[key][1]) for key, (_, value) in a.entries.items()]
        verdicts = [interp.truth(compare(interp, "==", x, y)) for x, y in pairs]
        if False in verdicts:
            return False
        return Unknown("a comparison with something unknown") if None in verdicts else True
    if isinstance(a, Set) and isinstance(b, Set):
        if a.open or b.open:
            return Unknown("a comparison of sets that are not wholly known")
        return a.entries.keys() == b.entries.keys()
    if isinstance(a, Symbolic) or isinstance(b, Symbolic):
        return _equal_symbolic(a, b)
    if isinstance(a, (range, slice)) or isinstance(b, (range, slice)):
        return type(a) is type(b) and a == b
    if class_of(a) is None or class_of(b) is None:
        return True if a is b else Unknown("a comparison of values that are not interpreted")
    try:
        return bool(key_of(a) == key_of(b))
    except Unhashable:
        return a is b


def _equal_symbolic(a: Value, b: Value) -> Value:
    if class_of(a) is not STR or class_of(b) is not STR:
        return False
    return Unknown("a comparison of a name that is not wholly known")


def _items(value: Value) -> list[Value] | tuple[Value, ...] | None:
    if isinstance(value, List):
        return value.items
    return value if isinstance(value, tuple) else None


def _order(interp: Interpreter, op: str, a: Value, b: Value) -> Value:
    left, right = _items(a), _items(b)
    if left is not None and right is not None and type(a) is type(b):
        for x, y in zip(left, right, strict=False):
            known = interp.truth(compare(interp, "==", x, y))
            if known is None:
                return Unknown("a comparison with something unknown")
            if not known:
                return compare(interp, op, x, y)
        return bool(_HOST[op](len(left), len(right)))
    if isinstance(a, Set) and isinstance(b, Set) and not (a.open or b.open):
        return bool(_HOST[op](a.entries.keys(), b.entries.keys()))
    if type(a) in _CONSTANTS and type(b) in _CONSTANTS:
        return _host(interp, op, a, b)
    if isinstance(a, Symbolic) or isinstance(b, Symbolic):
        return Unknown("a comparison of a name that is not wholly known")
    return _not_ordered(interp, op, a, b)


def contains(interp: Interpreter, container: Value, item: Value) -> Value:
    """``item in container``."""
    if isinstance(container, Union):
        return unite([contains(interp, option, item) for option in container.options])
    if isinstance(item, Union):
        return unite([contains(interp, container, option) for option in item.options])
    if isinstance(container, Instance):
        function = container.cls.find("__contains__")
        if function is not MISSING:
            return _as_bool(
                interp, interp.call(interp.bind(function, container, container.cls), [item])
            )
    container = payload_of(container)
    if isinstance(container, Unknown):
        return Unknown("membership in something unknown")
    if isinstance(container, (Dict, Set)):
        try:
            if key_of(item) in container.entries:
                return True
        except Unhashable:
            return Unknown("membership of something unknown")
        return Unknown("membership in something not wholly known") if container.open else False
    if isinstance(container, (str, bytes)):
        if isinstance(item, (str, bytes)) and type(item) is type(container):
            return item in container  # type: ignore[operator]
        if isinstance(item, (Unknown, Symbolic)):
            return Unknown("membership of something unknown")
        interp.raise_error("TypeError", "'in <string>' requires string as left operand")
    if isinstance(container, Symbolic):
        if isinstance(item, str) and any(item in part for part in known_parts(container)):
            return True
        return Unknown("membership in a name that is not wholly known")
    if isinstance(container, range) and isinstance(item, int):
        return item in container
    items = interp.to_list(container)
    if items is None:
        return Unknown("membership in something unknown")
    undecided = False
    for other in items:
        if item is other:
            return True
        known = interp.truth(compare(interp, "==", other, item))
        if known:
            return True
        undecided = undecided or known is None
    return Unknown("membership of something unknown") if undecided else False


def _as_bool(interp: Interpreter, value: Value) -> Value:
    known = interp.truth(value)
    return Unknown("membership that is not known") if known is None else known


def known_parts(value: Symbolic) -> list[str]:
    """The literal parts of a symbolic string."""
    parts = []
    for piece in value.text.split("\ue000"):
        parts.append(piece.rpartition("\ue001")[2])
    return parts


def length(interp: Interpreter, value: Value) -> int | Unknown:
    """``len(value)``."""
    if isinstance(value, Instance):
        function = value.cls.find("__len__")
        if function is not MISSING:
            result = interp.call(interp.bind(function, value, value.cls), [])
            return result if isinstance(result, int) else Unknown("a length that is not known")
        if value.cls.open:
            return Unknown("the length of something whose class is not known")
        value = payload_of(value)
    if isinstance(value, List):
        return len(value.items)
    if isinstance(value, (Dict, Set)):
        return (
            Unknown("the length of something not wholly known")
            if value.open
            else len(value.entries)
        )
    if isinstance(value, (str, bytes, tuple)):
        return len(value)
    if isinstance(value, range):
        return len(value) if abs(value.stop - value.start) < 2**62 else Unknown("a huge range")
    cls = class_of(value)
    if cls is None or isinstance(value, (Symbolic, Iter)):
        return Unknown("the length of something unknown", _spelled_length(value))
    interp.raise_error("TypeError", f"object of type '{cls.name}' has no len()")


def _spelled_length(value: Value) -> str | None:
    spelling = value.spelling if isinstance(value, Unknown) else None
    return f"len({spelling})" if spelling else None


def put(target: Dict, key: Value, value: Value) -> None:
    """Enter a pair into a dict that was touched already (or is new)."""
    try:
        hashed = key_of(key)
    except Unhashable:
        target.open = True
        return
    original = target.entries[hashed][0] if hashed in target.entries else key
    target.entries[hashed] = (original, value)


def update_dict(interp: Interpreter, target: Dict, source: Value) -> None:
    """Enter all pairs of ``source``, a dict or another mapping; unknown ones open ``target``."""
    source = payload_of(source)
    if isinstance(source, Dict):
        target.entries.update(source.entries)
        target.open = target.open or source.open
        return
    keys = interp.find_attr(source, "keys") if isinstance(source, Instance) else MISSING
    items = None if keys is MISSING else interp.to_list(interp.call(keys))
    if items is None:
        target.open = True
        return
    for key in items:
        put(target, key, interp.getitem(source, key))


def spread_keywords(interp: Interpreter, value: Value, named: dict[str, Value]) -> bool:
    """Enter the pairs of ``**value`` into keywords; False when some are not known."""
    spread = Dict()
    update_dict(interp, spread, value)
    for key, item in spread.entries.values():
        if not isinstance(key, str):
            return False
        named[key] = item
    return not spread.open


def in_place(interp: Interpreter, op: str, a: Value, b: Value) -> Value:
    """``a op= b``: lists, dicts and sets change in place, so does what has ``__iop__``."""
    if isinstance(a, Instance):
        function = a.cls.find(f"__i{_METHODS[op]}__")
        if function is not MISSING:
            result = interp.call(interp.bind(function, a, a.cls), [b])
            if result is not NotImplemented:
                return result
        a = payload_of(a) if op == "+" and isinstance(a.payload, List) else a
    if op == "+" and isinstance(a, List):
        items = interp.to_list(b)
        if items is None:
            return Unknown("a list grown by something unknown")
        if len(a.items) + len(items) > interp.budget.items:
            return Unknown("a list too long to build")
        interp.heap.touch(a)
        a.items.extend(items)
        return a
    if op == "|" and isinstance(a, Dict):
        interp.heap.touch(a)
        update_dict(interp, a, b)
        return a
    if isinstance(a, Set) and not a.frozen and isinstance(b, Set):
        result = _sets(op, a, b)
        if isinstance(result, Set):
            interp.heap.touch(a)
            a.entries, a.open = result.entries, result.open
            return a
    return binary(interp, op, a, b)
