"""Analyses whole code bases, and ranks what could not be followed by its cost.

    python -m tests.robustness.code_bases [--each 5] [--jobs 2] [--json FILE] FOLDER ...

Each folder is a code base; every script in it that can be started is analysed as ``__main__``.
A program that people publish runs.  So where the analysis ends one early, raises an exception of
its own or reaches a limit, the flaw is ours, and no recording of TensorFlow is needed to see it.
Not a test: it needs code that is not in this repository.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from pathlib import Path

STARTED = re.compile(r"__name__\s*==\s*['\"]__main__['\"]|\bapp\.run\(")
TRAINING = re.compile("train|main|run")
SKIPPED = frozenset(("setup.py", "conftest.py"))
ENDS = ("crash", "internal", "budget", "limit")
"""Kinds of problems that end a program, or may, before its own end."""


@dataclass
class Report:
    """What came of one script."""

    base: str
    path: str
    variables: int = 0
    seconds: float = 0.0
    problems: list[tuple[str, str, str]] = field(default_factory=list)
    """Kind, message, place."""
    gaps: list[tuple[str, str, bool, int]] = field(default_factory=list)
    """Reason, place, whether it hides variables, how many are not wholly known behind it."""


def scripts(base: Path, most: int) -> list[Path]:
    """The scripts of a code base that can be started; of many, some from all over.

    One that trains, by its name, is always among them: it builds most.
    """
    found = []
    for path in sorted(base.rglob("*.py")):
        if path.name in SKIPPED or not path.is_file():
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        if STARTED.search(text):
            found.append(path)
    found.sort(key=lambda path: TRAINING.search(path.name.lower()) is None)
    step = max(len(found) / most, 1.0)
    return [found[int(index * step)] for index in range(min(most, len(found)))]


def analyse(base: Path, path: Path) -> Report:
    """Analyse one script as ``scope-lsp names`` does."""
    import time

    from scope_lsp.analysis.analyze import Snapshot, analyze
    from scope_lsp.interpreter.budget import Budget

    text = path.read_text(encoding="utf-8", errors="replace")
    report = Report(str(base), str(path))
    began = time.process_time()
    try:
        analysis = analyze(Snapshot(str(path), text, roots=(str(base),)), Budget())
    except Exception as error:
        report.problems.append(("internal", f"{type(error).__name__}: {error}", ""))
        return report
    report.seconds = time.process_time() - began
    report.variables = sum(1 for event in analysis.variables if event.uncalled is None)
    for problem in analysis.problems:
        place = f"{problem.span.path}:{problem.span.line}"
        report.problems.append((problem.kind, problem.message, place))
    for gap in analysis.gaps:
        place = f"{gap.span.path}:{gap.span.line}"
        report.gaps.append((gap.reason, place, gap.hides, gap.shapes + gap.names))
    return report


def survey(bases: Sequence[Path], most: int, jobs: int, log: Path | None) -> list[Report]:
    """Analyse the scripts, each code base in a process of its own; ``log`` gets them at once."""

    def run(base: Path) -> list[Report]:
        command = [sys.executable, "-m", __spec__.name, "--worker", "--each", str(most)]
        done = subprocess.run([*command, str(base)], capture_output=True, text=True, check=False)
        reports = [Report(**json.loads(line)) for line in done.stdout.splitlines()]
        if done.returncode:
            flaw = ("internal", done.stderr[-300:], "")
            reports.append(Report(str(base), str(base), problems=[flaw]))
        if log is not None:
            with log.open("a") as file:
                file.writelines(json.dumps(asdict(report)) + "\n" for report in reports)
        return reports

    with ThreadPoolExecutor(jobs) as pool:
        return [report for reports in pool.map(run, bases) for report in reports]


def ranking(reports: Sequence[Report], kind: str) -> Iterator[str]:
    """The messages of one kind of problem, the commonest first, each with one place."""
    files: Counter[str] = Counter()
    places: dict[str, str] = {}
    for report in reports:
        seen = set()
        for found, message, place in report.problems:
            general = re.sub(r"\d+", "0", message)
            if found == kind and general not in seen:
                seen.add(general)
                files[general] += 1
                places.setdefault(general, f"{message}  [{place}]")
    for general, count in files.most_common():
        yield f"{count:5}  {places[general]}"


def gap_ranking(reports: Sequence[Report]) -> Iterator[str]:
    """What could not be followed, by the variables that depend on it and the scripts it is in."""
    costs: Counter[str] = Counter()
    files: Counter[str] = Counter()
    places: dict[str, str] = {}
    for report in reports:
        for reason, place, hides, cost in report.gaps:
            general = re.sub(r"\d+", "0", reason)
            costs[general] += min(cost, 50) + 10 * hides
            files[general] += 1
            places.setdefault(general, f"{reason}  [{place}]")
    for general, cost in costs.most_common():
        yield f"{cost:5} in {files[general]:3} scripts  {places[general]}"


def show(reports: Sequence[Report], most: int) -> None:
    """Print the figures, then the rankings."""
    bases = {report.base for report in reports}
    print(f"{len(bases)} code bases, {len(reports)} scripts")
    for kind in ENDS:
        number = sum(1 for report in reports if any(p[0] == kind for p in report.problems))
        share = number / max(len(reports), 1)
        print(f"\n{kind}: {number} scripts ({share:.1%})")
        for line in list(ranking(reports, kind))[:most]:
            print(line)
    print("\nnot followed:")
    for line in list(gap_ranking(reports))[:most]:
        print(line)
    nothing = [report for report in reports if not report.variables]
    print(f"\nno variable: {len(nothing)} scripts")
    slow = sorted(reports, key=lambda report: -report.seconds)[:10]
    print("slowest: " + ", ".join(f"{Path(r.path).name} {r.seconds:.1f} s" for r in slow))


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--each", type=int, default=5, help="most scripts of a code base")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--most", type=int, default=40)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.worker:
        (base,) = options.folders
        for path in scripts(base, options.each):
            print(json.dumps(asdict(analyse(base, path))), flush=True)
        return 0
    reports = survey(options.folders, options.each, options.jobs, options.json)
    show(reports, options.most)
    return 0


if __name__ == "__main__":
    sys.exit(main())
