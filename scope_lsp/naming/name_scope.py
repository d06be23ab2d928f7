"""A name scope as it was entered, and the parts of a name with the places they came from.

Entering and leaving is the graph's business (``graph.py``).
"""

from __future__ import annotations

from typing import Protocol

Parts = tuple[tuple[str, object], ...]
"""The parts of a name, slashes between them left out, each with the opaque site that gave it."""


class NamedGraph(Protocol):
    """The graph of a name scope."""

    def exit_name_scope(self, entered: NameScope) -> None:
        """Leave a name scope, whatever was entered since."""


class NameScope:
    """One entry into a name scope: what to go back to when it is left."""

    __slots__ = ("graph", "name", "old")

    def __init__(self, graph: NamedGraph, name: str, old: tuple[str | None, Parts, bool]) -> None:
        self.graph = graph
        self.name = name
        """With its slash at the end; "" at the root: what ``with name_scope(...) as`` gives."""
        self.old = old
        """Name, parts and certainty of the scope around it."""

    def exit(self) -> None:
        """Leave it."""
        self.graph.exit_name_scope(self)
