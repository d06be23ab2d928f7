"""The containers of an analysed program: lists, dicts, sets, and iterators over anything.

What operations on them do is elsewhere (operators, subscripts, builtins).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scope_lsp.interpreter.values.mutable import MISSING, Mutable
from scope_lsp.interpreter.values.unknown import Value, unite

_Contents = tuple[list[Value], int, bool]


class List(Mutable):
    """A list; also stands for a deque."""

    __slots__ = ("items", "perhaps", "uncounted")

    def __init__(self, items: list[Value], *, uncounted: bool = False) -> None:
        self.items = items
        self.perhaps = 0
        """While there are no more items than this, there may be none at all."""
        self.uncounted = uncounted
        """Whether there may be more items, or fewer: nobody knows how many were put in."""

    def snapshot(self) -> _Contents:
        """A copy of the items."""
        return list(self.items), self.perhaps, self.uncounted

    def restore(self, contents: _Contents) -> None:
        """Replace the items."""
        self.items[:], self.perhaps, self.uncounted = contents

    def join(self, ours: _Contents, theirs: _Contents) -> _Contents:
        """Item by item; a list that may be longer keeps the longer side's items."""
        short, long = sorted((ours[0], theirs[0]), key=len)
        items = [unite([a, b]) for a, b in zip(short, long, strict=False)] + long[len(short) :]
        surely = all(len(side) > perhaps for side, perhaps, _ in (ours, theirs))
        uncounted = len(short) < len(long) or ours[2] or theirs[2]
        return items, 0 if surely else len(items), uncounted

    def __repr__(self) -> str:
        return f"List({self.items!r})"


class Dict(Mutable):
    """A dict in insertion order; ``open`` when keys that are not known may be in it.

    ``entries`` maps the hashable form of a key (see ``key_of``) to the pair of key and value.
    """

    __slots__ = ("default", "entries", "open")

    def __init__(self, entries: dict[Any, tuple[Value, Value]] | None = None) -> None:
        self.entries: dict[Any, tuple[Value, Value]] = {} if entries is None else entries
        self.open = False
        self.default: Value = MISSING

    def snapshot(self) -> tuple[dict[Any, tuple[Value, Value]], bool]:
        """A copy of the entries."""
        return dict(self.entries), self.open

    def restore(self, contents: tuple[dict[Any, tuple[Value, Value]], bool]) -> None:
        """Replace the entries."""
        entries, self.open = contents
        self.entries.clear()
        self.entries.update(entries)

    def join(self, ours: Any, theirs: Any) -> tuple[dict[Any, tuple[Value, Value]], bool]:
        """Key by key; a key on one side only stays."""
        joined = dict(ours[0])
        for key, (original, value) in theirs[0].items():
            if key in joined:
                value = unite([joined[key][1], value])
            joined[key] = (original, value)
        return joined, ours[1] or theirs[1]


class Set(Mutable):
    """A set or frozenset, in insertion order."""

    __slots__ = ("entries", "frozen", "open")

    def __init__(self, entries: dict[Any, Value] | None = None, *, frozen: bool = False) -> None:
        self.entries: dict[Any, Value] = {} if entries is None else entries
        self.frozen = frozen
        self.open = False

    def snapshot(self) -> tuple[dict[Any, Value], bool]:
        """A copy of the members."""
        return dict(self.entries), self.open

    def restore(self, contents: tuple[dict[Any, Value], bool]) -> None:
        """Replace the members."""
        entries, self.open = contents
        self.entries.clear()
        self.entries.update(entries)

    def join(self, ours: Any, theirs: Any) -> tuple[dict[Any, Value], bool]:
        """All members of either."""
        return {**ours[0], **theirs[0]}, ours[1] or theirs[1] or set(ours[0]) != set(theirs[0])


class Iter:
    """An iterator or generator; consuming it cannot be undone by a fork."""

    __slots__ = ("host", "kind", "uncertain")

    def __init__(self, host: Iterator[Value], kind: str = "iterator") -> None:
        self.host = host
        self.kind = kind
        self.uncertain = False
        """Whether some of its items may not be there."""
