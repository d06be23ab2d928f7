r"""Lines and columns of a text, as editors count them.

Lines end at ``\n``, ``\r\n`` and ``\r`` and nowhere else (the Language Server Protocol and ``ast``
agree on that; ``str.splitlines`` does not).  Columns of ``ast`` count utf-8 bytes; here they become
code points.  This is not a document: it has no edits, no versions, no utf-16.
"""

from __future__ import annotations

import ast
import re

_LINE_END = re.compile(r"\r\n|\r|\n")


def split_lines(text: str) -> list[str]:
    """The lines of ``text`` without their ends; at least one, the last one may be empty."""
    return _LINE_END.split(text) if "\r" in text else text.split("\n")


class Source:
    """A text, split into lines once; columns are converted on demand."""

    __slots__ = ("_ascii", "lines", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = split_lines(text)
        """The lines without their ends; never empty, for a last line may be empty."""
        self._ascii = text.isascii()

    def column(self, line: int, offset: int) -> int:
        """The 1-based code-point column of ``ast``'s utf-8 ``offset`` in the 1-based ``line``.

        Offsets and lines outside the text are moved to the nearest position in it.
        """
        if not 1 <= line <= len(self.lines):
            return 1
        text = self.lines[line - 1]
        if self._ascii or text.isascii():
            return min(max(offset, 0), len(text)) + 1
        encoded = text.encode("utf-8", "surrogatepass")
        if offset >= len(encoded):
            return len(text) + 1
        # Bytes that continue a character look like 0b10xxxxxx.
        return sum(1 for byte in encoded[: max(offset, 0)] if byte & 0xC0 != 0x80) + 1

    def start(self, node: ast.expr | ast.stmt) -> tuple[int, int]:
        """Where ``node`` begins: 1-based line and code-point column."""
        return node.lineno, self.column(node.lineno, node.col_offset)

    def end(self, node: ast.expr | ast.stmt) -> tuple[int, int]:
        """Where ``node`` ends (exclusive): 1-based line and code-point column."""
        line = node.end_lineno or node.lineno
        offset = node.end_col_offset
        return line, self.column(line, node.col_offset if offset is None else offset)
