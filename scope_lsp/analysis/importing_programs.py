"""What other programs do with a file: their events, merged with the file's own.

The same call has a name for each way in which it is reached.  A file of builders that is run on its
own shows names without a prefix.  The programs of the workspace that import it give the real names.
This is a pure function: one analysis per program in, one out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from scope_lsp.analysis.result import Analysis, ScopeEvent, Span, VariableEvent

E = TypeVar("E", VariableEvent, ScopeEvent)

_GRAPHS = 1_000_000
"""Added between the graph numbers of two programs, so that no two graphs have the same number."""


def with_programs(own: Analysis, programs: Sequence[Analysis]) -> Analysis:
    """Return the analysis of a file, with what ``programs`` make of it.

    At each call, the names from a program's own run take precedence, then those from functions that
    were run on their own in a program, then those from the file's own functions.
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
            if program == path:  # the file itself, analysed again for what its functions create
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
