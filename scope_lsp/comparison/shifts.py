"""Families of scopes or layers whose numbers all moved: ``layer_{1..4}`` became ``layer_{0..3}``.

Three of those four names still exist, so that a comparison by names would report ``layer_4`` as
renamed ``layer_0``.  The shapes show that the whole family moved.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from scope_lsp.comparison.renames import Pair
from scope_lsp.comparison.side import Item, dtypes_agree, shapes_agree
from scope_lsp.comparison.steps import numbered, split

_Family = dict[int, dict[str, Item]]
"""By number, then by what follows the numbered part."""


def shifted(olds: Mapping[str, Item], news: Mapping[str, Item]) -> list[Pair]:
    """The pairs of all families that moved.  Families inside these are not looked at."""
    before, after = _families(olds), _families(news)
    found: list[Pair] = []
    moved: set[str] = set()
    for key in sorted(before.keys() & after.keys(), key=lambda key: len(key[0])):
        pairs = _moved(before[key], after[key])
        if pairs and not any(one.name in moved for one, _ in pairs):
            moved |= {one.name for one, _ in pairs}
            found += pairs
    return found


def _families(items: Mapping[str, Item]) -> dict[tuple[tuple[str, ...], str], _Family]:
    """All families, by the parts before the number and the numbered word."""
    found: dict[tuple[tuple[str, ...], str], _Family] = defaultdict(lambda: defaultdict(dict))
    for name, item in items.items():
        parts = split(name)
        for index, part in enumerate(parts):
            word, number = numbered(part)
            found[parts[:index], word][number]["/".join(parts[index + 1 :])] = item
    return found


def _moved(before: _Family, after: _Family) -> list[Pair]:
    """All pairs of a family, if its numbers moved by the same amount; otherwise none."""
    old, new = sorted(before), sorted(after)
    distance = new[0] - old[0]
    if not distance or len(old) < 2 or [number + distance for number in old] != new:
        return []
    pairs: list[Pair] = []
    for number in old:
        here, there = before[number], after[number + distance]
        if here.keys() != there.keys():
            return []
        pairs += [(item, there[rest]) for rest, item in here.items()]
    fits = all(
        shapes_agree(one.shape, other.shape) and dtypes_agree(one.dtype, other.dtype)
        for one, other in pairs
    )
    return pairs if fits else []
