"""``scope-lsp names FILE...``: every variable that running FILE would create or fetch."""

from __future__ import annotations

import argparse
import sys

from scope_lsp.cli import sources
from scope_lsp.cli.configuration import Configuration
from scope_lsp.cli.console import Paint, complain, emit
from scope_lsp.cli.listing import ALL, Listing, Program, fold, join
from scope_lsp.cli.missing import INCOMPLETE, gaps_of, tell, tell_waiting, waiting_of
from scope_lsp.cli.programs import analyse_all
from scope_lsp.cli.report import format_called


def run(options: argparse.Namespace) -> int:
    """Print the listing.

    Exit code 2 when a file could not be read or analysed or a function to call is not there, 3
    when the listing is known to be incomplete.
    """
    configuration = Configuration()

    def entries(folder: str, files: list[str]) -> list[str]:
        globs = configuration.of_folder(folder).entry_points
        return sources.entry_scripts(folder, files, globs)

    found = sources.collect(options.files, options.exclude, entries)
    outcomes = analyse_all(found.files, options.path, configuration, verbose=options.verbose)
    called = options.call
    uncalled = {one.function for outcome in outcomes for one in outcome.analysis.waiting}
    absent = [name for name in called if name != ALL and name not in uncalled]
    for name in absent:
        complain(f"--call {name}: no such function that nothing calls")
    listing = Listing(
        tuple(
            Program(outcome.path, fold(outcome.analysis.variables, options.slots, called))
            for outcome in outcomes
        ),
        join(finding for outcome in outcomes for finding in outcome.findings),
        gaps_of(outcomes),
        waiting_of(outcomes, called),
    )
    incomplete = tell(outcomes, listing.gaps)
    tell_waiting(listing.waiting)
    emit(format_called(options.format).names(listing, Paint(sys.stdout)))
    if absent or found.problems or any(outcome.failure for outcome in outcomes):
        return 2
    return INCOMPLETE if incomplete else 0
