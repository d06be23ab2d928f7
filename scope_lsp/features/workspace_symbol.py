"""Workspace symbols: find a variable by its full name in all analysed programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from lsprotocol import types

from scope_lsp.features.view import View

_MOST = 512
"""The maximum number of results; typing more reduces them."""


Place = tuple[str, types.Location, bool]
"""A variable's name, where it is created, and whether it is a slot."""


def workspace_symbol(
    views: Iterable[View], query: str, others: Iterable[Place] = ()
) -> list[types.WorkspaceSymbol]:
    """The variables whose names contain the query's characters in order, closest first.

    ``others`` are those of files without a view.  Slots of optimizers come last, because the
    program does not name them.
    """
    found: dict[tuple[str, str, int], tuple[tuple[bool, int], types.WorkspaceSymbol]] = {}
    wanted = query.lower().replace(" ", "")
    for name, location, is_slot in chain(_of(views), others):
        distance = _distance(name.lower(), wanted)
        if distance is None:
            continue
        key = (name, location.uri, location.range.start.line)
        symbol = types.WorkspaceSymbol(location, name, types.SymbolKind.Variable)
        found.setdefault(key, ((is_slot, distance), symbol))
    ranked = sorted(found.items(), key=lambda item: (item[1][0], item[0]))
    return [symbol for _, (_, symbol) in ranked[:_MOST]]


def _of(views: Iterable[View]) -> Iterator[Place]:
    for view in views:
        for event in view.source.analysis.variables:
            location = None if event.reused else view.location(event.span)
            if location is not None:
                yield event.name, location, event.slot


def _distance(name: str, wanted: str) -> int | None:
    """0 for a name that begins with the query, more for less similar ones, None for no match."""
    if name.startswith(wanted):
        return 0
    if f"/{wanted}" in name:
        return 1
    if wanted in name:
        return 2
    letters = iter(name)
    return 3 if all(letter in letters for letter in wanted) else None
