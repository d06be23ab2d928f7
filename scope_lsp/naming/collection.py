"""The collections of a graph, and how those of two branches are joined.

A collection holds what ``tf.add_to_collection`` adds.  Each graph has its own: see ``graph.py``.
"""

from __future__ import annotations

from typing import Any

from scope_lsp.naming.journal import ABSENT, Journal, Log, Record, Table, Undoable, slots
from scope_lsp.naming.name import (
    UNKNOWN,
    Name,
    UnknownType,
    is_open_below,
    is_symbolic,
    pattern,
    scope_pattern,
)
from scope_lsp.naming.variable import Variable

GLOBAL_VARIABLES = "variables"
TRAINABLE_VARIABLES = "trainable_variables"
REGULARIZATION_LOSSES = "regularization_losses"
_OF_VARIABLES = (GLOBAL_VARIABLES, TRAINABLE_VARIABLES)


class Member(Record):
    """An item of a collection: a variable or an opaque value, with its name if any."""

    __slots__ = slots("maybe", "name", "value")

    maybe: Undoable[bool]
    """Whether it is there on some paths only, or may not have been added at all."""

    def __init__(self, value: object, name: Name | None, maybe: bool) -> None:
        self.value = value
        self.name = name
        self.maybe = maybe

    @property
    def told(self) -> Name | None:
        """The name by which it is found: a variable's may have changed since it was added."""
        return self.value.name if isinstance(self.value, Variable) else self.name

    @property
    def is_doubtful(self) -> bool:
        """Whether the collection may lack it."""
        return self.maybe or (isinstance(self.value, Variable) and self.value.possible)


class Collection(Log[Member]):
    """The items of one collection."""

    __slots__ = ()

    def same(self, mine: Member, theirs: Member) -> bool:
        """Whether they are one item, or variables of one name from two branches."""
        one, other = mine.value, theirs.value
        return one is other or (
            isinstance(one, Variable) and isinstance(other, Variable) and one.name == other.name
        )

    def alone(self, value: Member, journal: Journal) -> None:
        """Mark what only one branch added.  A variable that only it made says so itself."""
        if not (isinstance(value.value, Variable) and value.value.possible):
            journal.assign(value, Member.maybe, value=True)

    def paired(self, mine: Member, theirs: Member, journal: Journal) -> None:
        """Keep that one of the branches may not have added it."""
        if theirs.maybe and not mine.maybe:
            journal.assign(mine, Member.maybe, value=True)

    def select(self, scope: str | UnknownType | None) -> list[tuple[object, bool]]:
        """The items, or those whose name begins as the pattern ``scope`` says.

        With each, whether it may be absent, or a part of ``scope`` that is not known exclude it.
        """
        if scope is None or isinstance(scope, UnknownType):
            return [(one.value, scope is not None or one.is_doubtful) for one in self]
        found = scope_pattern(scope)
        if found is None:
            return []
        unsure = is_symbolic(scope)
        return [
            (one.value, one.is_doubtful or (unsure and not name.startswith(scope)))
            for one in self
            if isinstance(name := one.told, str) and found.match(name)
        ]

    def may_select_more(self, scope: str | UnknownType | None) -> bool:
        """Whether there may be items that are not told, as those whose names are not known."""
        if any(one.maybe for one in self):
            return True  # of several, one alone may be there
        if not isinstance(scope, str):
            return False
        return any(one.name is not None and is_open_below(one.name, scope) for one in self)


class Collections(Table[object, Collection]):
    """Collections by key.  One that a branch emptied keeps what it may still hold."""

    __slots__ = ()

    def join(self, key: object, mine: Any, theirs: Any) -> Any:
        """The longer one."""
        if mine is ABSENT or theirs is ABSENT:
            return super().join(key, mine, theirs)
        return max(mine, theirs, key=len)

    def add(self, journal: Journal, key: object, member: Member) -> None:
        """Append an item to the collection of ``key``, which may not be known."""
        journal.born(member)
        keys = (key, UNKNOWN) if isinstance(key, str) and is_symbolic(key) else (key,)
        for each in keys:
            collection = self.get(each)
            if collection is None:
                collection = self[each] = Collection()
            journal.append(collection, member if each is key else Member(key, None, maybe=True))

    def may_hold_more(self, key: object) -> bool:
        """Whether something was added under a key that is not known, and may be this one.

        What is added to the variables themselves is not taken to be: a program that does so
        names the collection.
        """
        unplaced = self.get(UNKNOWN)
        if not unplaced or key in _OF_VARIABLES:
            return False
        return any(
            not (isinstance(one.value, str) and is_symbolic(one.value))
            or not isinstance(key, str)
            or pattern(one.value).fullmatch(key) is not None
            for one in unplaced
        )
