"""The analysing process's results on disk: who opens a project again has its names at once.

The process looks for a result before it analyses a program for the first time, and keeps new ones
when there is nothing else to do: one for each program.  They lie in the user's own folder
(``cache/folder.py``) and are checked against their types.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from scope_lsp.analysis.kinds import ProblemKind
from scope_lsp.analysis.result import Analysis
from scope_lsp.cache import folder as folders
from scope_lsp.cache.plain import Reader, Writer
from scope_lsp.resolve import disk
from scope_lsp.resolve.files import read_source
from scope_lsp.rules.rule import Finding
from scope_lsp.runner import Report
from scope_lsp.server.jobs import Job

_SCHEMA = 1
_MOST = 300
"""The maximum number of results that are kept."""
_FAULTS = frozenset((ProblemKind.INTERNAL, ProblemKind.TIMEOUT, ProblemKind.MEMORY))
"""Of ours: the next analysis may do better."""

logger = logging.getLogger(__name__)


class KeptResults:
    """The results of one process, those found on disk and those to be kept there."""

    def __init__(self) -> None:
        self._folder: folders.Folder | None = None
        self._is_open = False
        self._met: set[str] = set()
        """The programs that were looked for."""
        self._held: dict[str, object] = {}
        """By file, the texts whose result it holds."""
        self._new: dict[str, tuple[Job, Report, Mapping[disk.Question, str]]] = {}
        """The last result of each program, until it is written."""

    def find(self, job: Job) -> Report | None:
        """The result of the first job for a program, if it is known and still holds."""
        if job.path in self._met or not (folder := self._opened()):
            return None
        self._met.add(job.path)
        if (path := _path(folder, job)) is None:
            return None
        data = folder.find(path, folders.Answers())
        texts = _texts(job)
        if data is None or data.get("texts") != texts:
            return None
        try:
            reader = Reader(data["parts"])
            report = Report(
                reader.read(Analysis, data["analysis"]),
                reader.read(tuple[Finding, ...], data["findings"]),
                reader.read(frozenset[tuple[str, int]], data["silenced"]),
            )
        except (ValueError, TypeError, KeyError, LookupError, RecursionError):
            return None
        self._held[path] = texts
        return report

    def finished(self, job: Job, report: Report, asked: Mapping[disk.Question, str]) -> None:
        """A program was analysed from its start; ``asked`` is what that rests on."""
        self._new[job.path] = job, report, asked

    def write(self) -> None:
        """Keep what is new; to be called when there is time."""
        new, self._new = list(self._new.values()), {}
        if not new or not (folder := self._opened()):
            return
        try:
            for job, report, asked in new:
                self._write(folder, job, report, dict(asked))
            folder.tidy()
        except OSError as error:
            logger.info("results are not kept: %s", error)

    def _write(self, folder: folders.Folder, job: Job, report: Report, asked: disk.Notes) -> None:
        path, texts, analysis = _path(folder, job), _texts(job), report.analysis
        if path is None or self._held.get(path) == texts or report.failure is not None:
            return
        if analysis.restores or any(problem.kind in _FAULTS for problem in analysis.problems):
            return  # what checkpoints hold is not noted
        for buffer in analysis.files & _same_as_files(job).keys():
            asked["text", buffer] = disk.shortened(job.buffers[buffer])
        writer = Writer()
        data = {
            "texts": texts,
            "analysis": writer.write(analysis),
            "findings": writer.write(report.findings),
            "silenced": writer.write(report.silenced),
            "parts": writer.parts,
        }
        folder.keep(path, asked, data)
        self._held[path] = texts

    def _opened(self) -> folders.Folder | None:
        if not self._is_open:
            self._is_open = True
            if not folders.is_switched_off():
                try:
                    self._folder = folders.Folder(folders.own("results"), _SCHEMA, _MOST)
                except OSError as error:
                    logger.info("results are not kept: %s", error)
        return self._folder


def _path(folder: folders.Folder, job: Job) -> str | None:
    """The file for a program; None where the result hangs on more than is noted."""
    if job.infers_parameters or job.checkpoints:
        return None
    return folder.path(asdict(replace(job, text=None, buffers={}, seconds=0.0)))


def _texts(job: Job) -> list[Any]:
    """The text of a job's document, and those of other documents that are not saved, shortened.

    Documents that are saved are files like others.
    """
    saved = _same_as_files(job)
    others = {
        path: disk.shortened(text)
        for path, text in job.buffers.items()
        if path not in saved and path != job.path
    }
    return [None if job.text is None else disk.shortened(job.text), others]


def _same_as_files(job: Job) -> dict[str, str]:
    """The other open documents with the text of their files."""
    return {
        path: text
        for path, text in job.buffers.items()
        if path != job.path and read_source(path) == text
    }
