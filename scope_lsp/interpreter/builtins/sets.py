"""The methods of set and frozenset; their operators are in ``dunders``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scope_lsp.interpreter import operators
from scope_lsp.interpreter.builtins.classes import FROZENSET, SET, method, payload_of
from scope_lsp.interpreter.builtins.common import (
    absorb,
    marked_or_unknown,
    set_from,
)
from scope_lsp.interpreter.builtins.hashing import unhashable
from scope_lsp.interpreter.picking import picked
from scope_lsp.interpreter.values import Set, Unhashable, Unknown, Value, key_of

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter


def as_set(interp: Interpreter, value: Value) -> Set:
    """A set of any iterable; open and empty if its items are unknown."""
    value = payload_of(value)
    if isinstance(value, Set):
        return value
    marked = marked_or_unknown(interp, value)
    if isinstance(marked, Unknown):
        result = Set()
        result.open = True
        return result
    for item, _ in marked:
        unhashable(interp, item)
    return set_from(value, marked)


def _changing(interp: Interpreter, self: Value) -> Set | None:
    target = payload_of(self)
    if not isinstance(target, Set):
        return None
    interp.touch(target)
    return target


@method(SET, "add")
def add(interp: Interpreter, self: Value, item: Value) -> Value:
    """Add one member."""
    target = _changing(interp, self)
    if target is None:
        return None
    try:
        known = key_of(item)
        target.entries.setdefault(known, item)
        target.settle(known)
    except Unhashable:
        unhashable(interp, item)
        target.open = True
    return None


def _drop(interp: Interpreter, target: Set, item: Value) -> bool | None:
    """Remove a member.  Returns whether it was present, None if unknown."""
    try:
        known = key_of(item)
        if target.entries.pop(known, _NONE) is not _NONE:
            target.settle(known)
            return True
    except Unhashable:
        unhashable(interp, item)
        target.open = True
        target.entries.clear()
        target.doubtful = frozenset()
        return None
    return None if target.open else False


_NONE = object()


@method(SET, "remove")
def remove(interp: Interpreter, self: Value, item: Value) -> Value:
    """Remove a member that must be present."""
    target = _changing(interp, self)
    if target is not None and _drop(interp, target, item) is False:
        interp.raise_error("KeyError", item)
    return None


@method(SET, "discard")
def discard(interp: Interpreter, self: Value, item: Value) -> Value:
    """Remove a member if it is present."""
    target = _changing(interp, self)
    if target is not None:
        _drop(interp, target, item)
    return None


@method(SET, "pop")
def pop(interp: Interpreter, self: Value) -> Value:
    """Remove and return a member, which is only known if there is exactly one."""
    target = _changing(interp, self)
    if target is None or target.open:
        return absorb("a member of a set that is not known", self)
    if not target.entries:
        interp.raise_error("KeyError", "pop from an empty set")
    doubtful, target.doubtful = target.doubtful, frozenset()
    if len(target.entries) == 1 and not doubtful:
        return target.entries.popitem()[1]
    member = picked("which member a set gives", list(target.entries.values()))
    target.entries.clear()
    target.open = True
    return member


@method(SET, "clear")
def clear(interp: Interpreter, self: Value) -> Value:
    """Remove all members."""
    target = _changing(interp, self)
    if target is not None:
        target.entries.clear()
        target.doubtful = frozenset()
        target.open = False
    return None


@method(SET, "update")
def update(interp: Interpreter, self: Value, *others: Value) -> Value:
    """Add the members of other iterables."""
    target = _changing(interp, self)
    if target is None:
        return None
    for other in others:
        more = as_set(interp, other)
        for key, item in list(more.entries.items()):
            if key not in more.doubtful:
                target.settle(key)
            elif key not in target.entries:
                target.doubtful |= {key}
            target.entries.setdefault(key, item)
        target.open = target.open or more.open
    return None


def _register_operation(name: str, op: str) -> None:
    def run(interp: Interpreter, self: Value, *others: Value) -> Value:
        result = payload_of(self)
        if not isinstance(result, Set):
            return absorb("a set that is not known", self)
        if not others:
            return _copy(interp, self)
        for other in others:
            result = operators.binary(interp, op, result, as_set(interp, other))
        return result

    def in_place(interp: Interpreter, self: Value, *others: Value) -> Value:
        result = run(interp, self, *others)
        target = _changing(interp, self)
        if target is not None and isinstance(result, Set):
            entries = dict(result.entries)
            target.entries.clear()
            target.entries.update(entries)
            target.open, target.doubtful = result.open, result.doubtful
        return None

    for cls in (SET, FROZENSET):
        method(cls, name, pure=True)(run)
    if op != "|":
        method(SET, f"{name}_update")(in_place)


for _name, _op in (
    ("union", "|"),
    ("intersection", "&"),
    ("difference", "-"),
    ("symmetric_difference", "^"),
):
    _register_operation(_name, _op)


def _copy(interp: Interpreter, self: Value) -> Value:
    source = payload_of(self)
    if not isinstance(source, Set):
        return absorb("a set that is not known", self)
    result = Set(dict(source.entries), frozen=source.frozen)
    result.doubtful = source.doubtful
    result.open = source.open
    return result


def _register_test(name: str) -> None:
    def run(interp: Interpreter, self: Value, other: Value) -> Value:
        left, right = payload_of(self), as_set(interp, other)
        if not isinstance(left, Set) or left.open or right.open or left.doubtful or right.doubtful:
            return absorb("a set that is not wholly known", self, other)
        ours, theirs = left.entries.keys(), right.entries.keys()
        if name == "issubset":
            return ours <= theirs
        return ours >= theirs if name == "issuperset" else not ours & theirs

    for cls in (SET, FROZENSET):
        method(cls, name, pure=True)(run)


for _name in ("issubset", "issuperset", "isdisjoint"):
    _register_test(_name)
for _cls in (SET, FROZENSET):
    method(_cls, "copy")(_copy)
