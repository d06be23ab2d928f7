"""Comparisons, identity and membership of abstract values: a bool where known, else unknown."""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from scope_lsp.interpreter.builtins.classes import class_of, payload_of
from scope_lsp.interpreter.builtins.symbolic import may_equal
from scope_lsp.interpreter.orders import is_unordered
from scope_lsp.interpreter.subscripts import equal_key
from scope_lsp.interpreter.values import (
    MISSING,
    Dict,
    Instance,
    List,
    Set,
    Symbolic,
    Unhashable,
    Union,
    Unknown,
    Value,
    comparison,
    key_of,
    opposite,
    same,
    unite,
)

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter

CONSTANTS = frozenset((int, float, bool, complex, str, bytes, type(None)))
"""Types whose values represent themselves and compare as Python's own."""

HOST_COMPARE: dict[str, Callable[[Any, Any], Any]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
"""The comparisons of constants."""

_COMPARE_METHODS = {
    "==": ("__eq__", "__eq__"),
    "!=": ("__ne__", "__ne__"),
    "<": ("__lt__", "__gt__"),
    "<=": ("__le__", "__ge__"),
    ">": ("__gt__", "__lt__"),
    ">=": ("__ge__", "__le__"),
}


def alternatives(a: Value, b: Value, apply: Callable[[Value, Value], Value]) -> Value:
    """Perform an operation on two values.  If either is one of several, do so for each pair."""
    results = [
        apply(x, y)
        for x in (a.options if isinstance(a, Union) else (a,))
        for y in (b.options if isinstance(b, Union) else (b,))
    ]
    return unite(results)


def compare(interp: Interpreter, op: str, a: Value, b: Value) -> Value:
    """``a op b`` for a comparison."""
    if type(a) in CONSTANTS and type(b) in CONSTANTS and op in HOST_COMPARE:
        try:
            return HOST_COMPARE[op](a, b)
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
        return alternatives(a, b, lambda x, y: compare(interp, op, x, y))
    if isinstance(a, Unknown) or isinstance(b, Unknown):
        hashes = _equal_hashes(a, b) if op in ("==", "!=") else None
        return comparison(op, a, b) if hashes is None else hashes is (op == "==")
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


def _equal_hashes(a: Value, b: Value) -> bool | None:
    """Whether two hashes are of the same; None if they are no hashes."""
    if not isinstance(a, Unknown) or not isinstance(b, Unknown):
        return None
    return None if a.hashed is None or b.hashed is None else a.hashed == b.hashed


def _negate(interp: Interpreter, value: Value) -> Value:
    known = interp.truth(value)
    return opposite(value) if known is None else not known


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
                return receiver.cls.unseen("a comparison")
            continue
        result = interp.call(interp.bind(function, receiver, receiver.cls), [other])
        if result is not NotImplemented:
            return result
    return MISSING


def identical(a: Value, b: Value) -> Value:
    """``a is b``: equal constants count as identical, as in CPython for what programs compare."""
    if a is b and not isinstance(a, Unknown):
        return True
    for x, y in ((a, b), (b, a)):
        if isinstance(x, Union):
            return unite([identical(option, y) for option in x.options])
    if isinstance(a, Unknown) or isinstance(b, Unknown):
        return Unknown("the identity of something unknown")
    return type(a) in CONSTANTS and same(a, b)


def equal(interp: Interpreter, a: Value, b: Value) -> Value:
    """``a == b`` for values without special methods of the program."""
    if type(a) in CONSTANTS and type(b) in CONSTANTS:
        return bool(a == b)
    left, right = _items(a), _items(b)
    if left is not None and right is not None:
        if a is b:
            return True
        if class_of(a) is not class_of(b):
            return False
        if any(isinstance(one, List) and (one.doubtful or one.uncounted) for one in (a, b)):
            return Unknown("a comparison of lists that are not wholly known")
        if len(left) != len(right):
            return False
        if is_unordered(a) or is_unordered(b):
            return Unknown("a comparison of items in an order that is not known")
        undecided = False
        for x, y in zip(left, right, strict=True):
            interp.budget.tick()
            known = interp.truth(compare(interp, "==", x, y))
            if known is False:
                return False
            undecided = undecided or known is None
        return Unknown("a comparison with something unknown") if undecided else True
    if isinstance(a, Dict) and isinstance(b, Dict):
        if a.open or b.open or a.doubtful or b.doubtful:
            return Unknown("a comparison of dicts that are not wholly known")
        if a.entries.keys() != b.entries.keys():
            return False
        pairs = [(value, b.entries[key][1]) for key, (_, value) in a.entries.items()]
        undecided = False
        for x, y in pairs:
            interp.budget.tick()
            known = True if x is y else interp.truth(compare(interp, "==", x, y))
            if known is False:
                return False
            undecided = undecided or known is None
        return Unknown("a comparison with something unknown") if undecided else True
    if isinstance(a, Set) and isinstance(b, Set):
        if a.open or b.open or a.doubtful or b.doubtful:
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
    left, right = (one.text if isinstance(one, Symbolic) else one for one in (a, b))
    if not isinstance(left, str) or not isinstance(right, str) or not may_equal(left, right):
        return False
    return Unknown("a comparison of a name that is not wholly known")


def _items(value: Value) -> list[Value] | tuple[Value, ...] | None:
    if isinstance(value, List):
        return value.items
    return value if isinstance(value, tuple) else None


def _order(interp: Interpreter, op: str, a: Value, b: Value) -> Value:
    left, right = _items(a), _items(b)
    if left is not None and right is not None and class_of(a) is class_of(b):
        if is_unordered(a) or is_unordered(b):
            return Unknown("a comparison of items in an order that is not known")
        if any(isinstance(one, List) and (one.doubtful or one.uncounted) for one in (a, b)):
            return Unknown("a comparison of lists that are not wholly known")
        for x, y in zip(left, right, strict=False):
            known = interp.truth(compare(interp, "==", x, y))
            if known is None:
                return Unknown("a comparison with something unknown")
            if not known:
                return compare(interp, op, x, y)
        return bool(HOST_COMPARE[op](len(left), len(right)))
    if isinstance(a, Set) and isinstance(b, Set) and (a.doubtful or b.doubtful):
        return Unknown("a comparison of sets that are not wholly known")
    if isinstance(a, Set) and isinstance(b, Set) and not (a.open or b.open):
        return bool(HOST_COMPARE[op](a.entries.keys(), b.entries.keys()))
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
            hashed = key_of(item)
        except Unhashable:
            return False if container.empty else Unknown("membership of something unknown")
        if hashed in container.doubtful:
            return Unknown("membership of something that may not be there")
        if hashed in container.entries:
            return True
        if isinstance(container, Dict) and equal_key(interp, container, item, hashed) is not hashed:
            return True
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
    items = interp.to_marked(container)
    if items is None:
        return Unknown("membership in something unknown")
    undecided = False
    for other, unsure in items:
        if item is other and not unsure:
            return True
        known = interp.truth(compare(interp, "==", other, item))
        if known and unsure:
            known = None
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
