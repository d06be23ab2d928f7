"""Inlay hints: the variables that a call creates and the scope that a line opens.

Labels stay short, because editors cut them off; the tooltip has everything.  A hint follows the
closing parenthesis of its call.  Slots of optimizers are only in the hover, because the program
does not name them.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lsprotocol import types

from scope_lsp.analysis.result import Certainty, ScopeEvent, Span, VariableEvent
from scope_lsp.features.fold import Pattern, fold
from scope_lsp.features.shorten import share, shorten_patterns
from scope_lsp.features.view import CallSite, ScopeSite, View

SHARED = "↺ "
"""Precedes variables that a call fetched rather than created."""
BETWEEN = " · "
_TOOLTIP_NAMES = 200
"""The maximum number of lines in a tooltip."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One part of a label: words that stay and names that may be shortened."""

    lead: str
    patterns: tuple[Pattern, ...]
    target: Span | None = None
    """The call that created these variables."""

    @property
    def need(self) -> int:
        """The number of characters that the names need without shortening."""
        return sum(len(p.text) for p in self.patterns) + 2 * (len(self.patterns) - 1)


@dataclass(frozen=True, slots=True)
class Label:
    """All pieces of one hint and where it goes."""

    span: Span
    pieces: tuple[Piece, ...]
    tooltip: str
    site: Span
    """The place as analysed."""


def inlay_hints(view: View, wanted: types.Range, lazy: bool = False) -> list[types.InlayHint]:
    """The hints of the lines in a range, in the order of the text.

    ``lazy``: without tooltips, which ``resolve`` creates on demand.
    """
    first, last = view.lines(wanted)
    lines: dict[int, list[tuple[Span, CallSite | ScopeSite]]] = {}
    for site in _sites(view):
        span = view.now(site.span)
        if span is not None and first <= span.end_line <= last:
            lines.setdefault(span.end_line, []).append((span, site))
    hints: list[types.InlayHint] = []
    for _, places in sorted(lines.items()):
        places.sort(key=lambda place: (place[0].end_column, place[0].column))
        labels = [label for span, site in places if (label := _label(view, span, site))]
        hints += _line(view, labels, lazy)
    return hints


def resolve(view: View, hint: types.InlayHint) -> types.InlayHint:
    """Return the hint with its tooltip; unchanged if its place is no longer known."""
    for site in _sites(view):
        if _key(site.span) == hint.data:
            label = _label(view, site.span, site)
            hint.tooltip = label.tooltip if label is not None else None
    return hint


def _key(span: Span) -> list[str | int]:
    """The identity of a call, as JSON."""
    return [span.path, span.line, span.column, span.end_line, span.end_column]


def _sites(view: View) -> Iterable[CallSite | ScopeSite]:
    if not view.settings.inlay_hints_enable:
        return ()
    if not view.settings.inlay_hints_scopes:
        return view.index.calls
    return (*view.index.calls, *view.index.scopes)


def _label(view: View, span: Span, site: CallSite | ScopeSite) -> Label | None:
    if isinstance(site, ScopeSite):
        pieces = scope_pieces(site.events)
        return Label(span, pieces, scope_tooltip(site.events), site.span) if pieces else None
    events = [event for event in site.events if not event.slot]
    pieces = call_pieces(events, view.settings.inlay_hints_output_suffix)
    return Label(span, pieces, call_tooltip(events), site.span) if pieces else None


def call_pieces(events: Sequence[VariableEvent], output_suffix: bool = True) -> tuple[Piece, ...]:
    """The names that a call made, then those that it shares with another call or an earlier run."""
    shared = {event.name for event in events if event.reused}
    pieces: list[Piece] = []
    for lead, wanted in (("", False), (SHARED, True)):
        chosen = [event for event in events if (event.name in shared) is wanted]
        if chosen:
            names = [shown(event.name, output_suffix) for event in chosen]
            origin = next((e.created_at[-1].span for e in chosen if e.created_at), chosen[0].span)
            pieces.append(Piece(BETWEEN + lead if pieces else lead, fold(names), origin))
    return tuple(pieces)


def scope_pieces(events: Sequence[ScopeEvent]) -> tuple[Piece, ...]:
    """The full name of a scope, if it differs from its argument."""
    if all(_says_it_all(event) for event in events):
        return ()
    ops = fold(_prefix(event.op_prefix) for event in events)
    variables = fold(
        _prefix(event.variable_prefix) for event in events if event.variable_prefix is not None
    )
    if not variables:
        return (Piece("ops ", ops),)
    if all(event.variable_prefix == event.op_prefix for event in events):
        return (Piece("", variables),)
    return (Piece("variables ", variables), Piece(f"{BETWEEN}ops ", ops))


def _says_it_all(event: ScopeEvent) -> bool:
    argument = event.argument.rstrip("/") if event.argument is not None else None
    return argument == event.op_prefix and event.variable_prefix in (None, argument)


def _prefix(text: str) -> str:
    return f"{text}/"


def shown(name: str, output_suffix: bool) -> str:
    """A full name with or without its output suffix."""
    return name if output_suffix else name.rpartition(":")[0] or name


def _line(view: View, labels: Sequence[Label], lazy: bool) -> Iterable[types.InlayHint]:
    """The hints of one line, shortened so that all of them fit together."""
    pieces = [piece for label in labels for piece in label.pieces]
    limit = view.settings.inlay_hints_maximum_length
    needs = [piece.need for piece in pieces]
    room = sum(needs) if limit == 0 else limit - sum(len(piece.lead) for piece in pieces)
    widths = iter(share(needs, room))
    for label in labels:
        parts = []
        for piece in label.pieces:
            text = shorten_patterns(piece.patterns, next(widths))
            if text:
                location = view.location(piece.target) if piece.target else None
                parts.append(types.InlayHintLabelPart(piece.lead + text, location=location))
        if parts:
            span = label.span
            yield types.InlayHint(
                position=view.convert.position(span.path, span.end_line, span.end_column),
                label=parts,
                tooltip=None if lazy else label.tooltip,
                data=_key(label.site) if lazy else None,
                padding_left=True,
            )


def call_tooltip(events: Sequence[VariableEvent]) -> str:
    """Every name in full, one per line, with remarks."""
    notes: dict[str, list[str]] = {}
    for event in events:
        found = notes.setdefault(event.name, [])
        for note in _notes(event):
            if note not in found:
                found.append(note)
    lines = [f"{name} ({', '.join(found)})" for name, found in notes.items()]
    if len(lines) > _TOOLTIP_NAMES:
        lines[_TOOLTIP_NAMES:] = [f"… {len(lines) - _TOOLTIP_NAMES} more"]
    return "\n".join(lines)


def _notes(event: VariableEvent) -> Iterable[str]:
    yield "shared" if event.reused else "created"
    if event.after_error:
        yield "but the program stops at an earlier error"
    elif event.certainty is Certainty.POSSIBLE:
        yield "only on some paths"
    program = event.trace[0].span.path
    if program != event.span.path:
        yield f"in {posixpath.basename(program)}"


def scope_tooltip(events: Sequence[ScopeEvent]) -> str:
    """Both prefixes in full, for each way in which the scope is opened."""
    lines = {
        f"ops {event.op_prefix}/"
        if event.variable_prefix is None
        else f"variables {event.variable_prefix}/ · ops {event.op_prefix}/"
        for event in events
    }
    return "\n".join(sorted(lines))
