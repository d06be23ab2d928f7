"""Analyses programs in child processes, with a clock and the system's limits.

If the analysis of a program hangs or needs too much memory, only its own result is affected: its
process is ended, what it had found is reported, and a new process continues.  The children are
forked, so that they start at once with everything loaded (``pool`` is for systems that cannot
fork).  Their standard output is standard error, so that nothing printed by accident gets into the
command's output.
"""

from __future__ import annotations

import gc
import os
import pickle
import selectors
import signal
import struct
import sys
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress

from scope_lsp import confinement
from scope_lsp.analysis.analyze import GRACE
from scope_lsp.analysis.kinds import ProblemKind
from scope_lsp.analysis.result import Analysis
from scope_lsp.cli import programs
from scope_lsp.cli.ledger import Ledger
from scope_lsp.cli.tasks import Outcome, Task
from scope_lsp.resolve import disk

AVAILABLE = hasattr(os, "fork") and not sys.platform.startswith(("emscripten", "wasi"))
SLACK = 5.0
"""Seconds after the watchdog of the analysis itself until its process counts as dead."""
_TOO_LONG = "stopped after {:g} seconds"
_NO_MEMORY = 3
"""The exit status of a child that had no memory left to report what it had found."""
_NUMBER = struct.Struct("<q")


def run_watched(tasks: Sequence[Task], jobs: int) -> Iterator[Outcome]:
    """Yield outcomes as they come, in any order, from at most ``jobs`` processes.

    Raises ``OSError`` before the first outcome if no process can be started at all.
    """
    waiting = deque(range(len(tasks)))
    lost: list[tuple[Task, Analysis, str]] = []
    crew = _Crew(tasks)
    try:
        while waiting or crew.busy:
            while waiting and len(crew.busy) < jobs:
                crew.give(waiting.popleft())
            for number, answer in crew.answers():
                if isinstance(answer, Outcome):
                    yield answer
                else:
                    lost.append((tasks[number], *answer))
        for task, analysis, failure in lost:
            yield _finished(task, analysis, failure)
    finally:
        crew.close()


def _finished(task: Task, analysis: Analysis, failure: str) -> Outcome:
    """What was found in a lost program, with the findings of the rules if they can run."""
    bare = Outcome(task.path, analysis, failure=failure)
    crew = _Crew([task], found=analysis, failure=failure)
    try:
        crew.give(0)
        while crew.busy:
            for _, answer in crew.answers():
                return answer if isinstance(answer, Outcome) else bare
    except OSError:
        pass
    finally:
        crew.close()
    return bare


Answer = Outcome | tuple[Analysis, str]
"""The result of a task; after a loss, what had been found, and what happened."""


class _Crew:
    """The children of one command."""

    def __init__(
        self, tasks: Sequence[Task], found: Analysis | None = None, failure: str = ""
    ) -> None:
        self._tasks = tasks
        self._found = found
        """What was found before: then only the rules have to be run."""
        self._failure = failure
        self._idle: list[_Child] = []
        self.busy: list[_Child] = []

    def give(self, number: int) -> None:
        """Start the task with a number, in a new child if all are busy."""
        if self._idle:
            child = self._idle.pop()
        else:
            child = _Child()
            try:
                child.start(self._serve)
            except OSError:
                child.close()
                raise
        child.give(number, self._tasks[number])
        self.busy.append(child)

    def answers(self) -> Iterator[tuple[int, Answer]]:
        """Wait for the next results, or losses."""
        with selectors.DefaultSelector() as selector:
            for child in self.busy:
                selector.register(child.replies, selectors.EVENT_READ, child)
            first = min(child.deadline for child in self.busy)
            ready = [key.data for key, _ in selector.select(max(first - time.monotonic(), 0))]
        for child in list(self.busy):
            answer = child.read(self._tasks) if child in ready else None
            if answer is None and time.monotonic() > child.deadline:
                answer = child.overdue(self._tasks)
            if answer is not None:
                self.busy.remove(child)
                if child.is_alive:
                    self._idle.append(child)
                yield child.number, answer

    def close(self) -> None:
        """End all children."""
        for child in (*self.busy, *self._idle):
            child.end()
        self.busy.clear()
        self._idle.clear()

    def _serve(self, child: _Child) -> None:
        """The main loop of a child process; never returns."""
        code = 1
        try:
            for other in (*self.busy, *self._idle):
                other.close()
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            nothing = os.open(os.devnull, os.O_RDWR)
            os.dup2(nothing, 0)
            os.dup2(2, 1)
            sys.stdout = sys.stderr
            confinement.limit_memory()
            gc.freeze()
            child.serve(self._do)
            code = 0
        except MemoryError:
            code = _NO_MEMORY
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(code)

    def _do(self, number: int, ledger: Ledger) -> Outcome:
        task = self._tasks[number]
        confinement.limit_time(2 * _patience(task))
        if self._found is not None:
            return programs.finish(task, self._found, self._failure)
        return programs.run(task, ledger.note)


def _patience(task: Task) -> float:
    """Seconds that a process has for a task, whose analysis also has a watchdog."""
    return task.settings.analysis_timeout + GRACE + SLACK


class _Child:
    """One process, seen from both sides of its pipes."""

    def __init__(self) -> None:
        self.number = -1
        self.deadline = 0.0
        self.is_alive = False
        self._process = 0
        self._answer = bytearray()
        self._ledger = Ledger()
        self._descriptors: list[int] = []

    def start(self, serve: Callable[[_Child], None]) -> None:
        """Fork; ``serve(self)`` runs in the child.  Raises ``OSError``."""
        for _ in range(3):
            self._descriptors += os.pipe()
        self._asked, self._ask, self.replies, self._reply, life, _ = self._descriptors
        sys.stdout.flush()
        sys.stderr.flush()
        self._process = os.fork()
        ours = self._descriptors[1::2] if self._process else self._descriptors[::2]
        ours[1:2] = [self.replies] if self._process else [self._reply]
        for descriptor in set(self._descriptors).difference(ours):
            os.close(descriptor)
        self._descriptors = ours
        if not self._process:
            confinement.end_with(life)
            serve(self)
        self.is_alive = True

    # In the parent

    def give(self, number: int, task: Task) -> None:
        """Begin with a task."""
        self.number = number
        self.deadline = time.monotonic() + _patience(task)
        self._answer.clear()
        with suppress(OSError):  # it may be dead; reading will show that
            os.write(self._ask, _NUMBER.pack(number))

    def read(self, tasks: Sequence[Task]) -> Answer | None:
        """Read what is available; returns the answer once it is complete, None until then."""
        try:
            data = os.read(self.replies, 1 << 20)
        except OSError:
            data = b""
        if not data:
            return self._lost(tasks)
        self._answer += data
        size = _NUMBER.size
        if len(self._answer) < size:
            return None
        (length,) = _NUMBER.unpack_from(self._answer)
        if len(self._answer) < size + length:
            return None
        answer = pickle.loads(memoryview(self._answer)[size:])
        assert isinstance(answer, Outcome)
        return answer

    def overdue(self, tasks: Sequence[Task]) -> Answer:
        """End the process, which does not answer in time; returns what it had found."""
        self.end(keep=True)
        return self._found(tasks[self.number], ProblemKind.TIMEOUT, _TOO_LONG)

    def _lost(self, tasks: Sequence[Task]) -> Answer:
        """What a dead process had found."""
        status = self.end(keep=True)
        if status == -getattr(signal, "SIGXCPU", 0):
            return self._found(tasks[self.number], ProblemKind.TIMEOUT, _TOO_LONG)
        if status == _NO_MEMORY:
            return self._found(
                tasks[self.number], ProblemKind.MEMORY, "stopped because it ran out of memory"
            )
        how = f"by signal {-status}" if status < 0 else f"with status {status}"
        return self._found(
            tasks[self.number], ProblemKind.INTERNAL, f"the analysing process ended {how}"
        )

    def _found(self, task: Task, kind: ProblemKind, message: str) -> Answer:
        message = message.format(task.settings.analysis_timeout)
        try:
            analysis = self._ledger.analysis(task.path, kind, message)
        except Exception:  # what a failed process has written may be anything
            analysis = Analysis(task.path)
        self._ledger.close()
        return analysis, programs.FLAWS[kind].format(message)

    def end(self, keep: bool = False) -> int:
        """End the process; returns its exit status, negative for a signal.  ``keep`` the ledger."""
        status = 0
        if self.is_alive:
            self.is_alive = False
            dead, status = os.waitpid(self._process, os.WNOHANG)
            if not dead:
                # A process that closed its pipes is ending by itself; others must be killed.
                os.kill(self._process, signal.SIGKILL)
                _, status = os.waitpid(self._process, 0)
        self.close(keep)
        return os.waitstatus_to_exitcode(status)

    def close(self, keep: bool = False) -> None:
        """Close the pipes, and the ledger unless it is kept."""
        while self._descriptors:
            os.close(self._descriptors.pop())
        if not keep:
            self._ledger.close()

    # In the child

    def serve(self, do: Callable[[int, Ledger], Outcome]) -> None:
        """Run one task after the other, until the parent closes the pipe."""
        disk.remember()
        while data := os.read(self._asked, _NUMBER.size):
            (number,) = _NUMBER.unpack(data)
            self._ledger.begin()
            outcome = do(number, self._ledger)
            body = pickle.dumps(outcome, protocol=pickle.HIGHEST_PROTOCOL)
            answer = memoryview(_NUMBER.pack(len(body)) + body)
            while answer:
                answer = answer[os.write(self._reply, answer) :]
