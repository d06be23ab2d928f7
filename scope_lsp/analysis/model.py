"""The naming model as an interpreter sees it: one run's state, primitives, recorder and mode.

This module creates the parts of an analysis and connects them.  Nothing is connected later.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence

from scope_lsp.analysis.kinds import ProblemKind
from scope_lsp.analysis.mode import Mode
from scope_lsp.analysis.primitives import Primitives
from scope_lsp.analysis.recorder import Recorder, Told, unheard
from scope_lsp.analysis.result import Certainty
from scope_lsp.interpreter.environment import Frame
from scope_lsp.interpreter.interpreter import Interpreter
from scope_lsp.interpreter.outside import HostModules
from scope_lsp.interpreter.values import Raised, Symbolic, Value
from scope_lsp.naming.errors import NamingError
from scope_lsp.naming.name import is_symbolic
from scope_lsp.naming.reports import Access
from scope_lsp.naming.state import State
from scope_lsp.naming.variable_scope import Sharing
from scope_lsp.resolve.modules import ModuleLoader


class NamingReports:
    """Passes what the naming model reports on to the recorder; see ``naming.reports.Reports``."""

    def __init__(self, interp: Interpreter, recorder: Recorder) -> None:
        self._interp = interp
        self._recorder = recorder

    def access(self, access: Access) -> None:
        """A variable was created or fetched."""
        self._recorder.access(access)

    def op(self, devices: Sequence[object], name: str, op_type: str) -> None:
        """An op was created: the device functions see it, innermost first."""
        for function in reversed(devices):
            known = Symbolic(name) if is_symbolic(name) else name
            self._interp.call(function, [known, op_type])

    def error(self, error: NamingError, sharing: Sharing) -> None:
        """An error may be raised."""
        self._recorder.possible_error(error, sharing)


class Model:
    """The ``Outside`` of an interpreter that analyses a TensorFlow program."""

    def __init__(
        self,
        interp: Interpreter,
        loader: ModuleLoader,
        version: str,
        told: Told = unheard,
    ) -> None:
        self.recorder = Recorder(interp, told)
        self.domain = State(NamingReports(interp, self.recorder))
        self.loader = Mode(self.domain, loader, version)
        self.primitives = Primitives(interp, self.domain, self.recorder, self.loader.told)

    def host_modules(self) -> HostModules:
        """``_scope_lsp``."""
        return {"_scope_lsp": self.primitives.namespace}

    def cut_off(self, what: str) -> None:
        """Record a limit as a problem of the result."""
        self.recorder.problem(ProblemKind.BUDGET, what)

    def refused(self, raised: Raised) -> None:
        """TensorFlow refuses a call."""
        self.primitives.refuse_call(raised)

    def may_end(self, raised: Raised) -> None:
        """Record an error of TensorFlow's as a possible one."""
        origin = self.recorder.origin_of(raised)
        if origin is not None:
            error, trace = origin
            self.recorder.error(error, Certainty.POSSIBLE, trace)

    def filtered(self, frame: Frame, test: ast.expr, items: Sequence[tuple[Value, bool]]) -> None:
        """Record that variables may have been selected by name."""
        self.primitives.note_filter(frame, test, items)

    def unwound(self, frame: Frame) -> None:
        """Leave the name scopes that a model's functions had entered there."""
        self.primitives.unwound(frame)

    def run_in_thread(self, worker: Value, function: Value) -> None:
        """Run a function with the scopes and default graphs of that thread."""
        self.primitives.run_in_thread(worker, function)
