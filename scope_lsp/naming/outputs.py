"""The outputs of ops: values of the caller, found again by the name of their op.

A graph itself knows only the name and the type of an op.
"""

from __future__ import annotations

from scope_lsp.naming.graph import Graph


def keep_output(graph: Graph, name: str, index: int, value: object) -> None:
    """Remember the caller's object for an output of an op; only the first one stands for it."""
    if name in graph.nodes and (name, index) not in graph.outputs:
        graph.journal.put(graph.outputs, (name, index), value)


def outputs_of(graph: Graph, name: str) -> list[object]:
    """Return what was kept for an op's outputs, from the first one on.

    That is nothing if another op may have this name: on another path, or where unknown code acted.
    """
    found: list[object] = []
    if graph.disturbed or name in graph.doubtful_names or name in graph.nodes.maybe:
        return found
    while (key := (name, len(found))) in graph.outputs and key not in graph.outputs.maybe:
        found.append(graph.outputs[key])
    return found
