"""The state that each thread of a program has: default graphs, and scopes in every graph.

Follows ``_DefaultGraphStack`` in TensorFlow's framework/ops.py and ``_VariableScopeStore`` in
ops/variable_scope.py, which are ``threading.local``.  So are a graph's name scope and variable
creators.
"""

from __future__ import annotations

from weakref import WeakKeyDictionary

from scope_lsp.naming.graph import Graph
from scope_lsp.naming.journal import Record, Undoable, slots
from scope_lsp.naming.thread_scopes import ThreadScopes


class Thread(Record):
    """The state of a thread that is not running."""

    __slots__ = slots("global_graph", "graph_stack", "scopes")

    global_graph: Undoable[Graph | None]
    """The default graph outside of all others, created when the thread first runs."""
    graph_stack: Undoable[tuple[Graph, ...]]
    scopes: Undoable[WeakKeyDictionary[Graph, ThreadScopes]]
    """The scopes in each graph, as ``Graph.scopes_of_thread`` gives them."""

    def __init__(self) -> None:
        self.graph_stack = ()
        self.global_graph = None
        self.scopes = WeakKeyDictionary()
