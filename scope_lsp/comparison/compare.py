"""The comparison itself: matches names, and explains the rest as far as possible."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

from scope_lsp.comparison.cudnn import doubled
from scope_lsp.comparison.renames import Pair, Rename, pair_up, renames
from scope_lsp.comparison.shifts import shifted
from scope_lsp.comparison.side import Item, Side, dtypes_agree, shapes_agree
from scope_lsp.comparison.slots import is_extra
from scope_lsp.comparison.steps import steps


@dataclass(frozen=True, slots=True)
class Comparison:
    """The result for each variable of both sides."""

    old: Side
    new: Side
    same: tuple[Pair, ...]
    """The same name, and no certain difference in shape or dtype."""
    renamed: tuple[Pair, ...]
    """Probably one variable with two names."""
    causes: tuple[Rename, ...]
    """How the names in ``renamed`` changed, the widest change first."""
    other_shape: tuple[Pair, ...]
    """Pairs with the same name, or renamed, with different shapes."""
    other_dtype: tuple[Pair, ...]
    only_old: tuple[Item, ...]
    only_new: tuple[Item, ...]
    doubtful: tuple[Item, ...]
    """What one side may have, and the other lacks."""
    folded: tuple[int, int]
    """Slots, averages and counters of each side, which were not compared."""

    @property
    def differs(self) -> bool:
        """Whether there is any difference that matters."""
        return bool(
            self.renamed or self.other_shape or self.other_dtype or self.only_old or self.only_new
        )

    def matched(self) -> tuple[Pair, ...]:
        """All pairs of which one can be restored from the other."""
        unlike = {id(pair) for pair in self.other_shape}
        return tuple(pair for pair in (*self.same, *self.renamed) if id(pair) not in unlike)


def compare(old: Side, new: Side, ignore: Sequence[str] = (), slots: bool = False) -> Comparison:
    """Compare ``new`` with ``old``.

    ``ignore`` are globs of names to leave out on both sides.  ``slots`` also compares what training
    adds to the weights.
    """
    by_code = old.by_code and new.by_code
    olds, news = _kept(old, ignore, by_code), _kept(new, ignore, by_code)
    again = doubled(olds, news)
    olds = {name: item for name, item in olds.items() if name not in again}
    news = {name: item for name, item in news.items() if name not in again}
    folded = (0, 0)
    if not slots:
        extra = _extras(olds, news)
        folded = (len(olds.keys() & extra), len(news.keys() & extra))
        olds = {name: item for name, item in olds.items() if name not in extra}
        news = {name: item for name, item in news.items() if name not in extra}
    moved = shifted(olds, news)
    gone, come = {one.name for one, _ in moved}, {other.name for _, other in moved}
    same: list[Pair] = []
    unlike: list[Pair] = []
    for name, item in olds.items():
        if name in news and name not in gone and name not in come:
            pair = (item, news[name])
            (same if _agree(*pair) else unlike).append(pair)
    known = {item.name for item, _ in same}
    rest_old = [item for name, item in olds.items() if name not in known and name not in gone]
    rest_new = [item for name, item in news.items() if name not in known and name not in come]
    rest_old, maybe_old = _accounted(rest_old, new, by_code)
    rest_new, maybe_new = _accounted(rest_new, old, by_code)
    order = {name: number for number, name in enumerate(olds)}
    renamed = [*moved, *_renamed(rest_old, rest_new, olds, news)]
    renamed.sort(key=lambda pair: order[pair[0].name])
    done_old = {one.name for one, _ in renamed}
    done_new = {other.name for _, other in renamed}
    unlike = [
        pair for pair in unlike if pair[0].name not in done_old and pair[1].name not in done_new
    ]
    done_old |= {one.name for one, _ in unlike}
    done_new |= {other.name for _, other in unlike}
    left_old = [item for item in rest_old if item.name not in done_old]
    left_new = [item for item in rest_new if item.name not in done_new]
    left = (*left_old, *left_new)
    doubtful = [] if by_code else [item for item in left if not item.certain]
    pairs = (*unlike, *renamed)
    return Comparison(
        old,
        new,
        tuple(same),
        tuple(renamed),
        tuple(renames(renamed)),
        tuple(pair for pair in pairs if not shapes_agree(pair[0].shape, pair[1].shape)),
        tuple(pair for pair in pairs if not dtypes_agree(pair[0].dtype, pair[1].dtype)),
        tuple(item for item in left_old if item not in doubtful),
        tuple(item for item in left_new if item not in doubtful),
        (*doubtful, *maybe_old, *maybe_new),
        folded,
    )


def _kept(side: Side, ignore: Sequence[str], by_code: bool) -> dict[str, Item]:
    """The variables to compare, and the names with unknown parts that both sides may have."""
    return {
        item.name: item
        for item in (*side.items, *(side.symbolic if by_code else ()))
        if not any(fnmatchcase(item.name, pattern) for pattern in ignore)
    }


def _extras(olds: dict[str, Item], news: dict[str, Item]) -> set[str]:
    """The names that are slots and the like on one of the sides, and therefore on both."""
    names = {**olds, **news}
    return {item.name for side in (olds, news) for item in side.values() if is_extra(item, names)}


def _agree(one: Item, other: Item) -> bool:
    return shapes_agree(one.shape, other.shape) and dtypes_agree(one.dtype, other.dtype)


def _renamed(
    rest_old: list[Item], rest_new: list[Item], olds: dict[str, Item], news: dict[str, Item]
) -> list[Pair]:
    """Renamed pairs: those with equal shapes, then those that the same changes explain.

    A name that both sides have, with different shapes, may only be renumbered: a layer that was
    added before others changes their automatic names.
    """

    def may_pair(one: Item, other: Item) -> bool:
        if one.name not in news and other.name not in olds:
            return True
        return all(step.renumbers for step in steps(one.name, other.name))

    found = pair_up(rest_old, rest_new, may_pair)
    used_old = {one.name for one, _ in found}
    used_new = {other.name for _, other in found}
    known = {step.sign for one, other in found for step in steps(one.name, other.name)}
    free = [item for item in rest_new if item.name not in used_new and item.name not in olds]
    for one in rest_old:
        if not free or one.name in used_old or one.name in news:
            continue
        for other in free:
            explained = all(step.sign in known for step in steps(one.name, other.name))
            if explained and other.name not in used_new:
                used_new.add(other.name)
                found.append((one, other))
                break
    return found


def _accounted(items: list[Item], other: Side, by_code: bool) -> tuple[list[Item], list[Item]]:
    """Separate what may be one of the names that the other side knows only partly."""
    if by_code or not other.symbolic:
        return items, []
    patterns = [(_pattern(one.name), one.shape) for one in other.symbolic]
    rest: list[Item] = []
    maybe: list[Item] = []
    for item in items:
        fits = any(
            shapes_agree(item.shape, shape) and pattern.fullmatch(item.name)
            for pattern, shape in patterns
        )
        (maybe if fits else rest).append(item)
    return rest, maybe


def _pattern(name: str) -> re.Pattern[str]:
    """A pattern for a name with unknown parts in braces."""
    pieces = re.split(r"\{[^{}]*\}", name)
    return re.compile(".*".join(map(re.escape, pieces)), re.DOTALL)
