"""Primitives for graphs: which one is the default, in which thread, and what it holds.

This is a part of the table in ``primitives``.  Names and scopes are in ``scopes``, lookups in
``lookups``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from scope_lsp.analysis.convert import Uncertain
from scope_lsp.analysis.entry_points import run_apart
from scope_lsp.analysis.opened import managed, opened
from scope_lsp.analysis.primitive import Group, primitive
from scope_lsp.analysis.recorder import Recorder
from scope_lsp.interpreter.interpreter import Interpreter
from scope_lsp.interpreter.values import Instance, List, Opaque, Value
from scope_lsp.naming.doubt import told_op
from scope_lsp.naming.graph import Graph
from scope_lsp.naming.imported import import_ops, import_variable
from scope_lsp.naming.name import UNKNOWN, Name
from scope_lsp.naming.outputs import keep_output, outputs_of
from scope_lsp.naming.reports import Access
from scope_lsp.naming.state import State
from scope_lsp.naming.thread import Thread
from scope_lsp.naming.variable import Variable
from scope_lsp.naming.variable_store import VariableStore

_THREAD = 32
"""The steps that entering a thread costs for each existing thread: each has scopes of all
graphs."""


class Graphs(Group):
    """The primitives of graphs, for one run."""

    def __init__(
        self,
        interp: Interpreter,
        state: State,
        recorder: Recorder,
        on_eager: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__(interp, state, recorder, on_eager)
        self._threads: dict[int, tuple[Value, Thread]] = {}
        """The threads of the program, by the id of the object that represents each."""

    @primitive
    def run_apart(self, function: Value) -> None:
        run_apart(self.interp, self.recorder, function)

    def run_in_thread(self, worker: Value, function: Value) -> None:
        """Run a function with the scopes and default graphs of ``worker``."""
        self.interp.budget.left -= _THREAD * len(self._threads)
        _, thread = self._threads.setdefault(id(worker), (worker, self.state.new_thread()))
        before = self.state.enter_thread(thread)
        try:
            run_apart(self.interp, self.recorder, function)
        finally:
            self.state.enter_thread(before)

    @primitive
    def devices(self, graph: Graph | None = None) -> tuple[object, ...]:
        return self.graph_or_default(graph).devices

    @primitive
    def set_devices(self, functions: list[object], graph: Graph | None = None) -> None:
        self.graph_or_default(graph).set_devices(tuple(functions))

    @primitive
    def new_graph(self) -> Graph:
        return self.state.new_graph()

    @primitive
    def new_function_graph(self, traced: bool = False, body: bool = False) -> Graph:
        graph = self.state.new_graph(self.state.default_graph())
        graph.is_traced, graph.is_body = traced, body
        return graph

    @primitive
    def new_eager_graph(self) -> Graph:
        return self.state.new_eager_graph()

    @primitive
    def set_eager(self, eager: bool) -> None:
        self.state.set_eager(eager)
        self.on_eager()

    @primitive
    def reset_default_graph(self) -> None:
        self.guard(self.state.reset_default_graph, lambda error: None)

    @primitive
    def building_function(self) -> bool:
        return self.state.default_graph().outer is not None

    @primitive
    def executing_eagerly(self) -> object:
        return self.state.default_graph().eager

    @primitive
    def in_graph(self, graph: object) -> Instance:
        if not isinstance(graph, Graph):  # not known: it may be any
            before = self.state.enter_unknown()
            return opened(None, lambda: self.state.leave_unknown(before))
        self.state.push_graph(graph)
        return opened(None, self.state.pop_graph)

    @primitive
    def default_graph(self) -> Graph:
        return self.state.default_graph()

    @primitive
    def graph_attribute(self, graph: Graph, name: str) -> object:
        if name == "scope_name":
            return told_op(graph, graph.scope_name or "")
        if name == "operations":
            return list(graph.nodes.items())
        if name == "some_operations":  # TensorFlow makes more of them than the model does
            held = {one.op_name: one.wrapper for one in graph.variables}
            return Uncertain((op, kind, held.get(op)) for op, kind in graph.nodes.items())
        if name == "collection_keys":
            found = [key for key, members in graph.collections.items() if members]
            keys = [key for key in found if key is not UNKNOWN]
            return Uncertain(keys) if graph.disturbed or len(keys) < len(found) else keys
        return getattr(graph, name)

    @primitive
    def keep_output(self, op_name: object, index: object, output: object) -> None:
        if self.interp.catchers and isinstance(output, Instance):
            self._refuse_other_graphs(output)
        if isinstance(op_name, str) and isinstance(index, int):
            keep_output(self.state.default_graph(), op_name, index, output)

    def _refuse_other_graphs(self, output: Instance) -> None:
        """As ``_get_graph_from_inputs`` (framework/ops.py) refuses inputs of several graphs."""
        found = output.names.get("_inputs")
        inputs = found.items if isinstance(found, List) else found
        first: tuple[Instance, object] | None = None
        for each in inputs if isinstance(inputs, (list, tuple)) else ():
            graph = self._graph_of(each) if isinstance(each, Instance) else None
            if graph is not None and first is not None and graph is not first[1]:
                message = f"{_printed(each)} must be from the same graph as {_printed(first[0])}."
                self.raise_awaited(message, "ValueError")
            elif graph is not None and first is None:
                first = each, graph

    def _graph_of(self, value: Instance) -> object:
        """The graph of a tensor or variable; None if that is not known, or takes those of others.

        The graph of a function captures the tensors of others, and a call hands out its results.
        """
        name, handle = value.names.get("_op_name"), value.names.get("_handle")
        if isinstance(handle, Opaque) and isinstance(handle.payload, Variable):
            return handle.payload.graph
        index = value.names.get("_index")
        if isinstance(name, str) and isinstance(index, int):
            for graph in self.state.all_graphs():
                if graph.outputs.get((name, index)) is value:
                    return graph if graph.outer is None else None
        return None

    @primitive
    def outputs_of(self, op_name: object, graph: Graph) -> list[object]:
        return outputs_of(graph, op_name) if isinstance(op_name, str) else []

    @primitive
    def add_to_collection(
        self, key: object, value: object, value_name: Name | None = None, graph: Graph | None = None
    ) -> None:
        self.graph_or_default(graph).add_to_collection(key, value, value_name)

    @primitive
    def clear_collection(self, key: object, graph: Graph | None = None) -> None:
        self.graph_or_default(graph).clear_collection(key)

    @primitive
    def new_store(self) -> VariableStore:
        return VariableStore.eager(self.state.default_graph())

    @primitive
    def in_store(self, store: VariableStore) -> Instance:
        graph = self.state.default_graph()
        before = graph.store
        return managed(lambda: graph.set_store(store), lambda: graph.set_store(before))

    @primitive
    def stored_variables(
        self, partitioned: bool = False, store: VariableStore | None = None
    ) -> list[object]:
        store = store or self.state.default_graph().store
        found = store.partitioned if partitioned else store.variables
        return [(name, variable.wrapper) for name, variable in found.items()]

    @primitive
    def import_ops(self, prefix: str, ops: list[tuple[str, str]], tells: bool = True) -> None:
        self.interp.progress()
        graph, site = self.state.default_graph(), self.recorder.trace()
        variables = import_ops(graph, prefix, ops, site)
        for variable in variables if tells else ():
            self.recorder.access(
                Access(variable, reused=False, certain=not graph.uncertain, site=site)
            )

    @primitive
    def import_unknown(self, prefix: str) -> None:
        self.state.default_graph().import_unknown(prefix)

    @primitive
    def import_variable(self, original: Variable, prefix: str, skipped: int = 0) -> Variable:
        self.interp.progress()
        graph, site = self.state.default_graph(), self.recorder.trace()
        self.recorder.name_scope = None
        variable = import_variable(graph, original, prefix, skipped, site)
        certain = variable.is_name_certain and not variable.possible
        self.recorder.access(Access(variable, reused=False, certain=certain, site=site))
        return variable

    @primitive
    def variables_in(self, key: object, graph: Graph) -> list[Variable]:
        return [item for item in graph.get_collection(key) if isinstance(item, Variable)]

    @primitive
    def finalize_graph(self, graph: Graph, finalized: bool = True) -> None:
        graph.set_finalized(finalized)

    @primitive
    def in_control_flow(self, kind: str | None) -> Instance:
        graph = self.state.default_graph()
        before = graph.control_flow
        graph.set_control_flow(kind)
        return opened(None, partial(graph.set_control_flow, before))

    @primitive
    def creators(self, graph: Graph | None = None) -> tuple[object, ...]:
        return self.graph_or_default(graph).creators

    @primitive
    def set_creators(self, creators: list[tuple[int, object]], graph: Graph | None = None) -> None:
        self.graph_or_default(graph).set_creators(tuple(creators))

    @contextmanager
    def isolated(self) -> Iterator[None]:
        """A new graph as the default one.  The state is restored whatever happens inside."""
        self.state.push_graph(self.state.new_graph())
        try:
            yield
        finally:
            self.state.restore_graphs(())


def _printed(value: Instance) -> str:
    """How a tensor begins when it is printed."""
    return f'Tensor("{value.names.get("_op_name")}:{value.names.get("_index")}")'
