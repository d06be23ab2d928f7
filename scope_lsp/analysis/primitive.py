"""What all primitives share: how to mark one, and how to handle the naming model's errors.

The groups of primitives are ``scopes``, ``variables``, ``graphs`` and ``lookups``.  The table that
stubs see is in ``primitives``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from scope_lsp.analysis.convert import Converter
from scope_lsp.analysis.recorder import Recorder
from scope_lsp.analysis.result import Certainty
from scope_lsp.interpreter.branches import raise_doubt
from scope_lsp.interpreter.builtins.classes import EXCEPTIONS
from scope_lsp.interpreter.interpreter import Interpreter
from scope_lsp.interpreter.values import Instance
from scope_lsp.naming.errors import NamingError
from scope_lsp.naming.graph import Graph
from scope_lsp.naming.state import State
from scope_lsp.naming.variable_scope import Sharing

Recover = Callable[[NamingError], object]
"""What to do instead of a call that TensorFlow refuses."""

_F = TypeVar("_F", bound=Callable[..., Any])
_MARK = "is_primitive"


def primitive(method: _F) -> _F:
    """Mark a method as a function of ``_scope_lsp``, which also has its documentation."""
    setattr(method, _MARK, True)
    return method


def primitives_of(cls: type) -> list[str]:
    """The names of all methods of a class that are marked."""
    return [name for name in dir(cls) if hasattr(getattr(cls, name), _MARK)]


class Group:
    """A group of primitives for one run, and what it works with."""

    def __init__(
        self,
        interp: Interpreter,
        state: State,
        recorder: Recorder,
        on_eager: Callable[[], None] = lambda: None,
    ) -> None:
        self.interp = interp
        self.state = state
        self.recorder = recorder
        self.on_eager = on_eager
        """Called when the program itself chooses how it runs."""
        self.converter = Converter(interp)

    def graph_or_default(self, graph: Graph | None) -> Graph:
        """Return a graph, or the default one if none is given."""
        return self.state.default_graph() if graph is None else graph

    def guard(self, action: Callable[[], Any], recover: Recover) -> Any:
        """Do something that may fail, and recover if TensorFlow's error would end the program."""
        try:
            return action()
        except NamingError as error:
            return self.fail_with(error, recover)

    def fail_with(
        self, error: NamingError, recover: Recover, instance: Instance | None = None
    ) -> object:
        """Raise the program's exception if something handles it, otherwise record it and recover.

        ``instance`` is the exception if it already exists.
        """
        if self.state.default_graph().is_doubtful:
            self.recorder.possible_error(error, self._sharing())
            return recover(error)
        if instance is None:
            instance = Instance(EXCEPTIONS[error.exception])
            instance.names["args"] = (self.converter.outward(error.message),)
        manager = self.interp.unknown_manager(instance)
        if manager is not None:
            self.recorder.possible_error(error, self._sharing())
            raise_doubt(manager.frame)
            return recover(error)
        trace = self.recorder.trace()
        error.sharing = self._sharing()
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

    def raise_awaited(self, message: str, exception: str) -> None:
        """Raise if the program is written for such an exception; it is no error elsewhere."""
        instance = Instance(EXCEPTIONS[exception])
        instance.names["args"] = (self.converter.outward(message),)
        catcher = self.interp.catcher_of(instance)
        if catcher is None or catcher.frame.module.is_model:
            return
        certain = self.recorder.certainty() is Certainty.DEFINITE
        certain = certain and not self.state.default_graph().is_doubtful
        if certain and catcher.names_exception(instance):
            raised = self.interp.raised(instance)
            raised.deliberate = True
            raise raised

    def _sharing(self) -> Sharing:
        """What turned sharing on in the current variable scope."""
        return self.state.get_variable_scope().sharing
