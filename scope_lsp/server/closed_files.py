"""Files of the workspace that are not open: what the rules find in them, and their variables.

It works in the background, in a process of its own, and only for folders with the setting
``diagnostics.mode``.  Each Python file is run as a program, as ``scope-lsp check`` does, again when
a file that it reads has changed.  Of a result, only what is shown is kept.  Programs that are open
are analysed in the foreground, and their results are handed on.
"""

from __future__ import annotations

import asyncio
import logging
import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from scope_lsp.analysis.result import Span
from scope_lsp.rules.rule import Finding
from scope_lsp.server.jobs import Job, Outcome, Survey
from scope_lsp.server.notices import WorkProgress
from scope_lsp.server.supervisor import AnalysisFailed, Supervisor, WorkerLost

QUIET = 1.5
"""Seconds without an edit before anything is done here."""

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Report:
    """What is kept of one program."""

    findings: tuple[Finding, ...]
    silenced: frozenset[tuple[str, int]]
    files: frozenset[str]
    """What the program reads, with the folders that it lists."""
    variables: tuple[tuple[str, Span, bool], ...]
    """Names of created variables, where, and whether each is a slot."""

    def reads(self, path: str) -> bool:
        return path in self.files or os.path.dirname(path) in self.files


class ClosedFiles:
    """The task in the background and what it has found.

    ``surveys`` are the questions for the files of all folders that want this, ``job`` makes the job
    of a program, ``is_open`` knows the documents, and ``on_change`` is told the files whose
    findings may have changed.
    """

    def __init__(
        self,
        supervisor: Supervisor,
        surveys: Callable[[], Sequence[Survey]],
        job: Callable[[str], Job],
        is_open: Callable[[str], bool],
        on_change: Callable[[set[str]], None],
        progress: WorkProgress,
    ) -> None:
        self._supervisor = supervisor
        self._surveys = surveys
        self._job = job
        self._is_open = is_open
        self._on_change = on_change
        self._progress = progress
        self._reports: dict[str, _Report] = {}
        """By the path of the program."""
        self._stale: dict[str, None] = {}
        """The programs to be analysed, in this order."""
        self._is_surveyed = True
        self._edited_at = 0.0
        self._wake = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    # What has changed

    def renew(self) -> None:
        """Settings or folders are new: analyse everything again."""
        self._stale.clear()
        if self._surveys() or self._reports:
            self._is_surveyed = False
            for path in self._reports:
                self._stale[path] = None
            self._start()

    def edited(self, path: str) -> None:
        """A document was edited."""
        self._edited_at = time.monotonic()
        self._outdate((path,))

    def files_changed(self, paths: Iterable[str]) -> None:
        """Files were created, deleted or changed on disk."""
        self._outdate(paths)
        if self._surveys():
            self._is_surveyed = False
            self._start()

    def closed(self, path: str) -> None:
        """A document was closed: from now on its program is analysed here."""
        if path in self._reports:
            self._stale[path] = None
            self._start()

    def take(self, path: str, outcome: Outcome) -> None:
        """Store the result of a program."""
        analysis = outcome.analysis
        before = self._reports.get(path)
        report = self._reports[path] = _Report(
            outcome.findings,
            outcome.silenced,
            analysis.files,
            tuple(
                (event.name, event.span, event.slot)
                for event in analysis.variables
                if not event.reused
            ),
        )
        self._tell(before, report)

    # Answers

    @property
    def is_wanted(self) -> bool:
        """Whether any folder wants this."""
        return bool(self._surveys())

    def findings(self, path: str) -> tuple[Finding, ...]:
        """What the rules found in a file, by all programs that lead there."""
        from scope_lsp.rules.joining import join_programs  # most sessions do not need the rules

        reports = [report for report in self._reports.values() if report.reads(path)]
        return tuple(
            finding
            for finding in join_programs([(one.findings, one.silenced) for one in reports])
            if finding.span.path == path
        )

    def paths(self) -> list[str]:
        """Every file in which something was found, in order."""
        return sorted(
            {finding.span.path for report in self._reports.values() for finding in report.findings}
        )

    def variables(self) -> Iterator[tuple[str, Span, bool]]:
        """The variables of all programs that are not open: name, place, whether it is a slot."""
        for path, report in self._reports.items():
            if not self._is_open(path):
                yield from report.variables

    async def stop(self) -> None:
        """Cancel everything."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait({self._task})
        self._supervisor.close()

    # The task

    def _start(self) -> None:
        self._wake.set()
        if self._task is None:
            self._task = asyncio.get_running_loop().create_task(self._work())

    def _outdate(self, paths: Iterable[str]) -> None:
        for path in paths:
            for program, report in self._reports.items():
                if report.reads(path):
                    self._stale[program] = None
        if self._stale:
            self._start()

    async def _work(self) -> None:
        while True:
            self._wake.clear()
            try:
                await self._quiet()
                if not self._is_surveyed:
                    await self._survey()
                while self._stale and self._is_surveyed:
                    await self._quiet()
                    await self._analyse(next(iter(self._stale)))
            except (WorkerLost, AnalysisFailed) as error:
                logger.warning("the workspace was not looked through: %s", error)
            finally:
                self._progress.at(None)
            if not self._stale and self._is_surveyed:
                self._supervisor.rest()
            await self._wake.wait()

    async def _quiet(self) -> None:
        while (left := self._edited_at + QUIET - time.monotonic()) > 0:
            await asyncio.sleep(left)

    async def _survey(self) -> None:
        self._is_surveyed = True
        found: dict[str, None] = {}
        for survey in self._surveys():
            found.update(dict.fromkeys((await self._supervisor.search(survey)).paths))
        for path in set(self._reports) - set(found):
            if not self._is_open(path):
                self._stale.pop(path, None)
                self._tell(self._reports.pop(path), None)
        for path in found:
            if path not in self._reports and not self._is_open(path):
                self._stale[path] = None

    async def _analyse(self, path: str) -> None:
        del self._stale[path]
        if self._is_open(path):
            return
        self._progress.at(f"{os.path.basename(path)}, {len(self._stale)} more")
        try:
            self.take(path, await self._supervisor.run(self._job(path)))
        except (WorkerLost, AnalysisFailed) as error:
            logger.warning("%s was not analysed: %s", path, error)

    def _tell(self, before: _Report | None, after: _Report | None) -> None:
        old = set(before.findings if before else ())
        new = set(after.findings if after else ())
        changed = {finding.span.path for finding in old ^ new}
        if changed:
            self._on_change(changed)
