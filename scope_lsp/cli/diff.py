"""``scope-lsp diff OLD NEW``: the variables that two programs or checkpoints do not share."""

from __future__ import annotations

import argparse
import importlib
import sys

from scope_lsp.cli.configuration import Configuration
from scope_lsp.cli.console import Paint, complain, emit
from scope_lsp.cli.sides import NoSide, side_of, tell
from scope_lsp.comparison.compare import compare


def run(options: argparse.Namespace) -> int:
    """Print the comparison; 0: the same, 1: differences, 2: could not compare."""
    configuration = Configuration()
    sides = []
    for argument in (options.old, options.new):
        try:
            sides.append(side_of(argument, options.path, configuration))
        except NoSide as error:
            complain(str(error))
    if len(sides) < 2:
        return 2
    for side in sides:
        tell(side)
    if options.use and options.format != "map":
        complain("--for goes with --format map")
        return 2
    comparison = compare(sides[0], sides[1], options.ignore, options.slots)
    report = importlib.import_module(f"scope_lsp.cli.report.diff_{options.format}")
    if options.format == "map":
        emit(report.diff(comparison, options.use or "init"))
    else:
        emit(report.diff(comparison, Paint(sys.stdout)))
    return int(comparison.differs)
