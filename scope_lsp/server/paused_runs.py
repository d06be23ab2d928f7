"""Runs of a program that wait, as processes, for the next text of the part that is being edited.

An analysis that reaches the edited part of a file is copied (``fork``): the copy waits, the
original goes on.  For the next text of that part, the copy is copied again, and that one runs from
there to the end (``analysis.pausing``).  So a key costs what follows the edited part, however much
comes before it.  If anything else has changed, or a copy fails, the program is run from its start.

Only for systems with ``fork``; elsewhere nothing is paused.
"""

from __future__ import annotations

import gc
import os
import select
import signal
import socket
import sys
import time
import warnings
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import NoReturn

from scope_lsp import confinement
from scope_lsp.analysis import pausing
from scope_lsp.analysis.pausing import Edit, Pauses
from scope_lsp.interpreter.budget import Cancelled
from scope_lsp.resolve import disk
from scope_lsp.server.jobs import Done, Job, is_whole, receive, send
from scope_lsp.server.memory import memory_in_use
from scope_lsp.syntax.edited import place_of_edit
from scope_lsp.syntax.source import split_lines

AVAILABLE = hasattr(os, "fork") and hasattr(socket, "send_fds") and sys.platform != "win32"
PROGRAMS = 1
"""How many programs have runs that wait: each copy takes memory."""
LARGEST = 96 * confinement.MEBIBYTE
"""Bytes of a process that may be copied.  With larger ones, all processes of an editor together
would take more than users put up with."""
_REMEMBERED = 16
"""The programs whose last texts are remembered."""
_PATIENCE = 0.01
"""Seconds between two looks whether an answer is still wanted."""


@dataclass(frozen=True, slots=True)
class _Request:
    """To a waiting copy: go on with this text."""

    number: int
    text: str
    seconds: float


@dataclass(slots=True)
class _Waiting:
    """A copy of an analysing process that waits before an edited part."""

    process: int
    connection: socket.socket
    edit: Edit
    job: Job
    asked: disk.Notes
    """What the run has asked the disk by then."""

    def text_for(self, job: Job) -> str | None:
        """The text with which this run can be continued for a job; None if it cannot."""
        text = _texts(job).get(self.edit.path)
        if text is None or changed_path(self.job, job) not in (None, self.edit.path):
            return None
        return text if self.edit.may_continue(text) and self._is_unchanged() else None

    def is_about(self, job: Job) -> bool:
        """Whether a job, if it is for this program, differs in the edited part only.

        A job for another program tells whether the part is still the one that is edited.
        """
        text = _texts(job).get(self.edit.path)
        own = self.job.path == job.path
        same = not own or changed_path(self.job, job) in (None, self.edit.path)
        return same and text is not None and self.edit.is_about(text)

    def _is_unchanged(self) -> bool:
        return all(
            disk.shortened(disk.ASKED[question](path)) == answer
            for (question, path), answer in self.asked.items()
        )

    def end(self) -> None:
        """End the process."""
        self.connection.close()
        with suppress(OSError):
            os.kill(self.process, signal.SIGKILL)
        with suppress(OSError):
            os.waitpid(self.process, 0)


@dataclass(slots=True)
class PausedRuns:
    """The waiting copies of one analysing process."""

    asked: disk.Notes = field(default_factory=dict)
    """What the current run asks the disk."""
    _waiting: list[_Waiting] = field(default_factory=list)
    _last: dict[str, Job] = field(default_factory=dict)
    """The last job of each program, the newest last."""
    took: dict[str, float] = field(default_factory=dict)
    """The seconds of processor time that the last whole run of each program took."""
    _job: Job | None = None
    _number: int = 0
    _began: float = 0.0
    _reply: int = -1
    """Where a copy writes its answer."""

    @property
    def is_copy(self) -> bool:
        """Whether this process is a copy that works on its own answer."""
        return self._reply >= 0

    def is_abandoned(self) -> bool:
        """Whether nobody waits for the answer of this copy any more."""
        poll = select.poll()
        poll.register(self._reply, 0)
        return bool(poll.poll(0))

    # In the process that answers the server

    def continued(self, job: Job, number: int, cancelled: Callable[[], bool]) -> bytes | None:
        """The answer to a job by a waiting run, as ``jobs.send`` would send it.

        None if there is no run for it; raises ``Cancelled``.
        """
        for run in reversed(self._waiting):
            if run.job.path != job.path or (text := run.text_for(job)) is None:
                continue
            self.remember(job)
            answer = _answer(run, number, text, cancelled, job.seconds)
            if answer is not None:
                return answer
            self._drop(run)
        return None

    def pauses(self, job: Job) -> Pauses | None:
        """Where the run of a job is to be paused; None if nothing tells what is being edited."""
        before = self._last.get(job.path)
        self.remember(job)
        self._job = job
        if not AVAILABLE or job.cells or job.infers_parameters:
            return None
        if self.took.get(job.path, 0.0) < pausing.WORTHWHILE:
            return None
        for run in [run for run in self._waiting if not run.is_about(job)]:
            self._drop(run)
        programs = {run.job.path for run in self._waiting}
        if job.path in programs or len(programs) >= PROGRAMS:
            # The text of this one is broken there, perhaps, and the next key may mend it.
            return None
        path = changed_path(before, job) if before is not None else None
        if before is None or not path:
            return None
        text = _texts(job)[path]
        place = place_of_edit(split_lines(_texts(before)[path]), split_lines(text))
        return Pauses.at(path, text, place, self._pause)

    def close(self) -> None:
        """End all of them."""
        for run in list(self._waiting):
            self._drop(run)

    def remember(self, job: Job) -> None:
        """Keep a job that was asked for: the next one shows what is being edited."""
        self._last.pop(job.path, None)
        self._last[job.path] = job
        if len(self._last) > _REMEMBERED:
            oldest = next(iter(self._last))
            del self._last[oldest]
            self.took.pop(oldest, None)

    def _drop(self, run: _Waiting) -> None:
        self._waiting.remove(run)
        run.end()

    # In the thread that analyses

    def _pause(self, edit: Edit) -> str | None:
        assert self._job is not None
        if memory_in_use() > LARGEST:
            return None
        try:
            ours, theirs = socket.socketpair()
        except OSError:
            return None
        try:
            process = _fork()
        except OSError:
            ours.close()
            theirs.close()
            return None
        if process:
            theirs.close()
            self._waiting.append(_Waiting(process, ours, edit, self._job, dict(self.asked)))
            return None
        ours.detach()
        for run in self._waiting:
            run.connection.detach()
        return self._wait(theirs.detach())

    # In a copy

    def _wait(self, connection: int) -> str:
        """Wait for texts; returns in a copy of this copy, once for each."""
        try:
            gc.freeze()
            os.closerange(3, connection)
            os.closerange(connection + 1, 1 << 16)
            signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody asks how a copy ended
            while True:
                with socket.socket(fileno=os.dup(connection)) as channel:
                    _, descriptors, _, _ = socket.recv_fds(channel, 1, 2)
                request = receive(connection)
                assert isinstance(request, _Request)
                if _fork() == 0:
                    os.close(connection)
                    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                    self._number, self._began = request.number, time.monotonic()
                    self._reply, life = descriptors
                    confinement.end_with(life)
                    confinement.limit_time(request.seconds)
                    return request.text
                for descriptor in descriptors:
                    os.close(descriptor)
        except (EOFError, OSError, ValueError):
            os._exit(0)

    def deliver(self, finish: Callable[[int, float], Done] | None) -> NoReturn:
        """Answer, and end; ``finish`` gets the number of the job and when it began."""
        try:
            if finish is not None:
                send(self._reply, finish(self._number, self._began))
        finally:
            os._exit(0)


def _answer(
    run: _Waiting, number: int, text: str, cancelled: Callable[[], bool], seconds: float
) -> bytes | None:
    """Let a run go on with a text; None if it fails, raises ``Cancelled``.

    The process that goes on ends when this does.
    """
    answer, theirs = os.pipe()
    life, ours = os.pipe()
    try:
        try:
            socket.send_fds(run.connection, [b"."], [theirs, life])
            send(run.connection.fileno(), _Request(number, text, seconds))
        except OSError:
            return None
        finally:
            os.close(theirs)
            os.close(life)
        poll = select.poll()
        poll.register(answer, select.POLLIN)
        end = time.monotonic() + seconds
        found = bytearray()
        while True:
            if cancelled():
                raise Cancelled
            if time.monotonic() > end:
                return None
            if not poll.poll(_PATIENCE * 1000):
                continue
            piece = os.read(answer, 1 << 20)
            found += piece
            if is_whole(found):  # the process itself takes some time to end
                return bytes(found)
            if not piece:
                return None
    finally:
        os.close(answer)
        os.close(ours)


def _fork() -> int:
    with warnings.catch_warnings():
        # The other threads only wait for messages; the copy needs none of them.
        warnings.simplefilter("ignore", DeprecationWarning)
        return os.fork()


def _texts(job: Job) -> Mapping[str, str]:
    return job.buffers if job.text is None else {**job.buffers, job.path: job.text}


def changed_path(old: Job, new: Job) -> str | None:
    """The only file whose text differs between two jobs; None if there is none.

    Empty if anything else differs.
    """
    if replace(old, text=None, buffers={}) != replace(new, text=None, buffers={}):
        return ""
    before, after = _texts(old), _texts(new)
    if before.keys() != after.keys() or (old.text is None) != (new.text is None):
        return ""
    changed = [path for path, text in before.items() if after[path] != text]
    return None if not changed else changed[0] if len(changed) == 1 else ""
