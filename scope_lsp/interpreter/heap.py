"""The heap's forks: what changed since an undecided branch began can be undone, redone and joined.

It works on anything ``Mutable`` without knowing kinds of values.  The domain forks along with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from scope_lsp.interpreter.budget import Budget
from scope_lsp.interpreter.domain import Domain
from scope_lsp.interpreter.values.mutable import Mutable
from scope_lsp.interpreter.values.views import NamespaceDict

_LONG_AGO = 10**9
"""More than the number of forks in one analysis."""

Saved = dict[int, tuple[Mutable, Any]]


class Arm:
    """The changes of one arm: contents of each changed object, and the domain's changes."""

    __slots__ = ("contents", "outside")

    def __init__(self, contents: Saved, outside: object) -> None:
        self.contents = contents
        self.outside = outside


class Heap:
    """The journal of changes, one level for each open fork; levels close innermost first.

    A container that was created in an arm is not undone with it: the other arm cannot reach it, and
    after the join it is in the state in which the arm left it.
    """

    def __init__(self, domain: Domain, budget: Budget) -> None:
        self.domain = domain
        self.budget = budget
        self.levels: list[Saved] = []
        self.clocks: list[int] = []
        self.marks: list[object] = []

    def touch(self, obj: Mutable) -> None:
        """Must be called before ``obj`` changes."""
        if self.levels:
            if isinstance(obj, NamespaceDict):
                obj = obj.owner
            saved = self.levels[-1]
            if id(obj) not in saved and obj.born < self.clocks[-1]:
                contents = obj.snapshot()
                saved[id(obj)] = (obj, contents)
                size = len(contents[0] if isinstance(contents, tuple) else contents)
                self.budget.left -= size // self.budget.COPIED

    def open(self) -> None:
        """Begin a fork."""
        Mutable.forks += 1
        self.levels.append({})
        self.clocks.append(Mutable.forks)
        self.marks.append(self.domain.mark())

    def rewind(self) -> Arm:
        """Undo all changes since the innermost fork began; it stays open."""
        saved = self.levels[-1]
        contents = {key: (obj, obj.snapshot()) for key, (obj, _) in saved.items()}
        for obj, old in saved.values():
            obj.restore(old)
        saved.clear()
        return Arm(contents, self.domain.rewind(self.marks[-1]))

    def replay(self, branch: Arm) -> None:
        """Apply the changes of ``branch`` again, from where the innermost fork began."""
        for obj, contents in branch.contents.values():
            self.touch(obj)
            obj.restore(contents)
        self.domain.replay(self.marks[-1], branch.outside)

    def drop(self) -> None:
        """Close the innermost fork and keep the current state."""
        saved = self.levels.pop()
        self.clocks.pop()
        self._hand_on(saved)
        self.domain.drop(self.marks.pop())

    def join(self, branch: Arm, without: Mutable | None = None) -> None:
        """Close the innermost fork: the state becomes the join of the current one and ``branch``.

        The contents of ``without`` stay as they are now.
        """
        saved = self.levels.pop()
        self.clocks.pop()
        before = dict(saved)
        joined: list[tuple[Mutable, Any]] = []
        for key, (obj, old) in saved.items():
            theirs = branch.contents[key][1] if key in branch.contents else old
            joined.append((obj, obj.join(obj.snapshot(), theirs)))
        for key, (obj, theirs) in branch.contents.items():
            if key not in saved:
                ours = obj.snapshot()
                before[key] = (obj, ours)
                joined.append((obj, obj.join(ours, theirs)))
        self._hand_on(before)
        for obj, contents in joined:
            if obj is not without:
                obj.restore(contents)
        self.domain.join(self.marks.pop(), branch.outside)

    @contextmanager
    def outside_forks(self) -> Iterator[None]:
        """For changes that no fork undoes, such as those of a module's first import."""
        before = self.levels, self.clocks, self.marks
        self.levels, self.clocks, self.marks = [], [], []
        clock = Mutable.forks
        Mutable.forks -= _LONG_AGO  # what is created here is reached from both arms of a fork
        try:
            yield
        finally:
            self.levels, self.clocks, self.marks = before
            Mutable.forks = clock

    def abandon(self) -> None:
        """Close all forks in their current state, because the analysis ended inside them."""
        while self.levels:
            self.levels.pop()
            self.clocks.pop()
            self.domain.drop(self.marks.pop())

    def _hand_on(self, saved: Saved) -> None:
        """Tell the enclosing fork what the contents were when the inner one began."""
        if self.levels:
            outer = self.levels[-1]
            clock = self.clocks[-1]
            for key, entry in saved.items():
                if entry[0].born < clock:
                    outer.setdefault(key, entry)
