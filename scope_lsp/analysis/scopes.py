"""Primitives for scopes: names, name scopes and variable scopes.

This is a part of the table in ``primitives``.  If TensorFlow refuses a scope and nothing handles
that, another scope is entered instead, so that what follows has names.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from scope_lsp.analysis.opened import managed, opened
from scope_lsp.analysis.primitive import Group, primitive
from scope_lsp.analysis.recorder import Recorder
from scope_lsp.analysis.trace import is_direct
from scope_lsp.interpreter.environment import Frame
from scope_lsp.interpreter.interpreter import Interpreter
from scope_lsp.interpreter.values import Instance, Value
from scope_lsp.naming.doubt import counted, told_op, told_scope
from scope_lsp.naming.errors import NamingError
from scope_lsp.naming.graph import Graph
from scope_lsp.naming.name import UnknownType, is_open
from scope_lsp.naming.name_scope import NameScope
from scope_lsp.naming.scope_context import ScopeOptions, VariableScopeContext
from scope_lsp.naming.state import State
from scope_lsp.naming.variable_scope import DEFAULTS, VariableScope


class Scopes(Group):
    """The primitives of scopes, for one run."""

    def __init__(
        self,
        interp: Interpreter,
        state: State,
        recorder: Recorder,
        on_eager: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__(interp, state, recorder, on_eager)
        self._pushed: list[tuple[NameScope, Frame | None]] = []
        """Those that a model's function has entered and not left, with its frame."""

    @primitive
    def push_name_scope(self, name: str | None) -> str:
        entered = self._enter_name_scope(name)
        frame = self.interp.frame
        # The models' `push` has only this call, and ends with it: its caller leaves the scope.
        self._pushed.append((entered, None if frame is None else frame.back))
        return entered.name

    @primitive
    def pop_name_scope(self) -> None:
        self._pushed.pop()[0].exit()

    def unwound(self, frame: Frame) -> None:
        """An exception came to ``frame``: the functions called there leave no scope any more."""
        while self._pushed:
            at: Frame | None = frame
            while at is not None and at is not self._pushed[-1][1]:
                at = at.back
            if at is not None:
                return
            self.pop_name_scope()

    @primitive
    def in_name_scope(self, name: str | None, graph: Graph | None = None) -> Instance:
        entered = self._enter_name_scope(name, graph)
        told = told_op(self.graph_or_default(graph), entered.name)
        return opened(self.converter.outward(told), entered.exit)

    def _enter_name_scope(self, name: str | None, graph: Graph | None = None) -> NameScope:
        """Enter a name scope, one without a name where TensorFlow refuses it."""
        target = self.graph_or_default(graph)
        if target.eager is not True or is_direct(self.interp.frame):
            self.interp.progress()  # else nothing is left of it, and it is not recorded
        site = self.recorder.tracer.trace(self.interp.frame)

        def enter() -> NameScope:
            return target.enter_name_scope(name, site)

        entered: NameScope = self.guard(enter, lambda error: target.enter_name_scope(None, site))
        self.recorder.scope(entered.name, None, name)
        return entered

    @primitive
    def current_name_scope(self) -> str:
        return told_op(self.state.default_graph(), self.state.current_name_scope())

    @primitive
    def unique_name(self, name: str, mark_as_used: bool = True, graph: Graph | None = None) -> str:
        where = self.graph_or_default(graph)
        return told_op(where, where.unique_name(name, mark_as_used))

    @primitive
    def counted_name(self, name: str, given: Sequence[object] | UnknownType = ()) -> str:
        # One of which nothing is known may have been None, and then it counts.
        doubtful = isinstance(given, UnknownType) or any(
            isinstance(other, str) and is_open(other) for other in given
        )
        return counted(self.state.default_graph(), name, doubtful)

    @primitive
    def new_op(self, op_type: str, name: str | None = None, direct: bool = False) -> str:
        is_eager = self.state.default_graph().eager is True
        if not is_eager:  # else it runs, and nothing is left of it
            self.interp.progress()

        def make() -> str:
            return self.state.new_op(op_type, name, direct)

        def recover(error: NamingError) -> str:
            if self.state.default_graph().finalized:  # no name at all would do
                return self.state.default_graph().unique_name(op_type)
            return self.state.new_op(op_type, None, direct)

        made: str = self.guard(make, recover)
        if name is not None and name != op_type and not is_eager:
            self.recorder.named_op(made)
        return made

    @primitive
    def variable_scope(
        self,
        name_or_scope: object,
        default_name: str | None = None,
        reuse: object = None,
        auxiliary_name_scope: object = True,
        graph: Graph | None = None,
        **options: object,
    ) -> Instance:
        chosen = ScopeOptions(**options)
        site = self.recorder.trace()

        def make(flag: object) -> VariableScopeContext:
            return self.state.variable_scope(
                *(name_or_scope, default_name, chosen, flag, auxiliary_name_scope, graph),
                site=site,
            )

        def anyway(error: NamingError) -> VariableScopeContext:
            try:
                return make(None)
            except NamingError:
                return self.state.variable_scope(self.state.get_variable_scope(), site=site)

        context: VariableScopeContext = self.guard(lambda: make(reuse), anyway)
        return self._managed(context, name_or_scope if isinstance(name_or_scope, str) else None)

    def _managed(self, context: VariableScopeContext, asked: str | None) -> Instance:
        """A variable scope for ``with``, with the name that was asked for."""
        spare: list[VariableScopeContext] = []
        """What was entered in the place of a scope that failed."""

        def instead(error: NamingError) -> VariableScope:
            current = self.state.get_variable_scope()
            spare.append(self.state.variable_scope(current, site=self.recorder.trace()))
            return self.state.enter_variable_scope(spare[-1])

        def enter() -> Value:
            self.interp.progress()
            spare.clear()
            scope: VariableScope = self.guard(
                lambda: self.state.enter_variable_scope(context), instead
            )
            self.recorder.scope(self.state.current_name_scope(), scope, asked)
            return self.converter.outward(scope)

        def leave() -> None:
            entered = spare.pop() if spare else context
            self.guard(lambda: self.state.exit_variable_scope(entered), lambda error: None)

        def drop() -> None:
            self.state.drop_variable_scope(spare[-1] if spare else context)

        return managed(enter, leave, drop)

    @primitive
    def pure_variable_scope(
        self,
        name_or_scope: Any,
        custom_getter: object = None,
        reuse: object = None,
        options: dict[str, object] | None = None,
    ) -> Instance:
        chosen = ScopeOptions(custom_getter=custom_getter, **(options or {}))
        site = self.recorder.trace()
        context = self.state.pure_variable_scope(name_or_scope, chosen, reuse, site)

        def enter() -> Value:
            self.interp.progress()
            return self.converter.outward(context.enter())

        return managed(enter, lambda: self.guard(context.exit, lambda error: None))

    @primitive
    def unique_variable_scope(self, prefix: str) -> str:
        return self.state.unique_variable_scope(prefix)

    @primitive
    def get_variable_scope(self) -> VariableScope:
        return self.state.get_variable_scope()

    @primitive
    def new_variable_scope(
        self, reuse: object, name: str, options: dict[str, object]
    ) -> VariableScope:
        return self.state.new_variable_scope(reuse, name, **options)

    @primitive
    def scope_attribute(self, scope: VariableScope, name: str) -> object:
        if name == "name":
            return told_scope(self.state.default_graph(), scope)
        value = getattr(scope, name)
        if name == "original_name_scope":
            return self.state.told(value)
        return list(value) if name == "custom_getters" and isinstance(value, tuple) else value

    @primitive
    def set_scope_attribute(self, scope: VariableScope, name: str, value: object) -> None:
        value = tuple(value) if isinstance(value, list) else value
        self.state.set_scope_attribute(scope, DEFAULTS[name], value)

    @primitive
    def reuse_variables(self, scope: VariableScope, reuse: Any = True) -> None:
        self.state.reuse_variables(scope, self.recorder.trace(), reuse)
