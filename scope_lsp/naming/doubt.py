"""Uncertain names, marked as such in every text that a program makes of them.

A name depends on what was created before.  If unknown code may have created something, or only one
of two branches did, the name is likely but not certain.  If a program reads such a name and builds
another one from it, that one is no more certain.  This module does not decide which names are
uncertain (``disturbances``, ``any_order``).
"""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING

from scope_lsp.naming.name import DoubtfulName, is_symbolic, likely_part
from scope_lsp.naming.variable import PartitionedVariable, Variable

if TYPE_CHECKING:
    from scope_lsp.naming.graph import Graph
    from scope_lsp.naming.variable_scope import VariableScope


def told_op(graph: Graph, name: str) -> str:
    """The name of an op or a name scope."""
    plain = name.partition(":")[0].rstrip("/")
    return _holed(graph.doubtful_names, name) if plain in graph.doubtful_names else name


def told_variable(variable: Variable | PartitionedVariable) -> str:
    """``v.name``."""
    name = variable.name
    single = variable.shards[0] if isinstance(variable, PartitionedVariable) else variable
    if single.is_name_certain or is_symbolic(name):
        return name
    asked = single.key is not None and single.op_name == single.asked
    return _holed(single.graph.doubtful_names, name, keep_last=asked)


def told_scope(graph: Graph, scope: VariableScope) -> str:
    """``scope.name``."""
    return scope.name if scope.certain else _holed(graph.doubtful_names, scope.name)


def counted(graph: Graph, name: str, doubtful: bool = False) -> str:
    """A name with a number that counts objects of the graph, by whatever code they were made."""
    if doubtful or graph.disturbed:
        graph.journal.put(graph.doubtful_names, name, value=True)
    return name


def doubt_name(graph: Graph, name: str) -> None:
    """Record that ``name`` may have been taken in the current scope, which is not likely."""
    key = graph.unique_name(name, mark_as_used=False).lower()
    graph.journal.put(graph.names.maybe, key, value=True)


def plain(graph: Graph, name: DoubtfulName) -> str:
    """A name that is given, as its likely text, which is doubtful from now on."""
    graph.journal.put(graph.doubtful_names, str(name), value=True)
    return str(name)


def _holed(doubtful: Container[str], name: str, keep_last: bool = False) -> str:
    """A doubtful name: from the first scope that is one, its parts are not known."""
    if is_symbolic(name):
        return name
    name, colon, output = name.partition(":")
    parts = name.split("/")
    last = len(parts) - 1 if parts[-1] else len(parts) - 2
    first = next(
        (i for i in range(last) if "/".join(parts[: i + 1]) in doubtful),
        max(last - 1, 0) if keep_last else last,
    )
    for i in range(first, last + (0 if keep_last and last else 1)):
        parts[i] = likely_part(parts[i])
    return DoubtfulName.read(f"{'/'.join(parts)}{colon}{output}")
