"""Cells of a notebook: documents of their own for the editor, lines of one program for us.

``CellConverter`` turns places of the joined text into places of cells and back.  ``reruns`` finds
the cells that would fail when they are run a second time, which people do with cells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lsprotocol import types

from scope_lsp.analysis.result import Certainty, Span, VariableEvent
from scope_lsp.features.convert import Converter
from scope_lsp.features.drift import Point
from scope_lsp.features.view import View
from scope_lsp.rules.rule import Finding, Severity
from scope_lsp.syntax.notebook import Notebook

_FRESH = ("reset_default_graph", ".Graph(")
"""In a cell with one of these a second run begins with an empty graph."""


class CellConverter(Converter):
    """Converts for one cell; what lies in other cells of its notebook is told with their URIs."""

    def __init__(
        self, base: Converter, path: str, notebook: Notebook, uris: Sequence[str], cell: int
    ) -> None:
        super().__init__(base.encoding, base.line, base.uri_of)
        self._path = path
        self._notebook = notebook
        self._uris = uris
        self._cell = cell

    def position(self, path: str, line: int, column: int) -> types.Position:
        """A position in the cell that holds the place."""
        found = super().position(path, line, column)
        if path == self._path:
            cell = self._notebook.cell_at(line)
            found = types.Position(
                max(found.line - self._notebook.starts[cell], 0), found.character
            )
        return found

    def location(self, span: Span) -> types.Location:
        """The span with the cell that holds it."""
        if span.path != self._path:
            return super().location(span)
        uri = self._uris[self._notebook.cell_at(span.line)]
        return types.Location(uri, self.range(span))

    def point(self, path: str, position: types.Position) -> Point:
        """The place of a position in this cell."""
        if path == self._path:
            line = position.line + self._notebook.starts[self._cell]
            position = types.Position(line, position.character)
        return super().point(path, position)


def reruns(view: View, notebook: Notebook, texts: Sequence[str]) -> Iterator[Finding]:
    """For each cell the first call that would fail if the cell were run again."""
    told: set[int] = set()
    for event in view.source.analysis.variables:
        outer = event.trace[0].span
        place = view.now(outer) if outer.path == view.path else None
        if place is None or not _is_taken(event):
            continue
        cell = notebook.cell_at(place.line)
        if cell in told or any(word in texts[cell] for word in _FRESH):
            continue
        window = notebook.starts[cell] + 1, notebook.ends[cell]
        if event.unnamed is not None and not _is_in_scope_of(event, window):
            continue  # the automatic name of a layer counts on
        told.add(cell)
        name = event.name.rpartition(":")[0]
        yield Finding(
            code="variable-exists",
            severity=Severity.INFORMATION,
            message=f"running this cell again would fail: Variable {name} already exists",
            span=outer,
            certainty=event.certainty,
        )


def _is_taken(event: VariableEvent) -> bool:
    """Whether asking for the same name again is refused."""
    return (
        event.stored
        and not (event.reused or event.slot or event.after_error)
        and event.sharing == "False"
        and event.root is None
        and event.certainty is Certainty.DEFINITE
    )


def _is_in_scope_of(event: VariableEvent, window: tuple[int, int]) -> bool:
    """Whether the name begins with a scope that is opened on the lines of a cell."""
    path, (first, last) = event.trace[0].span.path, window
    return any(
        part.span is not None
        and part.span != event.span
        and part.span.path == path
        and first <= part.span.line <= last
        for part in event.parts
    )
