"""Analyses the programs of a command, each in a process whose loss does not affect the others.

``programs`` has what one program needs.  Here, tasks are distributed and outcomes collected.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from scope_lsp.cli.console import ProgressBar, complain, shown_path
from scope_lsp.cli.tasks import Outcome, Task

if TYPE_CHECKING:
    from scope_lsp.cli.cache import Cache


def analyse_all(
    tasks: Sequence[Task], jobs: int = 1, verbose: bool = False, cache: Cache | None = None
) -> list[Outcome]:
    """Do all tasks, or find in a ``cache`` what came of them; outcomes in their order.

    Shows a progress bar, and reports what went wrong.  If ``verbose``, also prints the environment
    in which imports were looked up.
    """
    outcomes: dict[str, Outcome] = {}
    left = {task.path: task for task in tasks}
    for task in tasks:
        outcome = cache.find(task) if cache is not None else None
        if outcome is not None:
            outcomes[task.path] = outcome
            del left[task.path]
        elif cache is not None:
            left[task.path] = replace(task, is_noted=True)
    progress = ProgressBar(len(left))
    try:
        for outcome in _run_all(list(left.values()), jobs):
            progress.step(outcome.path)
            outcomes[outcome.path] = outcome
    finally:
        progress.clear()
    if cache is not None and left:
        _keep(cache, [(task, outcomes[path]) for path, task in left.items()])
    ordered = [outcomes[task.path] for task in tasks]
    if verbose:
        _mention_environments(ordered)
    for outcome in ordered:
        if outcome.failure:
            complain(f"{shown_path(outcome.path)}: {outcome.failure}")
    return ordered


def _keep(cache: Cache, done: Sequence[tuple[Task, Outcome]]) -> None:
    try:
        for task, outcome in done:
            cache.keep(task, outcome)
        cache.tidy()
    except OSError as error:
        complain(f"{cache.folder}: {error.strerror or error}; the result is not kept")


def _run_all(tasks: Sequence[Task], jobs: int) -> Iterator[Outcome]:
    """Yield outcomes as they come, in any order."""
    if not tasks:
        return
    # They load the analysis, which is not needed where the cache has all outcomes.
    from scope_lsp.cli import children
    from scope_lsp.cli.programs import run

    if os.environ.get("SCOPE_LSP_STRICT"):  # for debuggers and tracebacks
        yield from map(run, tasks)
        return
    left = {task.path: task for task in tasks}
    if children.AVAILABLE:
        try:
            for outcome in children.run_watched(tasks, jobs):
                del left[outcome.path]
                yield outcome
        except OSError as error:  # out of processes or file descriptors
            complain(f"{error.strerror or error}: analysing in the same process")
    elif jobs > 1 and len(tasks) > 1:
        from scope_lsp.cli.pool import run_parallel  # it loads much that is not needed elsewhere

        yield from run_parallel(tasks, jobs)
        return
    yield from map(run, left.values())


def outcome_of(task: Task) -> Outcome:
    """The outcome of one task, from a separate process if possible."""
    (outcome,) = _run_all([task], 1)
    return outcome


def _mention_environments(outcomes: Sequence[Outcome]) -> None:
    """Print each environment once, with the programs that use it if there are several."""
    users: dict[str, list[str]] = {}
    for outcome in outcomes:
        if outcome.analysis.environment:
            users.setdefault(outcome.analysis.environment, []).append(shown_path(outcome.path))
    for environment, paths in users.items():
        first = paths[0] if len(paths) == 1 else f"{paths[0]} and {len(paths) - 1} more"
        complain(f"environment{f' of {first}' if len(users) > 1 else ''}: {environment}")
