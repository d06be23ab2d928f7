"""``scope-lsp check PATH...``: the diagnostics of files and folders."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from scope_lsp.cli import sources
from scope_lsp.cli.configuration import Configuration
from scope_lsp.cli.console import Paint, complain, emit
from scope_lsp.cli.explain import unknown_rule
from scope_lsp.cli.listing import Listing, Program, fold, join
from scope_lsp.cli.programs import Outcome, analyse_all
from scope_lsp.cli.report import format_called
from scope_lsp.rules import registry
from scope_lsp.rules.registry import RULES
from scope_lsp.rules.rule import Finding, Severity
from scope_lsp.rules.unused_ignore import CODE as UNUSED
from scope_lsp.settings import Settings

_FAILING = (Severity.ERROR, Severity.WARNING)


def run(options: argparse.Namespace) -> int:
    """Print the diagnostics.

    Exit code 2 when a file could not be read or analysed or a rule is unknown, else 1 when an
    error or a warning was found, else 0.
    """
    select, ignore = _codes(options.select), _codes(options.ignore)
    unknown = [code for code in (*select, *ignore) if code not in RULES]
    for code in unknown:
        complain(unknown_rule(code))
    if unknown:
        return 2

    def codes(settings: Settings) -> tuple[str, ...]:
        """What the options select counts; else what the settings do, less what either ignores."""
        if select:
            return registry.chosen(select, ignore)
        return registry.chosen(settings.select, (*settings.ignore, *ignore))

    configuration = Configuration()
    found = sources.collect(
        options.files, options.exclude, None, options.stdin_filename, configuration
    )
    jobs = options.jobs or os.cpu_count() or 1
    outcomes = analyse_all(
        found.files,
        options.path,
        configuration,
        codes,
        jobs,
        options.verbose,
        found.texts,
    )
    findings = joined(outcomes)
    listing = Listing(
        tuple(
            Program(outcome.path, fold(outcome.analysis.variables, slots=False))
            for outcome in outcomes
        ),
        findings,
        read=sum(not outcome.failure for outcome in outcomes),
        unread=len(found.problems) + sum(bool(outcome.failure) for outcome in outcomes),
    )
    emit(format_called(options.format).check(listing, Paint(sys.stdout)))
    if found.problems or any(outcome.failure for outcome in outcomes):
        return 2
    failing = any(finding.severity in _FAILING for finding in findings)
    return 1 if failing and not options.exit_zero else 0


def joined(outcomes: Sequence[Outcome]) -> tuple[Finding, ...]:
    """The findings of all programs; a comment that one of them needs is of use."""
    silenced = {place for outcome in outcomes for place in outcome.silenced}
    return join(
        finding
        for outcome in outcomes
        for finding in outcome.findings
        if finding.code != UNUSED or (finding.span.path, finding.span.line) not in silenced
    )


def _codes(arguments: list[str]) -> list[str]:
    """Split repeated, comma-separated options."""
    return [code.strip() for text in arguments for code in text.split(",") if code.strip()]
