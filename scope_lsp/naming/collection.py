"""A graph's collections: what ``tf.add_to_collection`` keeps, and what two branches leave of it.

Which graph has which is the graph's business (``graph.py``).
"""

from __future__ import annotations

from typing import Any

from scope_lsp.naming.journal import ABSENT, Log, Table
from scope_lsp.naming.variable import Variable


class Collection(Log[tuple[object, "str | None"]]):
    """The items of one collection, variables or opaque values, each with its name if any."""

    __slots__ = ()

    def same(self, mine: tuple[object, str | None], theirs: tuple[object, str | None]) -> bool:
        """Whether they are one item, or variables of one name from two branches."""
        one, other = mine[0], theirs[0]
        return one is other or (
            isinstance(one, Variable) and isinstance(other, Variable) and one.name == other.name
        )


class Collections(Table[object, Collection]):
    """Collections by key; one that a branch emptied keeps what it may still have."""

    __slots__ = ()

    def join(self, key: object, mine: Any, theirs: Any) -> Any:
        """The longer one."""
        if mine is ABSENT or theirs is ABSENT:
            return super().join(key, mine, theirs)
        return max(mine, theirs, key=len)
