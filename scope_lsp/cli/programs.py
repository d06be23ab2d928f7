"""Analysing programs: what is needed for it, and what came of it.

Tasks and outcomes are plain data that can cross processes (``pool``); a program that breaks the
analyser breaks its own outcome and no other.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from scope_lsp.analysis.analyze import Snapshot, analyze
from scope_lsp.analysis.restoring import judge
from scope_lsp.analysis.result import Analysis
from scope_lsp.cli import notebooks
from scope_lsp.cli.configuration import Configuration, project_folder
from scope_lsp.cli.console import Progress, complain, shown_path
from scope_lsp.cli.listing import join
from scope_lsp.fixes.registry import with_safe
from scope_lsp.interpreter.budget import Budget
from scope_lsp.resolve.files import read_source
from scope_lsp.rules import registry
from scope_lsp.rules.rule import Finding
from scope_lsp.rules.unused_ignore import CODE as UNUSED
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
    """What was read from standard input; None: as it is on disk."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a task."""

    path: str
    analysis: Analysis
    findings: tuple[Finding, ...] = ()
    failure: str | None = None
    """Why there is nothing, or less than there should be, in one line."""
    silenced: frozenset[tuple[str, int]] = frozenset()
    """Paths and lines of the comments that silenced a finding."""


def tasks_of(
    files: Sequence[str],
    paths: Sequence[str],
    configuration: Configuration,
    codes: Callable[[Settings], Collection[str]] = lambda settings: registry.chosen(
        settings.select, settings.ignore
    ),
    texts: Mapping[str, str] | None = None,
) -> list[Task]:
    """The tasks of analysing ``files``, with the extra import roots ``paths``.

    ``texts`` stand in for files by their paths, ``codes`` picks the rules by a file's settings.
    """
    texts = texts or {}
    tasks = []
    for path in files:
        roots, settings = surroundings(path, paths, configuration)
        tasks.append(Task(path, roots, settings, codes(settings), texts.get(path)))
    return tasks


def analyse_all(tasks: Sequence[Task], jobs: int = 1, verbose: bool = False) -> list[Outcome]:
    """Do all tasks; outcomes in their order.

    Shows a progress bar, and complains about what went wrong.  Says, where it is to be ``verbose``,
    in which environment imports were looked up.
    """
    progress = Progress(len(tasks))
    outcomes: dict[str, Outcome] = {}
    try:
        for outcome in _run_all(tasks, jobs):
            progress.step(outcome.path)
            outcomes[outcome.path] = outcome
    finally:
        progress.clear()
    ordered = [outcomes[task.path] for task in tasks]
    if verbose:
        _mention_environments(ordered)
    for outcome in ordered:
        if outcome.failure:
            complain(f"{shown_path(outcome.path)}: {outcome.failure}")
    return ordered


def joined(outcomes: Sequence[Outcome]) -> tuple[Finding, ...]:
    """The findings of all programs; a comment that one of them needs is of use."""
    silenced = {place for outcome in outcomes for place in outcome.silenced}
    return join(
        finding
        for outcome in outcomes
        for finding in outcome.findings
        if finding.code != UNUSED or (finding.span.path, finding.span.line) not in silenced
    )


def _mention_environments(outcomes: Sequence[Outcome]) -> None:
    """Say once of each environment that it was used, and of which programs where there are more."""
    users: dict[str, list[str]] = {}
    for outcome in outcomes:
        if outcome.analysis.environment:
            users.setdefault(outcome.analysis.environment, []).append(shown_path(outcome.path))
    for environment, paths in users.items():
        first = paths[0] if len(paths) == 1 else f"{paths[0]} and {len(paths) - 1} more"
        complain(f"environment{f' of {first}' if len(users) > 1 else ''}: {environment}")


def run(task: Task) -> Outcome:
    """Analyse one program; never raises an ``Exception``."""
    cells: notebooks.Cells | None = None
    if notebooks.is_notebook(task.path):
        try:
            given = task.text
            cells = (
                notebooks.read(task.path) if given is None else notebooks.parse(task.path, given)
            )
        except notebooks.NotReadable as error:
            return Outcome(task.path, Analysis(task.path), failure=str(error))
    text = task.text if cells is None else cells.text
    if text is None:
        text = read_source(task.path)
    if text is None:
        return Outcome(task.path, Analysis(task.path), failure="cannot be read any more")
    snapshot = Snapshot(
        path=task.path,
        text=text,
        buffers={} if task.text is None else {task.path: text},
        roots=task.roots,
        stub_paths=task.settings.stub_paths,
        tensorflow=task.settings.tensorflow_version,
        environment=task.settings.environment,
        cells=() if cells is None else cells.windows,
    )
    try:
        budget = Budget(watchdog=task.settings.analysis_timeout)
        with _uncollected():
            analysis = analyze(snapshot, budget)
            if task.codes:
                analysis = judge(analysis, task.settings.checkpoints, (*task.roots, os.getcwd()))
        severities = task.settings.diagnostics_severity
        verdict = registry.judge(
            analysis,
            lambda path: text if path == task.path else read_source(path),
            severities,
            task.codes,
            task.settings.per_file_ignores,
        )
        findings = with_safe(
            analysis,
            verdict.findings,
            lambda path: text if path == task.path else read_source(path),
        )
    except Exception as error:
        if os.environ.get("SCOPE_LSP_STRICT"):
            raise
        failure = f"internal error: {type(error).__name__}: {error}"
        return Outcome(task.path, Analysis(task.path), failure=failure)
    flaws = [
        _FLAWS[problem.kind].format(problem.message)
        for problem in analysis.problems
        if problem.kind in _FLAWS
    ]
    flaw = flaws[0] if flaws else None
    outcome = Outcome(task.path, analysis, findings, flaw, verdict.silenced)
    return outcome if cells is None else cells.told(outcome)


_FLAWS = {
    "internal": "internal error: {}",
    "timeout": "{} (analysis.timeout); what was found until then is shown",
}
"""What is said of a problem that is a fault of ours."""


@contextmanager
def _uncollected() -> Iterator[None]:
    """Hold the garbage collector still: an analysis is short and leaves little before its end."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _run_all(tasks: Sequence[Task], jobs: int) -> Iterator[Outcome]:
    """Yield outcomes as they come, in any order."""
    if jobs <= 1 or len(tasks) <= 1:
        return map(run, tasks)
    from scope_lsp.cli.pool import run_parallel  # costs time that a single program need not pay

    return run_parallel(tasks, jobs)


def surroundings(
    path: str, paths: Sequence[str], configuration: Configuration
) -> tuple[tuple[str, ...], Settings]:
    """The import roots of a file, first wins, and its settings.

    After what the user names: the top of the project and the working directory, from which people
    start programs with ``python -m``.  ``analyze`` puts the file's own folder in front.
    """
    settings = configuration.of(path)
    roots = [os.path.abspath(folder) for folder in paths]
    roots += settings.extra_paths
    project = project_folder(path)
    if project is not None:
        roots.append(project)
    working = os.getcwd()
    if path.startswith(os.path.join(working, "")):
        roots.append(working)
    return tuple(dict.fromkeys(roots)), settings
