"""Cells of a notebook: separate documents for the editor, lines of one program for us.

``CellConverter`` converts places in the joined text to places in cells and back.  For people, a
cell has a number, which counts all cells of the notebook from 1.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from lsprotocol import types

from scope_lsp.analysis.result import Related, Span
from scope_lsp.features.edits_since import Point
from scope_lsp.features.positions import PositionConverter
from scope_lsp.rules.rule import Finding
from scope_lsp.syntax.notebook import Notebook


class CellConverter(PositionConverter):
    """Converts for one cell; places in other cells of its notebook get the URIs of those."""

    def __init__(
        self,
        base: PositionConverter,
        path: str,
        notebook: Notebook,
        uris: Sequence[str],
        numbers: Sequence[int],
        cell: int,
    ) -> None:
        super().__init__(base.encoding, base.line, base.uri_of)
        self._path = path
        self._notebook = notebook
        self._uris = uris
        self._numbers = numbers
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

    def written(self, path: str, line: int) -> str | None:
        """A line of this notebook is shown as its cell has it, magics included."""
        return self._notebook.written[line - 1] if path == self._path else self.line(path, line)

    def place(self, path: str, line: int) -> tuple[str, str]:
        """A line of this notebook is that of a cell, which is named by its number."""
        if path != self._path:
            return super().place(path, line)
        cell = self._notebook.cell_at(line)
        line = max(line - self._notebook.starts[cell], 1)
        return f"cell {self._numbers[cell]}, line {line}", f"{self._uris[cell]}#L{line}"

    def point(self, path: str, position: types.Position) -> Point:
        """The place of a position in this cell."""
        if path == self._path:
            line = position.line + self._notebook.starts[self._cell]
            position = types.Position(line, position.character)
        return super().point(path, position)


def in_closed_notebooks(findings: Iterable[Finding]) -> list[Finding]:
    """Findings with their places in the cells of notebooks that are not open said in words.

    Cells have no URIs then, and the lines of the notebook's file are JSON.
    """
    return [
        replace(
            one,
            message=_with_cell(one.span, one.message),
            span=on_disk(one.span),
            related=tuple(
                Related(on_disk(other.span), _with_cell(other.span, other.message))
                for other in one.related
            ),
        )
        for one in findings
    ]


def on_disk(span: Span) -> Span:
    """The place in a file: a notebook's beginning, if the span is in a cell."""
    return Span(span.path, 1, 1, 1, 1) if span.cell else span


def _with_cell(span: Span, message: str) -> str:
    return f"cell {span.cell}, line {span.line}: {message}" if span.cell else message
