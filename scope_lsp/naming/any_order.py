"""What is made while the program goes through items in an order that is not known.

Which item gets which automatic name is not certain, in the scopes where the loop runs.  Names that
are given are made in any order, and what is made afterwards has the same names.
"""

from __future__ import annotations

from scope_lsp.naming.disturbances import Disturbance, in_name_scope, in_variable_scope
from scope_lsp.naming.graph import Graph


def enter(graph: Graph) -> tuple[Disturbance, ...]:
    """Begin; returns what ``leave`` needs."""
    here = in_name_scope(graph.scope_name or ""), in_variable_scope(graph.scope.name)
    added = tuple(one for one in here if one not in graph.disturbed)
    for one in added:
        graph.journal.put(graph.disturbed, one, value=True)
    return added


def leave(graph: Graph, added: tuple[Disturbance, ...]) -> None:
    """End: ``added`` is what ``enter`` returned."""
    for one in added:
        graph.journal.remove(graph.disturbed, one)
