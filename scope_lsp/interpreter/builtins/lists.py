"""The methods of list and tuple; sorting is in ``ordering``, operators in ``dunders``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scope_lsp.interpreter import operators
from scope_lsp.interpreter.builtins.classes import LIST, RANGE, TUPLE, method, payload_of
from scope_lsp.interpreter.builtins.common import absorb, items_or_unknown
from scope_lsp.interpreter.values import List, Unknown, Value, unite

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter


def _changing(interp: Interpreter, self: Value) -> List | None:
    """The list to change, already touched; None when it is not known."""
    target = payload_of(self)
    if not isinstance(target, List):
        return None
    interp.touch(target)
    return target


@method(LIST, "append")
def append(interp: Interpreter, self: Value, item: Value) -> Value:
    """Add one item at the end."""
    target = _changing(interp, self)
    if target is not None:
        interp.budget.tick()
        target.items.append(item)
    return None


@method(LIST, "extend")
def extend(interp: Interpreter, self: Value, iterable: Value) -> Value:
    """Add all items of an iterable; when they are not known, one unknown item stands for them."""
    items = items_or_unknown(interp, iterable)
    target = _changing(interp, self)
    if target is None:
        return None
    if isinstance(items, Unknown):
        target.items.append(items)
    elif len(items) + len(target.items) > interp.budget.items:
        target.items.append(Unknown("a list that is too long"))
    else:
        target.items.extend(items)
    return None


@method(LIST, "insert")
def insert(interp: Interpreter, self: Value, index: Value, item: Value) -> Value:
    """Insert before an index."""
    target = _changing(interp, self)
    index = payload_of(index)
    if target is None:
        return None
    if isinstance(index, int):
        target.items.insert(index, item)
    else:
        everything = unite([*target.items, item])
        target.items[:] = [everything] * (len(target.items) + 1)
    return None


@method(LIST, "pop")
def pop(interp: Interpreter, self: Value, index: Value = -1) -> Value:
    """Remove and return one item."""
    target = _changing(interp, self)
    index = payload_of(index)
    if target is None:
        return absorb("an item of a list that is not known", self)
    if not target.items:
        interp.raise_error("IndexError", "pop from empty list")
    if not isinstance(index, int):
        popped = unite(target.items)
        target.items[:] = [popped] * (len(target.items) - 1)
        return popped
    try:
        return target.items.pop(index)
    except IndexError:
        interp.raise_error("IndexError", "pop index out of range")


@method(LIST, "remove")
def remove(interp: Interpreter, self: Value, item: Value) -> Value:
    """Remove the first item equal to ``item``."""
    target = _changing(interp, self)
    if target is None:
        return None
    index = _position(interp, target.items, item)
    if index is None:
        left = unite(target.items)
        target.items[:] = [left] * (len(target.items) - 1)
    elif index < 0:
        interp.raise_error("ValueError", "list.remove(x): x not in list")
    else:
        del target.items[index]
    return None


@method(LIST, "reverse")
def reverse(interp: Interpreter, self: Value) -> Value:
    """Reverse in place."""
    target = _changing(interp, self)
    if target is not None:
        target.items.reverse()
    return None


@method(LIST, "clear")
def clear(interp: Interpreter, self: Value) -> Value:
    """Remove all items."""
    target = _changing(interp, self)
    if target is not None:
        target.items.clear()
        target.uncounted = False
    return None


@method(LIST, "copy")
def copy(interp: Interpreter, self: Value) -> Value:
    """A shallow copy."""
    source = payload_of(self)
    return List(list(source.items)) if isinstance(source, List) else absorb("a list", self)


def _position(interp: Interpreter, items: Any, item: Value, start: int = 0) -> int | None:
    """The index of the first item equal to ``item``, -1 when there is none, None if not known."""
    for index in range(start, len(items)):
        if items[index] is item:
            return index
        equal = interp.truth(operators.compare(interp, "==", items[index], item))
        if equal is None:
            return None
        if equal:
            return index
    return -1


def _index(interp: Interpreter, self: Value, item: Value, *bounds: Value) -> Value:
    """The index of the first equal item."""
    source = payload_of(self)
    items = source.items if isinstance(source, List) else source
    if isinstance(items, range) and type(item) is int:
        if item in items:
            return items.index(item)
        items = ()
    if not isinstance(items, (list, tuple)) or not all(isinstance(b, int) for b in bounds):
        return absorb("an index that is not known", self, *bounds)
    first, last = [*bounds, 0, None][:2] if not bounds else [*bounds, None][:2]
    start, stop, _ = slice(first, last).indices(len(items))
    found = _position(interp, items[:stop], item, start)
    if found is None:
        return absorb("an index that is not known", item)
    if found < 0:
        interp.raise_error("ValueError", f"{item!r} is not in list")
    return found


def _count(interp: Interpreter, self: Value, item: Value) -> Value:
    """How many items are equal to ``item``."""
    source = payload_of(self)
    items = source.items if isinstance(source, List) else source
    if not isinstance(items, (list, tuple)):
        return absorb("a count that is not known", self)
    answers = [interp.truth(operators.compare(interp, "==", other, item)) for other in items]
    return absorb("a count that is not known", item) if None in answers else answers.count(True)


for _cls in (LIST, TUPLE, RANGE):
    method(_cls, "index", pure=True)(_index)
    method(_cls, "count", pure=True)(_count)
