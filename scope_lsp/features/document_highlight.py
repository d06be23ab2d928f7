"""Document highlight: the calls of one file that touch the variables at a position.

A creating call is shown as a write, a fetching one and a name bound to the variable as reads.
"""

from __future__ import annotations

from lsprotocol import types

from scope_lsp.analysis.result import Span
from scope_lsp.features.target import names_at
from scope_lsp.features.view import View

_READ, _WRITE = types.DocumentHighlightKind.Read, types.DocumentHighlightKind.Write


def document_highlight(
    view: View, position: types.Position, line: str
) -> list[types.DocumentHighlight]:
    """The places to highlight, in the order of the text."""
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
    found = [
        types.DocumentHighlight(where, kind)
        for span, kind in kinds.items()
        if (where := view.range(span)) is not None
    ]
    return sorted(found, key=lambda one: (one.range.start.line, one.range.start.character))
