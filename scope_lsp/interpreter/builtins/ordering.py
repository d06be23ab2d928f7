"""``sorted``, ``list.sort``, ``min`` and ``max``: order by constants, or by the program's ``<``."""

from __future__ import annotations

import functools
import itertools
from typing import TYPE_CHECKING, Any

from scope_lsp.interpreter import operators
from scope_lsp.interpreter.builtins.classes import LIST, function, method, payload_of
from scope_lsp.interpreter.builtins.common import (
    NotKnown,
    absorb,
    choices,
    items_or_unknown,
    marked_or_unknown,
    raise_as,
    to_host,
    type_name,
)
from scope_lsp.interpreter.orders import is_unordered
from scope_lsp.interpreter.picking import picked
from scope_lsp.interpreter.unknown_calls import call_perhaps
from scope_lsp.interpreter.values import (
    UNSEEN,
    Dict,
    List,
    Set,
    Symbolic,
    Unknown,
    Value,
    make_list,
    unite,
)

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter

_UNSEEN = (UNSEEN, True)
_PLAIN = (int, float, bool, str, bytes)


def sort_items(
    interp: Interpreter,
    items: list[Value],
    key: Value,
    reverse: Value,
    ties: list[Value] | None = None,
) -> list[Value] | Unknown:
    """The items in order; Unknown when the order is not known.

    ``ties``, if given, gets the items that have the key of the item before them.
    """
    backwards = interp.truth(reverse)
    if backwards is None:
        return absorb("an order that is not known", reverse)
    keys = items if key is None else [interp.call(key, [item]) for item in items]

    def by_less(a: int, b: int) -> int:
        return _order(interp, keys[a], keys[b])

    try:
        hosts = [to_host(one) for one in keys]
        order = sorted(range(len(items)), key=lambda index: hosts[index], reverse=backwards)
    except NotKnown:
        if any(isinstance(one, (Unknown, Symbolic)) for one in keys):
            return absorb("an order that is not known", List(keys))
        try:
            order = list(range(len(items)))
            order.sort(key=functools.cmp_to_key(by_less), reverse=backwards)
        except NotKnown:
            return Unknown("an order that is not known")
    except TypeError as error:
        raise_as(interp, error)
    if ties is not None:
        ties += [
            items[b] for a, b in itertools.pairwise(order) if _may_tie(interp, keys[a], keys[b])
        ]
    return [items[index] for index in order]


def _may_tie(interp: Interpreter, one: Value, other: Value) -> bool:
    return interp.truth(operators.compare(interp, "==", one, other)) is not False


def _sort_marked(
    interp: Interpreter,
    marked: list[tuple[Value, bool]],
    key: Value,
    reverse: Value,
    ties: list[Value] | None = None,
) -> list[tuple[Value, bool]] | Unknown:
    """As ``sort_items``, for items each with whether it may be absent."""
    seen = [one for one in marked if one[0] is not UNSEEN]
    if len(seen) < len(marked):
        known = _sort_marked(interp, seen, key, reverse, ties)
        return known if isinstance(known, Unknown) else [_UNSEEN, *known, _UNSEEN]
    if not any(unsure for _, unsure in marked):
        ordered = sort_items(interp, [item for item, _ in marked], key, reverse, ties)
        return ordered if isinstance(ordered, Unknown) else [(item, False) for item in ordered]
    keys = [item if key is None else interp.call(key, [item]) for item, _ in marked]
    order = sort_items(interp, [List([k, i]) for i, k in enumerate(keys)], None, reverse=False)
    if isinstance(order, Unknown) or interp.truth(reverse) is None:
        return absorb("an order that is not known", reverse)
    indices: list[Any] = [one.items[1] for one in order if isinstance(one, List)]
    if interp.truth(reverse):
        indices.reverse()
    return [marked[index] for index in indices]


def _order(interp: Interpreter, a: Value, b: Value) -> int:
    interp.budget.tick()
    for x, y, answer in ((a, b, -1), (b, a, 1)):
        less = interp.truth(operators.compare(interp, "<", x, y))
        if less is None:
            raise NotKnown
        if less:
            return answer
    return 0


@function("sorted")
def sorted_(
    interp: Interpreter, iterable: Value, *old: Value, key: Value = None, reverse: Value = False
) -> Value:
    """A new sorted list; Python 2's comparison function as an argument is not modelled."""
    if old:
        return Unknown("an order by a comparison function")
    marked = marked_or_unknown(interp, iterable)
    if isinstance(marked, Unknown):
        call_perhaps(interp, key, [marked.product()])
        return Unknown(marked.reason)
    ties: list[Value] | None = [] if key is not None and is_unordered(iterable) else None
    ordered = _sort_marked(interp, marked, key, reverse, ties)
    if isinstance(ordered, Unknown):
        return picked(ordered.reason, [item for item, _ in marked])
    result = make_list(ordered)
    result.scattered |= bool(ties)
    return result


@method(LIST, "sort")
def list_sort(
    interp: Interpreter, self: Value, *old: Value, key: Value = None, reverse: Value = False
) -> Value:
    """Sort in place; an unknown order makes every item unknown."""
    target = payload_of(self)
    if not isinstance(target, List):
        return None
    marked = interp.to_marked(target) or []
    ties: list[Value] | None = [] if key is not None and is_unordered(target) else None
    ordered = Unknown("an order") if old else _sort_marked(interp, marked, key, reverse, ties)
    interp.touch(target)
    if ties is not None or (key is None and is_unordered(target)):
        target.scattered = bool(ties)
    if isinstance(ordered, Unknown):
        anything = picked(ordered.reason, target.items)
        ordered = [(anything, bool(target.doubtful)) for _ in target.items]
    target.fill(ordered)
    return None


def _extreme(
    interp: Interpreter, name: str, args: tuple[Value, ...], key: Value, default: Value
) -> Value:
    if len(args) == 1:
        items = items_or_unknown(interp, args[0])
        if isinstance(items, Unknown) and isinstance(payload_of(args[0]), (List, Dict, Set)):

            def best_of(chosen: list[Value]) -> Value:
                return _extreme(interp, name, (tuple(chosen),), key, default)

            marked = interp.to_marked(args[0])
            found = None if marked is None else choices(marked)
            if found is not None:
                filled = found if default is not _NONE else [one for one in found if one]
                return unite([best_of(chosen) for chosen in filled])
        if isinstance(items, Unknown):
            call_perhaps(interp, key, [items.product()])
            return Unknown(items.reason)
    else:
        items = list(args)
    if not items:
        if default is not _NONE:
            return default
        interp.raise_error("ValueError", f"{name}() arg is an empty sequence")
    keys = items if key is None else [interp.call(key, [item]) for item in items]
    unknown = next((one for one in keys if isinstance(one, Unknown)), None)
    if unknown is not None:
        return picked(unknown.reason, items)
    if all(type(one) in _PLAIN for one in keys):
        try:
            best = (min if name == "min" else max)(range(len(keys)), key=keys.__getitem__)  # type: ignore[arg-type]
        except TypeError as error:
            raise_as(interp, error)
        return _first_of(interp, args, items, keys, best)
    best = 0
    for index in range(1, len(keys)):
        less = operators.compare(interp, "<" if name == "min" else ">", keys[index], keys[best])
        known = interp.truth(less)
        if known is None:
            return picked(absorb(f"the {name} of values that are not known", less).reason, items)
        if known:
            best = index
    return _first_of(interp, args, items, keys, best)


def _first_of(
    interp: Interpreter, args: tuple[Value, ...], items: list[Value], keys: list[Value], best: int
) -> Value:
    """The first of the best items; which one that is, is not known of a set."""
    if keys is items or len(args) > 1 or not is_unordered(args[0]):
        return items[best]
    equal = [
        item for item, key in zip(items, keys, strict=True) if _may_tie(interp, key, keys[best])
    ]
    return items[best] if len(equal) == 1 else picked("the first of items that are equal", equal)


_NONE = object()


@function("min", pure=True)
def min_(interp: Interpreter, *args: Value, key: Value = None, default: Value = _NONE) -> Value:
    """The smallest item."""
    return _extreme(interp, "min", args, key, default)


@function("max", pure=True)
def max_(interp: Interpreter, *args: Value, key: Value = None, default: Value = _NONE) -> Value:
    """The largest item."""
    return _extreme(interp, "max", args, key, default)


@function("cmp", pure=True)
def cmp(interp: Interpreter, a: Value, b: Value) -> Value:
    """Python 2's three-way comparison."""
    try:
        return _order(interp, a, b)
    except NotKnown:
        return absorb(f"a comparison with a {type_name(b)} that is not known", a, b)
