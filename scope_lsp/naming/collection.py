"""The collections of a graph, and how those of two branches are joined.

A collection holds what ``tf.add_to_collection`` adds.  Each graph has its own: see ``graph.py``.
"""

from __future__ import annotations

from typing import Any

from scope_lsp.naming.journal import ABSENT, Log, Table
from scope_lsp.naming.name import Name, UnknownType, is_open_below, is_symbolic, scope_pattern
from scope_lsp.naming.variable import Variable


class Collection(Log[tuple[object, "Name | None"]]):
    """The items of one collection, variables or opaque values, each with its name if any."""

    __slots__ = ()

    def same(self, mine: tuple[object, Name | None], theirs: tuple[object, Name | None]) -> bool:
        """Whether they are one item, or variables of one name from two branches."""
        one, other = mine[0], theirs[0]
        return one is other or (
            isinstance(one, Variable) and isinstance(other, Variable) and one.name == other.name
        )

    def select(self, scope: str | UnknownType | None) -> list[tuple[object, bool]]:
        """The items, or those whose name begins as the pattern ``scope`` says.

        With each, whether a part of ``scope`` that is not known may exclude it.
        """
        if scope is None or isinstance(scope, UnknownType):
            return [(value, scope is not None) for value, _ in self]
        pattern = scope_pattern(scope)
        if pattern is None:
            return []
        unsure = is_symbolic(scope)
        names = ((value, _name(value, own)) for value, own in self)
        return [
            (value, unsure and not name.startswith(scope))
            for value, name in names
            if isinstance(name, str) and pattern.match(name)
        ]

    def may_select_more(self, scope: str | UnknownType | None) -> bool:
        """Whether ``scope`` may select items whose names are not wholly known."""
        if not isinstance(scope, str):
            return False
        return any(own is not None and is_open_below(own, scope) for _, own in self)


def _name(value: object, own: Name | None) -> Name | None:
    """The name by which an item is found: a variable's may have changed since it was added."""
    return value.name if isinstance(value, Variable) else own


class Collections(Table[object, Collection]):
    """Collections by key.  One that a branch emptied keeps what it may still hold."""

    __slots__ = ()

    def join(self, key: object, mine: Any, theirs: Any) -> Any:
        """The longer one."""
        if mine is ABSENT or theirs is ABSENT:
            return super().join(key, mine, theirs)
        return max(mine, theirs, key=len)
