"""Compares what the analysis says about a program with what TensorFlow did.

Exact means: the same calls make and fetch the same variables in the same order, whatever is said
of shape, dtype and trainable is so, and the error is the one that TensorFlow raised, in its words.
What the analysis leaves unsaid (an unknown shape) is no difference; a name left unsaid is.  Names
that functions nobody calls would give are not part of the program's run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from scope_lsp.analysis.result import Analysis, Certainty, ErrorEvent, VariableEvent
from tests.support.recording import Access, Raised, Recording

CODES = {
    "exists": "variable-exists",
    "missing": "variable-missing",
    "shape": "variable-shape",
    "dtype": "variable-dtype",
}
FINER = {
    "optimizer-under-reuse": "variable-missing",
    "layer-reuse": "scope-error",
    "rnn-cell-reuse": "scope-error",
}
"""Rules that name the cause of an error more closely than TensorFlow does."""


@dataclass(frozen=True)
class Difference:
    """One thing in which the analysis and TensorFlow part."""

    kind: str
    """missed, wrong, order, uncertain, reused, shape, dtype, trainable, error-missed,
    error-false, error-line, error-words, error-code, unfinished."""
    text: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.text}"


def differences(recording: Recording, analysis: Analysis) -> list[Difference]:
    """All differences, none when the analysis is exact."""
    said = _told_once([e for e in analysis.variables if not e.after_error and e.uncalled is None])
    return [*_problems(analysis), *_names(recording, said), *_error(recording.error, analysis)]


def untruths(recording: Recording, analysis: Analysis) -> list[Difference]:
    """The names and errors that are said for certain of a program seen in part, and are not so.

    What is not seen is supposed to take no name that the program gives a variable: TensorFlow
    would count that one up.
    """
    if recording.error is not None:
        return []
    done = [(access.line, access.name) for access in recording.accesses]
    done += [(line, re.sub(r"_\d+:0$", ":0", name)) for line, name in done]
    found = []
    for event in _told_once(analysis.variables):
        if (
            event.certainty is not Certainty.DEFINITE
            or event.after_error
            or event.uncalled is not None
        ):
            continue
        place = (event.span.line, event.name)
        if place not in done:
            found.append(Difference("wrong", f"line {place[0]}: {place[1]}"))
    for error in analysis.errors:
        if error.certainty is Certainty.DEFINITE:
            found.append(Difference("error-false", _describe(error)))
    return found


def _told_once(events: Iterable[VariableEvent]) -> list[VariableEvent]:
    """The events without a second creation of one variable.

    A variable that a creator of the program makes has a hint where the creator makes it, and one
    at the call of ``get_variable``.  Recordings hold the first only.
    """
    lines: dict[tuple[int, str], int] = {}
    kept = []
    for event in events:
        if event.certainty is Certainty.DEFINITE and not event.reused:
            line = event.span.line
            if lines.setdefault((event.graph, event.name), line) != line:
                continue
        kept.append(event)
    return kept


def _problems(analysis: Analysis) -> list[Difference]:
    return [
        Difference("unfinished", f"line {problem.span.line}: {problem.message}")
        for problem in analysis.problems
        if problem.kind in ("budget", "internal")
    ]


def _names(recording: Recording, said: list[VariableEvent]) -> list[Difference]:
    found = []
    for event in said:
        if event.certainty is not Certainty.DEFINITE:
            found.append(Difference("uncertain", f"line {event.span.line}: {event.name}"))
    done = [(access.line, access.name) for access in recording.accesses]
    told = [(event.span.line, event.name) for event in said]
    if done != told:
        for line, name in _without(done, told):
            found.append(Difference("missed", f"line {line}: {name}"))
        for line, name in _without(told, done):
            found.append(Difference("wrong", f"line {line}: {name}"))
        if sorted(done) == sorted(told):
            found.append(Difference("order", f"{told} for {done}"))
        return found
    for access, event in zip(recording.accesses, said, strict=True):
        found += _details(access, event)
    return found


def _without(some: list[tuple[int, str]], others: list[tuple[int, str]]) -> list[tuple[int, str]]:
    left = list(others)
    rest = []
    for item in some:
        if item in left:
            left.remove(item)
        else:
            rest.append(item)
    return rest


def _details(access: Access, event: VariableEvent) -> list[Difference]:
    place = f"line {access.line}: {access.name}"
    found = []
    if event.reused != access.reused:
        found.append(Difference("reused", f"{place} {event.reused} for {access.reused}"))
    if not _fits(event.shape, access.shape):
        found.append(Difference("shape", f"{place} {event.shape} for {access.shape}"))
    if event.dtype not in (None, access.dtype):
        found.append(Difference("dtype", f"{place} {event.dtype} for {access.dtype}"))
    if event.trainable not in (None, access.trainable):
        found.append(Difference("trainable", f"{place} {event.trainable}"))
    return found


def _fits(said: tuple[int | None, ...] | None, real: tuple[int | None, ...] | None) -> bool:
    if said is None:
        return True
    if real is None or len(said) != len(real):
        return False
    return all(one is None or one == other for one, other in zip(said, real, strict=True))


def _error(raised: Raised | None, analysis: Analysis) -> list[Difference]:
    said = list(analysis.errors)
    if raised is None or raised.kind == "program":
        # What Python itself refuses may be left unsaid, and what is said of it has to be so.
        return [
            Difference("error-false", _describe(error))
            for error in said
            if raised is None
            or (error.exception, error.message, error.span.line)
            != (raised.type, raised.message, raised.line)
        ]
    if not said:
        return [Difference("error-missed", f"line {raised.line}: {raised.message}")]
    first, found = said[0], []
    if first.span.line != raised.line:
        found.append(Difference("error-line", f"{_describe(first)} for line {raised.line}"))
    if (first.exception, first.message) != (raised.type, raised.message):
        words = f"{first.exception}: {first.message} for {raised.type}: {raised.message}"
        found.append(Difference("error-words", words))
    code = CODES.get(raised.kind, "scope-error")
    if FINER.get(first.code, first.code) != code:
        found.append(Difference("error-code", f"{first.code} for {code}"))
    if first.certainty is not Certainty.DEFINITE:
        found.append(Difference("uncertain", _describe(first)))
    return found + [Difference("error-false", _describe(error)) for error in said[1:]]


def _describe(error: ErrorEvent) -> str:
    return f"line {error.span.line}: {error.code} {error.message} ({error.certainty.value})"
