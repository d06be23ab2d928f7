"""What a program creates while it goes through items in an unknown order.

In the scopes where such a loop runs, it is not certain which item gets which automatic name.
Explicit names do not depend on the order, and neither do the names of what is created afterwards.
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
