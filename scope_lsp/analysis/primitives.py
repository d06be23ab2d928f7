"""The module ``_scope_lsp``: the few functions by which stubs reach the naming model.

The one place that knows both the interpreter and ``naming``.  A thin table: each function takes and
gives plain data (see ``convert``), and an error of the model becomes the program's exception, or is
recorded where nothing would handle it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from scope_lsp.analysis.callbacks import ProgramCallbacks, thunk
from scope_lsp.analysis.convert import NAMES, Converter
from scope_lsp.analysis.graphs import Graphs
from scope_lsp.analysis.inventory import inventory
from scope_lsp.analysis.knowledge import knowledge
from scope_lsp.analysis.recorder import Recorder
from scope_lsp.analysis.result import Certainty
from scope_lsp.interpreter.branches import fork_values
from scope_lsp.interpreter.builtins.classes import EXCEPTIONS
from scope_lsp.interpreter.code import Run
from scope_lsp.interpreter.interpreter import Interpreter
from scope_lsp.interpreter.values import (
    Builtin,
    Instance,
    Namespace,
    Raised,
    Union,
    Unknown,
    Value,
)
from scope_lsp.naming.errors import MISSING, SCOPE, SLOTS, NamingError
from scope_lsp.naming.graph import Graph
from scope_lsp.naming.name import AUTO_REUSE
from scope_lsp.naming.name_scope import NameScope
from scope_lsp.naming.requests import check_initializer
from scope_lsp.naming.scope_context import ScopeOptions, VariableScopeContext
from scope_lsp.naming.state import State
from scope_lsp.naming.variable import NewVariable, PartitionedVariable
from scope_lsp.naming.variable_scope import VariableScope
from scope_lsp.naming.variable_store import Request

Recover = Callable[[NamingError], object]


class Primitives(Graphs):
    """The functions of ``_scope_lsp`` for one run."""

    def __init__(self, interp: Interpreter, state: State, recorder: Recorder) -> None:
        super().__init__(interp, state, recorder)
        self.converter = Converter(interp)
        self._name_scopes: list[NameScope] = []
        self._asked: dict[int, tuple[object, str]] = {}
        """The names that variable scopes were asked for, by the context's id."""
        self._spare: dict[int, VariableScopeContext] = {}
        """What was entered in the place of a scope that failed, by that one's id."""
        self.on_eager: Callable[[], None] = lambda: None
        """Called when the program says itself how it runs."""
        interp.on_refusal = self._refuse_call
        state.reports.access = recorder.access
        state.reports.error = recorder.possible_error
        recorder.sharing = lambda: state.get_variable_scope().sharing_site

    def namespace(self) -> Namespace:
        """The module's names."""
        names: Namespace = {"AUTO_REUSE": AUTO_REUSE}
        for name in dir(self):
            if not name.startswith("_") and name not in _NOT_PRIMITIVES:
                names[name] = Builtin(name, self._wrapped(getattr(self, name)), builds=True)
        names.update(knowledge())
        names.update(inventory())
        return names

    def _wrapped(self, function: Callable[..., object]) -> Callable[..., Value]:
        inward, outward = self.converter.inward, self.converter.outward
        code = function.__func__.__code__  # type: ignore[attr-defined]
        parameters = code.co_varnames[1 : code.co_argcount]
        asks_variable = parameters[:1] == ("handle",)

        def call(interp: Interpreter, *args: Value, **kwargs: Value) -> Value:
            if asks_variable and args and isinstance(args[0], Unknown):
                return args[0]  # a variable that TensorFlow refused to make
            for arg in (*args, *kwargs.values()) if kwargs else args:
                if arg.__class__ is Union:
                    named = {**dict(zip(parameters, args, strict=False)), **kwargs}
                    for name, value in named.items():
                        if isinstance(value, Union) and name in NAMES:
                            return self._each(value, partial(_with, call, named, name, interp))
            given = [inward(arg, name) for arg, name in zip(args, parameters, strict=False)]
            given += args[len(parameters) :]
            if not kwargs:
                return outward(function(*given))
            rest = {name: inward(arg, name) for name, arg in kwargs.items()}
            return outward(function(*given, **rest))

        return call

    def _each(self, union: Union, act: Callable[[Value], Value]) -> Value:
        """Do something with each of the names that there may be, as with an undecided branch."""
        frame = self.interp.frame
        assert frame is not None

        def arm(option: Value) -> Run:
            return lambda inner: act(option)

        return fork_values(frame, [arm(option) for option in union.options])

    def _guard(self, action: Callable[[], Any], recover: Recover) -> Any:
        """Do what may fail; recover where TensorFlow's error would end the program."""
        try:
            return action()
        except NamingError as error:
            return self._fail(error, recover)

    def _refuse_call(self, raised: Raised) -> None:
        """TensorFlow refuses a call that does not fit its parameters, in Python's words."""
        instance = raised.value
        assert isinstance(instance, Instance)
        words = instance.names["args"]
        assert isinstance(words, tuple)
        error = NamingError(str(words[0]), SCOPE, instance.cls.name)
        self._fail(error, lambda again: None, instance)

    def _fail(
        self, error: NamingError, recover: Recover, instance: Instance | None = None
    ) -> object:
        if self.state.default_graph().is_doubtful:
            self.recorder.possible_error(error)
            return recover(error)
        if instance is None:
            instance = Instance(EXCEPTIONS[error.exception])
            instance.names["args"] = (self.converter.outward(error.message),)
        trace = self.recorder.trace()
        error.sharing = self.recorder.sharing()
        if self.interp.must_unwind(instance):
            self.interp.origins[id(instance)] = (instance, (error, trace))
            raised = self.interp.raised(instance)
            raised.deliberate = True
            raise raised
        certainty = self.recorder.certainty(certain=error.definite)
        self.recorder.error(error, certainty, trace)
        if certainty is Certainty.DEFINITE:
            self.recorder.after_error = True
        return recover(error)

    # -- graphs: the rest is in ``graphs``

    def set_eager(self, eager: bool) -> None:
        self.state.set_eager(eager)
        self.on_eager()

    def reset_default_graph(self) -> None:
        self._guard(self.state.reset_default_graph, lambda error: None)

    # -- names

    def push_name_scope(self, name: str | None) -> str:
        entered = self.enter_name_scope(name)
        self._name_scopes.append(entered)
        return entered.name

    def pop_name_scope(self) -> None:
        self.state.exit_name_scope(self._name_scopes.pop())

    def enter_name_scope(self, name: str | None, graph: Graph | None = None) -> NameScope:
        self.interp.progress()
        target = self._graph(graph)
        site = self.recorder.trace()

        def enter() -> NameScope:
            return target.enter_name_scope(name, site)

        entered: NameScope = self._guard(enter, lambda error: target.enter_name_scope(None, site))
        self.recorder.scope(entered.name, None, name)
        return entered

    def name_scope_name(self, entered: NameScope) -> str:
        return entered.name

    def exit_name_scope(self, entered: NameScope) -> None:
        self.state.exit_name_scope(entered)

    def current_name_scope(self) -> str:
        return self.state.current_name_scope()

    def unique_name(self, name: str, mark_as_used: bool = True, graph: Graph | None = None) -> str:
        return self._graph(graph).unique_name(name, mark_as_used)

    def new_op(self, op_type: str, name: str | None = None, direct: bool = False) -> str:
        self.interp.progress()

        def make() -> str:
            return self.state.new_op(op_type, name, direct)

        made: str = self._guard(make, lambda error: self.state.new_op(op_type, None, direct))
        if name is not None and name != op_type:
            self.recorder.named_op(made)
        return made

    # -- variable scopes

    def variable_scope(
        self,
        name_or_scope: object,
        default_name: str | None = None,
        has_values: bool = False,
        initializer: object = None,
        regularizer: object = None,
        caching_device: object = None,
        partitioner: object = None,
        custom_getter: object = None,
        reuse: object = None,
        dtype: object = None,
        use_resource: object = None,
        constraint: object = None,
        auxiliary_name_scope: object = True,
        graph: Graph | None = None,
    ) -> object:
        options = ScopeOptions(
            *(initializer, regularizer, caching_device, partitioner),
            *(custom_getter, dtype, use_resource, constraint),
        )
        site = self.recorder.trace()

        def make(flag: object) -> VariableScopeContext:
            return self.state.variable_scope(
                *(name_or_scope, default_name, options, flag, auxiliary_name_scope, graph),
                site=site,
            )

        def anyway(error: NamingError) -> VariableScopeContext:
            try:
                return make(None)
            except NamingError:
                return self.state.variable_scope(self.state.get_variable_scope(), site=site)

        context = self._guard(lambda: make(reuse), anyway)
        if isinstance(name_or_scope, str):
            self._asked[id(context)] = (context, name_or_scope)
        return context

    def enter_variable_scope(self, context: VariableScopeContext) -> VariableScope:
        self.interp.progress()

        def enter() -> VariableScope:
            return self.state.enter_variable_scope(context)

        def anyway(error: NamingError) -> VariableScope:
            current = self.state.get_variable_scope()
            spare = self.state.variable_scope(current, site=self.recorder.trace())
            self._spare[id(context)] = spare
            return self.state.enter_variable_scope(spare)

        scope: VariableScope = self._guard(enter, anyway)
        _, asked = self._asked.get(id(context), (None, None))
        self.recorder.scope(self.state.current_name_scope(), scope, asked)
        return scope

    def exit_variable_scope(self, context: VariableScopeContext) -> None:
        entered = self._spare.pop(id(context), context)
        self._guard(lambda: self.state.exit_variable_scope(entered), lambda error: None)

    def drop_variable_scope(self, context: VariableScopeContext) -> None:
        self.state.drop_variable_scope(self._spare.get(id(context), context))

    def pure_variable_scope(
        self,
        name_or_scope: Any,
        custom_getter: object = None,
        reuse: object = None,
        options: dict[str, object] | None = None,
    ) -> object:
        chosen = ScopeOptions(custom_getter=custom_getter, **(options or {}))
        site = self.recorder.trace()
        return self.state.pure_variable_scope(name_or_scope, chosen, reuse, site)

    def enter_pure_variable_scope(self, context: Any) -> object:
        self.interp.progress()
        return context.enter()

    def exit_pure_variable_scope(self, context: Any) -> None:
        self._guard(context.exit, lambda error: None)

    def unique_variable_scope(self, prefix: str) -> str:
        return self.state.unique_variable_scope(prefix)

    def get_variable_scope(self) -> VariableScope:
        return self.state.get_variable_scope()

    def new_variable_scope(
        self, reuse: object, name: str, options: dict[str, object]
    ) -> VariableScope:
        return self.state.new_variable_scope(reuse, name, **options)

    def scope_attribute(self, scope: VariableScope, name: str) -> object:
        value = getattr(scope, name)
        return list(value) if name == "custom_getters" and isinstance(value, tuple) else value

    def set_scope_attribute(self, scope: VariableScope, name: str, value: object) -> None:
        self.state.set_scope_attribute(scope, name, value)

    def reuse_variables(self, scope: VariableScope) -> None:
        self.state.reuse_variables(scope, self.recorder.trace())

    # -- variables

    def _callbacks(self, table: dict[str, Value]) -> Any:
        return ProgramCallbacks(self.converter, table)

    def check_initializer(
        self, callbacks: dict[str, Value], initializer: object, dtype: str
    ) -> None:
        self._guard(
            lambda: check_initializer(self._callbacks(callbacks), initializer, dtype),
            lambda error: None,
        )

    def get_variable(
        self, scope: VariableScope, name: str, callbacks: dict[str, Value], **arguments: Any
    ) -> object:
        self.interp.progress()
        site = self.recorder.trace()
        self.recorder.name_scope = self.state.current_name_scope()

        def get(**changes: object) -> object:
            wanted = {**arguments, "site": site, **changes}
            return self.state.get_variable(scope, name, self._callbacks(callbacks), **wanted)

        return self._guard(get, self._get_anyway(get))

    def fetch_variable(
        self, scope: VariableScope, name: str, callbacks: dict[str, Value], **arguments: Any
    ) -> object:
        self.interp.progress()
        site = self.recorder.trace()
        self.recorder.name_scope = None
        dtype = arguments.pop("dtype", None)
        start = f"{scope.name}/" if scope.name else ""
        inside = name.startswith(start)
        own = (name[len(start) :] if inside else name, site)
        parts = (*scope.parts, own) if inside else (own,)

        def fetch(**changes: object) -> object:
            request = Request(
                name,
                parts=parts,
                site=site,
                dtype=dtype if isinstance(dtype, str) else None,
                **{**arguments, **changes},
            )
            return self.state.fetch(request, self._callbacks(callbacks))

        return self._guard(fetch, self._get_anyway(fetch))

    def accesses(self) -> int:
        return len(self.recorder.variables)

    def hand_out(self, handle: Any, start: int) -> None:
        self.recorder.handed_out(handle, start)

    def _get_anyway(self, get: Callable[..., object]) -> Recover:
        """What a get_variable gives that fails where nothing handles the failure."""

        def recover(error: NamingError) -> object:
            if error.variable is not None:
                return error.variable
            if error.made is not None:
                return error.made
            if error.kind in (MISSING, SLOTS):
                return self._guard(lambda: get(reuse=AUTO_REUSE), lambda again: _GIVEN_UP)
            return _GIVEN_UP

        return recover

    def new_variable(self, callbacks: dict[str, Value], **arguments: Any) -> object:
        self.interp.progress()
        initial = arguments.pop("initial", None)
        self.recorder.name_scope = self.state.current_name_scope()
        pending: NewVariable | None = arguments.pop("pending", None)
        new = NewVariable(thunk(self.converter, initial), site=self.recorder.trace(), **arguments)
        if pending is not None:
            new.initial, new.slot = pending.initial, pending.slot
            new.initializer_ops = pending.initializer_ops
            new.initializer_shape = pending.initializer_shape

        def anyway(error: NamingError) -> object:
            if error.made is not None:
                return error.made
            try:
                plain = replace(new, name=None, collections=None)
                return self.state.new_variable(plain, self._callbacks(callbacks))
            except NamingError:
                return _GIVEN_UP

        return self._guard(lambda: self.state.new_variable(new, self._callbacks(callbacks)), anyway)

    def pending_variable(self, pending: NewVariable) -> dict[str, object]:
        return {
            "calls": pending.initial is not None or bool(pending.initializer_ops),
            **{name: getattr(pending, name) for name in _PENDING},
        }

    def pending_value(self, pending: NewVariable, callbacks: dict[str, Value]) -> object:
        return tuple(self.state.initial_value(pending, self._callbacks(callbacks)))

    def set_default_use_resource(self, flag: object) -> None:
        self.state.set_default_use_resource(flag)

    def default_use_resource(self) -> object:
        return self.state.default_use_resource

    def variable_attribute(self, handle: Any, name: str) -> object:
        value = getattr(handle, name)
        if name == "partition" and value is not None:
            return (value.full_name, value.full_shape, value.offset)
        return value

    def set_variable_attribute(self, handle: Any, name: str, value: object) -> None:
        self.state.assign(handle, name, value)

    def is_partitioned(self, handle: object) -> bool:
        return isinstance(handle, PartitionedVariable)

    def wrapper(self, handle: Any) -> object:
        return handle.wrapper

    def set_wrapper(self, handle: Any, value: object) -> None:
        self.state.set_wrapper(handle, value)

    # -- collections

    def add_to_collection(
        self, key: object, value: object, value_name: str | None = None, graph: Graph | None = None
    ) -> None:
        self._graph(graph).add_to_collection(key, value, value_name)

    def clear_collection(self, key: object, graph: Graph | None = None) -> None:
        self._graph(graph).clear_collection(key)

    def fail(self, message: str, code: str = SCOPE, exception: str = "ValueError") -> None:
        """TensorFlow raises an error of its own about scopes or variables."""

        def error() -> None:
            raise NamingError(message, code, exception)

        self._guard(error, lambda again: None)

    def give_up(self, reason: str) -> None:
        self.state.disturb()
        if self.interp.frame is not None:
            self.interp.note_gap(reason, self.interp.frame, self.interp.frame.node, hides=True)


_NOT_PRIMITIVES = frozenset(
    ("isolated", "on_eager", "namespace", "interp", "state", "recorder", "converter")
)

_PENDING = ("value", "trainable", "collections", "name", "dtype", "use_resource", "validate_shape")
"""What a variable creator is told of a variable that ``get_variable`` asks for."""

_GIVEN_UP = Unknown("the result of a call that fails")


def _with(
    call: Callable[..., Value],
    arguments: dict[str, Value],
    name: str,
    interp: Interpreter,
    value: Value,
) -> Value:
    """Call a primitive with another value for one of its arguments."""
    return call(interp, **{**arguments, name: value})
