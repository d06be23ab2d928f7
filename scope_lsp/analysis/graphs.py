"""Primitives of graphs: which is the default one, in which thread, and what it holds.

A part of the table ``primitives``.  Names and scopes are there, looking things up is in
``lookups``.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from scope_lsp.analysis.entry_points import run_apart
from scope_lsp.analysis.lookups import Lookups
from scope_lsp.analysis.recorder import Recorder
from scope_lsp.interpreter.interpreter import Interpreter
from scope_lsp.interpreter.values import Symbolic, Value
from scope_lsp.naming.graph import Graph
from scope_lsp.naming.imported import import_ops, import_variable
from scope_lsp.naming.name import is_symbolic
from scope_lsp.naming.reports import Access
from scope_lsp.naming.state import State
from scope_lsp.naming.thread import Thread
from scope_lsp.naming.variable import Variable

_THREAD = 32
"""Steps that entering a thread costs for each thread there is: each has scopes of all others'
graphs."""


class Graphs(Lookups):
    """The primitives of graphs, for one run."""

    def __init__(self, interp: Interpreter, state: State, recorder: Recorder) -> None:
        super().__init__(interp, state, recorder)
        self._threads: dict[int, tuple[Value, Thread]] = {}
        """The threads of the program by the id of what stands for each."""
        interp.run_in_thread = self._run_in_thread
        state.reports.op = self._made_op

    def run_apart(self, function: Value) -> None:
        run_apart(self.interp, self.recorder, function)

    def _run_in_thread(self, worker: Value, function: Value) -> None:
        """Run a function where the scopes and default graphs of ``worker`` stand."""
        self.interp.budget.left -= _THREAD * len(self._threads)
        _, thread = self._threads.setdefault(id(worker), (worker, self.state.new_thread()))
        before = self.state.enter_thread(thread)
        try:
            run_apart(self.interp, self.recorder, function)
        finally:
            self.state.enter_thread(before)

    def _made_op(self, graph: Graph, name: str, op_type: str) -> None:
        """Let the device functions look at a new op, the innermost first."""
        for function in reversed(graph.devices):
            self.interp.call(function, [Symbolic(name) if is_symbolic(name) else name, op_type])

    def devices(self, graph: Graph | None = None) -> tuple[object, ...]:
        return self._graph(graph).devices

    def set_devices(self, functions: list[object], graph: Graph | None = None) -> None:
        self.state.assign(self._graph(graph), "devices", tuple(functions))

    def new_graph(self) -> Graph:
        return self.state.new_graph()

    def new_function_graph(self) -> Graph:
        return self.state.new_graph(self.state.default_graph())

    def new_eager_graph(self) -> Graph:
        return self.state.new_eager_graph()

    def building_function(self) -> bool:
        return self.state.default_graph().outer is not None

    def executing_eagerly(self) -> object:
        return self.state.default_graph().eager

    def push_graph(self, graph: Graph) -> None:
        self.state.push_graph(graph)

    def pop_graph(self) -> None:
        self.state.pop_graph()

    def default_graph(self) -> Graph:
        return self.state.default_graph()

    def graph_attribute(self, graph: Graph, name: str) -> object:
        if name == "operations":
            return [tuple(node) for node in graph.nodes.items()]
        if name == "collection_keys":
            return [key for key, values in graph.collections.items() if values]
        return getattr(graph, name)

    def stored_variables(self, partitioned: bool = False) -> list[object]:
        store = self.state.default_graph().store
        found = store.partitioned if partitioned else store.variables
        return [(name, variable.wrapper) for name, variable in found.items()]

    def import_ops(self, prefix: str, ops: list[tuple[str, str]], tells: bool = True) -> None:
        self.interp.progress()
        graph, site = self.state.default_graph(), self.recorder.trace()
        variables = import_ops(graph, prefix, ops, site)
        for variable in variables if tells else ():
            self.recorder.access(Access(variable, False, not graph.uncertain, site))

    def import_unknown(self, prefix: str) -> None:
        self.state.default_graph().import_unknown(prefix)

    def import_variable(self, original: Variable, prefix: str, skipped: int = 0) -> Variable:
        self.interp.progress()
        graph, site = self.state.default_graph(), self.recorder.trace()
        self.recorder.name_scope = None
        variable = import_variable(graph, original, prefix, skipped, site)
        certain = variable.is_name_certain and not variable.possible
        self.recorder.access(Access(variable, False, certain, site))
        return variable

    def variables_in(self, key: object, graph: Graph) -> list[Variable]:
        return [item for item in graph.get_collection(key) if isinstance(item, Variable)]

    def finalize_graph(self, graph: Graph, finalized: bool = True) -> None:
        self.state.assign(graph, "finalized", finalized)

    def enter_control_flow(self, kind: str | None) -> object:
        graph = self.state.default_graph()
        before = graph.control_flow
        self.state.assign(graph, "control_flow", kind)
        return (graph, before)

    def exit_control_flow(self, entered: tuple[Graph, object]) -> None:
        graph, before = entered
        self.state.assign(graph, "control_flow", before)

    def creators(self, graph: Graph | None = None) -> tuple[object, ...]:
        return self._graph(graph).creators

    def set_creators(self, creators: list[tuple[int, object]], graph: Graph | None = None) -> None:
        self.state.assign(self._graph(graph), "creators", tuple(creators))

    @contextmanager
    def isolated(self) -> Iterator[None]:
        """A new graph as the default one, left as it was found whatever happens inside."""
        self.state.push_graph(self.state.new_graph())
        try:
            yield
        finally:
            self.state.restore_graphs(())
