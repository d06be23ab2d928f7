"""What an interpreter asks of its caller: modules, a state that branches fork, and a listener.

The function that is passed to the interpreter's constructor creates an ``Outside`` for it.  Nothing
in it is set afterwards.
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
"""Modules that the host implements: each has a function that returns its names."""


class Outside(Protocol):
    """The other side of a run."""

    @property
    def loader(self) -> Loader:
        """Finds the text of modules."""

    @property
    def domain(self) -> Domain:
        """The state that undecided branches fork and join."""

    def host_modules(self) -> HostModules:
        """Modules in addition to the interpreter's own."""

    def cut_off(self, what: str) -> None:
        """A limit cut something off at the current place; ``what`` describes both."""

    def refused(self, raised: Raised) -> None:
        """A library certainly refuses a call; raises if the program catches that."""

    def may_end(self, raised: Raised) -> None:
        """The program may end here, by an exception that something unknown may catch."""

    def filtered(self, frame: Frame, test: ast.expr, items: Sequence[tuple[Value, bool]]) -> None:
        """What selects items by a test ended: the items, and which of them passed."""

    def unwound(self, frame: Frame) -> None:
        """An exception came to a frame: what was called from there has ended."""

    def run_in_thread(self, worker: Value, function: Value) -> None:
        """Call a function in the thread of the program that ``worker`` represents."""


class Alone:
    """For an interpreter that runs alone: no modules of the host, no state, no listener."""

    def __init__(self, interp: Interpreter, loader: Loader) -> None:
        self._interp = interp
        self.loader = loader
        self.domain = NullDomain()

    def host_modules(self) -> HostModules:
        """None."""
        return {}

    def cut_off(self, what: str) -> None:
        """Do nothing."""

    def refused(self, raised: Raised) -> None:
        """Treat it like any other exception."""
        raise raised

    def may_end(self, raised: Raised) -> None:
        """Do nothing."""

    def filtered(self, frame: Frame, test: ast.expr, items: Sequence[tuple[Value, bool]]) -> None:
        """Do nothing."""

    def unwound(self, frame: Frame) -> None:
        """Do nothing."""

    def run_in_thread(self, worker: Value, function: Value) -> None:
        """Call it like any other function."""
        self._interp.call(function)


def alone(loader: Loader) -> Callable[[Interpreter], Outside]:
    """Return what creates an ``Alone``, for an interpreter's constructor."""
    return lambda interp: Alone(interp, loader)
