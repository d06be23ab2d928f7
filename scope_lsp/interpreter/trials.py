"""Trials: a part of the program is run to see what it does, and is then undone.

While one runs, an effect on the outside state, or anything else that is recorded, ends it
(``Interpreter.observe``).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from scope_lsp.interpreter.environment import Frame


@contextmanager
def trial(frame: Frame) -> Iterator[Place]:
    """Try what is run inside: all that it changed is undone at the end.

    Inside, ``Undone`` is raised by what cannot be undone.
    """
    interp, heap = frame.interp, frame.interp.heap
    before = Place(frame)
    heap.open()
    interp.trying = heap.clocks[-1]
    interp.doubt += 1
    try:
        yield before
    finally:
        while len(heap.levels) > before.level:
            heap.drop()
        heap.rewind()
        heap.drop()
        before.restore()


class Place:
    """Where a run stands, to return to it after what was tried."""

    def __init__(self, frame: Frame) -> None:
        interp = frame.interp
        self.frame = frame
        self.level = len(interp.heap.levels) + 1
        self.own = {
            name: getattr(frame, name)
            for name in ("doubt", "skips", "result", "returned", "handling", "node")
        }
        self.left = frame.left
        self.machine = {
            name: getattr(interp, name)
            for name in (
                *("frame", "depth", "doubt", "prunes", "callees", "choices", "calls_back"),
                *("open_end", "unsure_item"),
                *("leaving", "rounds", "calls_outside", "code_unseen"),
                *("asked_arguments", "trying"),
            )
        }
        self.active = dict(interp.active)
        self.reached = set(interp.reached)
        self.left_loops = set(interp.left_loops)
        self.catchers = list(interp.catchers)
        self.possible = [len(catcher.possible) for catcher in interp.catchers]

    def holds(self) -> bool:
        """Whether nothing left what was tried but its end, and nothing would be caught outside."""
        frame = self.frame
        return (
            len(frame.interp.heap.levels) == self.level
            and len(frame.left) == len(self.left)
            and frame.returned is self.own["returned"]
            and frame.doubt - self.own["doubt"] == frame.skips - self.own["skips"]
            and self.possible == [len(catcher.possible) for catcher in self.catchers]
        )

    def restore(self) -> None:
        """Return to it."""
        interp = self.frame.interp
        self.frame.left = self.left
        for name, value in self.own.items():
            setattr(self.frame, name, value)
        for name, value in self.machine.items():
            setattr(interp, name, value)
        interp.active = self.active
        interp.reached = self.reached
        interp.left_loops = self.left_loops
        interp.catchers[:] = self.catchers
        for catcher, length in zip(self.catchers, self.possible, strict=True):
            del catcher.possible[length:]
