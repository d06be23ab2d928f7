"""Where names live while code runs: frames, one for each call in progress.

Not the heap: what forks at a branch is in ``heap``.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from scope_lsp.interpreter.values.containers import Iter
from scope_lsp.interpreter.values.mutable import Namespace, NamespaceOwner
from scope_lsp.interpreter.values.objects import Module
from scope_lsp.interpreter.values.unknown import Value

if TYPE_CHECKING:
    from scope_lsp.interpreter.code import Code
    from scope_lsp.interpreter.heap import Arm
    from scope_lsp.interpreter.interpreter import Interpreter
    from scope_lsp.interpreter.values.callables import Function


class Frame(NamespaceOwner):
    """One call in progress, of a function, comprehension, class body or module body."""

    # No slots: what a call seldom needs has its default in the class.
    namespace: NamespaceOwner | None = None
    """What owns ``names`` when it is not the frame: the module, in a module body.

    Not simply the frame itself, for a frame that refers to itself is garbage only a collector
    finds, and there are many.
    """
    function: Function | None = None
    iterator: Iter | None = None
    """What a generator's body runs for."""
    result: Value = None
    """The value of the ``return`` statement that ended the body."""
    returned: tuple[Value, ...] = ()
    """Values of returns in branches that may have been taken."""
    keeps_returns = False
    """Whether the states in which branches return wait for the end of the call."""
    keeps_exits = False
    """Whether the states in which branches break or continue wait for the end of a loop."""
    left: tuple[tuple[int, Arm], ...] = ()
    """Those states, with how each left; each keeps a fork open."""
    doubt = 0
    """How many of the interpreter's doubts were raised by early exits from here."""
    skips = 0
    """How many of those end with the round of a loop: only the rest of it was perhaps left out."""
    number = 0
    """Which call it is, once somebody has counted it; 0 before."""
    handling: Value = None
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
        """What to save before ``names`` change."""
        return self.namespace or self


def stack(frame: Frame | None) -> Iterator[Frame]:
    """A frame and those that it was called from, innermost first."""
    while frame is not None:
        yield frame
        frame = frame.back
