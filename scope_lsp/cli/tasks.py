"""What a command asks of the analysis, and what it gets back: tasks and outcomes.

Both are plain data that can cross processes (``pool``) and be kept (``cache``).  Nothing here loads
the analysis: ``programs`` carries out the tasks.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from scope_lsp.analysis.result import Analysis
from scope_lsp.cli.configuration import Configuration, project_folder
from scope_lsp.resolve import disk
from scope_lsp.resolve.folders import import_roots
from scope_lsp.rules import registry
from scope_lsp.rules.joining import join_programs
from scope_lsp.rules.rule import Finding
from scope_lsp.settings import Settings


@dataclass(frozen=True, slots=True)
class Task:
    """One program to analyse."""

    path: str
    roots: tuple[str, ...]
    settings: Settings
    codes: Collection[str]
    """The rules to run."""
    text: str | None = None
    """The text from standard input; None: the file on disk."""
    infers_parameters: bool = False
    """Whether functions that nothing calls are asked for, so that their parameters matter."""
    is_noted: bool = False
    """Whether it is noted on what the answer depends, so that it can be kept."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of a task."""

    path: str
    analysis: Analysis
    findings: tuple[Finding, ...] = ()
    failure: str | None = None
    """Why there is nothing, or less than there should be, in one line."""
    silenced: frozenset[tuple[str, int]] = frozenset()
    """Paths and lines of the comments that silenced a finding."""
    asked: Mapping[disk.Question, str] | None = None
    """All that was asked of the disk, where that is noted; None where there is more to it."""


def tasks_of(
    files: Sequence[str],
    paths: Sequence[str],
    configuration: Configuration,
    codes: Callable[[Settings], Collection[str]] = lambda settings: registry.chosen(
        settings.select, settings.ignore
    ),
    texts: Mapping[str, str] | None = None,
    infers_parameters: bool = False,
) -> list[Task]:
    """The tasks of analysing ``files``, with the extra import roots ``paths``.

    ``texts`` replace files by their paths, ``codes`` chooses the rules by a file's settings.
    ``infers_parameters`` is as in a ``Task``.
    """
    texts = texts or {}
    tasks = []
    for path in files:
        roots, settings = surroundings(path, paths, configuration)
        tasks.append(
            Task(path, roots, settings, codes(settings), texts.get(path), infers_parameters)
        )
    return tasks


def joined(outcomes: Sequence[Outcome]) -> tuple[Finding, ...]:
    """The findings of all programs; a comment that one of them needs counts as used."""
    return join_programs([(outcome.findings, outcome.silenced) for outcome in outcomes])


def surroundings(
    path: str, paths: Sequence[str], configuration: Configuration
) -> tuple[tuple[str, ...], Settings]:
    """The import roots of a file, first wins, and its settings.

    After what the user names, these are the top of the project and the working directory, from
    which people start programs with ``python -m``, each with its source folder.  ``analyze`` puts
    the file's own folder first.
    """
    settings = configuration.of(path)
    roots = [os.path.abspath(folder) for folder in paths]
    roots += settings.extra_paths
    project = project_folder(path)
    if project is not None:
        roots += import_roots(project)
    working = os.getcwd()
    if path.startswith(os.path.join(working, "")):
        roots += import_roots(working)
    return tuple(dict.fromkeys(roots)), settings
