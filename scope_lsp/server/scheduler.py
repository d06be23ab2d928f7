"""Which document is analysed when: latest wins, one at a time, stale runs are cancelled.

It knows documents only by their paths, and an analysis only as something to await.  While edits
follow each other at once, runs that take long are postponed for a moment, because the next edit
would cancel them.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

BURST = 0.2
"""Edits that follow each other within this many seconds are typing."""
DELAY = 0.03
"""Seconds that a run waits for the next key while keys come this fast."""
RUSH = 0.04
"""Edits that follow each other within this many seconds come faster than fingers type, as those of
a key that is held: the next one would cancel the run.  After any other gap it would come too late
for a wait to help."""
QUICK = 0.02
"""A run that took less than this many seconds is never postponed."""

logger = logging.getLogger(__name__)


@dataclass(slots=True)
class _Mark:
    """A document that waits to be analysed."""

    order: int
    due: float


@dataclass(slots=True)
class _Waiter:
    future: asyncio.Future[bool]
    until_edit: bool


class Scheduler:
    """Runs ``analyse(path)`` for the documents that need it."""

    def __init__(self, analyse: Callable[[str], Awaitable[None]]) -> None:
        self._analyse = analyse
        self._marks: dict[str, _Mark] = {}
        self._order = 0
        self._current: str | None = None
        self._run: asyncio.Future[None] | None = None
        self._wake = asyncio.Event()
        self._loop: asyncio.Task[None] | None = None
        self._waiters: dict[str, list[_Waiter]] = {}
        self._began = 0.0
        self._took: dict[str, float] = {}
        self._edited: dict[str, float] = {}
        self._typing: set[str] = set()

    def start(self) -> None:
        """Begin to work, in the loop that runs now."""
        if self._loop is None:
            self._loop = asyncio.get_running_loop().create_task(self._work())

    async def stop(self) -> None:
        """Cancel everything."""
        if self._loop is not None:
            self._loop.cancel()
            await asyncio.wait({self._loop})
        for path in list(self._waiters):
            self._release(path, settled=False, every=True)

    def mark(self, path: str) -> None:
        """A document is new, or what it depends on has changed."""
        self._mark(path, time.monotonic())

    def opened(self, path: str) -> None:
        """A document was opened: a running analysis is cancelled, and runs again after this one."""
        self.mark(path)
        if self._run is not None:
            self._run.cancel()

    def edited(self, path: str) -> None:
        """A document was edited: a running analysis is cancelled, and runs again after this one."""
        now = time.monotonic()
        gap = now - self._edited.get(path, 0.0)
        self._edited[path] = now
        if gap < BURST:
            self._typing.add(path)
        else:
            self._typing.discard(path)
        put_off = gap < RUSH and not self.is_quick(path)
        self._mark(path, now + DELAY if put_off else now)
        self._release(path, settled=False)
        if self._run is not None:
            self._run.cancel()

    def forget(self, path: str) -> None:
        """A document was closed."""
        for memory in (self._marks, self._took, self._edited):
            memory.pop(path, None)
        self._typing.discard(path)
        self._release(path, settled=False, every=True)
        if self._current == path and self._run is not None:
            self._current = None
            self._run.cancel()

    def is_settled(self, path: str) -> bool:
        """Whether there is nothing to do for a document."""
        return path not in self._marks and self._current != path

    def is_typing(self, path: str) -> bool:
        """Whether the last edits of a document followed each other quickly, and just now."""
        return path in self._typing and time.monotonic() - self._edited[path] < BURST

    def is_quick(self, path: str) -> bool:
        """Whether the last analysis of a document was too short to notice."""
        return self._took.get(path, QUICK) < QUICK

    def expected(self, path: str) -> float:
        """The seconds until a document will be analysed if that takes as long as the last time."""
        if self.is_settled(path):
            return 0.0
        took = self._took.get(path, 0.0)
        if self._current == path and path not in self._marks:
            return max(took - (time.monotonic() - self._began), 0.0)
        return took

    def found_early(self, path: str) -> None:
        """Something can be shown before the analysis ends: who may take the rest later goes on."""
        self._release(path, settled=False)

    async def settled(self, path: str, patience: float, until_edit: bool = False) -> bool:
        """Wait until a document is analysed, at most ``patience`` seconds; returns whether it is.

        With ``until_edit`` the wait also ends when the document is edited, or when a part of what
        is to be shown is there.
        """
        if self.is_settled(path):
            return True
        if patience <= 0:
            return False
        waiter = _Waiter(asyncio.get_running_loop().create_future(), until_edit)
        self._waiters.setdefault(path, []).append(waiter)
        try:
            await asyncio.wait({waiter.future}, timeout=patience)
        finally:
            waiter.future.cancel()  # it is no longer awaited; this has no effect if it is done
        return not waiter.future.cancelled() and waiter.future.result()

    def _mark(self, path: str, due: float) -> None:
        self._order += 1
        self._marks[path] = _Mark(self._order, due)
        self._wake.set()

    async def _work(self) -> None:
        while True:
            path = await self._next()
            mark = self._marks.pop(path)
            self._current = path
            self._began = time.monotonic()
            self._run = asyncio.ensure_future(self._analyse(path))
            try:
                await asyncio.wait({self._run})
            except asyncio.CancelledError:
                self._run.cancel()
                raise
            still_wanted = self._current == path
            run, self._run, self._current = self._run, None, None
            if run.cancelled():
                if still_wanted:
                    self._marks.setdefault(path, mark)
                continue
            if (error := run.exception()) is not None:
                logger.error("the analysis of %s failed: %s", path, error)
            self._took[path] = time.monotonic() - self._began
            if path not in self._marks:
                self._release(path, settled=True, every=True)

    async def _next(self) -> str:
        """The document to analyse now: the one marked last, when its time has come."""
        while True:
            self._wake.clear()
            wait: float | None = None
            if self._marks:
                path, mark = max(self._marks.items(), key=lambda item: item[1].order)
                wait = mark.due - time.monotonic()
                if wait <= 0:
                    return path
            # Not ``wait_for``: before Python 3.12 it can take the task's own end for the event.
            woken = asyncio.ensure_future(self._wake.wait())
            try:
                await asyncio.wait({woken}, timeout=wait)
            finally:
                woken.cancel()

    def _release(self, path: str, settled: bool, every: bool = False) -> None:
        waiters = self._waiters.get(path, [])
        for waiter in waiters:
            if (every or waiter.until_edit) and not waiter.future.done():
                waiter.future.set_result(settled)
        left = [waiter for waiter in waiters if not waiter.future.done()]
        if left:
            self._waiters[path] = left
        else:
            self._waiters.pop(path, None)
