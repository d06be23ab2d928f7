"""Compares the result for files that seem unable to lead to TensorFlow with running them.

    python -m tests.robustness.reach [--most 200] [--seconds 20] FOLDER ...

Every Python file of the folders that ``resolve/reach.py`` takes to be far from TensorFlow is
analysed as the command line does, and once more with that decision switched off.  Names, findings
and gaps must be the same; the exit code is 1 where they differ.  Of findings ``unfinished`` does
not count, and none does behind a limit: of a file without variables nothing is missing.  Not a
test: it needs code that is not in this repository.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from scope_lsp.analysis import analyze
from scope_lsp.analysis.kinds import ProblemKind
from scope_lsp.cli import programs
from scope_lsp.cli.configuration import Configuration
from scope_lsp.cli.tasks import Task, tasks_of
from scope_lsp.rules import registry

LIMITS = frozenset(
    (ProblemKind.BUDGET, ProblemKind.TIMEOUT, ProblemKind.MEMORY, ProblemKind.INTERNAL)
)


@dataclass(frozen=True)
class Said:
    """What users see of a program."""

    names: tuple[str, ...]
    findings: tuple[str, ...]
    gaps: tuple[str, ...]
    is_cut: bool
    """Whether a limit was reached, or a fault of ours."""


def said(task: Task, *, interpreted: bool) -> Said:
    """What is said of a program."""
    if interpreted:
        with mock.patch.object(analyze, "may_reach_tensorflow", lambda *_: (True, set())):
            outcome = programs.run(task)
    else:
        outcome = programs.run(task)
    found = outcome.analysis
    return Said(
        tuple(f"{event.name} {event.span}" for event in found.variables),
        tuple(str(finding) for finding in outcome.findings if finding.code != "unfinished"),
        tuple(map(str, found.gaps)),
        any(problem.kind in LIMITS for problem in found.problems),
    )


def is_far(task: Task) -> bool:
    """Whether nothing of a program is interpreted."""
    with mock.patch.object(analyze, "_in_deep_thread", side_effect=_Near):
        return not isinstance(_reached(task), _Near)


class _Near(BaseException):
    """The program would be interpreted."""


def _reached(task: Task) -> object:
    try:
        return programs.run(task)
    except _Near as near:
        return near


def differences(task: Task) -> list[str]:
    """In what the two answers differ."""
    short, full = said(task, interpreted=False), said(task, interpreted=True)
    wrong = []
    if short.names != full.names:
        wrong.append(f"names: {full.names}")
    if short.gaps != full.gaps:
        wrong.append(f"gaps: {full.gaps}")
    if short.findings != full.findings and not full.is_cut:
        wrong.append(f"findings: {sorted(set(short.findings) ^ set(full.findings))}")
    return wrong


def main(arguments: Sequence[str] | None = None) -> int:
    """Compare, and print where the answers differ."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folders", nargs="+", metavar="FOLDER")
    parser.add_argument("--most", type=int, default=200, help="files that are compared")
    parser.add_argument("--seconds", type=float, default=20.0, help="for each analysis")
    options = parser.parse_args(arguments)
    files = sorted(
        str(path.resolve()) for one in options.folders for path in Path(one).rglob("*.py")
    )
    random.Random(0).shuffle(files)
    configuration = Configuration([f"analysis.timeout={options.seconds}"])
    compared = wrong = 0
    for task in tasks_of(files, [], configuration, lambda _: registry.chosen((), ())):
        if compared >= options.most:
            break
        if not is_far(task):
            continue
        compared += 1
        for difference in differences(task):
            wrong += 1
            print(f"{task.path}: {difference}")
    print(f"compared {compared} of {len(files)} files, far from TensorFlow: {wrong} differ")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
