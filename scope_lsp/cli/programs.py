"""Analyses a program: does a task of ``tasks``.

A program that breaks the analyser affects only its own outcome.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from scope_lsp import runner
from scope_lsp.analysis import notebook_file as notebooks
from scope_lsp.analysis.analyze import Snapshot, analyze
from scope_lsp.analysis.kinds import ProblemKind
from scope_lsp.analysis.recorder import Told, unheard
from scope_lsp.analysis.result import Analysis
from scope_lsp.cli.tasks import Outcome, Task
from scope_lsp.fixes.registry import with_safe
from scope_lsp.interpreter.budget import Budget
from scope_lsp.resolve import disk
from scope_lsp.resolve.files import read_source


def run(task: Task, told: Told = unheard) -> Outcome:
    """Analyse one program in this process; never raises an ``Exception``.

    ``told`` is called for each event as it is found.
    """
    return _done(task, lambda snapshot, budget: analyze(snapshot, budget, told))


def finish(task: Task, found: Analysis, failure: str) -> Outcome:
    """Run the rules over what was found before an analysis was lost, and report the loss."""
    outcome = _done(task, lambda snapshot, budget: found)
    if outcome.failure and not outcome.findings:
        return Outcome(task.path, found, failure=failure)
    return replace(outcome, failure=failure)


def _done(task: Task, analysed: Callable[[Snapshot, Budget], Analysis]) -> Outcome:
    if not task.is_noted:
        return _do(task, analysed)
    with disk.noted() as notes:
        outcome = _do(task, analysed)
    # What checkpoints were asked is not noted.
    return outcome if outcome.analysis.restores else replace(outcome, asked=notes)


def _do(task: Task, analysed: Callable[[Snapshot, Budget], Analysis]) -> Outcome:
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
        infers_parameters=task.infers_parameters,
    )

    def text_of(path: str) -> str | None:
        return text if path == task.path else read_source(path)

    try:
        budget = Budget(watchdog=task.settings.analysis_timeout)
        with _uncollected():
            report = runner.run(
                snapshot,
                budget,
                _wanted(task),
                text_of,
                analysed,
            )
        findings = with_safe(report.analysis, report.findings, text_of)
    except Exception as error:
        if os.environ.get("SCOPE_LSP_STRICT"):
            raise
        return Outcome(task.path, Analysis(task.path), failure=_internal(error))
    flaws = [
        FLAWS[problem.kind].format(problem.message)
        for problem in report.analysis.problems
        if problem.kind in FLAWS
    ]
    if report.failure is not None:
        flaws.append(_internal(report.failure))
    flaw = flaws[0] if flaws else None
    # Where functions and classes are defined is for editors, and much to hand over.
    analysis = replace(report.analysis, definitions=())
    outcome = Outcome(task.path, analysis, findings, flaw, report.silenced)
    return outcome if cells is None else cells.told(outcome)


def _wanted(task: Task) -> runner.Wanted:
    settings = task.settings
    return runner.Wanted(
        codes=task.codes,
        severities=settings.diagnostics_severity,
        per_file=settings.per_file_ignores,
        checkpoints=settings.checkpoints,
        folders=(*task.roots, os.getcwd()),
    )


def _internal(error: Exception) -> str:
    return f"internal error: {type(error).__name__}: {error}"


FLAWS = {
    ProblemKind.INTERNAL: "internal error: {}",
    ProblemKind.MEMORY: "{}; what it had found is shown",
    ProblemKind.TIMEOUT: "{} (analysis.timeout); what it had found is shown",
}
"""The message for a problem that is a fault of ours."""


@contextmanager
def _uncollected() -> Iterator[None]:
    """Stop the garbage collector: an analysis is short and creates little garbage."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
