"""Frames: the local state of code while it runs, one for each call in progress.

What forks at a branch is in ``heap``.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from scope_lsp.interpreter.values.containers import Iter
from scope_lsp.interpreter.values.mutable import Mutable, Namespace, NamespaceOwner
from scope_lsp.interpreter.values.objects import Module
from scope_lsp.interpreter.values.unknown import Value

if TYPE_CHECKING:
    from scope_lsp.interpreter.code import Code
    from scope_lsp.interpreter.heap import Arm
    from scope_lsp.interpreter.interpreter import Interpreter
    from scope_lsp.interpreter.values.callables import Function
    from scope_lsp.interpreter.values.raised import Raised


class Frame(NamespaceOwner):
    """One call in progress, of a function, comprehension, class body or module body."""

    # No slots: rarely used attributes have their defaults in the class.
    namespace: NamespaceOwner | None = None
    """The object that owns ``names``, if it is not the frame: the module, in a module body.  It is
    not set to the frame itself, because a cycle would leave the many frames to the garbage
    collector."""
    function: Function | None = None
    iterator: Iter | None = None
    """The iterator for which a generator's body runs."""
    result: Value = None
    """The value of the ``return`` statement that ended the body."""
    returned: tuple[Value, ...] = ()
    """Values returned in branches that may have been taken."""
    keeps_returns = False
    """Whether the states in which branches return wait for the end of the call."""
    keeps_exits = False
    """Whether the states in which branches break or continue wait for the end of a loop."""
    left: tuple[tuple[int, Arm], ...] = ()
    """Those states, with how each one left; each keeps a fork open."""
    doubt = 0
    """How many of the interpreter's doubts were raised by early exits in this frame."""
    skips = 0
    """How many of those end with the round of a loop: only the rest of the round may have been
    skipped."""
    arms = 0
    """How many undecided branches of this frame are being run."""
    lost = False
    """Whether a branch of this frame failed and was dropped: it may have bound further names."""
    number = 0
    """The number of the call, once it was counted; 0 before."""
    thrown: Raised | None = None
    """The exception that was thrown into a generator's body where it waited at a ``yield``."""
    handling: Raised | None = None
    """The exception that an ``except`` clause is handling, for a bare ``raise``."""

    def __init__(
        self,
        interp: Interpreter,
        code: Code,
        module: Module,
        closure: Frame | None,
        names: Namespace,
        back: Frame | None,
    ) -> None:
        self.born = Mutable.forks
        self.names = names
        self.interp = interp
        self.code = code
        self.module = module
        self.closure = closure
        """The frame of the function that lexically encloses this code."""
        self.back = back
        """The frame of the caller."""
        self.node: ast.AST = code.node
        """What is being evaluated here: the call site, while a call is in progress."""

    @property
    def names_owner(self) -> NamespaceOwner:
        """The object to save before ``names`` change."""
        return self.namespace or self


def stack(frame: Frame | None) -> Iterator[Frame]:
    """A frame and its callers, innermost first."""
    while frame is not None:
        yield frame
        frame = frame.back
