"""Fixes for an open document: candidates are tried one by one with an analysis of the edited text.

This runs in the analysing process when nothing else is to be done there, and stops as soon as
something is.  ``fixes`` makes the candidates and accepts them.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Generator, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from scope_lsp.analysis.result import Analysis
from scope_lsp.fixes.judgement import Judged, edited, holding
from scope_lsp.fixes.registry import candidates, with_safe
from scope_lsp.fixes.safe import FixedText, fix_safely, safe_edits
from scope_lsp.fixes.texts import TextOf
from scope_lsp.rules.rule import Finding, Fix
from scope_lsp.server.jobs import Job, Outcome
from scope_lsp.server.result import Result
from scope_lsp.server.supervisor import AnalysisFailed, WorkerLost

LONGEST = 15.0
"""Seconds after which no more candidates for a finding are tried."""

logger = logging.getLogger(__name__)


class Fixer:
    """The accepted fixes of the findings that were asked for."""

    def __init__(
        self,
        run: Callable[[Job], Awaitable[Outcome]],
        job: Callable[[str], Job],
        text_of: TextOf,
    ) -> None:
        self._run = run
        self._job = job
        self._text_of = text_of
        self._tasks: dict[tuple[int, Finding], asyncio.Task[None]] = {}
        self._held: dict[tuple[int, Finding], list[Fix]] = {}
        self._keeping: dict[tuple[int, Fix], asyncio.Task[bool]] = {}
        self._results: dict[int, Result] = {}
        """The objects of the keys, kept so that their ids stay unique."""

    def stop(self) -> None:
        """Stop, because another analysis is needed; unfinished questions are asked again later."""
        for key, task in list(self._tasks.items()):
            if not task.done():
                task.cancel()
                del self._tasks[key], self._held[key]
        for pin, comparison in list(self._keeping.items()):
            if not comparison.done():
                comparison.cancel()
                del self._keeping[pin]

    def forget(self, kept: Iterable[Result]) -> None:
        """Forget what was found about results that no longer exist."""
        known = {id(one) for one in kept}
        for key in [key for key in self._tasks if key[0] not in known]:
            self._tasks.pop(key).cancel()
            self._held.pop(key, None)
        for pin in [pin for pin in self._keeping if pin[0] not in known]:
            self._keeping.pop(pin).cancel()
        self._results = {key: one for key, one in self._results.items() if key in known}

    async def fixes(self, result: Result, finding: Finding, patience: float) -> tuple[Fix, ...]:
        """The accepted fixes of a finding, or those found within so many seconds."""
        key = id(result), finding
        task = self._tasks.get(key)
        if task is None:
            self._results[key[0]] = result
            self._held[key] = []
            work = self._search(result, finding, self._held[key])
            task = self._tasks[key] = asyncio.get_running_loop().create_task(work)
        held = self._held[key]
        await asyncio.wait({task}, timeout=patience)
        return (*held, *finding.fixes)

    async def _search(self, result: Result, finding: Finding, held: list[Fix]) -> None:
        source = result.source
        if source is None:
            return
        found = candidates(source.analysis, finding, self._text_of)
        before = Judged(source.analysis, result.findings)
        trial = holding(found, finding, before, self._text_of, held)
        await self._drive(trial, source.analysis.path, lambda texts: texts)

    async def keeps_names(self, result: Result, fix: Fix, patience: float) -> bool:
        """Whether a change leaves all names as they are; False if unknown in time."""
        key = id(result), fix
        task = self._keeping.get(key)
        if task is None:
            self._results[key[0]] = result
            work = self._compare(result, fix)
            task = self._keeping[key] = asyncio.get_running_loop().create_task(work)
        await asyncio.wait({task}, timeout=patience)
        return task.done() and not task.cancelled() and task.result()

    async def _compare(self, result: Result, fix: Fix) -> bool:
        texts = edited(fix.edits, self._text_of)
        if result.source is None or texts is None:
            return False
        before = result.source.analysis
        judged = await self.judged(before.path, texts)
        return judged is not None and _names(judged.analysis) == _names(before)

    async def fixed(self, path: str, result: Result) -> FixedText | None:
        """A document with all its safe fixes applied; None if there is nothing to do."""
        source, text = result.source, self._text_of(path)
        if source is None or text is None:
            return None
        findings = with_safe(source.analysis, result.findings, self._text_of)
        if not any(safe_edits(one) for one in findings if one.span.path == path):
            return None
        work = fix_safely(path, text, Judged(source.analysis, result.findings), findings)
        found = await self._drive(work, source.analysis.path, lambda new: {path: new})
        return found if isinstance(found, FixedText) and found.count else None

    async def _drive(
        self,
        work: Generator[Any, Judged | None, Any],
        program: str,
        texts_of: Callable[[Any], Mapping[str, str]],
    ) -> Any:
        """Supply each analysis that is asked for, as long as there is time."""
        end = time.monotonic() + LONGEST
        judged: Judged | None = None
        try:
            while True:
                asked = work.send(judged)
                judged = None
                if time.monotonic() < end:
                    judged = await self.judged(program, texts_of(asked))
        except StopIteration as stop:
            return stop.value

    async def judged(self, program: str, texts: Mapping[str, str]) -> Judged | None:
        """A program analysed with other texts; None if that failed."""
        job = with_texts(self._job(program), texts, self._text_of)
        try:
            outcome = await self._run(job)
        except (WorkerLost, AnalysisFailed) as error:
            logger.warning("an edited text was not analysed: %s", error)
            return None
        return Judged(outcome.analysis, outcome.findings)


def _names(analysis: Analysis) -> list[tuple[str, bool]]:
    return [(event.name, event.reused) for event in analysis.variables]


def with_texts(job: Job, texts: Mapping[str, str], text_of: TextOf) -> Job:
    """A job for a program with other texts for some files."""
    cells = job.cells
    new, old = texts.get(job.path), text_of(job.path)
    if cells and new is not None and old is not None:
        cells = _moved(cells, old.split("\n"), new.split("\n"))
    return replace(
        job,
        text=texts.get(job.path, job.text),
        buffers={**job.buffers, **texts},
        cells=cells,
    )


def _moved(
    cells: Sequence[tuple[int, int]], old: Sequence[str], new: Sequence[str]
) -> tuple[tuple[int, int], ...]:
    """The lines of cells after lines were added in one of them."""
    added = len(new) - len(old)
    same = 0
    while same < min(len(old), len(new)) and old[same] == new[same]:
        same += 1
    place = same + 1
    return tuple(
        (first + added if first > place else first, last + added if last >= place else last)
        for first, last in cells
    )
