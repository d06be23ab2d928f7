"""All of TensorFlow's naming state in one undoable object: the interface of this package.

It implements the protocol by which an interpreter forks and joins outside state at undecided
branches, without knowing the interpreter.  Every function corresponds to one of TensorFlow's.
Callers only read the attributes of handles (``Graph``, ``VariableScope``, ``Variable`` and so on).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar
from weakref import WeakKeyDictionary, WeakSet

from scope_lsp.naming import any_order
from scope_lsp.naming.creation import create, initial_value
from scope_lsp.naming.doubt import told_op
from scope_lsp.naming.errors import NamingError
from scope_lsp.naming.graph import Graph
from scope_lsp.naming.journal import Changes, Field, Handle, Journal, Mark, Record, Undoable, slots
from scope_lsp.naming.name import CLOSE, OPEN, UNKNOWN, DoubtfulName, Name, UnknownType
from scope_lsp.naming.reports import Access, NoReports, Reports
from scope_lsp.naming.requests import request_variable
from scope_lsp.naming.scope_context import (
    PureVariableScope,
    ScopeOptions,
    VariableScopeContext,
    unique_variable_scope,
)
from scope_lsp.naming.thread import Thread
from scope_lsp.naming.variable import AnyVariable, Callbacks, NewVariable, Tensor, Variable
from scope_lsp.naming.variable_scope import Reuse, VariableScope
from scope_lsp.naming.variable_store import Request

V = TypeVar("V")


class State(Record):
    """Every graph, the stack of default graphs, and through them all scopes and variables.

    ``reports`` is called for each access and each possible error.
    """

    __slots__ = slots(
        "_global_graph",
        "_graph_count",
        "_graph_stack",
        "_graphs",
        "_journal",
        "_thread",
        "default_use_resource",
        "eager",
        "reports",
    )

    _global_graph: Undoable[Graph]
    _graph_stack: Undoable[tuple[Graph, ...]]
    _thread: Undoable[Thread]
    """The running thread.  While it runs, its own state is in this object and in the graphs."""
    default_use_resource: Undoable[object]
    """Whether variables are resource variables if neither the call nor the scope decides."""
    eager: Undoable[object]
    """Whether ops outside of graphs run at once: see ``Graph.eager``."""

    def __init__(self, reports: Reports | None = None) -> None:
        self._journal = Journal()
        self.reports: Reports = NoReports() if reports is None else reports
        self.default_use_resource = False
        self.eager = False
        self._graph_count = 0
        self._graphs: WeakSet[Graph] = WeakSet()
        """All graphs except those of functions, which are never built by two threads."""
        self._thread = Thread()
        self._graph_stack = ()
        self._global_graph = self.new_graph()

    def join_attribute(self, field: Field[Any, Any], mine: Any, theirs: Any) -> Any:
        """Keep one of the default graphs that two branches left, and mark it as uncertain."""
        if field is State._global_graph:
            self._journal.assign(mine, Graph.uncertain, value=True)
        return UNKNOWN if field in (State.default_use_resource, State.eager) else mine

    # Graphs.

    def new_graph(self, outer: Graph | None = None) -> Graph:
        """``tf.Graph()``, or the graph of a ``tf.function`` called in ``outer``."""
        self._graph_count += 1
        graph = Graph(self._journal, self.reports, self._graph_count - 1, outer)
        if outer is None:
            self._graphs.add(graph)
        return graph

    def new_eager_graph(self) -> Graph:
        """Return a graph for ops that run at once in a variable scope (``context.eager_mode``)."""
        current, graph = self.default_graph(), self.new_graph()
        graph.eager = True
        graph.scope, graph.scope_counts = current.scope, current.scope_counts
        return graph

    def set_eager(self, eager: object) -> None:
        """Do what ``tf.enable_eager_execution()`` does, or ``UNKNOWN``: see ``Graph.eager``."""
        self._journal.assign(self, State.eager, eager)
        self._journal.assign(self._global_graph, Graph.eager, eager)

    def default_graph(self) -> Graph:
        """``tf.get_default_graph()``."""
        return self._graph_stack[-1] if self._graph_stack else self._global_graph

    def all_graphs(self) -> list[Graph]:
        """Return the default graph, and then all that exist except those of functions."""
        return [self.default_graph(), *self._graphs]

    def push_graph(self, graph: Graph) -> None:
        """Enter ``graph.as_default()``."""
        self._journal.assign(self, State._graph_stack, (*self._graph_stack, graph))

    def pop_graph(self) -> None:
        """Leave the innermost ``graph.as_default()``."""
        self._journal.assign(self, State._graph_stack, self._graph_stack[:-1])

    def restore_graphs(self, stack: tuple[Graph, ...]) -> None:
        """Make ``stack`` the stack of default graphs, and abandon what was open."""
        self._journal.assign(self, State._graph_stack, stack)

    def reset_default_graph(self) -> None:
        """``tf.reset_default_graph()``; raises ``NamingError`` inside ``as_default``."""
        if self._graph_stack:
            raise NamingError(
                "Do not use tf.reset_default_graph() to clear nested graphs. If you need a "
                "cleared graph, exit the nesting and create a new graph.",
                exception="AssertionError",
            )
        self._journal.assign(self, State._global_graph, self.new_graph())
        self._global_graph.eager = self.eager

    def new_thread(self) -> Thread:
        """A thread that has not run yet."""
        thread = Thread()
        self._journal.born(thread)
        return thread

    def enter_thread(self, thread: Thread) -> Thread:
        """Let ``thread`` run.  Returns the thread that ran before, to be entered again later."""
        assign, before = self._journal.assign, self._thread
        assign(before, Thread.graph_stack, self._graph_stack)
        assign(before, Thread.global_graph, self._global_graph)
        own = {graph: graph.scopes_of_thread for graph in self._graphs}
        assign(before, Thread.scopes, WeakKeyDictionary(own))
        for graph in own:
            graph.enter_thread(thread.scopes.get(graph) or graph.fresh_scopes())
        global_graph = thread.global_graph
        if global_graph is None:
            global_graph = self.new_graph()
            global_graph.eager = self.eager
        assign(self, State._graph_stack, thread.graph_stack)
        assign(self, State._global_graph, global_graph)
        assign(self, State._thread, thread)
        return before

    # Names.

    def current_name_scope(self) -> str:
        """The name scope of the default graph, no slash at its end; "" at the root."""
        return self.default_graph().scope_name or ""

    def told(self, name: str) -> str:
        """The name of an op or a scope of any graph, as the program is told it: see ``doubt``."""
        for graph in (self.default_graph(), *self._graphs):
            if graph.doubtful_names:
                found = told_op(graph, name)
                if found is not name:
                    return found
        return name

    def new_op(self, op_type: str, name: Name | None = None, direct: bool = False) -> str:
        """Make an op in the default graph and return its full name; see ``Graph.new_op``."""
        return self.default_graph().new_op(op_type, name, direct)

    # Variable scopes.

    def variable_scope(
        self,
        name_or_scope: object,
        default_name: object = None,
        options: ScopeOptions | None = None,
        reuse: object = None,
        auxiliary_name_scope: object = True,
        graph: Graph | None = None,
        site: object = None,
    ) -> VariableScopeContext:
        """``tf.variable_scope(...)``; ``graph`` is that of its ``values``, if it has any."""
        if isinstance(name_or_scope, UnknownType):
            name_or_scope = f"{OPEN}scope{CLOSE}"
        if isinstance(default_name, UnknownType):
            default_name = f"{OPEN}default_name{CLOSE}"
        return VariableScopeContext(
            self.default_graph() if graph is None else graph,
            name_or_scope,
            default_name,
            ScopeOptions() if options is None else options,
            reuse,
            auxiliary_name_scope,
            site,
            DoubtfulName not in (name_or_scope.__class__, default_name.__class__),
        )

    def enter_variable_scope(self, context: VariableScopeContext) -> VariableScope:
        """Enter a ``tf.variable_scope`` object, whose graph becomes the default."""
        self._leave_graph(context)
        self.push_graph(context.graph)
        self._journal.assign(context, VariableScopeContext.is_graph_entered, value=True)
        try:
            return context.enter()
        except BaseException:
            self._leave_graph(context)
            raise

    def exit_variable_scope(self, context: VariableScopeContext) -> None:
        """Leave a ``tf.variable_scope`` object."""
        try:
            context.exit()
        finally:
            self._leave_graph(context)

    def drop_variable_scope(self, context: VariableScopeContext) -> None:
        """Forget a ``tf.variable_scope`` object that was entered and can no longer be left.

        The generators behind its name scope and its graph end; the variable scope stays open.
        """
        context.drop()
        self._leave_graph(context)

    def _leave_graph(self, context: VariableScopeContext) -> None:
        """Leave the graph once: entering an open object again ends the first entry."""
        if context.is_graph_entered:
            if self.default_graph() is context.graph:
                self.pop_graph()
            self._journal.assign(context, VariableScopeContext.is_graph_entered, value=False)

    def pure_variable_scope(
        self,
        name_or_scope: str | VariableScope,
        options: ScopeOptions | None = None,
        reuse: object = None,
        site: object = None,
    ) -> PureVariableScope:
        """Create a variable scope without a name scope (``_pure_variable_scope``).

        It must be entered at once.  Its dtype is float32, whatever the outer scope has, unless the
        options name another one.
        """
        options = ScopeOptions() if options is None else options
        if options.dtype is None:
            options = replace(options, dtype="float32")
        return PureVariableScope(self.default_graph(), name_or_scope, options, reuse, site=site)

    def unique_variable_scope(self, prefix: str) -> str:
        """The name that a scope with the default name ``prefix`` would get here."""
        return unique_variable_scope(self.default_graph(), prefix)

    def get_variable_scope(self) -> VariableScope:
        """``tf.get_variable_scope()``."""
        return self.default_graph().scope

    def new_variable_scope(self, reuse: object, name: str = "", **options: object) -> VariableScope:
        """``tf.VariableScope(reuse, name, ...)``, which enters nothing."""
        scope = VariableScope(reuse, name)
        for option, value in options.items():
            setattr(scope, option, value)
        self._journal.born(scope)
        return scope

    def set_scope_attribute(
        self, scope: VariableScope, field: Field[VariableScope, V], value: V
    ) -> None:
        """Change a default of a scope: ``set_initializer`` and the like."""
        self._journal.assign(scope, field, value)

    def reuse_variables(
        self, scope: VariableScope, site: object = None, reuse: Reuse = True
    ) -> None:
        """``scope.reuse_variables()``, or ``scope._reuse = reuse``."""
        self._journal.assign(scope, VariableScope.reuse, reuse)
        self._journal.assign(scope, VariableScope.reuse_site, site if reuse else None)

    def set_wrapper(self, handle: Handle, wrapper: object) -> None:
        """Store the caller's own object with a handle.  This can be undone like everything else."""
        self._journal.assign(handle, Handle.wrapper, wrapper)

    # Variables.

    def set_default_use_resource(self, use_resource: object) -> None:
        """``tf.enable_resource_variables()`` and ``tf.disable_resource_variables()``."""
        self._journal.assign(self, State.default_use_resource, use_resource)

    def fetch(self, request: Request, callbacks: Callbacks) -> AnyVariable:
        """Ask the store of the default graph (the true getter); raises ``NamingError``."""
        if request.use_resource is None:
            request = replace(request, use_resource=self.default_use_resource)
        return self.default_graph().store.get(request, callbacks)

    def get_variable(
        self,
        scope: VariableScope,
        name: Name | None,
        callbacks: Callbacks,
        **arguments: object,
    ) -> AnyVariable:
        """``tf.get_variable`` in ``scope``, without its custom getters.

        Takes the arguments of ``request_variable``; raises ``NamingError``.
        """
        graph = self.default_graph()
        root = graph.enter_name_scope(None)
        try:
            request = request_variable(scope, name, callbacks, **arguments)  # type: ignore[arg-type]
            return self.fetch(request, callbacks)
        finally:
            graph.exit_name_scope(root)

    def new_variable(self, new: NewVariable, callbacks: Callbacks) -> Variable:
        """``tf.Variable`` in the current name scope; raises ``NamingError``."""
        graph = self.default_graph()
        if new.use_resource is None:
            new = replace(new, use_resource=graph.scope.use_resource)
        if new.use_resource is None:
            new = replace(new, use_resource=self.default_use_resource)
        variable = create(graph, callbacks, new)
        self.reports.access(
            Access(variable, reused=False, certain=variable.is_name_certain, site=new.site)
        )
        return variable

    def initial_value(self, new: NewVariable, callbacks: Callbacks) -> Tensor:
        """Return what a variable would start from, without creating the variable."""
        return initial_value(self.default_graph(), callbacks, new)

    # What is not known, forks and joins.

    def disturb(self, *, resets: bool = False) -> None:
        """Unknown code may have built in the default graph; ``resets``: or put another there."""
        self.default_graph().disturb(resets=resets)

    def not_imported(self, module: str) -> None:
        """Record that a module was not found, which may have built in the default graph."""
        self._journal.put(self.default_graph().unseen, module, value=True)

    def extent(self) -> tuple[int, int]:
        """The number of graphs so far, and of names taken in the default graph (ops and scopes)."""
        return self._graph_count, len(self.default_graph().names)

    def enter_unknown(self) -> tuple[Graph, bool]:
        """Enter an unknown context manager, which may have opened a scope or another graph.

        No name below it is certain, and no error.
        """
        graph = self.default_graph()
        before = graph.uncertain
        graph.disturb()
        self._journal.assign(graph, Graph.uncertain, value=True)
        return graph, before

    def leave_unknown(self, before: tuple[Graph, bool]) -> None:
        """Restore the earlier scopes, which may now hold what was created."""
        graph, uncertain = before
        self._journal.assign(graph, Graph.uncertain, uncertain)
        graph.disturb()

    def enter_any_order(self) -> tuple[Graph, Any]:
        """See ``any_order``."""
        return (graph := self.default_graph()), any_order.enter(graph)

    def leave_any_order(self, before: tuple[Graph, Any]) -> None:
        """See ``any_order``."""
        any_order.leave(*before)

    def mark(self) -> Mark:
        """Open a fork here."""
        return self._journal.mark()

    def rewind(self, mark: Mark) -> Changes:
        """Undo all changes since ``mark``, which stays open, and return them."""
        return self._journal.rewind(mark)

    def replay(self, mark: Mark, branch: Changes) -> None:
        """Apply the changes of ``branch`` again, from the state at ``mark``."""
        self._journal.replay(mark, branch)

    def join(self, mark: Mark, branch: Changes) -> None:
        """Close ``mark``: the state becomes the join of the current one and ``branch``.

        Names used on either side are used.  Variables of one side only are ``possible``.  Flags
        that differ are ``UNKNOWN``.
        """
        self._journal.join(mark, branch)

    def drop(self, mark: Mark) -> None:
        """Close ``mark`` and keep the current state."""
        self._journal.drop(mark)
