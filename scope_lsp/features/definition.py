"""Definition: from what fetches or names a variable to the call that creates it.

A string that names a scope leads to the place where the scope is opened.
"""

from __future__ import annotations

from lsprotocol import types

from scope_lsp.analysis.result import ValueHint
from scope_lsp.features.named import string_told
from scope_lsp.features.target import events_at
from scope_lsp.features.view import View


def definition(view: View, position: types.Position, line: str) -> list[types.Location]:
    """Where the variables at a position were created; ``line`` is the text of its line."""
    found = view.at(position)
    told = string_told(view, position)
    is_bound = told is not None or (found is not None and isinstance(found[0], ValueHint))
    targets = [one.span for one in told.scopes] if told is not None else []
    targets = targets or [
        event.created_at[-1].span if event.created_at else event.span
        for event in events_at(view, position, line)
        if is_bound or (event.reused and event.created_at)
    ]
    locations = (view.location(target) for target in dict.fromkeys(targets))
    return [location for location in locations if location is not None]
