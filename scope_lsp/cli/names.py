"""``scope-lsp names FILE...``: every variable that running FILE would create or fetch."""

from __future__ import annotations

import argparse
import sys

from scope_lsp import globs
from scope_lsp.cli import sources
from scope_lsp.cli.analysing import analyse_all
from scope_lsp.cli.cache import opened
from scope_lsp.cli.configuration import BadOption, Configuration
from scope_lsp.cli.console import Paint, complain, emit
from scope_lsp.cli.listing import ALL, Listing, Program, arranged, fold
from scope_lsp.cli.missing import INCOMPLETE, gaps_of, mention, tell, tell_waiting, waiting_of
from scope_lsp.cli.report import format_called
from scope_lsp.cli.tasks import joined, tasks_of
from scope_lsp.cli.texts import Texts


def run(options: argparse.Namespace) -> int:
    """Print the listing.

    Exit code 2 when a file could not be read or analysed or a function to call is not there, 3
    when the listing is known to be incomplete.
    """
    try:
        configuration = Configuration(options.config)
        patterns = [globs.anchored(pattern, "/") for pattern in options.filter]
    except BadOption as error:
        complain(str(error))
        return 2
    except ValueError as error:
        complain(f"--filter: {str(error)!r} is no glob pattern")
        return 2

    def entries(folder: str, files: list[str]) -> list[str]:
        globs = configuration.of_folder(folder).entry_points
        chosen = sources.entry_scripts(folder, files, globs)
        if not globs:
            mention(sources.left_out(files, chosen), "listed", "list")
        return chosen

    found = sources.collect(
        options.files, options.exclude, entries, options.stdin_filename, configuration
    )
    tasks = tasks_of(
        found.files,
        options.path,
        configuration,
        texts=found.texts,
        infers_parameters=bool(options.call),
    )
    cache = opened(options.cache_dir, unused=options.no_cache)
    outcomes = analyse_all(tasks, verbose=options.verbose, cache=cache)
    called = options.call
    uncalled = {one.function for outcome in outcomes for one in outcome.analysis.waiting}
    absent = [name for name in called if name != ALL and name not in uncalled]
    for name in absent:
        complain(f"--call {name}: no uncalled function has this name")
    listing = Listing(
        tuple(
            Program(
                outcome.path,
                arranged(
                    fold(outcome.analysis.variables, options.slots, called),
                    patterns,
                    options.sort,
                ),
            )
            for outcome in outcomes
        ),
        joined(outcomes),
        gaps_of(outcomes),
        waiting_of(outcomes, called),
        line_of=Texts(found.texts).line,
        depth=options.depth,
        sort=options.sort,
    )
    incomplete = tell(outcomes, listing.gaps)
    if patterns and not any(program.entries for program in listing.programs):
        complain("--filter: no variable has a matching name")
    tell_waiting(listing.waiting)
    paint = Paint(None if options.output_file else sys.stdout)
    emit(format_called(options.format).names(listing, paint), options.output_file)
    if absent or found.problems or any(outcome.failure for outcome in outcomes):
        return 2
    return INCOMPLETE if incomplete else 0
