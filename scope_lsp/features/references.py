"""References: all calls that touch the variables at a position, in every file of the program."""

from __future__ import annotations

from lsprotocol import types

from scope_lsp.features.target import names_at
from scope_lsp.features.view import View


def references(
    view: View, position: types.Position, line: str, declaration: bool = True
) -> list[types.Location]:
    """The calls in the order of the program; ``declaration``: those that create as well."""
    names = names_at(view, position, line)
    spans = {
        event.span: None
        for event in view.source.analysis.variables
        if event.name in names and (declaration or event.reused)
    }
    locations = (view.location(span) for span in spans)
    return [location for location in locations if location is not None]
