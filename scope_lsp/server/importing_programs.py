"""Names that come from elsewhere: analyses of the programs that lead to an open document.

It works in the background, in a separate process: which programs of the workspace import a
document, and what each of them does with it.  It starts when the user has stopped typing for a
moment, and only for documents of the workspace.  When there is nothing left to do, the process ends
and its memory is free again.  ``session`` combines the results.
"""

from __future__ import annotations

import asyncio
import logging
import os
import time
from collections.abc import Callable, Sequence

from scope_lsp.server.jobs import Job, Outcome, Search
from scope_lsp.server.notices import Notices
from scope_lsp.server.result import Result
from scope_lsp.server.supervisor import AnalysisFailed, Supervisor, WorkerLost

QUIET = 0.7
"""Seconds without an edit before anything is done here."""
PROGRAMS = 6
"""The maximum number of programs for one document: each costs an analysis."""
LINGER = 10.0
"""Seconds after the last edit until the process ends, which is only kept for the next pause."""
DEAR = 1.0
"""If making the index of imports took more seconds than this, the process is kept for its sake."""
RENEWAL = 15.0
"""Seconds after which the index of imports is updated if something was edited."""

logger = logging.getLogger(__name__)


class ImportingPrograms:
    """The background's one task and what it has found.

    ``search`` and ``job`` make the questions to the analysing process: the first of a document and
    whether the index is stale, the second of a program.  ``on_result`` is told each program that
    was analysed, ``is_open`` knows the documents, which are analysed in the foreground anyway, and
    ``has_waiting`` those with functions that nothing calls.
    """

    def __init__(
        self,
        supervisor: Supervisor,
        search: Callable[[str, bool], Search],
        job: Callable[[str], Job],
        is_open: Callable[[str], bool],
        has_waiting: Callable[[str], bool],
        on_result: Callable[[str], None],
        notices: Notices,
    ) -> None:
        self.results: dict[str, Result] = {}
        """By the path of the program."""
        self.pending: Result | None = None
        """The program that is being analysed."""
        self._running: str | None = None
        """The path of that program."""
        self._run: asyncio.Future[Outcome] | None = None
        self._changed: set[str] = set()
        """Files that changed on disk while it runs."""
        self._supervisor = supervisor
        self._search = search
        self._job = job
        self._is_open = is_open
        self._has_waiting = has_waiting
        self._on_result = on_result
        self._notices = notices
        self._programs: dict[str, tuple[str, ...]] = {}
        self._wanted: dict[str, None] = {}
        self._stale: set[str] = set()
        self._failed: set[str] = set()
        """Programs without a result, which are left alone until some file changes."""
        self._edited_at = 0.0
        self._searched_at = 0.0
        self._generation = 1
        """The generation of the workspace's files, as far as known."""
        self._indexed = 0
        """The generation for which the index of imports was made."""
        self._searched: dict[str, int] = {}
        """For each document, the generation for which its programs were found."""
        self._is_dear = False
        """Whether the process is expensive to replace."""
        self._wake = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def programs(self, path: str) -> tuple[str, ...]:
        """The programs that are known to lead to a document."""
        return self._programs.get(path, ())

    def is_settled(self, path: str) -> bool:
        """Whether the programs that lead to a document are known, with results for its text."""
        if path in self._wanted or self._searched.get(path) != self._generation:
            return False
        return all(
            program in self._failed
            or (program in self.results and program not in self._stale)
            or (program != path and self._is_open(program))
            for program in self.programs(path)
        )

    def want(self, path: str) -> None:
        """A document was analysed: make sure that its importing programs are up to date."""
        self._wanted[path] = None
        self._wake.set()
        if self._task is None:
            self._task = asyncio.get_running_loop().create_task(self._work())

    def edited(self, path: str) -> None:
        """A document was edited: analyse the programs that read it again."""
        self._edited_at = time.monotonic()
        self._outdate(path)

    def files_changed(self, paths: Sequence[str]) -> None:
        """Files were created, deleted or changed on disk."""
        for path in paths:
            self._outdate(path)
        self._changed.update(paths)
        if self._run is not None and self._running in paths:
            self._run.cancel()  # nobody wants what the old text gives
        self._renew_all()

    def forget(self, path: str) -> None:
        """A document was closed; programs that lead to no open document are forgotten."""
        self._programs.pop(path, None)
        self._searched.pop(path, None)
        self._wanted.pop(path, None)
        needed = {program for found in self._programs.values() for program in found}
        for program in set(self.results) - needed:
            del self.results[program]

    def reset(self) -> None:
        """Settings or folders changed: forget everything that was found."""
        self._stale |= set(self.results)
        self._renew_all()

    async def stop(self) -> None:
        """Cancel everything."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait({self._task})
        self._supervisor.close()

    def _renew_all(self) -> None:
        self._generation += 1
        self._failed.clear()
        for path in self._programs:
            self.want(path)

    def _outdate(self, path: str) -> None:
        for program, result in self.results.items():
            if result.covers(path):
                self._stale.add(program)

    async def _work(self) -> None:
        while True:
            self._wake.clear()
            while self._wanted:
                await self._quiet()
                path = next(reversed(self._wanted))
                del self._wanted[path]
                try:
                    await self._renew(path)
                except (WorkerLost, AnalysisFailed) as error:
                    logger.warning("no contexts for %s: %s", path, error)
                finally:
                    self._notices.background.at(None)
            await self._linger()
            await self._wake.wait()

    async def _linger(self) -> None:
        """End the process when the user has not edited for a while, unless there is work again."""
        while not self._wake.is_set():
            left = self._edited_at + LINGER - time.monotonic()
            if left <= 0:
                if not self._is_dear:
                    self._supervisor.rest()
                    self._indexed = 0
                return
            # Not ``wait_for``: before Python 3.12 it can take the task's own end for the event.
            woken = asyncio.ensure_future(self._wake.wait())
            try:
                await asyncio.wait({woken}, timeout=left)
            finally:
                woken.cancel()

    async def _quiet(self) -> None:
        while (left := self._edited_at + QUIET - time.monotonic()) > 0:
            await asyncio.sleep(left)

    async def _renew(self, path: str) -> None:
        now = time.monotonic()
        if self._edited_at > self._searched_at and now - self._searched_at > RENEWAL:
            self._generation += 1
        generation = self._generation
        if self._searched.get(path) != generation:
            self._notices.background.at(f"programs that import {os.path.basename(path)}")
            search = self._search(path, self._indexed != generation)
            found = (await self._supervisor.search(search)).paths
            if search.is_stale:
                self._is_dear = time.monotonic() - now > DEAR
            self._indexed, self._searched_at = generation, now
            self._searched[path] = generation
            self._programs[path] = found[:PROGRAMS]
        if not self._programs[path] and self._has_waiting(path):
            # Nothing leads there: then what its functions create is the best available answer.
            self._programs[path] = (path,)
        for program in self._programs[path]:
            is_known = program in self.results and program not in self._stale
            if is_known or program in self._failed:
                continue
            if program != path and self._is_open(program):
                continue
            try:
                with self._notices.background_program(program):
                    await self._analyse(program)
            except (WorkerLost, AnalysisFailed) as error:
                logger.warning("no names from %s: %s", program, error)
                self._failed.add(program)
            await self._quiet()

    async def _analyse(self, program: str) -> None:
        self._stale.discard(program)
        self._changed.clear()
        result = self.pending = Result(None)
        run = self._run = asyncio.ensure_future(self._supervisor.run(self._job(program)))
        self._running = program
        try:
            await asyncio.wait({run})
        except asyncio.CancelledError:
            run.cancel()
            raise
        finally:
            self.pending = self._run = self._running = None
        if run.cancelled():
            self._stale.add(program)
            return
        result.take(run.result())
        if any(result.covers(path) for path in (*result.edits, *self._changed)):
            self._stale.add(program)
        self.results[program] = result
        self._on_result(program)


def is_in(path: str, folders: Sequence[str]) -> bool:
    """Whether a file lies below one of some folders."""
    return any(path.startswith(os.path.join(folder, "")) for folder in folders)
