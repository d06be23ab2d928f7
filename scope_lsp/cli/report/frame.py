"""A code frame: the line of a finding with its place marked, for terminals.  It is not a format."""

from __future__ import annotations

import unicodedata

from scope_lsp import escape
from scope_lsp.analysis.result import Span
from scope_lsp.cli.console import Paint

_WIDEST = 120
"""The maximum number of columns of code; of a longer line, the part around the place is shown."""
_BEFORE = 30
"""The number of columns before the place, if the line is cut."""


def frame(span: Span, line: str, paint: Paint, colour: str) -> list[str]:
    """Three lines: a bar, the code, the mark; none if the line is unavailable."""
    code = line.replace("\t", "    ").rstrip()
    if not code.strip():
        return []
    begin = _shift(line, span.column - 1)
    end = _shift(line, span.end_column - 1) if span.end_line == span.line else len(code)
    end = min(max(end, begin + 1), max(len(code), begin + 1))
    cut = max(begin - _BEFORE, 0) if len(code) > _WIDEST else 0
    indent = len(code) - len(code.lstrip()) if not cut else 0
    start = max(cut, min(indent, begin))
    head, place = code[start:begin], code[begin:end]
    shown = escape.visible(code[start : start + _WIDEST])
    if len(code) > start + _WIDEST:
        shown += "…"
        end = min(end, start + _WIDEST)
    mark = "^" * max(_width(escape.visible(place)), 1)
    number = str(span.line)
    gutter = " " * len(number)
    bar = paint("|", "blue")
    return [
        f"  {gutter} {bar}",
        f"  {paint(number, 'blue')} {bar} {shown}",
        f"  {gutter} {bar} {' ' * _width(escape.visible(head))}" + paint(mark[:_WIDEST], colour),
    ]


def _shift(line: str, column: int) -> int:
    """A column (from 0) of a line in the line without tabs."""
    return len(line[:column].replace("\t", "    "))


def _width(text: str) -> int:
    """The number of terminal columns that a text takes."""
    return sum(
        0 if unicodedata.combining(letter) else 2 if _is_wide(letter) else 1 for letter in text
    )


def _is_wide(letter: str) -> bool:
    return unicodedata.east_asian_width(letter) in ("W", "F")
