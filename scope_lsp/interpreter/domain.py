"""The protocol of a state outside the interpreter that branches must fork and join.

The interpreter never looks inside: it marks, rewinds, replays and joins at undecided branches.
"""

from __future__ import annotations

from typing import Any, Protocol


class Domain(Protocol):
    """An undoable state.

    Marks are opened one after the other and each is closed once, by ``join`` or ``drop``, in any
    order: an early return inside a branch keeps its mark open until the function ends.
    """

    def disturb(self) -> None:
        """Code that is not known may have changed the state where it stands."""

    def extent(self) -> tuple[int, int]:
        """How many graphs were made so far, and how much stands in the one that is current."""

    def enter_unknown(self) -> Any:
        """A context manager that is not known is entered; return what leaves it."""

    def leave_unknown(self, before: Any) -> None:
        """It is left; ``before`` is what ``enter_unknown`` gave."""

    def mark(self) -> Any:
        """Open a fork here and return its mark."""

    def rewind(self, mark: Any) -> Any:
        """Undo all changes since ``mark`` (it stays open); return them as a branch."""

    def replay(self, mark: Any, branch: Any) -> None:
        """Do again the changes of ``branch``, from the state at ``mark``."""

    def join(self, mark: Any, branch: Any) -> None:
        """Close ``mark``: the state becomes the join of the current one and ``branch``.

        ``branch`` was taken by ``rewind(mark)``; the current state also grew from ``mark``.
        """

    def drop(self, mark: Any) -> None:
        """Close ``mark`` and keep the current state."""


class NullDomain:
    """A domain without state, for programs that touch nothing outside."""

    def disturb(self) -> None:
        """Nothing to disturb."""

    def extent(self) -> tuple[int, int]:
        """Nothing stands here."""
        return 0, 0

    def enter_unknown(self) -> Any:
        """Nothing to enter."""
        return None

    def leave_unknown(self, before: Any) -> None:
        """Nothing to leave."""

    def mark(self) -> Any:
        """Nothing to mark."""
        return None

    def rewind(self, mark: Any) -> Any:
        """Nothing to undo."""
        return None

    def replay(self, mark: Any, branch: Any) -> None:
        """Nothing to do again."""

    def join(self, mark: Any, branch: Any) -> None:
        """Nothing to join."""

    def drop(self, mark: Any) -> None:
        """Nothing to close."""
