"""Where source text has moved since it was analysed: spans are shifted by the edits since then.

This is pure arithmetic on lines and columns (1-based, code points); the text itself is not needed.
Text that an edit reached into has no new place until it is analysed again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scope_lsp.analysis.result import Span

Point = tuple[int, int]
"""A line and a column, both 1-based, the column in code points."""


@dataclass(frozen=True, slots=True)
class TextChange:
    """The text between two points was replaced by text that ends at ``new_end``."""

    start: Point
    old_end: Point
    new_end: Point
    stretches: bool = False
    """Whether a span around it is still the same call, because only its names are others."""

    def carry(self, point: Point) -> Point:
        """The place of a point at or after ``old_end`` after the edit."""
        line, column = point
        if line == self.old_end[0]:
            return self.new_end[0], column + self.new_end[1] - self.old_end[1]
        return line + self.new_end[0] - self.old_end[0], column


class EditsSince:
    """All edits of one document since a moment, in order; adjacent ones are merged.

    Typing a line makes one entry, not one per key, so that moving a span costs next to nothing.
    """

    __slots__ = ("_edits", "count")

    def __init__(self) -> None:
        self._edits: list[TextChange] = []
        self.count = 0
        """The number of edits added, which distinguishes two states."""

    def add(self, edit: TextChange) -> None:
        """Take one more edit into account."""
        self.count += 1
        if self._edits:
            last = self._edits[-1]
            touches = last.start <= edit.old_end <= last.new_end
            if touches and edit.stretches is last.stretches:
                start, end = min(edit.start, last.start), edit.carry(last.new_end)
                self._edits[-1] = TextChange(start, last.old_end, end, edit.stretches)
                return
        self._edits.append(edit)

    def move(self, span: Span) -> Span | None:
        """The span's place now, or None if an edit reached into it.

        Text inserted directly before or after a span does not touch it.
        """
        if not self._edits:
            return span
        start, end = (span.line, span.column), (span.end_line, span.end_column)
        for edit in self._edits:
            if end <= edit.start:
                continue
            if start >= edit.old_end:
                start = edit.carry(start)
            elif not edit.stretches or not start < edit.start <= edit.old_end < end:
                return None
            end = edit.carry(end)
        if start == (span.line, span.column) and end == (span.end_line, span.end_column):
            return span
        return Span(span.path, *start, *end)


def moved(span: Span, edits: Mapping[str, EditsSince]) -> Span | None:
    """The span's place after the edits of its document, as ``EditsSince.move`` tells it."""
    own = edits.get(span.path)
    return span if own is None else own.move(span)
