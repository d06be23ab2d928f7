"""What a fix may look at: a finding, the event behind it, and the code that leads to it.

This is not a fix.  Frames are the calls of a chain, each with its file and its expression.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from scope_lsp.analysis.result import Analysis, ErrorEvent, Trace, VariableEvent
from scope_lsp.fixes.texts import File, Texts, is_call_of
from scope_lsp.rules.rule import Finding

SCOPES = ("variable_scope", "variable_op_scope")
"""The functions that open variable scopes."""


@dataclass(frozen=True, slots=True)
class Step:
    """One call of the chain that leads to a fault."""

    file: File
    call: ast.Call

    @property
    def function(self) -> ast.FunctionDef | None:
        """The function that makes the call."""
        return self.file.function(self.call)

    def scopes(self) -> Iterator[ast.Call]:
        """The calls that open variable scopes around it in its function, innermost first."""
        return (one for one in self.file.opened_around(self.call) if is_call_of(one, *SCOPES))


class Cause:
    """One finding and what led to it."""

    def __init__(self, analysis: Analysis, finding: Finding, texts: Texts) -> None:
        self.analysis = analysis
        self.finding = finding
        self.texts = texts

    @cached_property
    def error(self) -> ErrorEvent | None:
        """The error that the finding reports."""
        finding = self.finding
        return next(
            (
                event
                for event in self.analysis.errors
                if event.code == finding.code
                and event.trace == finding.trace
                and event.message in finding.message
            ),
            None,
        )

    @cached_property
    def steps(self) -> list[Step | None]:
        """The finding's call chain, outermost first; None if the code is unavailable."""
        return self.steps_of(self.finding.trace)

    def steps_of(self, trace: Trace) -> list[Step | None]:
        """The same for another chain."""
        found = [self.texts.call(frame.span) for frame in trace]
        return [Step(*one) if one is not None else None for one in found]

    @cached_property
    def parting(self) -> int | None:
        """Where the chain diverges from the one that created the variable.

        None if both are the same calls, as in a loop.
        """
        error = self.error
        if error is None or not error.created_at:
            return None
        for index, (mine, other) in enumerate(zip(error.trace, error.created_at, strict=False)):
            if mine.span != other.span:
                return index
        return None

    @cached_property
    def made(self) -> VariableEvent | None:
        """The variable of an error, as it was created."""
        error = self.error
        if error is None or error.variable is None:
            return None
        name = error.variable
        return next(
            (
                event
                for event in self.analysis.variables
                if event.name in (name, f"{name}:0") and not event.reused and not event.after_error
            ),
            None,
        )

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of all variables of the program, without suffix, in order."""
        names = (event.name.rpartition(":")[0] for event in self.analysis.variables)
        return tuple(dict.fromkeys(name for name in names if "{" not in name))

    @cached_property
    def scopes(self) -> frozenset[str]:
        """The names of all scopes that contain variables or that the program opens."""
        inner = {name[:end] for name in self.names for end in _slashes(name)}
        opened = {scope.variable_prefix for scope in self.analysis.scopes if scope.variable_prefix}
        return frozenset(inner | opened)


def _slashes(name: str) -> Iterator[int]:
    return (index for index, letter in enumerate(name) if letter == "/")
