"""What a feature may see of one document at one moment: an analysis with its spans moved to now.

A ``View`` is not a copy: spans of the analysis are moved one by one on demand, by the edits made
since.  A span that an edit reached into is gone (None).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from lsprotocol import types

from scope_lsp.analysis.result import Analysis, ScopeEvent, Span, ValueHint, VariableEvent
from scope_lsp.features.edits_since import EditsSince, Point, moved
from scope_lsp.features.positions import PositionConverter
from scope_lsp.features.relocation import Places
from scope_lsp.features.shorten import shared_parts
from scope_lsp.settings import Settings


@dataclass(frozen=True, slots=True)
class CallSite:
    """Everything that one call expression did, over all ways in which it is reached."""

    span: Span
    events: tuple[VariableEvent, ...]


@dataclass(frozen=True, slots=True)
class ScopeSite:
    """All scopes that one expression opened."""

    span: Span
    events: tuple[ScopeEvent, ...]


class Index:
    """An analysis by place, built once for each analysis and document, with spans as analysed."""

    def __init__(self, analysis: Analysis, path: str) -> None:
        calls: dict[Span, list[VariableEvent]] = {}
        for variable in analysis.variables:
            if variable.span.path == path:
                calls.setdefault(variable.span, []).append(variable)
        scopes: dict[Span, list[ScopeEvent]] = {}
        for scope in analysis.scopes:
            if scope.span.path == path:
                scopes.setdefault(scope.span, []).append(scope)
        self.calls = tuple(CallSite(span, tuple(events)) for span, events in calls.items())
        self.scopes = tuple(ScopeSite(span, tuple(events)) for span, events in scopes.items())
        self.values = tuple(value for value in analysis.values if value.span.path == path)
        self._variables = analysis.variables
        self._path = path

    @cached_property
    def helper_calls(self) -> tuple[CallSite, ...]:
        """The calls of the program's own functions in which variables are made or fetched."""
        direct = {call.span for call in self.calls}
        found: dict[Span, list[VariableEvent]] = {}
        for event in self._variables:
            spans = {frame.span for frame in event.trace[:-1] if frame.span.path == self._path}
            for span in spans - direct:
                found.setdefault(span, []).append(event)
        return tuple(CallSite(span, tuple(events)) for span, events in found.items())

    @cached_property
    def shared_parts(self) -> int:
        """The number of scopes in which all variables are: naming them says nothing."""
        return shared_parts(event.name for event in self._variables if not event.slot)

    @cached_property
    def creations(self) -> Mapping[str, VariableEvent]:
        """For each full name the event that created it, or the first one that used it."""
        found: dict[str, VariableEvent] = {}
        for event in self._variables:
            if event.name not in found or (found[event.name].reused and not event.reused):
                found[event.name] = event
        return found


class Indexed:
    """An analysis and its indexes, built document by document on demand."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self._indexes: dict[str, Index] = {}

    def index(self, path: str) -> Index:
        """The analysis by place, for one document."""
        if path not in self._indexes:
            self._indexes[path] = Index(self.analysis, path)
        return self._indexes[path]

    @cached_property
    def places(self) -> Places:
        """Where its spans stand, to move all of it at once."""
        return Places(self.analysis)


@dataclass(frozen=True)
class View:
    """One document as features see it."""

    path: str
    source: Indexed
    convert: PositionConverter
    settings: Settings = field(default_factory=Settings)
    edits: Mapping[str, EditsSince] = field(default_factory=dict)
    """The edits since the analysis, by document."""
    is_expected: bool = False
    """Whether the names are those that the last edit will give, rather than analysed ones."""
    window: tuple[int, int] | None = None
    """The first and the last visible line, for a cell of a notebook; None: all."""

    @property
    def index(self) -> Index:
        """What the analysis found in this document."""
        return self.source.index(self.path)

    def now(self, span: Span) -> Span | None:
        """The current place of a span of the analysis, in any document."""
        return moved(span, self.edits)

    def range(self, span: Span) -> types.Range | None:
        """The protocol's range of a span at its current place."""
        moved = self.now(span)
        if moved is None or (self.window is not None and not self._shows(moved)):
            return None
        return self.convert.range(moved)

    def _shows(self, span: Span) -> bool:
        assert self.window is not None
        first, last = self.window
        return span.path == self.path and first <= span.line and span.end_line <= last

    def lines(self, wanted: types.Range) -> tuple[int, int]:
        """The first and the last line of a protocol's range, within the visible lines."""
        first, last = self.point(wanted.start)[0], self.point(wanted.end)[0]
        if self.window is not None:
            first, last = max(first, self.window[0]), min(last, self.window[1])
        return first, last

    def location(self, span: Span) -> types.Location | None:
        """The protocol's location of a span at its current place."""
        moved = self.now(span)
        return None if moved is None else self.convert.location(moved)

    def shown(self, span: Span) -> types.Range | None:
        """The range of a span of the current text; None if it is not visible here."""
        if span.path != self.path or (self.window is not None and not self._shows(span)):
            return None
        return self.convert.range(span)

    def text(self, path: str) -> str:
        """The current text of a file, line by line; empty if unavailable."""
        lines: list[str] = []
        while (line := self.convert.line(path, len(lines) + 1)) is not None:
            lines.append(line)
        return "\n".join(lines)

    def point(self, position: types.Position) -> Point:
        """The place in this document of a protocol's position."""
        return self.convert.point(self.path, position)

    def at(self, position: types.Position) -> tuple[CallSite | ScopeSite | ValueHint, Span] | None:
        """The smallest item around a position, and its current place."""
        point = self.point(position)
        best: tuple[CallSite | ScopeSite | ValueHint, Span] | None = None
        for thing in self._things():
            span = self.now(thing.span)
            if span is None or not _holds(span, point):
                continue
            if best is None or _holds(best[1], (span.line, span.column), span):
                best = thing, span
        return best

    def _things(self) -> Iterator[CallSite | ScopeSite | ValueHint]:
        yield from self.index.scopes
        yield from self.index.calls
        yield from self.index.values


def _holds(span: Span, point: Point, inner: Span | None = None) -> bool:
    """Whether a point, or a whole span that starts there, lies within a span."""
    end = point if inner is None else (inner.end_line, inner.end_column)
    return (span.line, span.column) <= point and end <= (span.end_line, span.end_column)
