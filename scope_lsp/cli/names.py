"""``scope-lsp names FILE...``: every variable that running FILE would create or fetch."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from scope_lsp.cli import sources
from scope_lsp.cli.configuration import Configuration
from scope_lsp.cli.console import Paint, complain, emit, shown_path
from scope_lsp.cli.listing import Listing, Program, fold, join
from scope_lsp.cli.programs import Outcome, analyse_all
from scope_lsp.cli.report import format_called


def run(options: argparse.Namespace) -> int:
    """Print the listing; exit code 2 when a file could not be read or analysed."""
    configuration = Configuration()

    def entries(folder: str, files: list[str]) -> list[str]:
        globs = configuration.of_folder(folder).entry_points
        return sources.entry_scripts(folder, files, globs)

    found = sources.collect(options.files, options.exclude, entries)
    outcomes = analyse_all(found.files, options.path, configuration, verbose=options.verbose)
    listing = Listing(
        tuple(
            Program(outcome.path, fold(outcome.analysis.variables, options.slots))
            for outcome in outcomes
        ),
        join(finding for outcome in outcomes for finding in outcome.findings),
    )
    _mention_broken(outcomes)
    emit(format_called(options.format).names(listing, Paint(sys.stdout)))
    return 2 if found.problems or any(outcome.failure for outcome in outcomes) else 0


def _mention_broken(outcomes: Sequence[Outcome]) -> None:
    """Say once of each file that does not parse that the listing may lack some of it."""
    broken: dict[str, int] = {}
    for outcome in outcomes:
        for problem in outcome.analysis.problems:
            if problem.kind == "syntax":
                broken.setdefault(problem.span.path, problem.span.line)
    for path, line in broken.items():
        complain(
            f"{shown_path(path)}:{line}: does not parse; the listing shows what the sound parts say"
        )
