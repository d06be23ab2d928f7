"""Counts the rounds of loops, and decides when one has no end or no effect.

What is done with a loop that is left is in ``leaving``; which rounds are skipped, in ``steady``.
"""

from __future__ import annotations

import ast

from scope_lsp.interpreter.environment import Frame
from scope_lsp.interpreter.loader import Origin

SURE_ROUNDS = 8
"""How many rounds of a loop may be certain before every further one may be the last."""


class Rounds:
    """Counts the rounds of one loop, and decides when it has no end or no effect."""

    __slots__ = (
        "asked",
        "built",
        "counted",
        "doubt",
        "events",
        "extent",
        "frame",
        "graphs",
        "growing",
        "loop",
        "news",
        "outside",
        "quiet",
        "repeated",
        "share",
        "start",
        "steps",
    )

    def __init__(self, frame: Frame, loop: ast.AST, *, counted: bool = True) -> None:
        self.frame = frame
        self.doubt = frame.doubt
        self.loop = loop
        again = loop in frame.interp.left_loops
        self.share = frame.interp.budget.loop_share if again else 1
        self.quiet = 0
        self.built = 0
        # The rounds of a model's own loops say nothing about the program's loops.
        self.counted = counted and frame.module.source.origin is Origin.USER
        self.start = frame.interp.rounds
        self.steps = frame.interp.budget.used
        self.events = frame.interp.events
        self.news = frame.interp.news
        self.graphs, self.extent = frame.interp.heap.domain.extent()
        self.outside = self.asked = frame.interp.calls_outside
        self.repeated = self.growing = 0

    def next(self) -> bool:
        """Count a round.  Returns False after too many rounds, or too many without effect."""
        interp = self.frame.interp
        budget = interp.budget
        budget.tick()
        builds = interp.events != self.events
        if builds and not self._repeats():
            self.outside = interp.calls_outside
            self.doubt = self.frame.doubt
            self.quiet = self.repeated = self.growing = 0
            self.start = interp.rounds
            self.steps = budget.used
            self.built += 1
            if self.built > budget.building_rounds:
                interp.cut(f"the loop was left here after {budget.building_rounds:,} rounds")
                return False
        elif interp.leaving and self.quiet and self.counted:
            return False
        self.events, self.asked = interp.events, interp.calls_outside
        self.quiet += 1
        interp.rounds += self.counted
        limit, steps = budget.quiet_rounds, budget.loop_steps
        doubts = self.frame.doubt - self.doubt
        if doubts and doubts >= self.quiet - SURE_ROUNDS:  # any further round may be the last one
            limit, steps = budget.training_rounds // self.share, budget.training_steps
            if builds and self.is_endless:  # it builds the same, and is left by what is not known
                limit = budget.repeated_rounds
        elif self.growing and self.growing >= self.quiet - 1:
            # Every round adds to the graph, as towers, time steps and lists of gradients do.
            steps = budget.growing_steps
            if self.is_endless:  # but these are not as many as evaluations that go on for ever
                limit = budget.training_rounds
        elif interp.calls_outside - self.outside >= self.quiet:
            # Every round calls something unknown, as training does.
            limit, steps = budget.training_rounds, budget.training_steps
        if (
            self.quiet <= limit
            and self.repeated <= budget.repeated_rounds
            and interp.rounds - self.start <= limit * budget.nested_rounds
            and budget.used - self.steps <= steps // self.share
        ):
            return True
        interp.left_loops.add(self.loop)
        return False

    @property
    def is_endless(self) -> bool:
        """Whether this is ``while True``."""
        test = self.loop.test if isinstance(self.loop, ast.While) else None
        return isinstance(test, ast.Constant) and bool(test.value)

    def is_certain(self) -> bool:
        """Whether this is the program's own loop, and no round so far may have been the last."""
        return self.counted and self.frame.doubt == self.doubt and not self.frame.interp.leaving

    def _repeats(self) -> bool:
        """Whether a round that built something is like one that builds nothing.

        Either it trains or evaluates: no variable is new, and what it built is in a graph that is
        gone.  Or it calls something unknown, like rounds that train.
        """
        interp = self.frame.interp
        graphs, extent = interp.heap.domain.extent()
        new, gone = interp.news != self.news, graphs != self.graphs and extent == self.extent
        grew = extent > self.extent
        self.news, self.graphs, self.extent = interp.news, graphs, extent
        if new or not self.counted or not (gone or interp.calls_outside != self.asked):
            return False
        self.repeated += gone
        self.growing += grew
        return True
