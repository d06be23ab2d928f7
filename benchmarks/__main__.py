"""Measures scope-lsp beside a bare pygls server, other servers and TensorFlow itself.

    python -m benchmarks [--quick] [--repetitions N] [--only WHAT] [--file FILE]
                         [--json FILE] [--page docs/performance.md]
    python -m benchmarks --from FILE --page docs/performance.md

One repetition measures everything once, all servers in turn for each file, so that what else the
machine does meets all of them.  Absolute figures differ between machines and hours; ratios to the
bare server stay.  Leave the machine alone meanwhile.  A full run with all servers takes hours,
``--quick`` some minutes.
"""

from __future__ import annotations

import argparse
import compileall
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import scope_lsp
from benchmarks import cases, commands, page, processes, results, servers, session

QUICK_REPETITIONS = 1
REPETITIONS = 5


def main(arguments: Sequence[str] | None = None) -> int:
    options = _options(arguments)
    if options.from_:
        found = results.read(options.from_)
    else:
        if not processes.available():
            print("nothing can be measured without /proc", file=sys.stderr)
            return 2
        found = measure(options)
    if options.json:
        found.save(options.json)
    if options.page:
        if found.load >= results.QUIET:
            print(f"note: the load was {found.load:.1f} when this began", file=sys.stderr)
        page.write(options.page, found)
    print(page.figures(found))
    return 0


def measure(options: argparse.Namespace) -> results.Results:
    """Measure what the options ask for; one line on standard error for each part."""
    # As an installation does; a checkout would otherwise be compiled while it is measured.
    compileall.compile_dir(scope_lsp.__path__[0], quiet=1)
    repetitions = options.repetitions or (QUICK_REPETITIONS if options.quick else REPETITIONS)
    found = results.begun(repetitions)
    effort = session.QUICK if options.quick else session.Effort()
    with tempfile.TemporaryDirectory(prefix="benchmarks-") as name:
        folder = Path(name)
        opened = list(cases.made(folder, options.quick)) + list(cases.given(options.file))
        called = list(commands.commands(folder, options.quick))
        for repetition in range(1, repetitions + 1):
            for case in opened:
                for server in servers.found():
                    if wanted(options.only, "servers", case.name, server.name):
                        tell(f"{repetition}/{repetitions} {case.name}: {server.name}")
                        measured = session.run(server, case, effort)
                        found.add("servers", case.name, server.name, measured)
            for command in called:
                if wanted(options.only, "commands", command.subject, command.name):
                    tell(f"{repetition}/{repetitions} {command.subject}: {command.name}")
                    took = commands.run(command, folder)
                    found.add("commands", command.subject, command.name, took)
    return found


def wanted(only: Sequence[str], kind: str, case: str, name: str) -> bool:
    """Whether each word of ``--only`` is part of what is to be measured; the floor always fits."""
    here = f"{kind} {case} {name}".lower()
    return all(
        any(part.strip().lower() in here for part in one.split(","))
        or (name == servers.FLOOR and any(server in one for server in servers.names()))
        for one in only
    )


def tell(line: str) -> None:
    print(f"{line} (load {os.getloadavg()[0]:.1f})", file=sys.stderr, flush=True)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--quick", action="store_true", help="less and smaller, to try it")
    parser.add_argument("--repetitions", type=int, metavar="N", help="5, or 1 if quick")
    parser.add_argument(
        "--only",
        action="append",
        default=[],
        metavar="WHAT",
        help="parts of names, divided by commas: `servers` or `commands`, a file (`300 lines`, "
        "`workspace`, `notebook`), a server (`ty`); given twice, both must fit",
    )
    parser.add_argument(
        "--file", action="append", default=[], type=Path, help="open this file as well"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="save all figures")
    parser.add_argument("--from", dest="from_", type=Path, metavar="FILE", help="saved figures")
    parser.add_argument("--page", type=Path, metavar="FILE", help="write the figures into a page")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
