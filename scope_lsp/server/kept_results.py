"""The analysing process's results on disk: who opens a project again has its names at once.

The process looks for a result before it analyses a program for the first time, and keeps new ones
when there is nothing else to do: for each program, that of the saved text and the last one of a
text that was not saved, because who opens a file again may have either.  They lie in the user's
own folder (``cache/folder.py``) and are checked against their types.  Whatever fails here, the
program is analysed as if there were none.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any

from scope_lsp.analysis.kinds import ProblemKind
from scope_lsp.analysis.result import Analysis
from scope_lsp.cache import folder as folders
from scope_lsp.cache.plain import Reader, Writer
from scope_lsp.resolve import disk
from scope_lsp.resolve.files import read_source
from scope_lsp.resolve.workspace import holds
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
        self._analysed: set[str] = set()
        """The programs that this process has analysed."""
        self._missed: set[str] = set()
        """The files in which there was nothing of use."""
        self._held: dict[str, tuple[object, str]] = {}
        """By file, the texts whose result it holds, and what that rests on, shortened."""
        self._new: dict[object, tuple[Job, Report, Mapping[disk.Question, str]]] = {}
        """The last results of each program, until they are written."""

    def find(self, job: Job) -> Report | None:
        """The result of a program that was not analysed yet, if it is known and still holds."""
        path: str | None = None
        if job.path in self._analysed or (folder := self._opened()) is None:
            return None
        try:
            path = _path(folder, job)
            if path is None or path in self._missed:
                return None
            texts = _texts(job, _as_files(job))
            if path in self._held and self._held[path][0] != texts:
                return None
            report = self._read(folder, path, texts)
        except Exception as error:
            logger.info("%s is analysed anew: %s", job.path, error)
            report = None
        if report is None and path is not None:
            self._missed.add(path)
        return report

    def _read(self, folder: folders.Folder, path: str, texts: object) -> Report | None:
        data = folder.find(path, folders.Answers())
        if data is None or data.get("texts") != texts:
            return None
        reader = Reader(data["parts"])
        report = Report(
            reader.read(Analysis, data["analysis"]),
            reader.read(tuple[Finding, ...], data["findings"]),
            reader.read(frozenset[tuple[str, int]], data["silenced"]),
        )
        self._held[path] = texts, _state(data["asked"])
        return report

    def finished(self, job: Job, report: Report, asked: Mapping[disk.Question, str]) -> None:
        """A program was analysed from its start; ``asked`` is what that rests on."""
        self._analysed.add(job.path)
        self._new[job.path, _is_saved(job)] = job, report, asked

    def write(self) -> None:
        """Keep what is new; to be called when there is time."""
        new, self._new = list(self._new.values()), {}
        if not new or not (folder := self._opened()):
            return
        try:
            for job, report, asked in new:
                self._write(folder, job, report, asked)
            folder.tidy()
        except Exception as error:
            logger.info("results are not kept: %s", error)

    def _write(
        self,
        folder: folders.Folder,
        job: Job,
        report: Report,
        asked: Mapping[disk.Question, str],
    ) -> None:
        path, analysis = _path(folder, job), report.analysis
        if path is None or report.failure is not None:
            return
        if analysis.restores or any(problem.kind in _FAULTS for problem in analysis.problems):
            return  # what checkpoints hold is not noted
        as_files = _as_files(job)
        notes, texts = _notes(asked, as_files), _texts(job, as_files)
        if notes is None:
            return
        state = _state((*question, answer) for question, answer in notes.items())
        if self._held.get(path) == (texts, state):
            return
        writer = Writer()
        data = {
            "texts": texts,
            "analysis": writer.write(analysis),
            "findings": writer.write(report.findings),
            "silenced": writer.write(report.silenced),
            "parts": writer.parts,
        }
        folder.keep(path, notes, data)
        self._held[path] = texts, state

    def _opened(self) -> folders.Folder | None:
        if not self._is_open:
            self._is_open = True
            if not folders.is_switched_off():
                try:
                    self._folder = folders.Folder(folders.own("results"), _SCHEMA, _MOST)
                except Exception as error:
                    logger.info("results are not kept: %s", error)
        return self._folder


def _path(folder: folders.Folder, job: Job) -> str | None:
    """The file for a program; None where the result hangs on more than is noted."""
    if job.infers_parameters or job.checkpoints:
        return None
    settings = asdict(replace(job, text=None, buffers={}, seconds=0.0))
    return folder.path({**settings, "is_saved": _is_saved(job)})


def _is_saved(job: Job) -> bool | None:
    """Whether the text of a program is that of its file; None if it is not open."""
    return None if job.text is None else job.text == read_source(job.path)


def _texts(job: Job, as_files: Mapping[str, str]) -> list[Any]:
    """The text of a job's document, and those of other documents that are not files, shortened."""
    others = {
        path: disk.shortened(text)
        for path, text in job.buffers.items()
        if path not in as_files and (path, text) != (job.path, job.text)
    }
    return [None if job.text is None else disk.shortened(job.text), others]


def _as_files(job: Job) -> dict[str, str]:
    """The other open documents for which the analysis would take the same from the disk.

    They are saved, and lie in the workspace, not behind a link: elsewhere, a file that is not open
    does not count (``resolve/workspace.py``).
    """
    roots = [os.path.dirname(job.path), *job.roots]
    real = [(root, os.path.realpath(root)) for root in roots if os.path.isabs(root)]
    return {
        path: text
        for path, text in job.buffers.items()
        if path != job.path and _is_inside(path, real) and read_source(path) == text
    }


def _is_inside(path: str, roots: Sequence[tuple[str, str]]) -> bool:
    """Whether a path is below a root, and no link on the way from there."""
    return any(
        holds(root, path)
        and os.path.realpath(path) == os.path.join(real, os.path.relpath(path, root))
        for root, real in roots
    )


def _notes(asked: Mapping[disk.Question, str], as_files: Mapping[str, str]) -> disk.Notes | None:
    """What is to be asked again, with what open documents have answered; None if that differs."""
    notes = {question: answer for question, answer in asked.items() if question[0] != disk.SHADOWED}
    for question, path in asked:
        if question == disk.SHADOWED and path in as_files:
            answer = disk.shortened(as_files[path])
            if notes.setdefault(("text", path), answer) != answer:
                return None
    return notes


def _state(notes: Iterable[Sequence[str]]) -> str:
    """What a result rests on, in few letters."""
    return disk.shortened(sorted(map(list, notes)))
