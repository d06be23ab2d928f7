"""The containers of an analysed program: lists, dicts, sets, and iterators over anything.

If only one arm of an undecided branch added an item, the joined container has the item and marks it
as ``doubtful``: it may be absent.  The operations are elsewhere (operators, subscripts, builtins).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scope_lsp.interpreter.values.mutable import MISSING, Mutable
from scope_lsp.interpreter.values.unknown import UNSEEN, Value, unite

_Contents = tuple[list[Value], frozenset[int], bool, bool]

NONE_DOUBTFUL: frozenset[Any] = frozenset()


class List(Mutable):
    """A list; also used for a deque."""

    __slots__ = ("born", "doubtful", "items", "scattered", "uncounted")

    def __init__(
        self,
        items: list[Value],
        *,
        doubtful: frozenset[int] = NONE_DOUBTFUL,
        uncounted: bool = False,
        scattered: bool = False,
    ) -> None:
        self.items = items
        self.born = Mutable.forks
        self.doubtful = doubtful
        """The indices of the items that may be absent."""
        self.uncounted = uncounted
        """Whether there may be more items, because an unknown number was added."""
        self.scattered = scattered
        """Whether these may be anywhere between the others, and not only after them."""

    def marked(self) -> list[tuple[Value, bool]]:
        """Each item, with whether it may be absent."""
        return [(item, index in self.doubtful) for index, item in enumerate(self.items)]

    def fill(self, marked: list[tuple[Value, bool]]) -> None:
        """Replace the items; the inverse of ``marked``."""
        marked = self._seen(marked)
        self.items[:] = [item for item, _ in marked]
        self.doubtful = frozenset(i for i, (_, doubtful) in enumerate(marked) if doubtful)

    def grow(self, marked: list[tuple[Value, bool]]) -> None:
        """Add items at the end, each with whether it may be absent."""
        start = len(self.items)
        marked = self._seen(marked)
        self.items.extend([item for item, _ in marked])
        doubtful = frozenset(start + index for index, (_, unsure) in enumerate(marked) if unsure)
        if doubtful:
            self.doubtful |= doubtful

    def _seen(self, marked: list[tuple[Value, bool]]) -> list[tuple[Value, bool]]:
        """The items without those that are not seen, of which only the flags tell."""
        seen = [one for one in marked if one[0] is not UNSEEN]
        if len(seen) < len(marked):
            end = len(marked)
            while end and marked[end - 1][0] is UNSEEN:
                end -= 1
            self.scattered |= len(seen) < end
            self.uncounted = True
        return seen

    def take_flags(self, *others: List) -> None:
        """Have as many items, and where, as is not known of the others."""
        self.uncounted |= any(other.uncounted for other in others)
        self.scattered |= any(other.scattered for other in others)

    def snapshot(self) -> _Contents:
        """A copy of the items."""
        return list(self.items), self.doubtful, self.uncounted, self.scattered

    def restore(self, contents: _Contents) -> None:
        """Replace the items."""
        self.items[:], self.doubtful, self.uncounted, self.scattered = contents

    def join(self, ours: _Contents, theirs: _Contents) -> _Contents:
        """Item by item; those that only the longer side has are doubtful."""
        short, long = sorted((ours[0], theirs[0]), key=len)
        items = [unite([a, b]) for a, b in zip(short, long, strict=False)] + long[len(short) :]
        doubtful = ours[1] | theirs[1]
        if len(short) < len(long):
            doubtful |= frozenset(range(len(short), len(long)))
        return items, doubtful, ours[2] or theirs[2], ours[3] or theirs[3]

    def __repr__(self) -> str:
        return f"List({self.items!r})"


class Scattered(tuple[Any, ...]):
    """A tuple whose items come in an order that is not known, as that of a set's members."""

    __slots__ = ()


def make_list(marked: list[tuple[Value, bool]]) -> List:
    """Return a list of items, each with whether it may be absent."""
    result = List([])
    result.fill(marked)
    return result


_Pairs = dict[Any, tuple[Value, Value]]
_DictContents = tuple[_Pairs, frozenset[Any], bool, bool, bool]


class Dict(Mutable):
    """A dict in insertion order; ``open`` if unknown keys may be in it.

    ``entries`` maps the hashable form of a key (see ``key_of``) to the pair of key and value.
    ``doubtful`` has the hashable forms of the keys that may be absent.
    """

    __slots__ = ("born", "default", "doubtful", "entries", "holds_code", "open", "scattered")

    def __init__(self, entries: _Pairs | None = None) -> None:
        self.entries: _Pairs = {} if entries is None else entries
        self.born = Mutable.forks
        self.doubtful: frozenset[Any] = NONE_DOUBTFUL
        self.open = False
        self.holds_code = False
        """Whether code of the program may be under an unknown key."""
        self.scattered = False
        """Whether the order of its entries is not known, as that of a set's members."""
        self.default: Value = MISSING

    @property
    def empty(self) -> bool:
        """Whether it certainly holds nothing, whatever the key that is asked for."""
        return not self.entries and not self.open

    def settle(self, key: Any) -> None:
        """Record that the entry ``key`` is certainly present, or certainly absent."""
        if key in self.doubtful:
            self.doubtful -= {key}

    def snapshot(self) -> _DictContents:
        """A copy of the entries."""
        return dict(self.entries), self.doubtful, self.open, self.holds_code, self.scattered

    def restore(self, contents: _DictContents) -> None:
        """Replace the entries."""
        entries, self.doubtful, self.open, self.holds_code, self.scattered = contents
        self.entries.clear()
        self.entries.update(entries)

    def join(self, ours: Any, theirs: Any) -> _DictContents:
        """Join key by key; a key on one side only is kept, and is doubtful."""
        joined = dict(ours[0])
        for key, (original, value) in theirs[0].items():
            if key in joined:
                value = unite([joined[key][1], value])
            joined[key] = (original, value)
        flags = [one or other for one, other in zip(ours[2:], theirs[2:], strict=True)]
        return joined, _doubtful(ours, theirs), flags[0], flags[1], flags[2]


class Set(Mutable):
    """A set or frozenset, in insertion order; ``open`` and ``doubtful`` as in ``Dict``."""

    __slots__ = ("born", "doubtful", "entries", "frozen", "open")

    def __init__(self, entries: dict[Any, Value] | None = None, *, frozen: bool = False) -> None:
        self.entries: dict[Any, Value] = {} if entries is None else entries
        self.born = Mutable.forks
        self.doubtful: frozenset[Any] = NONE_DOUBTFUL
        self.frozen = frozen
        self.open = False

    @property
    def empty(self) -> bool:
        """Whether it certainly holds nothing, whatever the key that is asked for."""
        return not self.entries and not self.open

    def settle(self, key: Any) -> None:
        """Record that the member ``key`` is certainly present, or certainly absent."""
        if key in self.doubtful:
            self.doubtful -= {key}

    def snapshot(self) -> tuple[dict[Any, Value], frozenset[Any], bool]:
        """A copy of the members."""
        return dict(self.entries), self.doubtful, self.open

    def restore(self, contents: tuple[dict[Any, Value], frozenset[Any], bool]) -> None:
        """Replace the members."""
        entries, self.doubtful, self.open = contents
        self.entries.clear()
        self.entries.update(entries)

    def join(self, ours: Any, theirs: Any) -> tuple[dict[Any, Value], frozenset[Any], bool]:
        """Keep all members of either; those on one side only are doubtful."""
        return {**ours[0], **theirs[0]}, _doubtful(ours, theirs), ours[2] or theirs[2]


def _doubtful(ours: Any, theirs: Any) -> frozenset[Any]:
    """The keys that may be absent after a join of the contents of two arms."""
    if ours[0].keys() == theirs[0].keys():
        return ours[1] | theirs[1]  # type: ignore[no-any-return]
    return ours[1] | theirs[1] | (ours[0].keys() ^ theirs[0].keys())  # type: ignore[no-any-return]


class Iter(Mutable):
    """An iterator or generator.

    A fork cannot undo the consumption of ``host``, so the items that it gave in one arm are kept
    for the other.  Those of a generator are not: its body has effects, and has gone on.
    """

    __slots__ = (
        *("born", "builds", "given", "host", "kind", "meant", "place", "scattered", "taken"),
        "uncertain",
    )

    def __init__(self, host: Iterator[Value], kind: str = "iterator") -> None:
        self.host = host
        self.kind = kind
        self.born = Mutable.forks
        self.taken = 0
        """How many items ``host`` has given, on any path."""
        self.place: int | None = 0
        """How many of them were taken on this path; None if that depends on an undecided branch."""
        self.given: dict[int, tuple[Value, bool]] = {}
        """The items that were taken while a fork was open, each with whether it may be absent."""
        self.meant: List | None = None
        """The list that it turned into: see ``python2_lists``."""
        self.uncertain = False
        """Whether some of its items may be absent."""
        self.scattered = False
        """Whether its items come in an order that is not known."""
        self.builds = False
        """Whether an item that it gave changed the outside state: the next ones may as well."""

    @property
    def astray(self) -> bool:
        """Whether its next item is unknown, because an arm of an undecided branch advanced it."""
        return self.place is None or (self.place < self.taken and self.place not in self.given)

    def step(self) -> None:
        """Record that one more item was taken from ``host``."""
        self.taken += 1
        self.place = self.taken

    def snapshot(self) -> tuple[tuple[()], int | None]:
        """The place; nothing is copied."""
        return (), self.place

    def restore(self, contents: tuple[tuple[()], int | None]) -> None:
        """Return to an earlier place."""
        self.place = contents[1]

    def join(self, ours: Any, theirs: Any) -> Any:
        """Unknown if only one arm took an item."""
        return ours if ours == theirs else ((), None)
