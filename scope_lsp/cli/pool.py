"""Analyses programs in several processes; if one dies, the results of the others are kept."""

from __future__ import annotations

import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool

from scope_lsp.analysis.result import Analysis
from scope_lsp.cli.programs import run
from scope_lsp.cli.tasks import Outcome, Task


def run_parallel(tasks: Sequence[Task], jobs: int) -> Iterator[Outcome]:
    """Yield outcomes as they come, in any order, from at most ``jobs`` processes."""
    left = {task.path: task for task in tasks}
    try:
        with ProcessPoolExecutor(min(jobs, len(tasks)), initializer=_end_on_interrupt) as pool:
            for future in as_completed([pool.submit(run, task) for task in tasks]):
                outcome = future.result()
                del left[outcome.path]
                yield outcome
    except BrokenProcessPool:
        for task in left.values():
            yield _run_alone(task)


def _end_on_interrupt() -> None:
    """On Ctrl-C, which reaches every process, end silently; the command prints the message."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _run_alone(task: Task) -> Outcome:
    with ProcessPoolExecutor(1) as pool:
        try:
            return pool.submit(run, task).result()
        except BrokenProcessPool:
            failure = "internal error: the analysing process ended"
            return Outcome(task.path, Analysis(task.path), failure=failure)
