"""Keeps one analysing process running: starts it, gives it jobs, replaces it when it is lost.

A process that does not answer in time, or does not stop a cancelled job, is killed.  Two threads do
the blocking reads and writes, so that the server's loop never waits for a pipe.  ``scheduler``
decides the order of jobs.
"""

from __future__ import annotations

import asyncio
import logging
import os
import queue
import threading
from collections.abc import Callable
from typing import Any

from scope_lsp.analysis.result import Analysis
from scope_lsp.confinement import MEBIBYTE
from scope_lsp.server.jobs import (
    Cancel,
    Done,
    Found,
    Job,
    Outcome,
    Prime,
    Programs,
    Ready,
    Request,
    Run,
    Search,
    Survey,
    receive,
    send,
)
from scope_lsp.server.launch import ANALYSIS, Launched

GRACE = 2.0
"""Seconds that a job has to stop when it is cancelled."""
SLACK = 10.0
"""Seconds after its own watchdog until the process counts as dead."""
START = 60.0
"""Seconds for the process' own imports, on the slowest machine."""

RETIRE_ABOVE = 320 * MEBIBYTE
"""Bytes that a process may take between jobs.  What it keeps to be fast is not worth more."""
RETIRE_AFTER = 20
"""The minimum number of jobs of a process, so that large files do not cause a replacement each
time."""

OnFound = Callable[[Analysis], None]

logger = logging.getLogger(__name__)


class WorkerLost(Exception):
    """The process died or was killed before it answered."""


class AnalysisFailed(Exception):
    """The analysis raised an unexpected exception; the process still works."""


class Supervisor:
    """The analysing process, which may be replaced.

    ``start`` and ``prime`` may be called before there is an event loop, all else within one.
    """

    def __init__(
        self,
        analysis: str = ANALYSIS,
        grace: float = GRACE,
        slack: float = SLACK,
        niceness: int = 0,
        launched: Launched | None = None,
    ) -> None:
        self._analysis = analysis
        self._grace = grace
        self._slack = slack
        self._niceness = niceness
        """The niceness of the process (``os.nice``)."""
        self._process = _Process(launched) if launched is not None else None
        self._number = 0
        self._left: _Process | None = None
        """A process that has not stopped a cancelled job yet."""
        self._closed = False
        self._turn = asyncio.Lock()

    @property
    def is_closed(self) -> bool:
        """Whether no more work is accepted."""
        return self._closed

    def sibling(self, niceness: int) -> Supervisor:
        """Another one of the same kind, whose process has a lower priority; not started yet."""
        return Supervisor(self._analysis, self._grace, self._slack, niceness)

    @property
    def process_id(self) -> int | None:
        """The id of the process, None if there is none."""
        return self._process.popen.pid if self._process else None

    def start(self) -> None:
        """Start the process, if there is none, so that it is loaded when it is needed."""
        if self._process is None and not self._closed:
            self._process = _Process(Launched(self._analysis, self._niceness))

    def prime(self, job: Job) -> None:
        """Tell the process, at its start, which job will probably come first."""
        if self._process is not None:
            self._process.send(Prime(job))

    def rest(self) -> None:
        """End the process while there is no job.  The next job starts another one."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()

    def close(self) -> None:
        """End the process for good."""
        self._closed = True
        if self._process is not None:
            self._process.kill()
            self._process = None

    async def run(self, job: Job, early: OnFound | None = None) -> Outcome:
        """Run a job; a second one waits for its turn.

        ``early`` gets what is found before the job ends, if that takes long.  Cancelling this
        cancels the job.  Raises ``WorkerLost`` or ``AnalysisFailed``.
        """
        outcome = await self._do(job, early)
        assert isinstance(outcome, Outcome)
        return outcome

    async def judge(self, job: Job) -> Outcome:
        """As ``run``, for texts that nobody has yet: the result is for this moment only."""
        outcome = await self._do(job, is_trial=True)
        assert isinstance(outcome, Outcome)
        return outcome

    async def search(self, search: Search | Survey) -> Programs:
        """Ask a question; otherwise like ``run``."""
        programs = await self._do(search)
        assert isinstance(programs, Programs)
        return programs

    async def _do(
        self,
        job: Job | Search | Survey,
        early: OnFound | None = None,
        *,
        is_trial: bool = False,
    ) -> Outcome | Programs:
        async with self._turn:
            await self._drain()
            process = self._ensure()
            self._number += 1
            done = process.begin(Run(self._number, job, early is not None, is_trial), early)
            try:
                await self._until(process, process.ready, START)
                await self._until(process, done, job.seconds + self._slack)
            except asyncio.CancelledError:
                process.send(Cancel(self._number))
                self._left = process
                raise
        reply: Done = done.result()
        process.jobs += 1
        logger.debug("job %d: %d MiB", self._number, reply.memory // MEBIBYTE)
        if reply.memory > RETIRE_ABOVE and process.jobs >= RETIRE_AFTER:
            megabytes = reply.memory // MEBIBYTE
            logger.info("a new analysing process takes the place of one of %d MiB", megabytes)
            self._drop(process)
        if reply.outcome is None:
            raise AnalysisFailed(reply.failure or "cancelled")
        return reply.outcome

    async def _until(
        self, process: _Process, awaited: asyncio.Future[Done] | asyncio.Future[None], limit: float
    ) -> None:
        both: set[asyncio.Future[Any]] = {awaited, process.dead}
        await asyncio.wait(both, timeout=limit, return_when="FIRST_COMPLETED")
        if awaited.done():
            return
        how = "died" if process.dead.done() else f"gave no answer in {limit:g} s"
        self._drop(process)
        raise WorkerLost(f"the analysing process {how}")

    async def _drain(self) -> None:
        """Wait until a cancelled job has stopped."""
        process, self._left = self._left, None
        if process is None or process is not self._process or process.job is None:
            return
        both: set[asyncio.Future[Any]] = {process.job, process.dead}
        await asyncio.wait(both, timeout=self._grace, return_when="FIRST_COMPLETED")
        if not process.job.done():
            logger.warning("the analysing process does not stop: it is replaced")
            self._drop(process)

    def _ensure(self) -> _Process:
        if self._process is None or self._process.popen.poll() is not None:
            self._process = None
            self.start()
        if self._process is None:
            raise WorkerLost("the server is shutting down")
        self._process.attach(self._died)
        return self._process

    def _drop(self, process: _Process) -> None:
        process.kill()
        if self._process is process:
            self._process = None
            self.start()

    def _died(self, process: _Process) -> None:
        if self._process is process:
            logger.warning("the analysing process ended: a new one takes its place")
            self._process = None
            if process.is_ready:  # one that cannot start is not tried again by itself
                self.start()


class _Process:
    """One process and the two threads that talk to it."""

    ready: asyncio.Future[None]
    dead: asyncio.Future[None]

    def __init__(self, launched: Launched) -> None:
        self.popen = launched.popen
        self._life = launched.life
        self.jobs = 0
        """The number of its finished jobs."""
        self.job: asyncio.Future[Done] | None = None
        self.is_ready = False
        self._number = 0
        self._early: OnFound | None = None
        self._outbox: queue.SimpleQueue[Request | None] = queue.SimpleQueue()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._on_death: Callable[[_Process], None] = lambda process: None
        threading.Thread(target=self._write, daemon=True).start()

    def attach(self, on_death: Callable[[_Process], None]) -> None:
        """Begin to read, in the current loop."""
        if self._loop is not None:
            return
        self._loop = asyncio.get_running_loop()
        self.ready, self.dead = self._loop.create_future(), self._loop.create_future()
        self._on_death = on_death
        threading.Thread(target=self._read, daemon=True).start()

    def begin(self, run: Run, early: OnFound | None) -> asyncio.Future[Done]:
        """Send a job; the future is done when the process has finished it."""
        self._number = run.number
        self._early = early
        self.job = asyncio.get_running_loop().create_future()
        self.send(run)
        return self.job

    def send(self, message: Request) -> None:
        """Send a message; one to a process that is gone is lost."""
        self._outbox.put(message)

    def kill(self) -> None:
        """End the process now."""
        self._outbox.put(None)
        self.popen.kill()

    def _write(self) -> None:
        assert self.popen.stdin is not None
        while (message := self._outbox.get()) is not None:
            try:
                send(self.popen.stdin.fileno(), message)
            except OSError:
                return

    def _read(self) -> None:
        assert self.popen.stdout is not None and self._loop is not None
        try:
            while True:
                message = receive(self.popen.stdout.fileno())
                self._loop.call_soon_threadsafe(self._received, message)
        except Exception as error:  # whatever it sent, it can no longer be used
            if not isinstance(error, (EOFError, OSError, RuntimeError)):
                logger.exception("a reply of the analysing process cannot be read")
        self.kill()
        self.popen.wait()
        self.popen.stdout.close()
        for descriptor in self._life:
            os.close(descriptor)
        if not self._loop.is_closed():
            try:
                self._loop.call_soon_threadsafe(self._ended)
            except RuntimeError:  # the loop was closed in the meantime
                return

    def _received(self, message: object) -> None:
        if isinstance(message, Ready):
            self.is_ready = True
            if not self.ready.done():
                self.ready.set_result(None)
        elif isinstance(message, Found):
            if self._early is not None and message.number == self._number:
                self._early(message.analysis)
        elif not isinstance(message, Done) or self.job is None:
            logger.error("a reply that nobody asked for: %r", message)
        elif message.number == self._number and not self.job.done():
            self.job.set_result(message)

    def _ended(self) -> None:
        if not self.dead.done():
            self.dead.set_result(None)
        self._on_death(self)
