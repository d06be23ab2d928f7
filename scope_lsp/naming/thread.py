"""What each thread of a program has of its own: default graphs, and scopes in every graph.

Follows ``_DefaultGraphStack`` in TensorFlow's framework/ops.py and ``_VariableScopeStore`` in
ops/variable_scope.py, which are ``threading.local``, as are a graph's name scope and its variable
creators.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from scope_lsp.naming.journal import Record

if TYPE_CHECKING:
    from scope_lsp.naming.graph import Graph


class Thread(Record):
    """The state of a thread that does not run now."""

    __slots__ = ("global_graph", "graph_stack", "scopes")

    def __init__(self) -> None:
        self.graph_stack: tuple[Graph, ...] = ()
        self.global_graph: Graph | None = None
        """The default graph outside of all others; made when the thread first runs."""
        self.scopes: WeakKeyDictionary[Graph, dict[str, Any]] = WeakKeyDictionary()
        """The scopes in each graph, as ``Graph.scopes_of_thread`` gives them."""
