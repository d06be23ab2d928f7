"""Compares programs with the checkpoints that TensorFlow saves from them: nothing may differ.

    python -m tests.corpus.checkpoints --tf PYTHON37 [--only NAME] [--json FILE] CORPUS ...

Each program of a corpus (``cases``) is built by TensorFlow 1.15.5, which saves the global variables
of each of its graphs.  Then ``scope-lsp diff PROGRAM CHECKPOINT`` has to find no difference, with
``--slots`` too.  Where a program builds several graphs, what is only in another one is no
difference.  Not a test: it needs code that is not in this repository.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from tests.corpus.cases import Case, NotBuilt, build, read

KINDS = ("renamed", "otherShape", "otherDtype", "onlyOld", "onlyNew")
"""What a comparison calls a difference; the program is the old side."""


@dataclass
class Report:
    """What came of one program."""

    name: str
    variables: int = 0
    failure: str = ""
    differences: dict[str, list[str]] = field(default_factory=dict)
    """By graph and options, one line each."""
    doubtful: int = 0
    seconds: float = 0.0

    @property
    def is_same(self) -> bool:
        """Whether nothing differs."""
        return not self.failure and not any(self.differences.values())


def examine(case: Case, python: Path) -> Report:
    """Save and compare one program."""
    report = Report(case.name)
    with tempfile.TemporaryDirectory() as folder:
        try:
            built = build(python, case, Path(folder), Path(folder, "saved"))
        except NotBuilt as reason:
            report.failure = f"not built: {reason}"
            return report
        if built["error"]:
            report.failure = f"ended in {built['error']}"
            return report
        graphs = [one for one in built["graphs"] if one["checkpoint"]]
        if not graphs:
            report.failure = "no graph with global variables"
        known = {name.partition(":")[0] for one in graphs for name in global_names(one)}
        for number, graph in enumerate(graphs):
            report.variables += len(global_names(graph))
            for options in ((), ("--slots",)):
                began = time.monotonic()
                found, doubtful = differences(case, graph["checkpoint"], options)
                report.seconds = max(report.seconds, time.monotonic() - began)
                report.doubtful = max(report.doubtful, doubtful)
                if len(graphs) > 1:
                    own = {name.partition(":")[0] for name in global_names(graph)}
                    others = {f"onlyOld {name}" for name in known - own}
                    found = [line for line in found if line not in others]
                report.differences[" ".join((f"graph {number}", *options))] = found
    return report


def global_names(graph: dict[str, Any]) -> list[str]:
    """The names of what a checkpoint of the graph holds."""
    names: list[str] = graph["collections"].get("variables", [])
    return names


def differences(case: Case, checkpoint: str, options: Sequence[str]) -> tuple[list[str], int]:
    """The differences that ``scope-lsp diff`` finds, and how many variables it is unsure of."""
    command = [sys.executable, "-m", "scope_lsp", "diff", str(case.script), checkpoint]
    for path in case.searched:
        command += ["--path", path]
    command += ["--format", "json", *options]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if done.returncode == 2:
        return [done.stderr.strip()], 0
    answer = json.loads(done.stdout)
    return [line for kind in KINDS for line in spelled(kind, answer[kind])], len(answer["doubtful"])


def spelled(kind: str, rows: Sequence[Any]) -> Iterator[str]:
    """One line for each row of an answer."""
    for row in rows:
        if "old" in row:
            old, new = row["old"], row["new"]
            told = [f"{one['name']} {one['shape']} {one['dtype']}" for one in (old, new)]
            yield f"{kind} {' -> '.join(told)}"
        else:
            yield f"{kind} {row['name']}"


def main() -> int:
    """The command; its exit code is 1 when something differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("--tf", required=True, type=Path, help="a Python with TensorFlow 1.15.5")
    parser.add_argument("--only", action="append", help="these programs only")
    parser.add_argument("--show", type=int, default=10, help="most differences of each program")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    cases = [case for file in options.corpora for case in read(file)]
    reports = []
    for case in cases:
        if options.only and case.name not in options.only:
            continue
        report = examine(case, options.tf)
        reports.append(report)
        word = report.failure or ("same" if report.is_same else "DIFFERS")
        print(
            f"{case.name}: {report.variables} variables, {report.seconds:.1f} s, {word}"
            + (f", {report.doubtful} doubtful" if report.doubtful else ""),
            flush=True,
        )
        for which, lines in report.differences.items():
            for line in lines[: options.show]:
                print(f"    {which}: {line}")
            if len(lines) > options.show:
                print(f"    {which}: and {len(lines) - options.show} more")
        if options.json:
            with options.json.open("a") as file:
                file.write(json.dumps(asdict(report)) + "\n")
    built = [report for report in reports if not report.failure]
    same = [report for report in built if report.is_same]
    print(f"{len(reports)} programs, {len(built)} built, {len(same)} without a difference")
    return 0 if len(same) == len(reports) else 1


if __name__ == "__main__":
    sys.exit(main())
