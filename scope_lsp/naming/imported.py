"""Importing graphs into others: ops and variables that the program does not create itself.

Follows ``import_graph_def`` (framework/importer.py) and ``import_scoped_meta_graph``
(framework/meta_graph.py).
"""

from __future__ import annotations

from collections.abc import Iterable

from scope_lsp.naming.graph import Graph
from scope_lsp.naming.variable import Variable


def import_ops(
    graph: Graph, prefix: str, ops: Iterable[tuple[str, str]], site: object
) -> list[Variable]:
    """Add ops by name and type below the scope ``prefix``; a name that is taken is made unique.

    Returns a variable for each op that stands for one.  It is in no collection and not in the
    store.
    """
    journal = graph.journal
    variables = []
    for name, op_type in ops:
        full = base = f"{prefix}/{name}" if prefix else name
        count = 0
        while full in graph.nodes:
            count += 1
            full = f"{base}_{count}"
        journal.put(graph.nodes, full, op_type)
        if full.lower() not in graph.names:
            journal.put(graph.names, full.lower(), 1)
        if op_type in ("VariableV2", "VarHandleOp"):
            variable = Variable(graph, full, full, op_type == "VarHandleOp")
            variable.site, variable.parts, variable.trainable = site, ((full, site),), None
            variables.append(variable)
    journal.born(*variables)
    return variables


def import_variable(
    graph: Graph, original: Variable, prefix: str, skipped: int, site: object
) -> Variable:
    """Create a variable for the imported op of ``original``; the store does not know it.

    ``skipped`` is the length of the exported scope's part of the name.
    """
    name = original.op_name[skipped:]
    full = f"{prefix}/{name}" if prefix else name
    variable = Variable(graph, full, full, original.resource)
    graph.journal.born(variable)
    variable.shape, variable.dtype = original.shape, original.dtype
    variable.trainable = original.trainable
    variable.is_saved = original.is_saved
    variable.site = site
    variable.parts = ((full, site),)
    variable.is_name_certain = original.is_name_certain and not graph.uncertain
    variable.possible = original.possible
    graph.journal.append(graph.variables, variable)
    return variable
