"""Exceptions of the analysed program on their way through the interpreter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scope_lsp.interpreter.values.unknown import Value

if TYPE_CHECKING:
    import ast

    from scope_lsp.interpreter.environment import Frame
    from scope_lsp.interpreter.values.callables import Function


class Raised(Exception):
    """An exception of the analysed program on its way up; ``value`` is its instance."""

    def __init__(self, value: Value) -> None:
        super().__init__(value)
        self.value = value
        self.deliberate = False
        """Raised by a ``raise`` statement or a primitive, not by a failed operation."""
        self.certain = False
        """Whether Python fails here, whatever the analysis may have missed."""
        self.is_open = False
        """Whether a model lacks what was asked for, which the real library may have."""
        self.builds: bool | None = None
        """Whether the value that replaces the failed expression may build a graph: see
        ``Unknown.builds``."""
        self.place: tuple[Frame, ast.AST] | None = None
        """Where it was raised: the frame, and what was being evaluated."""
        self.misfit: Misfit | None = None
        """The call that did not fit its function, if that was the reason."""

    def caught(self) -> Raised:
        """Return this, without the frames of ours that it passed through.

        To be called where it is kept or dropped.  Those frames lead back to it, and what they hold
        is most of what a run creates: the garbage collector is off.
        """
        self.__traceback__ = self.__context__ = None
        return self


class Misfit:
    """A call whose arguments do not fit the parameters of ``function``."""

    __slots__ = ("by_hand", "caller", "from_library", "function", "given", "keyword")

    def __init__(
        self, function: Function, caller: Frame | None, given: int, keyword: str | None
    ) -> None:
        self.function = function
        self.caller = caller
        self.given = given
        """How many positional arguments there were."""
        self.keyword = keyword
        """The keyword that the function does not take; None if something else is wrong."""
        self.by_hand = False
        """Whether the library itself checks the keyword, in any of its functions."""
        self.from_library = False
        """Whether the library calls a function of the program with exactly these arguments."""
