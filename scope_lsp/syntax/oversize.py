"""Takes out what is too big to parse in the time that an editor grants: generated data.

Works on the text alone, by lines.  Ordinary programs, and long strings, pass untouched.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

from scope_lsp.syntax.mend import LOST
from scope_lsp.syntax.problem import Problem
from scope_lsp.syntax.source import split_lines

LINE_LENGTH = 100_000
"""Characters; a shorter line, or literal, is always parsed."""

TOKENS = 40_000
"""Parsing takes about 2 microseconds for each; so many in one line or literal are data."""

OPERATORS = 2_000
"""In one expression of one line: CPython 3.12 parses some 3,000 levels, other versions more or
fewer.  CPython 3.10 overflows its stack and crashes on (some 100,000) more."""

_TOKEN = re.compile(
    r"\"[^\"\\\n]*(?:\\.[^\"\\\n]*)*\"|'[^'\\\n]*(?:\\.[^'\\\n]*)*'|#[^\n]*|\w+|[^\w\s]",
    re.DOTALL,
)
_TARGET = re.compile(r"([ \t\f]*[\w.]+(?:\s*,\s*[\w.]+)*\s*=(?!=))?")
_LITERAL = re.compile(r"^[\w.]+\s*=\s*[\[({].*(?:\n(?:[^\w@#].*|\d.*)?)*", re.MULTILINE)
_OPERATOR = re.compile(r"[-+*/%&|^.(\[~<>]|[,;:\n]|(?:not|else)\b")


class Trimmed(NamedTuple):
    """A text of the same lines, and what is missing in it."""

    text: str
    problems: list[Problem]


def without_oversize(text: str) -> Trimmed:
    """``text`` with every oversized line or literal reduced to ``target = LOST``."""
    if len(text) < OPERATORS:
        return Trimmed(text, [])
    lines = split_lines(text)
    problems: list[Problem] = []
    for index, line in enumerate(lines):
        if len(line) >= OPERATORS and _is_big(line):
            _reduce(lines, index, index, problems)
    if problems:
        text = "\n".join(lines)
    if len(text) >= LINE_LENGTH:
        for found in _LITERAL.finditer(text):
            if found.end() - found.start() >= LINE_LENGTH and _is_big(found.group()):
                first = text.count("\n", 0, found.start())
                _reduce(lines, first, first + found.group().rstrip().count("\n"), problems)
    return Trimmed("\n".join(lines), problems) if problems else Trimmed(text, [])


def _is_big(text: str) -> bool:
    """Whether ``text`` has too many tokens, or too long an expression for some Python."""
    if next(islice(_TOKEN.finditer(text), TOKENS, None), None) is not None:
        return True
    run = 0
    for found in _TOKEN.finditer(text):
        if _OPERATOR.match(found.group()):
            run = 0 if found.group() in ",;:" else run + 1
            if run > OPERATORS:
                return True
    return False


def _reduce(lines: list[str], first: int, last: int, problems: list[Problem]) -> None:
    """Put the lost value in place of the lines ``first`` to ``last``."""
    found = _TARGET.match(lines[first][:1000])
    target = found.group() if found else ""
    space = lines[first][: len(lines[first]) - len(lines[first].lstrip(" \t\f"))]
    end = len(lines[last])
    lines[first] = f"{target} {LOST}" if target else space + LOST
    lines[first + 1 : last + 1] = [""] * (last - first)
    problems.append(
        Problem(
            first, len(space), last, end, "too much data on one line to be analysed", lossy=True
        )
    )
