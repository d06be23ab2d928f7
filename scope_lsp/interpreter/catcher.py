"""What the record of a run knows of the places where an exception may be caught.

The kinds of catchers are in ``catching``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from scope_lsp.interpreter.environment import Frame
    from scope_lsp.interpreter.values.raised import Raised
    from scope_lsp.interpreter.values.unknown import Value


class Catcher(Protocol):
    """Something that waits for an exception of the program."""

    frame: Frame
    final: bool
    """Whether it catches nothing, but has code to run when an exception passes."""
    possible: list[Raised]
    """Exceptions of branches that may have been taken."""

    @property
    def is_host(self) -> bool:
        """Whether it is our own, in a built-in function, rather than the program's."""

    @property
    def is_unknown(self) -> bool:
        """Whether it is a context manager of which nothing is known."""

    @property
    def is_unclear(self) -> bool:
        """Whether it is a context manager of which it is not known what it catches."""

    def catches(self, value: Value) -> bool:
        """Whether ``value`` may be caught here."""

    def may_catch(self, raised: Raised) -> None:
        """An exception may have come here."""

    def names_exception(self, value: Value) -> bool:
        """Whether the clause that catches ``value`` names its kind, rather than any exception."""

    def ending(self, value: Value) -> tuple[bool, bool]:
        """Whether the clause that catches ``value`` only raises it again; whether it gives up."""
