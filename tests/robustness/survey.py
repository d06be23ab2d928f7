"""Analyses many third-party files, and reports which ones show a fault of ours.

    python -m tests.robustness.survey [--count 2000] [--seed 1] [--seconds 2] [FOLDER ...]

The files are those of Python's standard library and of the installed packages, or of the folders
given.  A fault is an internal exception, or an answer that comes later than the budget allows.
Not a measure of quality: hardly any of the files builds a graph.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import site
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

STEPS = 100_000
"""What an analysis may do, per second that it may take."""
GRACE = 20.0
"""Seconds of processor time beyond that: for parsing, mostly, and on a machine that is busy."""


@dataclass(frozen=True)
class Fault:
    """What went wrong with one file."""

    path: str
    message: str


def python_files(folders: Sequence[Path], count: int, seed: int) -> list[Path]:
    """A sample of the Python files below ``folders``, the same for the same seed."""
    found: set[Path] = set()
    for folder in folders:
        found.update(path for path in folder.rglob("*.py") if path.is_file())
    files = sorted(found)
    random.Random(seed).shuffle(files)
    return files[:count]


def installed() -> list[Path]:
    """The folders of the standard library and of the installed packages."""
    paths = {sysconfig.get_path("stdlib"), *site.getsitepackages()}
    return sorted(Path(path) for path in paths if path)


def faults_of(files: Sequence[Path], seconds: float) -> Iterator[Fault]:
    """Analyse the files one after the other; what went wrong."""
    from scope_lsp.analysis.analyze import Snapshot, analyze
    from scope_lsp.interpreter.budget import Budget

    for path in files:
        text = path.read_text(encoding="utf-8", errors="replace")
        began = time.process_time()
        budget = Budget(steps=int(seconds * STEPS), building_rounds=1000)
        try:
            analysis = analyze(Snapshot(str(path), text), budget)
        except Exception as error:
            yield Fault(str(path), f"raised {type(error).__name__}: {error}")
            continue
        for problem in analysis.problems:
            if problem.kind == "internal":
                yield Fault(str(path), problem.message)
        took = time.process_time() - began
        if took > seconds * 2 + GRACE:
            yield Fault(str(path), f"took {took:.1f} s")


def survey(files: Sequence[Path], seconds: float, jobs: int) -> list[Fault]:
    """As ``faults_of``, in ``jobs`` processes that each take a few files at a time."""
    chunks = [files[start : start + 20] for start in range(0, len(files), 20)]

    def run(chunk: Sequence[Path]) -> list[Fault]:
        command = [sys.executable, "-m", __spec__.name, "--worker", "--seconds", str(seconds)]
        done = subprocess.run(
            command,
            input="\n".join(str(path) for path in chunk),
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            return [Fault(str(chunk[0]), f"a worker died: {done.stderr[-400:]}")]
        return [Fault(**json.loads(line)) for line in done.stdout.splitlines()]

    with ThreadPoolExecutor(jobs) as pool:
        return [fault for faults in pool.map(run, chunks) for fault in faults]


def main() -> int:
    """The command; its exit code is 1 when something went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=2.0)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.worker:
        files = [Path(line) for line in sys.stdin.read().splitlines()]
        for fault in faults_of(files, options.seconds):
            print(json.dumps(vars(fault)), flush=True)
        return 0
    files = python_files(options.folders or installed(), options.count, options.seed)
    faults = survey(files, options.seconds, options.jobs)
    for fault in faults:
        print(f"{fault.path}: {fault.message}")
    print(f"{len(files)} files, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
