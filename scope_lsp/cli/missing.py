"""What a listing lacks: printed on standard error, once per cause, and shown by the exit code.

Faults of the program are findings of the rules.
"""

from __future__ import annotations

from collections.abc import Sequence

from scope_lsp.analysis.kinds import ProblemKind
from scope_lsp.analysis.result import Gap, Problem, Span, Waiting
from scope_lsp.cli.console import complain, shown_path
from scope_lsp.cli.report.words import spelled_line
from scope_lsp.cli.tasks import Outcome
from scope_lsp.comparison.words import counted
from scope_lsp.rules.unfinished import said

INCOMPLETE = 3
"""The exit code of a listing that is known to be incomplete."""

_ENDS = {
    ProblemKind.BUDGET: "{}; what follows may be missing",
    ProblemKind.CRASH: "the program seems to stop here with {}; what follows is only possible",
    ProblemKind.INTERNAL: "the analysis failed here ({}); what follows may be missing",
}
_MOST = 20
"""The maximum number of gaps or files that are printed; the JSON has all gaps."""


def mention(left_out: Sequence[str], done: str, to_do: str) -> None:
    """Say which files of a folder are not ``done`` although they may be programs."""
    if left_out:
        shown = ", ".join(map(shown_path, left_out[:_MOST]))
        more = f" and {len(left_out) - _MOST} more" if len(left_out) > _MOST else ""
        complain(
            f"not {done}, because they have no __main__ guard: {shown}{more}; "
            f"name a file, or set entry-points, to {to_do} it"
        )


def gaps_of(outcomes: Sequence[Outcome]) -> tuple[Gap, ...]:
    """What could not be followed in any of the programs, once per cause, costliest first."""
    found: dict[tuple[object, str], Gap] = {}
    for outcome in outcomes:
        for gap in outcome.analysis.gaps:
            known = found.get((gap.span, gap.reason))
            if known is None or gap.cost > known.cost:
                found[gap.span, gap.reason] = gap
    return tuple(sorted(found.values(), key=lambda gap: gap.cost, reverse=True))


def waiting_of(outcomes: Sequence[Outcome], called: Sequence[str]) -> tuple[Waiting, ...]:
    """What waits to be called in programs that make no variable; nothing once some are called."""
    if called:
        return ()
    return tuple(
        waiting
        for outcome in outcomes
        if all(event.uncalled is not None for event in outcome.analysis.variables)
        for waiting in outcome.analysis.waiting
    )


def tell(outcomes: Sequence[Outcome], gaps: Sequence[Gap]) -> bool:
    """Say what the listing lacks; whether it is incomplete."""
    problems = [problem for outcome in outcomes for problem in outcome.analysis.problems]
    broken = _broken([problem for problem in problems if problem.lossy])
    for span in broken.values():
        complain(f"{spelled_line(span)}: does not parse; the listing covers only the parts that do")
    for path, span in _broken(problems).items():
        if path not in broken:
            complain(f"{spelled_line(span)}: does not parse in Python 3; nothing of it is left out")
    ends = {
        f"{spelled_line(problem.span)}: " + _ENDS[problem.kind].format(problem.message): None
        for problem in problems
        if problem.kind in _ENDS
    }
    for message in ends:
        complain(message)
    for gap in gaps[:_MOST]:
        complain(f"{spelled_line(gap.span)}: {said(gap)}")
    if len(gaps) > _MOST:
        complain(
            f"{counted(len(gaps) - _MOST, 'more part')} could not be followed (see --format json)"
        )
    return bool(ends or broken) or any(gap.hides or gap.names for gap in gaps)


def _broken(problems: Sequence[Problem]) -> dict[str, Span]:
    """The first place of each file that does not parse."""
    found: dict[str, Span] = {}
    for problem in problems:
        if problem.kind is ProblemKind.SYNTAX:
            found.setdefault(problem.span.path, problem.span)
    return found


def tell_waiting(waiting: Sequence[Waiting]) -> None:
    """Say which functions wait to be called, by file."""
    files: dict[str, list[str]] = {}
    for one in waiting:
        files.setdefault(one.span.path, []).append(f"{one.function} ({_line(one.span)})")
    for path, functions in files.items():
        complain(
            f"{shown_path(path)}: running it creates no variables. Nothing calls "
            f"{', '.join(functions)}. To run one with symbolic arguments, use --call FUNCTION; "
            "to run all, use --call all"
        )


def _line(span: Span) -> str:
    cell = f"cell {span.cell}, " if span.cell else ""
    return f"{cell}line {span.line}"
