"""Inlay hints: the variables that a call creates and the scope that a line opens.

Labels stay short, because editors cut them off.  By the protocol, editors show the hover of a
label's location with its tooltip, so the tooltip only has what that hover does not.  A hint follows
the closing parenthesis of its call; a scope's follows the colon.  Slots of optimizers are only in
the hover, because the program does not name them.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from lsprotocol import types

from scope_lsp.analysis.result import Certainty, ScopeEvent, Span, VariableEvent
from scope_lsp.features.fold import Pattern, fold
from scope_lsp.features.shorten import share, shorten_patterns, without_output
from scope_lsp.features.view import CallSite, ScopeSite, View

SHARED = "↺ "
"""Precedes variables that a call fetched rather than created."""
BETWEEN = " · "
_CREATED = "created"
_COLON = re.compile(r"(?:\s*as\s+\w+)?\s*:(?=\s*(?:#|\Z))")
"""What follows the last scope of a ``with``, up to the end of the line."""
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

    def without_output(self) -> Piece:
        """The same without ``:0``, which says the least."""
        return replace(self, patterns=tuple(map(without_output, self.patterns)))


@dataclass(frozen=True, slots=True)
class Label:
    """All pieces of one hint and where it goes."""

    span: Span
    pieces: tuple[Piece, ...]
    tooltip: str | None
    site: Span
    """The place as analysed."""
    is_scope: bool = False


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
        labels = [label for span, site in places if (label := _label(view, span, site, lazy))]
        hints += _line(view, labels, lazy)
    return hints


def resolve(view: View, hint: types.InlayHint) -> types.InlayHint:
    """Return the hint with its tooltip; unchanged if its place is no longer known."""
    for site in _sites(view):
        label = _label(view, site.span, site) if _key(site.span) == hint.data else None
        if label is not None:
            hint.tooltip = label.tooltip
    return hint


def _key(span: Span) -> list[str | int]:
    """The identity of a call, as JSON."""
    return [span.path, span.line, span.column, span.end_line, span.end_column]


def _sites(view: View) -> Iterator[CallSite | ScopeSite]:
    settings, index = view.settings, view.index
    if not settings.inlay_hints_enable:
        return
    if settings.inlay_hints_variables:
        yield from index.calls
    if settings.inlay_hints_scopes:
        yield from index.scopes
    if settings.inlay_hints_calls:
        yield from index.helper_calls


def _label(view: View, span: Span, site: CallSite | ScopeSite, lazy: bool = False) -> Label | None:
    if isinstance(site, ScopeSite):
        pieces = scope_pieces(site.events, view.settings.inlay_hints_ops)
        tooltip = None if lazy else scope_tooltip(site.events)
        return Label(span, pieces, tooltip, site.span, is_scope=True) if pieces else None
    events = [event for event in site.events if not event.slot]
    pieces = call_pieces(events, view.settings.inlay_hints_output_suffix)
    if any(event.span != site.span for event in events):  # inside a helper: there is no such hover
        pieces = tuple(replace(piece, target=None) for piece in pieces)
    told = None if lazy else call_tooltip(events, pieces, view.path)
    return Label(span, pieces, told, site.span) if pieces else None


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


def scope_pieces(events: Sequence[ScopeEvent], ops: bool = False) -> tuple[Piece, ...]:
    """The full name of a scope, if it differs from its argument.

    That is the prefix of variables, and with ``ops`` also that of ops where it is another one.  A
    name scope only has the latter.
    """
    prefixes = [
        event.op_prefix if event.variable_prefix is None else event.variable_prefix
        for event in events
    ]
    pieces = (Piece("", fold(map(_prefix, prefixes))),)
    if ops and any(event.op_prefix != text for event, text in zip(events, prefixes, strict=True)):
        return (*pieces, Piece(f"{BETWEEN}ops ", fold(_prefix(e.op_prefix) for e in events)))
    says_it_all = all(
        event.argument is not None and event.argument.rstrip("/") == text
        for event, text in zip(events, prefixes, strict=True)
    )
    return () if says_it_all else pieces


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
    if sum(needs) > room:
        pieces = [piece.without_output() for piece in pieces]
        labels = [
            replace(label, pieces=tuple(piece.without_output() for piece in label.pieces))
            for label in labels
        ]
    widths = iter(share([piece.need for piece in pieces], room))
    for label in labels:
        parts = []
        for piece in label.pieces:
            text = shorten_patterns(piece.patterns, next(widths), view.index.shared_parts)
            if text:
                location = view.location(piece.target) if piece.target else None
                parts.append(types.InlayHintLabelPart(piece.lead + text, location=location))
        if parts:
            yield types.InlayHint(
                position=_position(view, label),
                label=parts,
                tooltip=label.tooltip,
                data=_key(label.site) if lazy else None,
                padding_left=True,
            )


def _position(view: View, label: Label) -> types.Position:
    """Behind the call; a hint between a scope and its colon would look like code."""
    span, column = label.span, label.span.end_column
    if label.is_scope:
        line = view.convert.line(span.path, span.end_line) or ""
        if (match := _COLON.match(line, column - 1)) is not None:
            column = match.end() + 1
    return view.convert.position(span.path, span.end_line, column)


def call_tooltip(events: Sequence[VariableEvent], pieces: Sequence[Piece], path: str) -> str | None:
    """What is to be said of the names, and the names themselves if no hover lists them.

    The hover is that of the places to which ``pieces`` link.  A program is named if it is not the
    file at ``path``, which shows the hint.
    """
    notes: dict[str, dict[str, None]] = {}
    programs: dict[str, dict[str, None]] = {}
    for event in events:
        notes.setdefault(event.name, {}).update(dict.fromkeys(_notes(event)))
        programs.setdefault(event.name, {}).update(dict.fromkeys(_program(event, path)))
    hovered = {piece.target for piece in pieces}
    if hovered and all((e.created_at or e.trace)[-1].span in hovered for e in events):
        remarks = {", ".join(found) for found in notes.values()}
        if len(remarks) == 1:  # the hover also has the programs
            (remark,) = remarks
            return remark if remark != _CREATED else None
    lines = [
        f"{name} ({', '.join(found)}{_within(programs[name])})" for name, found in notes.items()
    ]
    if len(lines) > _TOOLTIP_NAMES:
        lines[_TOOLTIP_NAMES:] = [f"… {len(lines) - _TOOLTIP_NAMES} more"]
    return "\n".join(lines)


def _notes(event: VariableEvent) -> Iterable[str]:
    yield "shared" if event.reused else _CREATED
    if event.after_error:
        yield "but the program stops at an earlier error"
    elif event.certainty is Certainty.POSSIBLE:
        yield "only on some paths"


def _program(event: VariableEvent, path: str) -> Iterable[str]:
    """The program that leads to a call, if that is another file."""
    program = event.trace[0].span.path
    if program != path:
        yield posixpath.basename(program)


def _within(programs: Iterable[str]) -> str:
    names = ", ".join(programs)
    return f", in {names}" if names else ""


def scope_tooltip(events: Sequence[ScopeEvent]) -> str:
    """Both prefixes in full, for each way in which the scope is opened."""
    lines = {
        f"ops {event.op_prefix}/"
        if event.variable_prefix is None
        else f"variables {event.variable_prefix}/ · ops {event.op_prefix}/"
        for event in events
    }
    return "\n".join(sorted(lines))
