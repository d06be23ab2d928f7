"""The protocol of a state outside the interpreter that branches must fork and join.

The interpreter never looks inside.  At undecided branches it only marks, rewinds, replays and
joins.
"""

from __future__ import annotations

from typing import Any, Protocol


class Domain(Protocol):
    """An undoable state.

    Marks are opened one after the other.  Each is closed once, by ``join`` or ``drop``, in any
    order: an early return inside a branch keeps its mark open until the function ends.
    """

    def disturb(self, *, resets: bool = False) -> None:
        """Unknown code may have changed the state here; ``resets``: it may have started anew."""

    def not_imported(self, module: str) -> None:
        """A module was not found, which may have changed the state while it was imported."""

    def extent(self) -> tuple[int, int]:
        """Return the number of graphs so far, and the number of names in the current one."""

    def enter_unknown(self) -> Any:
        """Enter an unknown context manager; returns what ``leave_unknown`` needs."""

    def leave_unknown(self, before: Any) -> None:
        """Leave it; ``before`` is what ``enter_unknown`` returned."""

    def enter_any_order(self) -> Any:
        """Begin to go through items in an unknown order; returns what ``leave_any_order`` needs."""

    def leave_any_order(self, before: Any) -> None:
        """End it; ``before`` is what ``enter_any_order`` returned."""

    def mark(self) -> Any:
        """Open a fork here and return its mark."""

    def rewind(self, mark: Any) -> Any:
        """Undo all changes since ``mark`` (it stays open); return them as a branch."""

    def replay(self, mark: Any, branch: Any) -> None:
        """Apply the changes of ``branch`` again, from the state at ``mark``."""

    def join(self, mark: Any, branch: Any) -> None:
        """Close ``mark``: the state becomes the join of the current one and ``branch``.

        ``branch`` was returned by ``rewind(mark)``; the current state also grew from ``mark``.
        """

    def drop(self, mark: Any) -> None:
        """Close ``mark`` and keep the current state."""


class NullDomain:
    """A domain without state, for programs that use nothing outside."""

    def disturb(self, *, resets: bool = False) -> None:
        """Do nothing."""

    def not_imported(self, module: str) -> None:
        """Do nothing."""

    def extent(self) -> tuple[int, int]:
        """Nothing exists here."""
        return 0, 0

    def enter_unknown(self) -> Any:
        """Do nothing."""
        return None

    def leave_unknown(self, before: Any) -> None:
        """Do nothing."""

    def enter_any_order(self) -> Any:
        """Do nothing."""
        return None

    def leave_any_order(self, before: Any) -> None:
        """Do nothing."""

    def mark(self) -> Any:
        """Do nothing."""
        return None

    def rewind(self, mark: Any) -> Any:
        """Do nothing."""
        return None

    def replay(self, mark: Any, branch: Any) -> None:
        """Do nothing."""

    def join(self, mark: Any, branch: Any) -> None:
        """Do nothing."""

    def drop(self, mark: Any) -> None:
        """Do nothing."""
