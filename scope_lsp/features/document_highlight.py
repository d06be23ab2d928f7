"""Document highlight: the calls of one file that use the variables at a position.

A creating call is a write.  A fetching call, a Python name that holds the variable and a string
that names it are reads.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lsprotocol import types

from scope_lsp.analysis.result import Span
from scope_lsp.features.named import strings_naming, strings_of_scope
from scope_lsp.features.strings import NameString
from scope_lsp.features.target import names_at, scope_at
from scope_lsp.features.view import View

_READ, _WRITE = types.DocumentHighlightKind.Read, types.DocumentHighlightKind.Write


def document_highlight(
    view: View, position: types.Position, line: str
) -> list[types.DocumentHighlight]:
    """The places to highlight, in the order of the text."""
    scope = scope_at(view, position, line)
    if scope is not None:
        return _of_scope(view, scope)
    names = names_at(view, position, line)
    kinds: dict[Span, types.DocumentHighlightKind] = {}
    for value in view.index.values:
        if value.variable in names:
            kinds[value.span] = _READ
    for site in view.index.calls:
        events = [event for event in site.events if event.name in names]
        if events:
            fetched = all(event.reused for event in events)
            kinds[site.span] = _READ if fetched else _WRITE
    return _sorted(view, kinds, strings_naming(view, names))


def _of_scope(view: View, scope: str) -> list[types.DocumentHighlight]:
    """Where a scope is opened, and the strings that name it."""
    kinds = {
        site.span: _WRITE
        for site in view.index.scopes
        if any(scope in (event.variable_prefix, event.op_prefix) for event in site.events)
    }
    return _sorted(view, kinds, strings_of_scope(view, scope))


def _sorted(
    view: View,
    kinds: Mapping[Span, types.DocumentHighlightKind],
    strings: Iterable[NameString],
) -> list[types.DocumentHighlight]:
    found = [
        types.DocumentHighlight(where, kind)
        for span, kind in kinds.items()
        if (where := view.range(span)) is not None
    ]
    calls = [one.range for one in found]
    for string in strings:
        where = view.shown(string.span)
        if where is not None and not any(_holds(call, where) for call in calls):
            found.append(types.DocumentHighlight(where, _READ))
    return sorted(found, key=lambda one: (one.range.start.line, one.range.start.character))


def _holds(outer: types.Range, inner: types.Range) -> bool:
    start, end = outer.start, outer.end
    return (start.line, start.character) <= (inner.start.line, inner.start.character) and (
        (inner.end.line, inner.end.character) <= (end.line, end.character)
    )
