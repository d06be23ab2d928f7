"""Runs programs of ``attacks`` as the command line does, each in a measured process.

``python -m tests.robustness.attack [PATTERN]`` prints, for each program whose name holds the
pattern, what went wrong with it; with ``--all`` also what went well.
"""

from __future__ import annotations

import os
import resource
import struct
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from scope_lsp.analysis.analyze import Snapshot, analyze
from scope_lsp.cli import children, programs
from scope_lsp.cli.configuration import Configuration
from scope_lsp.cli.tasks import Outcome, Task, tasks_of
from scope_lsp.interpreter.budget import Budget
from tests.robustness.attacks import NAMES, program
from tests.robustness.hostile import SOUND

PART = 20
"""Which part of the work that is allowed is done: all of it would take up to a minute."""
_MAXIMUM = struct.Struct("<Q")


@dataclass(frozen=True, slots=True)
class Found:
    """What came of a program."""

    names: tuple[str, ...]
    """Of the variables of the sound line."""
    failure: str | None
    seconds: float
    mebibytes: float
    """Most memory that the analysis took, beyond what its process had from the one it came of."""


def attack(name: str, folder: Path, seconds: float = 60.0) -> Found:
    """Analyse a program, with so much time for its watchdog."""
    _warm_up()
    path = folder / "program.py"
    path.write_bytes((SOUND + program(name)).encode("utf-8", "surrogatepass"))
    configuration = Configuration([f"analysis.timeout={seconds:g}"])
    tasks = tasks_of([str(path)], [], configuration)
    here = os.getcwd()
    os.chdir(folder)  # what is made by accident shows there
    reading, writing = os.pipe()
    os.set_blocking(reading, False)
    began = time.monotonic()
    with _in_part(writing):
        (outcome,) = children.run_watched(tasks, 1)
    took = time.monotonic() - began
    os.chdir(here)
    os.close(writing)
    measured = os.read(reading, _MAXIMUM.size) or _MAXIMUM.pack(0)
    os.close(reading)
    names = (event.name for event in outcome.analysis.variables if event.trace[-1].span.line == 2)
    return Found(tuple(names), outcome.failure, took, _MAXIMUM.unpack(measured)[0] / 1024)


@cache
def _warm_up() -> None:
    """Let this process read what every program needs, once for all that it starts."""
    analyze(Snapshot("/warm_up.py", SOUND + _IMPORTED))


_IMPORTED = "import collections, copy, functools, itertools, json, os, re\nimport numpy as np\n"


@contextmanager
def _in_part(writing: int) -> Iterator[None]:
    """Let analyses do a part of the work only, and write what memory they took."""
    run, budget, full = programs.run, programs.Budget, Budget()

    def measured(task: Task, told: programs.Told) -> Outcome:
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        try:
            return run(task, told)
        finally:
            most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            os.write(writing, _MAXIMUM.pack(most - before))

    programs.run = measured  # type: ignore[assignment]
    programs.Budget = partial(  # type: ignore[assignment, misc]
        Budget,
        steps=full.steps // PART,
        idle_steps=full.idle_steps // PART,
        loop_steps=full.loop_steps // PART,
        uncalled_steps=full.uncalled_steps // PART,
        building_rounds=full.building_rounds // PART,
    )
    try:
        yield
    finally:
        programs.run, programs.Budget = run, budget  # type: ignore[misc]


def main() -> None:
    """Attack, and tell."""
    everything = "--all" in sys.argv
    patterns = [one for one in sys.argv[1:] if not one.startswith("--")] or [""]
    for name in NAMES:
        if any(pattern in name for pattern in patterns):
            with tempfile.TemporaryDirectory() as folder:
                found = attack(name, Path(folder))
            bad = found.names != ("sound:0",) or found.failure
            if everything or bad or found.seconds > 10 or found.mebibytes > 400:
                print(f"{'BAD ' if bad else ''}{name}: {found}", flush=True)


if __name__ == "__main__":
    main()
