"""Replaces the analysis in tests of the server: fast, and failing on demand.

Each ``get_variable("NAME")`` of the text makes a variable, a second one of the same name is an
error.  The comments ``# hang``, ``# lost in one call`` (of Python's, during which no thread runs),
``# die``, ``# raise``, ``# slow SECONDS`` and ``# goes on for SECONDS`` (when all is found) do what
they say;
``# confuse`` gives the rules something that they cannot read.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from scope_lsp.analysis.result import (
    Analysis,
    CallFrame,
    Certainty,
    ErrorEvent,
    NamePart,
    Span,
    VariableEvent,
)
from scope_lsp.interpreter.budget import Budget

_CALL = re.compile(r"get_variable\(\"(\w+)\"\)")


@dataclass(frozen=True)
class Snapshot:
    path: str
    text: str
    buffers: Mapping[str, str] = field(default_factory=dict)
    roots: tuple[str, ...] = ()
    stub_paths: tuple[str, ...] = ()
    tensorflow: str = "auto"
    environment: str = ""
    cells: tuple[tuple[int, int], ...] = ()
    infers_parameters: bool = False


def analyze(
    snapshot: Snapshot,
    budget: Budget | None = None,
    told: Callable[[str, object], None] = lambda kind, event: None,
    **ignored: object,
) -> Analysis:
    budget = budget or Budget()
    budget.start()
    text = snapshot.text
    while "# hang" in text:
        time.sleep(0.05)
    if "# lost in one call" in text:
        round(12345, -(10**8))
    if "# die" in text:
        os._exit(3)
    if "# raise" in text:
        raise ValueError("the analysis is broken")
    _wait("slow", text, budget)
    variables: list[VariableEvent] = []
    errors: list[ErrorEvent] = []
    for number, line in enumerate(text.split("\n"), 1):
        for match in _CALL.finditer(line):
            span = Span(snapshot.path, number, match.start() + 1, number, match.end() + 1)
            trace = (CallFrame(span, "<module>"),)
            name = f"{match[1]}:0"
            first = next((event for event in variables if event.name == name), None)
            if first is not None:
                message = f"Variable {match[1]} already exists, disallowed."
                errors.append(
                    ErrorEvent(
                        "variable-exists",
                        message,
                        "ValueError",
                        trace,
                        Certainty.DEFINITE,
                        name,
                        first.trace,
                    )
                )
                continue
            parts = (NamePart(match[1], span),)
            variables.append(
                VariableEvent(
                    name,
                    "tf.get_variable",
                    trace,
                    False,
                    Certainty.DEFINITE,
                    (3,),
                    "float32",
                    True,
                    parts,
                    created_at=trace,
                )
            )
    for event in variables:
        told("variables", event)
    _wait("goes on for", text, budget)
    return Analysis(
        snapshot.path,
        tuple(variables),
        errors=tuple(errors),
        collections=(None,) if "# confuse" in text else (),  # type: ignore[arg-type]
        files=frozenset({snapshot.path}),
    )


def _wait(word: str, text: str, budget: Budget) -> None:
    found = re.search(rf"# {word} ([\d.]+)", text)
    until = time.monotonic() + (float(found[1]) if found else 0.0)
    while time.monotonic() < until:
        time.sleep(0.005)
        for _ in range(600):
            budget.tick()
