"""The limits of an analysis, behind one ``tick()``, each with its reason.

They count work and never time, so that the same program gets the same answer on a busy machine.  As
little as possible is cut off: a loop (``loops``), then a call (``Idle``), then a function that is
run on its own, then the run (``BudgetSpent``).  Code of the analysed program cannot catch any of
these.  There is no clock here: the caller has one (``overdue``), as a guard against faults of ours.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import ClassVar

WATCHDOG = 300.0
"""Seconds that an analysis may take.  The limits of work end each analysis in a fraction of
that."""


class BudgetSpent(BaseException):
    """The analysis reached a limit; ``limit`` describes it for users."""

    def __init__(self, limit: str) -> None:
        super().__init__(limit)
        self.limit = limit


class Idle(BudgetSpent):
    """The current call has built nothing for so long that its caller continues without it."""


class Undone(Idle):
    """A round that is only tried, and undone, has an effect that is not to be undone."""

    def __init__(self) -> None:
        super().__init__("a round that is tried")


class Cancelled(BaseException):
    """The answer is no longer wanted."""


class Overdue(BaseException):
    """The watchdog expired: because of a fault of ours, the limits did not end the analysis."""


@dataclass(slots=True)
class Budget:
    """The limits of one run.

    A step is a call, a round of a loop, an element that a built-in function looks at or an arm of a
    branch.  What a step costs differs, from 1 to about 20 microseconds on the machines of 2020.
    """

    watchdog: float = WATCHDOG
    """Seconds of wall clock after which the analysis is stopped.  Normally, no answer depends on
    it."""
    steps: int = 5_000_000
    """For one run.  The largest known programs need half of it; an endless loop never ends."""
    idle_steps: int = 1_000_000
    """Without creating a variable, op or scope: such a call is left, and its result is unknown."""
    loop_steps: int = 200_000
    """The same for a loop, which is left after the round.  It is lower than that of the call around
    it."""
    loop_share: int = 16
    """When a loop that was left is reached again, its steps are divided by this."""
    uncalled_steps: int = 1_000_000
    """For an uncalled function that is run on its own, so that the next one gets its chance."""
    building_rounds: int = 10_000
    """Rounds of a loop that each create a variable, op or scope.  No real graph is as long as
    that."""
    depth: int = 220
    """Nested calls.  Real model builders nest to about 60; endless recursion has no limit."""
    doubtful_depth: int = 4
    """Recursive calls of one function after undecided branches.  Each may double the number of
    paths."""
    doubtful_calls: int = 100
    """The same, all together within one outer call of the function: it may call itself at many
    places."""
    items: int = 200_000
    """Length of a list, of a repeated string, of a range as a list.  Anything longer is unknown."""
    digits: int = 4_000
    """Bits of an integer result.  Anything longer is unknown."""
    quiet_rounds: int = 20_000
    """Consecutive rounds of a loop without a variable, op or scope: the loop builds nothing."""
    training_rounds: int = 200
    """The same if each round also calls something unknown, or may be the last one."""
    training_steps: int = 100_000
    """The same in steps."""
    growing_steps: int = 1_000_000
    """The same if each round also adds ops to the graph, which no training should: a tower that
    shares its variables does, and so does a list of gradients that are averaged."""
    repeated_rounds: int = 8
    """Consecutive rounds that build the same as earlier ones, in graphs that are gone:
    ``evaluate()``."""
    nested_rounds: int = 3
    """The same, including the rounds of inner loops, as a multiple: epochs repeat their batches."""
    cancelled: Callable[[], bool] = field(default=lambda: False)
    overdue: bool = False
    """Set by the watchdog, from another thread."""
    left: int = 0
    """Steps until the next ``look``.  Code that counts many steps a second subtracts from it
    directly."""
    _granted: int = 0
    """Steps granted so far.  Those that are left are not used yet."""
    _end: int = 0
    _built_at: int = 0
    _idle: int = 0
    """The current ``idle_steps`` of a call: a program that idles once does so again."""

    CHUNK: ClassVar[int] = 512
    """Steps between two checks of the limits, so that a tick costs next to nothing."""
    EFFECT: ClassVar[int] = 25
    """The steps that a variable, op or scope counts for, because creating one costs as much."""
    IDLE_SHARE: ClassVar[int] = 4
    """If an idle call was left before, the steps of the next are divided by this, at most twice."""
    COPIED: ClassVar[int] = 64
    """When a branch copies a container, this many elements count as one step."""
    FREE: ClassVar[int] = 256
    """The number of items or characters of one value that cost no additional step."""
    SIZE_SHARE: ClassVar[int] = 8
    """Beyond that, this many count as one step: they stay in memory, which is limited too."""

    def start(self) -> None:
        """Begin to count."""
        self.left = self._granted = self.CHUNK
        self._end = self.steps
        self._built_at = 0
        self._idle = self.idle_steps

    def begin_uncalled(self) -> int:
        """Give an uncalled function its share of steps; returns what ``end_uncalled`` needs."""
        before = self._end
        self._end = min(before, self.used + self.uncalled_steps)
        self._built_at = self.used
        return before

    def end_uncalled(self, before: int) -> bool:
        """Whether the run may continue after a function that was run on its own."""
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
        """Count something large that was created in one step: its items or characters."""
        if size > self.FREE:
            self.left -= (size - self.FREE) // self.SIZE_SHARE

    def tick(self) -> None:
        """Count one step; raises ``BudgetSpent`` or ``Cancelled``."""
        self.left -= 1
        if self.left < 0:
            self.look()

    def look(self) -> None:
        """Check the limits, as a tick does every so many steps."""
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
