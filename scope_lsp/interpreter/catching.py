"""What may catch an exception of the analysed program: the active catchers, innermost last.

How ``try`` and ``with`` run is in ``try_and_with``, which failures are believed in ``failures``.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from scope_lsp.interpreter.builtins.classes import EXCEPTIONS
from scope_lsp.interpreter.builtins.common import flat
from scope_lsp.interpreter.code import Run, Step
from scope_lsp.interpreter.values import Class, Instance, Raised, Union, Unknown, Value

if TYPE_CHECKING:
    from scope_lsp.interpreter.environment import Frame
    from scope_lsp.interpreter.interpreter import Interpreter


class Handler(NamedTuple):
    """An ``except`` clause."""

    kind: Run | None
    """Evaluates the type; None: any exception."""
    name: str | None
    """The name that is bound to the exception."""
    body: Step
    hands_on: bool = False
    """Whether it always raises what it caught again."""
    gives_up: bool = False
    """Whether it always ends its function, with another exception or the end of the program."""


_ENDS = frozenset(("exit", "_exit", "quit", "abort"))
_LEAVES = (ast.Return, ast.Break, ast.Continue, ast.Yield, ast.YieldFrom)


def how_it_ends(clause: ast.ExceptHandler) -> tuple[bool, bool]:
    """Whether a clause always raises the same exception again, and whether it always gives up."""
    last = clause.body[-1]
    if any(isinstance(part, _LEAVES) for part in ast.walk(clause)):
        return False, False
    if isinstance(last, ast.Raise):
        error = last.exc
        same = error is None or (isinstance(error, ast.Name) and error.id == clause.name)
        return same, True
    call = last.value if isinstance(last, ast.Expr) else None
    if not isinstance(call, ast.Call):
        return False, False
    called = getattr(call.func, "attr", None) or getattr(call.func, "id", None)
    return False, called in _ENDS


class ActiveTry:
    """A ``try`` whose body is running, or a ``with`` that may catch an exception."""

    __slots__ = ("asked", "awaited", "doubts", "final", "frame", "handlers", "possible")

    is_host = False
    """Whether it is our own, in a built-in function, rather than the program's."""

    def __init__(
        self,
        frame: Frame,
        handlers: list[Handler] | None,
        *,
        final: bool = False,
        awaited: Value = None,
    ) -> None:
        self.frame = frame
        self.final = final
        """Whether it catches nothing, but has code to run when an exception passes."""
        self.handlers = handlers
        """None: a context manager that may catch anything."""
        self.awaited = awaited
        """The types of exceptions that the context manager is known to catch."""
        self.possible: list[Raised] = []
        """Exceptions of branches that may have been taken."""
        self.doubts: int | None = None
        """How many of them make the rest of the body doubtful; None: where that is not followed."""
        self.asked = False
        """Whether its clauses are being evaluated.  It does not catch failures in them."""

    @property
    def is_unclear(self) -> bool:
        """Whether it is a context manager of which it is not known what it catches."""
        return self.handlers is None and self.awaited is None

    def catches(self, value: Value) -> bool:
        """Whether ``value`` may be caught here."""
        if self.handlers is None:
            return True
        return any(True for _ in self._catching(value))

    def ending(self, value: Value) -> tuple[bool, bool]:
        """Whether the clause that catches ``value`` only raises it again; whether it gives up.

        It gives up if it catches anything, and then ends the program or its function.
        """
        kind, clause = next(self._catching(value), (None, None))
        if clause is None:
            return False, False
        return clause.hands_on, clause.gives_up and not _names(kind, value)

    def may_catch(self, raised: Raised) -> None:
        """An exception may have come here.  If so, the rest of the body was not reached.

        Where any exception is caught, all is run as if none came: any check of a program raises one
        if it fails.
        """
        self.possible.append(raised)
        if self.doubts is not None and self.names_exception(raised.value):
            self.doubts += 1
            self.frame.interp.doubt += 1

    def names_exception(self, value: Value) -> bool:
        """Whether the clause that catches ``value`` names its kind, rather than any exception."""
        if self.handlers is None:
            return _names(self.awaited, value)
        return next((_names(kind, value) for kind, _ in self._catching(value)), False)

    def _catching(self, value: Value) -> Iterator[tuple[Value, Handler]]:
        """The clauses that catch ``value``, each with its type; None for one without a type."""
        if self.asked:
            return
        self.asked = True
        try:
            for clause in self.handlers or ():
                run = clause.kind
                kind = None if run is None else flat(run(self.frame))
                if run is None or is_of(self.frame.interp, value, kind):
                    yield kind, clause
        finally:
            self.asked = False


class WaitingBuiltin(ActiveTry):
    """A built-in function that catches one kind of exception, as ``hasattr`` does."""

    __slots__ = ("kind",)

    is_host = True

    def __init__(self, frame: Frame, kind: str) -> None:
        super().__init__(frame, [])
        self.kind = EXCEPTIONS[kind]

    def catches(self, value: Value) -> bool:
        """Whether ``value`` is of the kind."""
        return isinstance(value, Instance) and self.kind in value.cls.mro


class UnknownManager(ActiveTry):
    """A context manager of which nothing is known.  It may catch what ends the program.

    Failures of the analysis end nothing: it is not asked about these.
    """

    __slots__ = ()

    is_unclear = True

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame, [])


def matches(frame: Frame, run: Run | None, value: Value) -> bool:
    """Whether an ``except`` clause catches an exception; unknown types catch."""
    if run is None:
        return True
    return is_of(frame.interp, value, flat(run(frame)))


def is_of(interp: Interpreter, value: Value, kind: Value) -> bool:
    """Whether a clause of this type catches an exception."""
    if isinstance(kind, tuple):
        return any(is_of(interp, value, each) for each in kind)
    if isinstance(kind, Union):
        return any(is_of(interp, value, each) for each in kind.options)
    if not isinstance(kind, Class) or not isinstance(value, Instance):
        return isinstance(kind, Unknown) and not interp.is_exit(value)
    return kind in value.cls.mro


def _names(kind: Value, value: Value) -> bool:
    """Whether an ``except`` clause of this type names the kind of ``value``."""
    if isinstance(kind, tuple):
        return any(_names(each, value) for each in kind)
    if kind is EXCEPTIONS["Exception"] or kind is EXCEPTIONS["BaseException"]:
        return False
    return isinstance(value, Instance) and kind in value.cls.mro
