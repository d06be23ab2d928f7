"""A name scope as it was entered, and the parts of a name with the places they came from.

``graph.py`` enters and leaves scopes.
"""

from __future__ import annotations

from typing import Protocol

Parts = tuple[tuple[str, object], ...]
"""The parts of a name, without the slashes, each with the opaque site that contributed it."""


class NamedGraph(Protocol):
    """The graph of a name scope."""

    def exit_name_scope(self, entered: NameScope) -> None:
        """Leave a name scope, regardless of which scopes were entered since."""


class NameScope:
    """One entry into a name scope: what to return to when it is left."""

    __slots__ = ("graph", "name", "old")

    def __init__(self, graph: NamedGraph, name: str, old: tuple[str | None, Parts, bool]) -> None:
        self.graph = graph
        self.name = name
        """The name with its final slash; "" at the root: the value of ``with name_scope(...)
        as``."""
        self.old = old
        """Name, parts and certainty of the scope around it."""

    def exit(self) -> None:
        """Leave it."""
        self.graph.exit_name_scope(self)
