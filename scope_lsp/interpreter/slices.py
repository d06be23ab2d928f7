"""Slices of lists in which some items may be absent."""

from __future__ import annotations

from scope_lsp.interpreter.values import List, Value, make_list, unite


def doubtful_slice(obj: List, bounds: slice) -> Value:
    """A slice of a list in which some items may be absent."""
    marked = obj.marked()
    if bounds.start is bounds.stop is None and bounds.step in (None, 1, -1):
        result = make_list(marked[bounds])
    elif obj.scattered:
        result = make_list([(item, True) for item, _ in marked])
    elif bounds.step in (None, 1):
        result = make_list(_between(marked, bounds.start or 0, bounds.stop))
    else:
        anything = unite(list(obj.items))
        result = make_list([(anything, True) for _ in marked[bounds]])
    result.take_flags(obj)
    return result


def _between(
    marked: list[tuple[Value, bool]], start: int, stop: int | None
) -> list[tuple[Value, bool]]:
    """The items that may be between two positions, counted from the start or the end."""
    found: list[tuple[Value, bool]] = []
    sure = sum(not unsure for _, unsure in marked)
    before = 0  # certainly present, before the item
    for index, (item, unsure) in enumerate(marked):
        after, last = sure - before - (not unsure), len(marked) - 1 - index
        begins = _reached(start, before, index, after, last)
        ends = False if stop is None else _reached(stop, before, index, after, last)
        if begins is not False and ends is not True:
            found.append((item, unsure or begins is None or ends is None))
        before += not unsure
    return found


def _reached(bound: int, before: int, index: int, after: int, last: int) -> bool | None:
    """Whether an item is at or after a bound; None if that depends on the items present.

    There are between ``before`` and ``index`` items before it, and between ``after`` and ``last``
    after it.
    """
    least, most = (before, index) if bound >= 0 else (-1 - last, -1 - after)
    return True if least >= bound else False if most < bound else None
