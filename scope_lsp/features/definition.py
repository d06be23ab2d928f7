"""Definition: from a call that fetches a variable, or a name bound to one, to the creating call."""

from __future__ import annotations

from lsprotocol import types

from scope_lsp.analysis.result import ValueHint
from scope_lsp.features.target import events_at
from scope_lsp.features.view import View


def definition(view: View, position: types.Position, line: str) -> list[types.Location]:
    """Where the variables at a position were created; ``line`` is the text of its line."""
    found = view.at(position)
    is_bound = found is not None and isinstance(found[0], ValueHint)
    targets = [
        event.created_at[-1].span if event.created_at else event.span
        for event in events_at(view, position, line)
        if is_bound or (event.reused and event.created_at)
    ]
    locations = (view.location(target) for target in dict.fromkeys(targets))
    return [location for location in locations if location is not None]
