"""The module ``_scope_lsp``: all functions by which stubs use the naming model, in one table.

Only this file, its groups, and ``primitive`` below them know both the interpreter and ``naming``.
Each function takes and returns plain data (see ``convert``).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from scope_lsp.analysis.about_values import about_values
from scope_lsp.analysis.convert import NAMES
from scope_lsp.analysis.graphs import Graphs
from scope_lsp.analysis.inventory import inventory
from scope_lsp.analysis.lookups import Lookups
from scope_lsp.analysis.primitive import primitive, primitives_of
from scope_lsp.analysis.result import Certainty
from scope_lsp.analysis.scopes import Scopes
from scope_lsp.analysis.trace import is_direct
from scope_lsp.analysis.variables import Variables
from scope_lsp.interpreter.branches import fork_values
from scope_lsp.interpreter.code import Run
from scope_lsp.interpreter.interpreter import Interpreter
from scope_lsp.interpreter.values import (
    Builtin,
    Instance,
    Namespace,
    Raised,
    Symbolic,
    Union,
    Unknown,
    Value,
)
from scope_lsp.naming.doubt import plain
from scope_lsp.naming.errors import SCOPE, ErrorKind, NamingError
from scope_lsp.naming.name import AUTO_REUSE, DoubtfulName


class Primitives(Scopes, Variables, Graphs, Lookups):
    """The functions of ``_scope_lsp`` for one run."""

    def namespace(self) -> Namespace:
        """Return the names of the module with their values."""
        names: Namespace = {"AUTO_REUSE": AUTO_REUSE}
        for name in primitives_of(type(self)):
            names[name] = Builtin(name, self._wrapped(getattr(self, name)), builds=True)
        names["told_op"] = Builtin("told_op", self._told_op)
        names["plain_name"] = Builtin("plain_name", self._plain_name)
        names.update(about_values())
        names.update(inventory())
        return names

    def _wrapped(self, function: Callable[..., object]) -> Callable[..., Value]:
        inward, outward = self.converter.inward, self.converter.outward
        code = function.__func__.__code__  # type: ignore[attr-defined]
        parameters = code.co_varnames[1 : code.co_argcount]
        asks_variable = parameters[:1] == ("handle",)

        def call(interp: Interpreter, *args: Value, **kwargs: Value) -> Value:
            if asks_variable and args and isinstance(args[0], Unknown):
                return args[0]  # a variable that TensorFlow refused to create
            if asks_variable and args and isinstance(args[0], Union):
                return self._each(args[0], lambda one: call(interp, one, *args[1:], **kwargs))
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

    def _told_op(self, interp: Interpreter, name: Value) -> Value:
        return self.converter.outward(self.state.told(name)) if name.__class__ is str else name

    def _plain_name(self, interp: Interpreter, name: Value) -> Value:
        given = self.converter.inward(name) if isinstance(name, Symbolic) else name
        if isinstance(given, DoubtfulName):
            return self.converter.outward(plain(self.state.default_graph(), given))
        return name

    def _each(self, union: Union, act: Callable[[Value], Value]) -> Value:
        """Do something with each possible name or variable, as in an undecided branch."""
        frame = self.interp.frame
        assert frame is not None

        def arm(option: Value) -> Run:
            return lambda inner: act(option)

        self.interp.choices += 1
        try:
            return fork_values(frame, [arm(option) for option in union.options])
        finally:
            self.interp.choices -= 1

    def refuse_call(self, raised: Raised) -> None:
        """TensorFlow refuses a call that does not fit its parameters, in Python's words."""
        instance = raised.value
        assert isinstance(instance, Instance)
        words = instance.names["args"]
        assert isinstance(words, tuple)
        error = NamingError(str(words[0]), SCOPE, instance.cls.name)
        self.fail_with(error, lambda again: None, instance)

    @primitive
    def fail(
        self,
        message: str,
        code: ErrorKind = SCOPE,
        exception: str = "ValueError",
        when: str = "",
        remark: str = "",
    ) -> None:
        """Report an error of TensorFlow's own about scopes or variables.

        When "certain": nothing is reported where the graph may hold more than is known.  When
        "awaited": nothing happens unless the program waits for this kind of exception.  "asked":
        nor unless its own code called the model's function.
        ``remark``: what TensorFlow does not say.
        """
        if when in ("awaited", "asked"):
            if when == "awaited" or is_direct(self.interp.frame):
                self.raise_awaited(message, exception)
            return
        if when == "certain" and not self._is_complete():
            return

        def error() -> None:
            raised = NamingError(message, code, exception)
            raised.remark = remark
            raise raised

        self.guard(error, lambda again: None)

    def _is_complete(self) -> bool:
        graph = self.state.default_graph()
        if graph.unseen and not graph.variables:
            return False
        return self._certainty(graph) is Certainty.DEFINITE and not graph.is_doubtful

    @primitive
    def give_up(self, reason: str) -> None:
        self.state.disturb()
        if self.interp.frame is not None:
            self.interp.note_gap(reason, self.interp.frame, self.interp.frame.node, hides=True)


def _with(
    call: Callable[..., Value],
    arguments: dict[str, Value],
    name: str,
    interp: Interpreter,
    value: Value,
) -> Value:
    """Call a primitive with another value for one of its arguments."""
    return call(interp, **{**arguments, name: value})
