"""Named limits of an analysis, behind one ``tick()``; each says why it stands.

They count work, never time: the same program gets the same answer on a busy machine.  What is cut
is as little as possible: a loop (``loops``), then a call (``Idle``), then a function that is run on
its own, then the run (``BudgetSpent``).  No code of the analysed program can catch any of these.
Not a clock: whoever waits for an analysis has one (``overdue``), against faults of ours.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import ClassVar

WATCHDOG = 300.0
"""Seconds that an analysis may take: the limits of work end each in a fraction of that."""


class BudgetSpent(BaseException):
    """The analysis reached a limit; ``limit`` names it for people."""

    def __init__(self, limit: str) -> None:
        super().__init__(limit)
        self.limit = limit


class Idle(BudgetSpent):
    """What runs now builds nothing for so long that whoever called it goes on without it."""


class Cancelled(BaseException):
    """Nobody wants the answer any more."""


class Overdue(BaseException):
    """The watchdog barked: by a fault of ours the limits of work did not end the analysis."""


@dataclass(slots=True)
class Budget:
    """The limits of one run.

    A step is a call, a round of a loop, an element that a built-in function looks at or an arm of a
    branch.  What a step costs differs, from 1 to about 20 microseconds on the machines of 2020.
    """

    watchdog: float = WATCHDOG
    """Seconds of wall clock after which the analysis is given up.  No answer depends on it."""
    steps: int = 5_000_000
    """Of one run: the largest programs known to us need half of it, an endless loop never ends."""
    idle_steps: int = 1_000_000
    """Without a variable, op or scope: a call that takes so many is left, its result unknown."""
    loop_steps: int = 200_000
    """The same for a loop, which is left after a round: it costs less than the call around it."""
    loop_share: int = 16
    """What the steps of a loop that was left once are divided by when it is reached again."""
    uncalled_steps: int = 1_000_000
    """Of a function that nobody calls, run on its own: the next one has its chance."""
    building_rounds: int = 10_000
    """Rounds of a loop that each make a variable, op or scope: no graph is as long as that."""
    depth: int = 220
    """Nested calls: real model builders nest to about 60, runaway recursion has no end."""
    doubtful_depth: int = 4
    """Recursive calls of one function behind undecided branches: each may double the paths."""
    items: int = 200_000
    """Length of a list, string repetition, range turned into a list: beyond it, unknown."""
    digits: int = 4_000
    """Bits of an integer result: beyond it, unknown."""
    quiet_rounds: int = 20_000
    """Rounds of a loop in a row without a variable, op or scope: it builds nothing."""
    training_rounds: int = 200
    """The same where each round also calls something that is not known, or may be the last one."""
    training_steps: int = 100_000
    """The same in steps."""
    repeated_rounds: int = 8
    """Rounds in a row that build what others did, in graphs that are gone: ``evaluate()``, say."""
    nested_rounds: int = 3
    """The same with the rounds of all loops inside, as a multiple: epochs repeat their batches."""
    cancelled: Callable[[], bool] = field(default=lambda: False)
    overdue: bool = False
    """Set by the watchdog, from another thread."""
    left: int = 0
    """Steps until the next ``look``; whoever counts many steps a second subtracts by itself."""
    _granted: int = 0
    """Steps that were given out so far: those that are left are not used yet."""
    _end: int = 0
    _built_at: int = 0
    _idle: int = 0
    """What is left of ``idle_steps`` for each call: a program that idles once does so again."""

    CHUNK: ClassVar[int] = 512
    """Steps between two looks at the limits, so that a tick costs next to nothing."""
    EFFECT: ClassVar[int] = 25
    """Steps that a variable, op or scope counts for: making one costs as much."""
    IDLE_SHARE: ClassVar[int] = 4
    """What the steps of an idle call are divided by when one was left before, at most twice."""
    COPIED: ClassVar[int] = 64
    """Elements of a container that count for a step when a branch makes a copy of it."""
    FREE: ClassVar[int] = 256
    """Items or characters of one value that cost nothing beside the step that makes it."""
    SIZE_SHARE: ClassVar[int] = 8
    """Further ones that count for a step: they are kept, and memory is short as well."""

    def start(self) -> None:
        """Begin to count."""
        self.left = self._granted = self.CHUNK
        self._end = self.steps
        self._built_at = 0
        self._idle = self.idle_steps

    def begin_uncalled(self) -> int:
        """Give a function that is run on its own its share; returns what ``end_uncalled`` needs."""
        before = self._end
        self._end = min(before, self.used + self.uncalled_steps)
        self._built_at = self.used
        return before

    def end_uncalled(self, before: int) -> bool:
        """Whether the run may go on behind a function that was run on its own."""
        self._end = before
        return self.used <= before

    @property
    def used(self) -> int:
        """Steps so far."""
        return self._granted - self.left

    def progress(self) -> None:
        """Something was built."""
        self.left -= self.EFFECT
        self._built_at = self._granted - self.left

    def charge(self, size: int) -> None:
        """Count something large that was made in one step: so many items, or characters."""
        if size > self.FREE:
            self.left -= (size - self.FREE) // self.SIZE_SHARE

    def tick(self) -> None:
        """Count one step; raises ``BudgetSpent`` or ``Cancelled``."""
        self.left -= 1
        if self.left < 0:
            self.look()

    def look(self) -> None:
        """Hold what was used against the limits, as a tick does every so many steps."""
        used = self._granted - self.left
        self.left = self.CHUNK
        self._granted = used + self.CHUNK
        if self.cancelled():
            raise Cancelled
        if self.overdue:
            raise Overdue
        if used > self._end:
            limit = self.steps if self._end == self.steps else self.uncalled_steps
            raise BudgetSpent(f"{limit:,} steps")
        if used - self._built_at > self._idle:
            limit = self._idle
            self._built_at = used
            self._idle = max(limit // self.IDLE_SHARE, self.idle_steps // self.IDLE_SHARE**2)
            raise Idle(f"{limit:,} steps that made no variable, op or scope")
