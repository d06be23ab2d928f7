"""State that can be undone: changes are recorded while a mark is open, undone, redone and joined.

Objects with such state keep it in ``Table``, ``Log`` and ``Record`` objects and only change it
through the journal.  Without an open mark, a change costs no more than usual.  Undoing and joining
cost as much as what changed since the mark.  This module does not know what a name is.

A record declares what the journal may change as ``Undoable``, and the type checker checks each
change against that declaration: ``journal.assign(graph, Graph.finalized, True)``.
"""

from __future__ import annotations

from typing import Any, Final, Generic, Protocol, TypeVar, overload

K = TypeVar("K")
V = TypeVar("V")
R = TypeVar("R")
Owner = TypeVar("Owner", contravariant=True)

ABSENT: Final[Any] = type("Absent", (), {"__repr__": lambda self: "ABSENT"})()
_BORN: Final[Any] = type("Born", (), {"__repr__": lambda self: "BORN"})()

Entry = tuple[Any, Any, Any, Any]
"""What changed, the key in it, the value before, the value after."""


class Flags(dict[K, bool], Generic[K]):
    """A set of keys.  What either of two branches adds stays in it."""

    __slots__ = ()


class Table(dict[K, V], Generic[K, V]):
    """A dictionary; ``maybe`` holds the keys whose value depends on an undecided branch."""

    __slots__ = ("maybe",)

    def __init__(self) -> None:
        super().__init__()
        self.maybe: Flags[K] = Flags()

    def join(self, key: K, mine: Any, theirs: Any) -> Any:
        """Return the value after two branches that left ``mine`` and ``theirs``."""
        return theirs if mine is ABSENT else mine

    def doubts(self, mine: Any, theirs: Any) -> bool:
        """Whether a key with these different values becomes a ``maybe``."""
        return True


class Counts(Table[str, int]):
    """A table of counters.  After two branches, the higher count is kept."""

    __slots__ = ()

    def join(self, key: str, mine: Any, theirs: Any) -> Any:
        """The higher count."""
        if mine is ABSENT or theirs is ABSENT:
            return theirs if mine is ABSENT else mine
        return max(mine, theirs)


class Log(list[V], Generic[V]):
    """A list that only grows.  After two branches, it has what either of them appended."""

    __slots__ = ()

    def same(self, mine: V, theirs: V) -> bool:
        """Whether two values appended in different branches are the same."""
        return mine is theirs

    def alone(self, value: V, journal: Journal) -> None:
        """Called for a value that only one branch appended."""

    def paired(self, mine: V, theirs: V, journal: Journal) -> None:
        """Called for two values of different branches that are the same; ``mine`` is kept."""


class Field(Protocol[Owner, V]):
    """An attribute of a class of records, accessed through the class: ``Graph.finalized``.

    At run time it is the descriptor that Python creates for a name in ``__slots__``.
    """

    def __get__(self, record: Owner, owner: type | None = None, /) -> V:
        """The attribute's value."""

    def __set__(self, record: Owner, value: V, /) -> None:
        """Set the attribute without recording it in the journal."""


class Undoable(Generic[V]):
    """The declared type of an attribute that changes through the journal: ``Undoable[bool]``.

    It is never instantiated.  It tells the type checker that the attribute of an object is a ``V``,
    and that the attribute of its class is a ``Field``, which is what the slot is.
    """

    @overload
    def __get__(self, record: None, owner: type[R]) -> Field[R, V]: ...
    @overload
    def __get__(self, record: object, owner: object = None) -> V: ...
    def __get__(self, record: Any, owner: Any = None) -> Any:
        """The value for an object, the field for its class."""

    def __set__(self, record: object, value: V) -> None:
        """For constructors, which run before anything can be undone."""


def slots(*names: str) -> tuple[str, ...]:
    """Return the value for ``__slots__`` of a record.

    If the type checker could read the tuple, it would conclude that slots are not accessed through
    the class.
    """
    return names


class Record:
    """An object whose ``Undoable`` attributes may be changed through the journal."""

    __slots__ = ()

    def join_attribute(self, field: Field[Any, V], mine: V, theirs: V) -> Any:
        """The attribute's value after two branches that left different ones."""
        return theirs if mine is None else mine


class Handle(Record):
    """A record that callers hold.  ``wrapper`` is their own object for it, opaque here."""

    __slots__ = slots("wrapper")

    wrapper: Undoable[object]


class Mark:
    """A point to return to.

    ``prefix`` is empty as long as the current state grew from the mark.  After an older mark was
    rewound, it holds the changes that led from there to here.
    """

    __slots__ = ("position", "prefix")

    def __init__(self, position: int) -> None:
        self.position = position
        self.prefix: list[Entry] = []


class Changes:
    """Changes since a mark.  ``whole`` means that they start at its position without its prefix."""

    __slots__ = ("entries", "whole")

    def __init__(self, entries: list[Entry], whole: bool) -> None:
        self.entries = entries
        self.whole = whole


class Journal:
    """Changes since the oldest open mark."""

    __slots__ = ("_entries", "_marks")

    def __init__(self) -> None:
        self._entries: list[Entry] = []
        self._marks: list[Mark] = []

    def put(self, table: dict[K, V], key: K, value: V) -> None:
        """Set ``table[key]``."""
        if self._marks:
            self._entries.append((table, key, table.get(key, ABSENT), value))
        table[key] = value

    def remove(self, table: dict[K, V], key: K) -> None:
        """Delete ``table[key]`` if it is there."""
        old = table.pop(key, ABSENT)
        if self._marks and old is not ABSENT:
            self._entries.append((table, key, old, ABSENT))

    def append(self, log: Log[V], value: V) -> None:
        """Append to ``log``."""
        if self._marks:
            self._entries.append((log, len(log), ABSENT, value))
        log.append(value)

    def assign(self, record: R, field: Field[R, V], value: V) -> None:
        """Set an attribute of ``record``."""
        if self._marks:
            self._entries.append((record, field, field.__get__(record), value))
        field.__set__(record, value)

    def born(self, *things: object) -> None:
        """Record that these were created in this branch, and are unknown to the other one."""
        if self._marks:
            self._entries.extend((thing, _BORN, ABSENT, ABSENT) for thing in things)

    def mark(self) -> Mark:
        """Open a mark here."""
        mark = Mark(len(self._entries))
        self._marks.append(mark)
        return mark

    def rewind(self, mark: Mark) -> Changes:
        """Go back to ``mark``, which stays open, and return what was undone."""
        position = mark.position
        entries = self._entries[position:]
        for other in self._marks:
            if other.position > position:
                other.prefix = entries[: other.position - position] + other.prefix
                other.position = position
        for table, key, old, _ in reversed(entries):
            _set(table, key, old)
        del self._entries[position:]
        if mark.prefix:
            self._redo(mark.prefix)
            return Changes(entries, whole=True)
        return Changes(entries, whole=False)

    def replay(self, mark: Mark, branch: Changes) -> None:
        """Apply the changes of ``branch`` again, from the state at ``mark``."""
        if branch.whole:
            self.rewind(mark)
            for table, key, old, _ in reversed(self._entries[mark.position :]):
                _set(table, key, old)
            del self._entries[mark.position :]
        self._redo(branch.entries)
        for other in self._marks:
            prefix = other.prefix
            end = other.position + len(prefix)
            if prefix and end <= len(self._entries) and self._entries[end - 1] is prefix[-1]:
                other.prefix = []
                other.position = end

    def join(self, mark: Mark, branch: Changes) -> None:
        """Close ``mark``.  The state becomes the join of the current one and ``branch``."""
        theirs = branch.entries if branch.whole else mark.prefix + branch.entries
        mine = self._entries[mark.position :]
        _Join(self, mine, theirs).run()
        self.drop(mark)

    def drop(self, mark: Mark) -> None:
        """Close ``mark``."""
        self._marks.remove(mark)
        if not self._marks:
            self._entries.clear()

    def _redo(self, entries: list[Entry]) -> None:
        for table, key, _, new in entries:
            _set(table, key, new)
        self._entries.extend(entries)


class _Join:
    """The join of two branches into one state."""

    def __init__(self, journal: Journal, mine: list[Entry], theirs: list[Entry]) -> None:
        self._journal = journal
        self._mine = mine
        self._theirs = theirs
        self._born_mine = {id(entry[0]) for entry in mine if entry[1] is _BORN}
        self._born_theirs = {id(entry[0]) for entry in theirs if entry[1] is _BORN}

    def run(self) -> None:
        """Join everything that either branch changed."""
        for log, mine, theirs in self._logs():
            self._join_log(log, mine, theirs)
        for thing, key, theirs in self._cells():
            if isinstance(thing, dict):
                self._join_item(thing, key, theirs)
            else:
                self._join_attribute(thing, key, theirs)

    def _logs(self) -> list[tuple[Log[Any], list[Any], list[Any]]]:
        """The logs that were appended to, with what each branch appended."""
        logs: dict[int, tuple[Log[Any], list[Any], list[Any]]] = {}
        for side, entries in ((1, self._mine), (2, self._theirs)):
            for thing, key, _, value in entries:
                if key is not _BORN and isinstance(thing, Log):
                    logs.setdefault(id(thing), (thing, [], []))[side].append(value)
        return list(logs.values())

    def _cells(self) -> list[tuple[Any, Any, Any]]:
        """Everything else that was changed, with the value that the other branch left."""
        cells: dict[tuple[int, Any], tuple[Any, Any, Any]] = {}
        for thing, key, _, new in self._theirs:
            if key is not _BORN and not isinstance(thing, Log):
                cells[id(thing), key] = (thing, key, new)
        for thing, key, old, _ in self._mine:
            if key is not _BORN and not isinstance(thing, Log):
                cells.setdefault((id(thing), key), (thing, key, old))
        return list(cells.values())

    def _join_item(self, table: Any, key: Any, theirs: Any) -> None:
        mine = table.get(key, ABSENT)
        if _equal(mine, theirs) or id(table) in self._born_mine:
            return
        value = theirs
        if isinstance(table, Flags):
            value = True
        elif id(table) not in self._born_theirs:
            value = table.join(key, mine, theirs)
            if key not in table.maybe and table.doubts(mine, theirs):
                self._journal.put(table.maybe, key, value=True)
        if value is ABSENT:
            self._journal.remove(table, key)
        elif value is not mine:
            self._journal.put(table, key, value)

    def _join_attribute(self, record: Record, field: Field[Any, Any], theirs: Any) -> None:
        mine = field.__get__(record)
        if _equal(mine, theirs) or id(record) in self._born_mine:
            return
        if id(record) not in self._born_theirs:
            theirs = record.join_attribute(field, mine, theirs)
        if theirs is not mine:
            self._journal.assign(record, field, theirs)

    def _join_log(self, log: Log[Any], mine: list[Any], theirs: list[Any]) -> None:
        for value in theirs:
            match = next((i for i, other in enumerate(mine) if log.same(other, value)), None)
            if match is None:
                self._journal.append(log, value)
                log.alone(value, self._journal)
            else:
                other = mine.pop(match)
                if other is not value:
                    log.paired(other, value, self._journal)
        for value in mine:
            log.alone(value, self._journal)


_PLAIN = (bool, int, str, tuple)


def _equal(mine: Any, theirs: Any) -> bool:
    """Whether two values are equal; opaque ones are only compared by identity."""
    return mine is theirs or (
        type(mine) is type(theirs) and isinstance(mine, _PLAIN) and bool(mine == theirs)
    )


def _set(table: Any, key: Any, value: Any) -> None:
    if key is _BORN:
        return
    if isinstance(table, dict):
        if value is ABSENT:
            table.pop(key, None)
        else:
            table[key] = value
    elif isinstance(table, list):
        if value is ABSENT:
            table.pop()
        else:
            table.append(value)
    else:
        key.__set__(table, value)
