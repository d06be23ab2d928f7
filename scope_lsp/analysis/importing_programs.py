"""What other programs make of a file: their events put together with the file's own.

The same call has a name for each way in which it is reached.  A file of builders, run on its own,
shows them rooted at nothing; the programs of the workspace that import it know the real names.
Pure: one analysis for each program in, one out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from scope_lsp.analysis.result import Analysis, ScopeEvent, Span, VariableEvent

E = TypeVar("E", VariableEvent, ScopeEvent)

_GRAPHS = 1_000_000
"""Set between the graph numbers of two programs, so that no two graphs look like one."""


def with_programs(own: Analysis, programs: Sequence[Analysis]) -> Analysis:
    """The analysis of a file with what ``programs`` make of it.

    At each call the real names count first, those that a program's own run gives; then those that
    come of functions of theirs run on their own; then those of the file's own functions.
    """
    if not programs:
        return own
    return replace(
        own,
        variables=_merged(own.path, own.variables, [(p.path, p.variables) for p in programs]),
        scopes=_merged(own.path, own.scopes, [(p.path, p.scopes) for p in programs]),
    )


def _merged(
    path: str, own: Iterable[E], programs: Sequence[tuple[str, Iterable[E]]]
) -> tuple[E, ...]:
    theirs: list[E] = []
    for number, (program, events) in enumerate(programs, 1):
        for event in events:
            if program == path:  # the file itself, read once more for what its functions make
                if event.uncalled is not None:
                    theirs.append(event)
            elif any(frame.span.path == path for frame in event.trace):
                theirs.append(_of_program(event, program, number * _GRAPHS))
    real = _sites(event for event in theirs if event.uncalled is None)
    rooted = _sites(event for event in theirs if event.uncalled is not None)
    found = [
        event
        for event in own
        if event.uncalled is None or (event.span not in real and event.span not in rooted)
    ]
    found += [event for event in theirs if event.uncalled is None or event.span not in real]
    return tuple(found)


def _sites(events: Iterable[E]) -> set[Span]:
    return {event.span for event in events}


def _of_program(event: E, program: str, graphs: int) -> E:
    if isinstance(event, VariableEvent):
        return replace(event, program=program, graph=event.graph + graphs)
    return replace(event, program=program)
