"""Converts between our places (1-based lines, code-point columns) and the protocol's positions.

The protocol counts columns in utf-8, utf-16 or utf-32 units, as agreed at the start, so a
conversion needs the text of the line.  Positions out of range are clamped.  A position inside a
character means the start of the character.
"""

from __future__ import annotations

import os.path
from collections.abc import Callable

from lsprotocol import types

from scope_lsp.analysis.result import Span
from scope_lsp.features.edits_since import Point

Encoding = types.PositionEncodingKind


def to_units(line: str, column: int, encoding: str) -> int:
    """How many units the first ``column`` code points of a line take."""
    if encoding == Encoding.Utf32 or line.isascii():
        return min(column, len(line))
    if encoding == Encoding.Utf8:
        return len(line[:column].encode("utf-8", "surrogatepass"))
    return len(line[:column].encode("utf-16-le", "surrogatepass")) // 2


def to_code_points(line: str, character: int, encoding: str) -> int:
    """How many code points of a line are in its first ``character`` units."""
    if character <= 0:
        return 0
    if encoding == Encoding.Utf32 or line.isascii():
        return min(character, len(line))
    limits = ("\x80", "\u0800", "\U00010000") if encoding == Encoding.Utf8 else ("\U00010000",)
    used = 0
    for index, letter in enumerate(line):
        used += 1 + sum(letter >= limit for limit in limits)
        if used > character:
            return index
    return len(line)


class PositionConverter:
    """Converts spans to the protocol's ranges, and positions to points.

    ``line_of(path, line)`` returns the text of a line without its ending, or None if unknown:
    columns are then not converted.  ``uri_of(path)`` returns a path's URI.
    """

    def __init__(
        self,
        encoding: str,
        line_of: Callable[[str, int], str | None],
        uri_of: Callable[[str], str],
    ) -> None:
        self.encoding = encoding
        self.line = line_of
        self.uri_of = uri_of

    def position(self, path: str, line: int, column: int) -> types.Position:
        """The protocol's position of a place."""
        text = self.line(path, line)
        character = column - 1 if text is None else to_units(text, column - 1, self.encoding)
        return types.Position(max(line - 1, 0), max(character, 0))

    def range(self, span: Span) -> types.Range:
        """The protocol's range of a span."""
        return types.Range(
            self.position(span.path, span.line, span.column),
            self.position(span.path, span.end_line, span.end_column),
        )

    def location(self, span: Span) -> types.Location:
        """The span with its file."""
        return types.Location(self.uri_of(span.path), self.range(span))

    def written(self, path: str, line: int) -> str | None:
        """The text of a line as the user wrote it."""
        return self.line(path, line)

    def place(self, path: str, line: int) -> tuple[str, str]:
        """A line as people read it, and a URI that leads there."""
        return f"{os.path.basename(path)}:{line}", f"{self.uri_of(path)}#L{line}"

    def point(self, path: str, position: types.Position) -> Point:
        """The place of a protocol's position."""
        text = self.line(path, position.line + 1)
        if text is None:
            return position.line + 1, position.character + 1
        return position.line + 1, to_code_points(text, position.character, self.encoding) + 1
