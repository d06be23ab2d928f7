"""A name scope as it was entered, and the parts of a name with the places they came from.

Entering and leaving is the graph's business (``graph.py``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scope_lsp.naming.graph import Graph

Parts = tuple[tuple[str, object], ...]
"""The parts of a name, slashes between them left out, each with the opaque site that gave it."""


class NameScope:
    """One entry into a name scope: what to go back to when it is left."""

    __slots__ = ("graph", "name", "old")

    def __init__(self, graph: Graph, name: str, old: tuple[str | None, Parts, bool]) -> None:
        self.graph = graph
        self.name = name
        """With its slash at the end; "" at the root: what ``with name_scope(...) as`` gives."""
        self.old = old
        """Name, parts and certainty of the scope around it."""
