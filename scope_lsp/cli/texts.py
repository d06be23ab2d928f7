"""Lines of source text for reports: by the place of a finding, cells of notebooks included.

The analysis does not use this: it reads its files itself.
"""

from __future__ import annotations

from collections.abc import Mapping

from scope_lsp.analysis import notebook_file as notebooks
from scope_lsp.analysis.result import Span
from scope_lsp.resolve.files import read_source
from scope_lsp.syntax.source import split_lines


class Texts:
    """The lines of files; ``given`` holds the text from standard input, by path."""

    def __init__(self, given: Mapping[str, str] | None = None) -> None:
        self._given = given or {}
        self._lines: dict[tuple[str, int], list[str]] = {}

    def line(self, span: Span) -> str:
        """The line on which a span begins, empty if unavailable."""
        key = (span.path, span.cell)
        if key not in self._lines:
            self._lines[key] = self._read(*key)
        lines = self._lines[key]
        return lines[span.line - 1] if span.line <= len(lines) else ""

    def _read(self, path: str, cell: int) -> list[str]:
        given = self._given.get(path)
        if not cell:
            return split_lines(given if given is not None else read_source(path) or "")
        try:
            cells = notebooks.read(path) if given is None else notebooks.parse(path, given)
        except notebooks.NotReadable:
            return []
        return cells.lines(cell)
