"""Finds out which variables are probably the same under other names.

A model is rarely renamed name by name: a scope is put around all of it, a layer gets another name
in twelve places, a library changes ``weights`` to ``kernel``.  So this searches for the changes
that explain most of what does not match, by steps that many pairs of names share.  Each change is
reported once.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from scope_lsp.comparison.side import Item, dtypes_agree, shapes_agree
from scope_lsp.comparison.steps import Step, split, steps

Pair = tuple[Item, Item]

_CANDIDATES = 12
"""The number of names with which a name is compared, the likeliest first."""
_COMMON = 400
"""A part that more names than this have is too common to look all of them up."""
_ALIKE = 0.65
"""The minimum similarity of two names (``difflib``'s ratio) if nothing else suggests the pair."""


@dataclass(frozen=True, slots=True)
class Rename:
    """One change, and all pairs that show it."""

    steps: tuple[Step, ...]
    """The change as each of the pairs shows it: all have the same sign, or are numbers of one
    word."""
    pairs: tuple[Pair, ...]


def pair_up(
    old: Sequence[Item], new: Sequence[Item], may_pair: Callable[[Item, Item], bool]
) -> list[Pair]:
    """Pairs of what is probably one variable, each name used once.

    ``may_pair`` says whether two names may be one variable, in addition to shape and dtype.
    """
    groups: dict[Hashable, list[Pair]] = defaultdict(list)
    finder = _Finder(new)
    for item in old:
        for other in finder.candidates(item):
            if item.name != other.name and may_pair(item, other):
                sign = tuple(step.sign for step in steps(item.name, other.name))
                groups[sign].append((item, other))
    paired: list[Pair] = []
    free_old, free_new = {item.name for item in old}, {item.name for item in new}
    queue = [(*_rank(pairs), number, pairs) for number, pairs in enumerate(groups.values())]
    heapq.heapify(queue)
    while queue:
        *_, number, pairs = heapq.heappop(queue)
        left = [pair for pair in pairs if pair[0].name in free_old and pair[1].name in free_new]
        if left and len(left) < len(pairs):  # it explains less than it promised
            heapq.heappush(queue, (*_rank(left), number, left))
        elif left and (_rank(left)[0] < -1 or _is_likely(*left[0], old, new, free_old, free_new)):
            for one, other in _chosen(left):
                free_old.discard(one.name)
                free_new.discard(other.name)
                paired.append((one, other))
    return paired


def renames(pairs: Iterable[Pair]) -> list[Rename]:
    """The changes behind pairs, the widest first."""
    groups: dict[Hashable, dict[str, tuple[Step, Pair]]] = defaultdict(dict)
    for pair in pairs:
        for step in steps(pair[0].name, pair[1].name):
            sign = ("numbers", step.words) if step.renumbers else step.sign
            groups[sign].setdefault(pair[0].name, (step, pair))
    found = [
        Rename(
            tuple({(step.old, step.new): step for step, _ in held.values()}.values()),
            tuple(pair for _, pair in held.values()),
        )
        for held in groups.values()
    ]
    return sorted(found, key=lambda rename: -len(rename.pairs))


def _chosen(pairs: list[Pair]) -> list[Pair]:
    """Of pairs that share a name, the most similar one."""
    chosen, used_old, used_new = [], set(), set()
    for one, other in sorted(pairs, key=lambda pair: -_likeness(*pair)):
        if one.name not in used_old and other.name not in used_new:
            used_old.add(one.name)
            used_new.add(other.name)
            chosen.append((one, other))
    order = {one.name: number for number, (one, _) in enumerate(pairs)}
    return sorted(chosen, key=lambda pair: order[pair[0].name])


def _rank(pairs: Sequence[Pair]) -> tuple[int, int, float]:
    """A sort key: explains the most, in the fewest steps, with the most similar names."""
    count = min(len({one.name for one, _ in pairs}), len({other.name for _, other in pairs}))
    one, other = pairs[0]
    return (-count, len(steps(one.name, other.name)), -_likeness(one, other))


def _likeness(one: Item, other: Item) -> float:
    """The similarity of two names, from 0 to 1; equal ends count more."""
    ratio = SequenceMatcher(None, one.name, other.name, autojunk=False).ratio()
    return ratio + (split(one.name)[-1] == split(other.name)[-1])


def _is_likely(
    one: Item,
    other: Item,
    old: Sequence[Item],
    new: Sequence[Item],
    free_old: set[str],
    free_new: set[str],
) -> bool:
    """Whether a single pair is more than chance: similar names, or a unique shape."""
    if _likeness(one, other) >= _ALIKE:
        return True
    if one.shape is None or other.shape is None or len(one.shape) < 2:
        return False
    return all(
        sum(item.name in free and shapes_agree(item.shape, one.shape) for item in items) == 1
        for items, free in ((old, free_old), (new, free_new))
    )


class _Finder:
    """Finds the names that may correspond to another one, by their common parts."""

    def __init__(self, items: Sequence[Item]) -> None:
        self._items = items
        self._by_part: dict[str, list[int]] = defaultdict(list)
        self._by_shape: dict[object, list[int]] = defaultdict(list)
        for number, item in enumerate(items):
            for part in dict.fromkeys(split(item.name)):
                self._by_part[part].append(number)
            self._by_shape[item.shape].append(number)

    def candidates(self, item: Item) -> list[Item]:
        """The likeliest names with the same shape and dtype."""
        parts = split(item.name)
        scores: dict[int, float] = defaultdict(float)
        known = [part for part in dict.fromkeys(parts) if part in self._by_part]
        rarest = sorted((len(self._by_part[part]), part) for part in known)
        for count, part in rarest:
            if count > _COMMON and scores:
                break
            for number in self._by_part[part][:_COMMON]:
                scores[number] += 1
        if len(scores) < _CANDIDATES:
            for number in self._by_shape.get(item.shape, ())[:_COMMON]:
                scores[number] += 0
        fitting = [
            number
            for number in scores
            if shapes_agree(item.shape, self._items[number].shape)
            and dtypes_agree(item.dtype, self._items[number].dtype)
        ]
        for number in fitting:
            scores[number] += _ends(parts, split(self._items[number].name))
        best = heapq.nsmallest(_CANDIDATES, fitting, key=lambda number: (-scores[number], number))
        return [self._items[number] for number in best]


def _ends(one: Sequence[str], other: Sequence[str]) -> float:
    """How many parts two names share at their ends and beginnings, less for other lengths."""
    tail = 0
    for a, b in zip(reversed(one), reversed(other), strict=False):
        if a != b:
            break
        tail += 1
    head = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        head += 1
    return tail + head - 0.1 * abs(len(one) - len(other))
