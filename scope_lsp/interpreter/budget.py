"""Named limits of an analysis, behind one ``tick()``; each says why it stands.

A limit that is reached raises ``BudgetSpent``, which no code of the analysed program can catch.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import ClassVar


class BudgetSpent(BaseException):
    """The analysis reached a limit; ``limit`` names it for people."""

    def __init__(self, limit: str) -> None:
        super().__init__(limit)
        self.limit = limit


class Cancelled(BaseException):
    """Nobody wants the answer any more."""


@dataclass(slots=True)
class Budget:
    """The limits of one run."""

    seconds: float = 5.0
    """Processor time: an editor drops answers later than about ten seconds."""
    idle: float = 5.0
    """Processor time without a variable, op or scope: whatever runs so long builds nothing."""
    patience: float = 2.0
    """Wall clock, as a multiple of ``seconds``: how long to go on when the machine is busy."""
    steps: int = 20_000_000
    """Calls and loop rounds: a program builds a graph in far fewer, an endless loop never ends."""
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
    """The same where each round also calls something that is not known: it trains."""
    nested_rounds: int = 3
    """The same with the rounds of all loops inside, as a multiple: epochs repeat their batches."""
    cancelled: Callable[[], bool] = field(default=lambda: False)
    left: int = 0
    """Steps until the next look at the clock."""
    _used: int = 0
    _deadline: float = 0.0
    _latest: float = 0.0
    _idle_until: float = 0.0
    _progressed: bool = False

    def start(self) -> None:
        """Begin to count."""
        now = time.thread_time()
        self._deadline = now + self.seconds
        self._idle_until = now + self.idle
        self._latest = time.monotonic() + self.seconds * self.patience
        self._used = 0
        self.left = self._CHUNK

    _CHUNK: ClassVar[int] = 512
    """Steps between two looks at the clock, so that a tick costs next to nothing."""

    def progress(self) -> None:
        """Something was built."""
        self._progressed = True

    def tick(self) -> None:
        """Count one step; raises ``BudgetSpent`` or ``Cancelled``."""
        self.left -= 1
        if self.left < 0:
            self.look()

    def look(self) -> None:
        """Look at the clock, as a tick does every so many steps."""
        self._used += self._CHUNK
        self.left = self._CHUNK
        if self.cancelled():
            raise Cancelled
        if self._used > self.steps:
            raise BudgetSpent(f"{self.steps:,} steps")
        now = time.thread_time()
        if self._progressed:
            self._progressed = False
            self._idle_until = now + self.idle
        if now > self._deadline or time.monotonic() > self._latest:
            raise BudgetSpent(f"{self.seconds:g} seconds")
        if now > self._idle_until:
            raise BudgetSpent(f"{self.idle:g} seconds that made no variable, op or scope")
