"""References: what uses the variables or the scope at a position, in every file of a program.

Calls come first, in the order of the program, then the strings that name the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from scope_lsp.analysis.result import Span
from scope_lsp.features.named import strings_naming, strings_of_scope
from scope_lsp.features.target import names_at, scope_at
from scope_lsp.features.view import View


def references(
    view: View, position: types.Position, line: str, declaration: bool = True
) -> list[types.Location]:
    """The calls in the order of the program; with ``declaration``, also those that create."""
    analysis = view.source.analysis
    scope = scope_at(view, position, line)
    if scope is not None:
        spans = {
            event.span: None
            for event in analysis.scopes
            if scope in (event.variable_prefix, event.op_prefix)
        }
        strings = strings_of_scope(view, scope)
    else:
        names = names_at(view, position, line)
        spans = {
            event.span: None
            for event in analysis.variables
            if event.name in names and (declaration or event.reused)
        }
        strings = strings_naming(view, names)
    found = [location for span in spans if (location := view.location(span)) is not None]
    return found + list(_beside(view, (string.span for string in strings), found))


def _beside(
    view: View, spans: Iterator[Span], known: list[types.Location]
) -> Iterator[types.Location]:
    """The places of strings, except strings inside a call that is listed."""
    for span in spans:
        location = view.convert.location(span)
        if not any(_holds(one, location) for one in known):
            yield location


def _holds(outer: types.Location, inner: types.Location) -> bool:
    return outer.uri == inner.uri and (
        _key(outer.range.start) <= _key(inner.range.start)
        and _key(inner.range.end) <= _key(outer.range.end)
    )


def _key(position: types.Position) -> tuple[int, int]:
    return position.line, position.character
