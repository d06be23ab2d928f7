"""One program, from its snapshot to its findings, for the command line and the editor.

It is pure, except for the functions that it is given: the caller's function reads texts.  If a rule
fails, its findings are lost, but never the names.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

from scope_lsp.analysis import analyze as analysing
from scope_lsp.analysis.analyze import Snapshot
from scope_lsp.analysis.result import Analysis
from scope_lsp.interpreter.budget import Budget
from scope_lsp.rules import registry
from scope_lsp.rules.rule import Finding


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to check in a program, and how strictly."""

    codes: Collection[str]
    """The rules to run."""
    severities: Mapping[str, str] = field(default_factory=dict)
    """The setting ``diagnostics.severity``."""
    per_file: Mapping[str, Collection[str]] = field(default_factory=dict)
    """The setting ``perFileIgnores``."""
    checkpoints: Mapping[str, str] = field(default_factory=dict)
    """The setting of that name."""
    folders: Sequence[str] = ()
    """The folders to which relative paths of checkpoints may be relative."""


@dataclass(frozen=True, slots=True)
class Report:
    """The result for a program."""

    analysis: Analysis
    findings: tuple[Finding, ...] = ()
    silenced: frozenset[tuple[str, int]] = frozenset()
    """Paths and lines of the comments that silenced a finding."""
    failure: Exception | None = None
    """The failure of a rule, or of reading a checkpoint, because of which findings are missing."""


def run(
    snapshot: Snapshot,
    budget: Budget,
    wanted: Wanted,
    text_of: Callable[[str], str | None],
    analyze: Callable[[Snapshot, Budget], Analysis] = analysing.analyze,
) -> Report:
    """Analyse a program and judge it; ``text_of`` reads other files for ignore comments.

    Raises ``Cancelled`` if the budget is cancelled, and what ``analyze`` raises.
    """
    return judged(analyze(snapshot, budget), wanted, text_of)


def judged(analysis: Analysis, wanted: Wanted, text_of: Callable[[str], str | None]) -> Report:
    """Judge a program that was analysed; otherwise like ``run``."""
    if not wanted.codes:
        return Report(analysis)
    try:
        if wanted.checkpoints or analysis.restores:
            from scope_lsp.analysis import restoring  # most programs do not need it

            analysis = restoring.judge(analysis, wanted.checkpoints, wanted.folders)
        verdict = registry.judge(
            analysis, text_of, wanted.severities, wanted.codes, wanted.per_file
        )
    except Exception as error:
        if os.environ.get("SCOPE_LSP_STRICT"):
            raise
        return Report(analysis, failure=error)
    return Report(analysis, verdict.findings, verdict.silenced)
