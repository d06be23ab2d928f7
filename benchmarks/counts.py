"""Counts the work of analyses, which no clock and no load can change: a check for each commit.

    python -m benchmarks.counts [--update] [PROGRAM ...]

Each program is analysed in a process of its own, and again in the same process, as after an edit.
Counted are the steps of the abstract interpreter, the calls of Python functions and the peak of
memory.  ``counts.json`` has what they were.  More than 5 % above that is a failure, exit code 1;
``--update`` writes the file anew, for a change that is worth it or that saves something.

Steps are compared everywhere.  Calls and memory depend on the version of Python, and are compared
on the one that the file names.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import tracemalloc
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks import programs
from scope_lsp.analysis.analyze import Snapshot, analyze
from scope_lsp.interpreter.budget import Budget

ROOT = Path(__file__).parents[1]
FILE = Path(__file__).with_suffix(".json")
TOLERANCE = 0.05
MADE = "1,000 lines"
PROGRAMS = (
    "examples/encoder.py",
    "examples/siamese.py",
    "tests/stubs/models/programs/encoder.py",
    "tests/stubs/keras/programs/functional.py",
    "tests/stubs/programs/rnn_seq2seq.py",
    MADE,
)
"""Files of the repository, and one that is made."""
EVERYWHERE = ("steps", "steps again")
"""What does not depend on the version of Python."""

Counts = Mapping[str, int]


def count(name: str, kinds: Sequence[str] = ("calls", "memory")) -> dict[str, int]:
    """Count what the analysis of one program takes, in a process of its own for each kind."""
    counts: dict[str, int] = {}
    for what in kinds:
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.counts", "--count", what, name],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": "0"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        counts |= json.loads(done.stdout)
    return counts


def steps(name: str) -> int:
    """The steps of the abstract interpreter for one program, counted in this process."""
    budget = Budget()
    analyze(_snapshot(name), budget)
    return budget.used


def calls(name: str) -> dict[str, int]:
    """Steps and calls of the first analysis and of a second one."""
    counts: dict[str, int] = {}
    for suffix in ("", " again"):
        made = 0

        def count_call(frame: object, event: str, argument: object) -> None:
            nonlocal made
            made += event == "call"

        budget = Budget()
        snapshot = _snapshot(name)
        threading.setprofile(count_call)  # analyses run in a thread that they start
        try:
            analyze(snapshot, budget)
        finally:
            threading.setprofile(None)
        counts |= {f"steps{suffix}": budget.used, f"calls{suffix}": made}
    return counts


def memory(name: str) -> dict[str, int]:
    """The most memory that was taken at one time."""
    snapshot = _snapshot(name)
    tracemalloc.start()
    analyze(snapshot, Budget())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return {"peak kB": peak // 1024}


def excesses(name: str, now: Counts, then: Counts, measures: Sequence[str]) -> list[str]:
    """What is too much, one line each; what the file does not know is too much as well."""
    found = []
    for measure in measures:
        known = then.get(measure)
        if known is None:
            found.append(f"{name}: {measure} {now[measure]:,}, unknown so far: use --update")
        elif now[measure] > known * (1 + TOLERANCE) + _SLACK:
            more = 100 * (now[measure] / max(known, 1) - 1)
            found.append(f"{name}: {measure} {now[measure]:,}, {more:.1f} % above {known:,}")
    return found


_SLACK = 50
"""What is too little to matter beside any of the counts."""


def known() -> dict[str, Any]:
    """What the file says: a version of Python, and counts by program."""
    read: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return read


def version() -> str:
    """The version of Python that decides about calls and memory."""
    return "{}.{}".format(*sys.version_info)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.counts", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("programs", nargs="*", metavar="PROGRAM", help="of those in the file")
    parser.add_argument("--update", action="store_true", help="write the file anew")
    parser.add_argument("--count", choices=("calls", "memory"), help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    chosen: Sequence[str] = options.programs or PROGRAMS
    if options.count:
        kinds = {"calls": calls, "memory": memory}
        print(json.dumps(kinds[options.count](chosen[0])))
        return 0
    unknown = set(chosen) - set(PROGRAMS)
    if unknown or (options.update and options.programs):
        parser.error(f"not counted: {', '.join(unknown)}" if unknown else "--update is for all")
    then: dict[str, Any] = known() if FILE.exists() else {"python": "", "programs": {}}
    all_of_it = options.update or then["python"] == version()
    found = []
    now: dict[str, Counts] = {}
    for name in chosen:
        now[name] = count(name) if all_of_it else count(name, ("calls",))
        measures = list(now[name]) if all_of_it else EVERYWHERE
        figures = ", ".join(f"{measure} {now[name][measure]:,}" for measure in measures)
        print(f"{name}: {figures}", flush=True)
        if not options.update:
            found += excesses(name, now[name], then["programs"].get(name, {}), measures)
    if options.update:
        text = json.dumps({"python": version(), "programs": now}, indent=2)
        FILE.write_text(text + "\n", encoding="utf-8")
    for line in found:
        print(line, file=sys.stderr)
    return 1 if found else 0


def _snapshot(name: str) -> Snapshot:
    if name == MADE:
        folder = tempfile.gettempdir()  # nothing of it is read
        return Snapshot(str(Path(folder) / "made" / "model.py"), programs.program(1_000))
    path = ROOT / name
    return Snapshot(str(path), path.read_text(encoding="utf-8"))


if __name__ == "__main__":
    sys.exit(main())
