"""Keeps what ``names`` and ``check`` found, for programs that have not changed since.

There is one file for each program with its settings and options (``cache/folder.py``).  What is
read is checked against the types that it stands for, so no file can run anything.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from scope_lsp.analysis.result import Analysis, Gap, Problem, VariableEvent, Waiting
from scope_lsp.cache import folder as folders
from scope_lsp.cache.plain import Reader, Writer
from scope_lsp.cli.console import complain
from scope_lsp.cli.tasks import Outcome, Task
from scope_lsp.rules.rule import Finding

_SCHEMA = 2
_MOST = 1_000
"""The maximum number of programs that are kept."""


def opened(folder: str | None, *, unused: bool) -> Cache | None:
    """The cache in a folder, or in the user's own; None if it is ``unused`` or cannot be made.

    A folder that the user named and that cannot be made is reported.
    """
    if unused or (folder is None and folders.is_switched_off()):
        return None
    try:
        return Cache(folders.own("outcomes") if folder is None else folder)
    except OSError as error:
        if folder is not None:
            complain(f"--cache-dir {folder}: {error.strerror or error}")
        return None


class Cache:
    """The folder, open for one command."""

    def __init__(self, folder: str) -> None:
        """Make the folder if it is not there; raises ``OSError``."""
        self.folder = folder
        self._kept = folders.Folder(folder, _SCHEMA, _MOST)
        self._answers = folders.Answers()

    def find(self, task: Task) -> Outcome | None:
        """What is known of a program, if nothing has changed for it."""
        path = self._path(task)
        data = None if path is None else self._kept.find(path, self._answers)
        try:
            return None if data is None else _outcome(task.path, data)
        except (ValueError, TypeError, KeyError, LookupError, RecursionError):
            return None

    def keep(self, task: Task, outcome: Outcome) -> None:
        """Keep what came of a program; raises ``OSError``."""
        path = self._path(task)
        if path is None or outcome.asked is None or outcome.failure is not None:
            return
        writer = Writer()
        data = {
            "variables": writer.write(outcome.analysis.variables),
            "problems": writer.write(outcome.analysis.problems),
            "waiting": writer.write(outcome.analysis.waiting),
            "gaps": writer.write(outcome.analysis.gaps),
            "findings": writer.write(outcome.findings),
            "files": sorted(outcome.analysis.files),
            "environment": outcome.analysis.environment,
            "silenced": sorted(outcome.silenced),
            "parts": writer.parts,
        }
        self._kept.keep(path, outcome.asked, data)

    def tidy(self) -> None:
        """Remove results that nobody asked for in a long time, and those beyond the limit."""
        self._kept.tidy()

    def _path(self, task: Task) -> str | None:
        """The file of a task; None if its result depends on more than is recorded."""
        if task.text is not None or task.infers_parameters or task.settings.checkpoints:
            return None
        return self._kept.path([task.path, task.roots, sorted(task.codes), asdict(task.settings)])


def _outcome(path: str, data: Any) -> Outcome:
    """What a file says of a program; raises ``ValueError``, ``KeyError`` or ``TypeError``."""
    reader = Reader(data["parts"])
    analysis = Analysis(
        path,
        variables=reader.read(tuple[VariableEvent, ...], data["variables"]),
        problems=reader.read(tuple[Problem, ...], data["problems"]),
        waiting=reader.read(tuple[Waiting, ...], data["waiting"]),
        gaps=reader.read(tuple[Gap, ...], data["gaps"]),
        files=reader.read(frozenset[str], data["files"]),
        environment=reader.read(str, data["environment"]),
    )
    return Outcome(
        path,
        analysis,
        reader.read(tuple[Finding, ...], data["findings"]),
        silenced=reader.read(frozenset[tuple[str, int]], data["silenced"]),
    )
