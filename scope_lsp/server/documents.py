r"""The texts that are open in the editor, kept up to date edit by edit.

Lines end at ``\n``, ``\r\n`` and ``\r`` and at nothing else, as the protocol says.
``str.splitlines`` would also split at form feeds, U+2028 and more, and every later position would
be wrong.  Positions out of range are clamped.  There is no disk access here, and of the protocol
only positions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsprotocol import types

from scope_lsp.features.edited_string import EditedString
from scope_lsp.features.edits_since import Point, TextChange
from scope_lsp.features.positions import to_code_points
from scope_lsp.features.uris import path_of

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)")
_BIG_COMPARE = 1 << 20
"""Longer texts are not compared for what they have in common."""


def split_lines(text: str) -> list[str]:
    """The lines of a text with their endings; the last one has no ending and may be empty."""
    if "\r" not in text:
        lines = [line + "\n" for line in text.split("\n")]
        lines[-1] = lines[-1][:-1]
        return lines
    lines = _LINE.findall(text)
    lines.append(text[sum(map(len, lines)) :])
    return lines


def content(line: str) -> str:
    """A line without its ending."""
    return line.rstrip("\r\n") if line[-1:] in ("\r", "\n") else line


class Document:
    """One open text document."""

    def __init__(self, uri: str, text: str, version: int | None, language: str = "python") -> None:
        self.uri = uri
        """As the client spells it."""
        self.path = path_of(uri)
        """As the analysis spells it."""
        self.version = version
        self.language = language
        self.edited_string: EditedString | None = None
        """The string inside which the last edit was, if it was inside one."""
        self._lines = split_lines(text)
        self._text: str | None = text

    @property
    def text(self) -> str:
        """The whole text."""
        if self._text is None:
            self._text = "".join(self._lines)
        return self._text

    def line(self, number: int) -> str | None:
        """The text of a line (1-based) without its ending, None if there is no such line."""
        if 1 <= number <= len(self._lines):
            return content(self._lines[number - 1])
        return None

    def replace_all(self, text: str) -> TextChange | None:
        """Take a whole new text; returns what really changed, None if nothing did."""
        last = len(self._lines) - 1
        return self._splice(0, 0, last, len(self._lines[last]), text)

    def replace(self, where: types.Range, text: str, encoding: str) -> TextChange | None:
        """Apply an incremental change; returns what really changed, None if nothing did."""
        start, end = self._clamp(where.start, encoding), self._clamp(where.end, encoding)
        if end < start:
            start, end = end, start
        return self._splice(*start, *end, text)

    def _clamp(self, position: types.Position, encoding: str) -> tuple[int, int]:
        """Line index and code-point index of a position that may be out of range."""
        if position.line >= len(self._lines):
            last = len(self._lines) - 1
            return last, len(self._lines[last])
        if position.line < 0:
            return 0, 0
        line = content(self._lines[position.line])
        return position.line, to_code_points(line, position.character, encoding)

    def _splice(
        self, line: int, column: int, end_line: int, end_column: int, text: str
    ) -> TextChange | None:
        lines = self._lines
        head, tail = lines[line][:column], lines[end_line][end_column:]
        if line == end_line:
            old = lines[line][column:end_column]
        else:
            middle = "".join(lines[line + 1 : end_line])
            old = lines[line][column:] + middle + lines[end_line][:end_column]
        if old == text:
            return None
        edit = _difference((line, column), old, text)
        before = self.line(edit.start[0])
        new, first = head + text + tail, line
        if first and new[:1] == "\n" and lines[first - 1][-1:] == "\r":
            first -= 1  # the two become one line ending
            new = lines[first] + new
        fresh = split_lines(new)
        if end_line + 1 < len(lines):
            fresh.pop()  # what follows is not part of the change
        lines[first : end_line + 1] = fresh
        self._text = None
        after = self.line(edit.start[0])
        self.edited_string = None
        if before is not None and after is not None:
            self.edited_string = EditedString.of(self.path, edit, before, after)
        return edit


def _difference(start: tuple[int, int], old: str, new: str) -> TextChange:
    """The edit from one text to another at a place (0-based), without what both have in common."""
    prefix = suffix = 0
    if old and new and len(old) + len(new) < _BIG_COMPARE:
        most = min(len(old), len(new))
        prefix = _common(old, new, most)
        suffix = _common(old[::-1], new[::-1], most - prefix)
    # A line ending of two characters stays in one piece.
    while prefix and (old[prefix - 1] == "\r"):
        prefix -= 1
    while suffix and old[len(old) - suffix] == "\n":
        suffix -= 1
    begin = _advance(start, old[:prefix])
    old_end = _advance(begin, old[prefix : len(old) - suffix])
    new_end = _advance(begin, new[prefix : len(new) - suffix])
    return TextChange(_point(*begin), _point(*old_end), _point(*new_end))


def _point(line: int, column: int) -> Point:
    """A place, counted from 1."""
    return line + 1, column + 1


def _common(one: str, other: str, most: int) -> int:
    """Length of the common beginning, at most ``most``; by halving, so that C does the work."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _advance(point: tuple[int, int], text: str) -> tuple[int, int]:
    lines = split_lines(text)
    line, column = point
    if len(lines) == 1:
        return line, column + len(lines[0])
    return line + len(lines) - 1, len(lines[-1])


class Documents:
    """All open documents, by path."""

    def __init__(self) -> None:
        self._by_path: dict[str, Document] = {}

    def __iter__(self) -> Iterator[Document]:
        return iter(self._by_path.values())

    def get(self, path: str) -> Document | None:
        """The open document at a path, if there is one."""
        return self._by_path.get(path)

    def open(self, item: types.TextDocumentItem) -> Document:
        """Add a document; one that is already open starts again."""
        document = Document(item.uri, item.text, item.version, item.language_id)
        self._by_path[document.path] = document
        return document

    def close(self, uri: str) -> Document | None:
        """Remove a document; returns it, or None if it was not open."""
        return self._by_path.pop(path_of(uri), None)

    def texts(self) -> dict[str, str]:
        """The text of every open document by its path."""
        return {document.path: document.text for document in self._by_path.values()}
