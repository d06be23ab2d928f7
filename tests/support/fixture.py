"""Marker fixtures: a program with its expectations written into it, and what a feature makes of it.

``$0`` is the cursor; ``#=> TEXT`` at the end of a line is the hint that the line shows (several
hints are separated by `` | ``).  Markers are taken out before the program is used.  ``Hand`` makes
an analysis by hand, for what does not depend on how it came about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from textwrap import dedent
from typing import Any

from lsprotocol import types

from scope_lsp.analysis.analyze import Snapshot, analyze
from scope_lsp.analysis.result import (
    Analysis,
    CallFrame,
    Certainty,
    ErrorEvent,
    NamePart,
    ScopeEvent,
    Span,
    Trace,
    ValueHint,
    VariableEvent,
)
from scope_lsp.features.positions import PositionConverter
from scope_lsp.features.uris import uri_of
from scope_lsp.features.view import Indexed, View
from scope_lsp.interpreter.budget import Budget
from scope_lsp.server.documents import content, split_lines
from scope_lsp.settings import Settings

PATH = "/project/model.py"
WHOLE = types.Range(types.Position(0, 0), types.Position(10_000, 0))
_EXPECTED = re.compile(r"[ \t]*#=>[ ]?(.*)$", re.MULTILINE)


@dataclass(frozen=True)
class Fixture:
    """A program without its markers, and the markers."""

    text: str
    cursors: tuple[types.Position, ...]
    """In utf-32 units."""
    hints: dict[int, list[str]]
    """By line (1-based)."""

    @property
    def cursor(self) -> types.Position:
        (found,) = self.cursors
        return found


def parse(source: str) -> Fixture:
    """Take the markers out of a source, which may be indented as a whole."""
    source = dedent(source).lstrip("\n")
    hints = {}
    for number, line in enumerate(source.split("\n"), 1):
        match = _EXPECTED.search(line)
        if match:
            hints[number] = match[1].split(" | ")
    text = _EXPECTED.sub("", source)
    cursors = []
    while "$0" in text:
        before, _, after = text.partition("$0")
        line = before.count("\n")
        cursors.append(types.Position(line, len(before) - before.rfind("\n") - 1))
        text = before + after
    return Fixture(text, tuple(cursors), hints)


def view(
    text: str,
    analysis: Analysis,
    encoding: str = "utf-32",
    others: dict[str, str] | None = None,
    **settings: Any,
) -> View:
    """A view of a text that has not changed since it was analysed."""
    texts = {analysis.path: text, **(others or {})}

    def line_of(path: str, number: int) -> str | None:
        lines = split_lines(texts[path]) if path in texts else []
        return content(lines[number - 1]) if 1 <= number <= len(lines) else None

    converter = PositionConverter(encoding, line_of, uri_of)
    return View(analysis.path, Indexed(analysis), converter, Settings(**settings))


def hint_texts(hints: Iterable[types.InlayHint]) -> dict[int, list[str]]:
    """The texts of hints by line (1-based)."""
    found: dict[int, list[str]] = {}
    for hint in hints:
        label = hint.label
        text = label if isinstance(label, str) else "".join(part.value for part in label)
        found.setdefault(hint.position.line + 1, []).append(text)
    return found


class Hand:
    """Makes an analysis of a program by hand, places being named by the text that stands there."""

    def __init__(self, text: str, path: str = PATH) -> None:
        self.text = text
        self.path = path
        self._variables: list[VariableEvent] = []
        self._scopes: list[ScopeEvent] = []
        self._errors: list[ErrorEvent] = []
        self._values: list[ValueHint] = []

    def span(self, place: str, nth: int = 1) -> Span:
        """Where a text stands for the nth time."""
        start = -1
        for _ in range(nth):
            start = self.text.index(place, start + 1)
        return Span(self.path, *self._point(start), *self._point(start + len(place)))

    def trace(self, *places: str | Span) -> Trace:
        """A call chain, outermost first."""
        spans = [place if isinstance(place, Span) else self.span(place) for place in places]
        return tuple(CallFrame(span, "<module>" if i == 0 else "f") for i, span in enumerate(spans))

    def variable(
        self,
        place: str | Span,
        *names: str,
        reused: bool = False,
        created: str | None = None,
        callers: Sequence[str | Span] = (),
        shape: tuple[int | None, ...] | None = (3, 4),
        parts: tuple[NamePart, ...] = (),
        slot: bool = False,
        certainty: Certainty = Certainty.DEFINITE,
    ) -> Hand:
        trace = self.trace(*callers, place)
        for name in names:
            self._variables.append(
                VariableEvent(
                    name=name,
                    api="tf.get_variable",
                    trace=trace,
                    reused=reused,
                    certainty=certainty,
                    shape=shape,
                    dtype="float32",
                    trainable=True,
                    parts=parts,
                    slot=slot,
                    created_at=self.trace(created) if created else trace,
                )
            )
        return self

    def scope(
        self, place: str, variables: str | None, ops: str, argument: str | None, nth: int = 1
    ) -> Hand:
        trace = self.trace(self.span(place, nth))
        api = "tf.variable_scope" if variables is not None else "tf.name_scope"
        self._scopes.append(
            ScopeEvent(api, trace, variables, ops, argument, Certainty.DEFINITE, "False")
        )
        return self

    def value(self, place: str, variable: str) -> Hand:
        self._values.append(ValueHint(self.span(place), variable))
        return self

    def done(self) -> Analysis:
        return Analysis(
            self.path,
            tuple(self._variables),
            tuple(self._scopes),
            tuple(self._errors),
            tuple(self._values),
            files=frozenset({self.path}),
        )

    def _point(self, offset: int) -> tuple[int, int]:
        before = self.text[:offset]
        return before.count("\n") + 1, offset - before.rfind("\n")


def analysed(text: str, path: str = PATH, **options: Any) -> View:
    """A view of a text as the real analysis sees it."""
    return view(text, analyze(Snapshot(path, text), Budget()), **options)
