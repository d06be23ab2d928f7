"""The methods of list and tuple; sorting is in ``ordering``, operators in ``dunders``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scope_lsp.interpreter import list_algebra, operators
from scope_lsp.interpreter.builtins.classes import LIST, RANGE, TUPLE, method, payload_of
from scope_lsp.interpreter.builtins.common import absorb
from scope_lsp.interpreter.orders import is_unordered
from scope_lsp.interpreter.picking import one_of_unseen
from scope_lsp.interpreter.subscripts import places_of
from scope_lsp.interpreter.values import List, Value, unite

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter


def _changing(interp: Interpreter, self: Value) -> List | None:
    """The list to change, already touched; None if it is unknown."""
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
    """Add all items of an iterable."""
    target = payload_of(self)
    if isinstance(target, List):
        list_algebra.extend(interp, target, iterable)
    return None


@method(LIST, "insert")
def insert(interp: Interpreter, self: Value, index: Value, item: Value) -> Value:
    """Insert before an index."""
    target = _changing(interp, self)
    index = payload_of(index)
    if target is None:
        return None
    if isinstance(index, int) and target.doubtful and index:
        marked = target.marked()
        marked.insert(index, (item, False))
        target.fill([(unite([old, item]), unsure) for old, unsure in marked])
    elif isinstance(index, int):
        marked = target.marked() if target.doubtful else []
        marked.insert(index, (item, False))
        target.items.insert(index, item)
        if target.doubtful:
            target.fill(marked)
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
    if not isinstance(index, int) or target.scattered:
        popped = one_of_unseen(target) if target.scattered else unite(target.items)
        target.items[:] = [popped] * (len(target.items) - 1)
        target.doubtful = frozenset(i - 1 for i in target.doubtful if i)
        return popped
    if target.doubtful:
        return _pop_doubtful(interp, target, index)
    try:
        return target.items.pop(index)
    except IndexError:
        interp.raise_error("IndexError", "pop index out of range")


def _pop_doubtful(interp: Interpreter, target: List, index: int) -> Value:
    """Remove one item of a list in which some may be absent."""
    places = places_of(target, index)
    if not places:
        return interp.raise_error("IndexError", "pop index out of range")
    popped = unite([target.items[place] for place in places])
    kept = target.marked()
    if len(places) > 1:
        kept = [(item, unsure or i in places) for i, (item, unsure) in enumerate(kept)]
    if len(places) == 1 or index in (0, -1):
        del kept[places[0]]  # it was taken, or was absent
    target.fill(kept)
    return popped


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
        target.doubtful = frozenset(i - 1 for i in target.doubtful if i)
    elif index < 0:
        interp.raise_error("ValueError", "list.remove(x): x not in list")
    else:
        kept = target.marked()
        _, unsure = kept.pop(index)
        if unsure:  # then a later one that is equal is removed
            kept = [(one, doubt or _may_equal(interp, one, item)) for one, doubt in kept]
        target.fill(kept)
    return None


def _may_equal(interp: Interpreter, a: Value, b: Value) -> bool:
    return interp.truth(operators.compare(interp, "==", a, b)) is not False


@method(LIST, "reverse")
def reverse(interp: Interpreter, self: Value) -> Value:
    """Reverse in place."""
    target = _changing(interp, self)
    if target is not None:
        target.fill(target.marked()[::-1])
    return None


@method(LIST, "clear")
def clear(interp: Interpreter, self: Value) -> Value:
    """Remove all items."""
    target = _changing(interp, self)
    if target is not None:
        target.items.clear()
        target.doubtful = frozenset()
        target.uncounted = target.scattered = False
    return None


@method(LIST, "copy")
def copy(interp: Interpreter, self: Value) -> Value:
    """A shallow copy."""
    source = payload_of(self)
    if not isinstance(source, List):
        return absorb("a list", self)
    copied = List(list(source.items), doubtful=source.doubtful)
    copied.take_flags(source)
    return copied


def _position(interp: Interpreter, items: Any, item: Value, start: int = 0) -> int | None:
    """The index of the first item equal to ``item``, -1 if there is none, None if unknown."""
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
    doubtful = source.doubtful if isinstance(source, List) else ()
    hides = is_unordered(source) and found != -1
    if isinstance(source, List):
        hides |= source.scattered or (found == -1 and source.uncounted)
    if found is None or hides or any(index <= found or found < 0 for index in doubtful):
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
    if isinstance(source, List) and (source.doubtful or source.uncounted):
        return absorb("a count that is not known", self)
    answers = [interp.truth(operators.compare(interp, "==", other, item)) for other in items]
    return absorb("a count that is not known", item) if None in answers else answers.count(True)


for _cls in (LIST, TUPLE, RANGE):
    method(_cls, "index", pure=True)(_index)
    method(_cls, "count", pure=True)(_count)
