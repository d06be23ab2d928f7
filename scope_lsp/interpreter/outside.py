"""What an interpreter asks of whoever runs it: modules, a state that branches fork, and an ear.

An ``Outside`` is made for one interpreter, by the function that its constructor is handed.  Nothing
of it is set afterwards.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from scope_lsp.interpreter.domain import Domain, NullDomain
from scope_lsp.interpreter.loader import Loader
from scope_lsp.interpreter.values import Namespace, Raised, Value

if TYPE_CHECKING:
    from scope_lsp.interpreter.environment import Frame
    from scope_lsp.interpreter.interpreter import Interpreter

HostModules = Mapping[str, Callable[[], Namespace]]
"""Modules that the host answers for: what makes the names of each."""


class Outside(Protocol):
    """The other side of a run."""

    @property
    def loader(self) -> Loader:
        """Finds the text of modules."""

    @property
    def domain(self) -> Domain:
        """The state that undecided branches fork and join."""

    def host_modules(self) -> HostModules:
        """Modules beside those of the interpreter's own."""

    def cut_off(self, what: str) -> None:
        """A limit cut something off where the interpreter stands; ``what`` names both."""

    def refused(self, raised: Raised) -> None:
        """A library refuses a call for certain; raises what the program catches."""

    def filtered(self, frame: Frame, test: ast.expr, items: Sequence[tuple[Value, bool]]) -> None:
        """A comprehension with one condition ended: its items, and which of them passed."""

    def run_in_thread(self, worker: Value, function: Value) -> None:
        """Call a function in the thread of the program for which ``worker`` stands."""


class Alone:
    """An interpreter that runs for nobody: no modules of the host, no state, nobody who listens."""

    def __init__(self, interp: Interpreter, loader: Loader) -> None:
        self._interp = interp
        self.loader = loader
        self.domain = NullDomain()

    def host_modules(self) -> HostModules:
        """None."""
        return {}

    def cut_off(self, what: str) -> None:
        """Nobody is told."""

    def refused(self, raised: Raised) -> None:
        """An exception like any other."""
        raise raised

    def filtered(self, frame: Frame, test: ast.expr, items: Sequence[tuple[Value, bool]]) -> None:
        """Nobody is told."""

    def run_in_thread(self, worker: Value, function: Value) -> None:
        """A call like any other."""
        self._interp.call(function)


def alone(loader: Loader) -> Callable[[Interpreter], Outside]:
    """What makes an ``Alone``, for an interpreter's constructor."""
    return lambda interp: Alone(interp, loader)
