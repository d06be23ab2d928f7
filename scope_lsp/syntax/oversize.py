"""Removes what is too big to parse in the time that an editor allows: generated data.

It works on the text alone, by lines.  Ordinary programs, and long strings, are unchanged.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

from scope_lsp.syntax.problem import Problem
from scope_lsp.syntax.source import split_lines
from scope_lsp.syntax.statement_repair import LOST

LINE_LENGTH = 100_000
"""Characters; a shorter line, or literal, is always parsed."""

TOKENS = 40_000
"""Parsing takes about 2 microseconds for each; so many in one line or literal are data."""

OPERATORS = 2_000
"""In one expression of one line: CPython 3.12 parses some 3,000 levels, other versions more or
fewer.  CPython 3.10 overflows its stack and crashes on (some 100,000) more."""

_TOO_MUCH = "too much data on one line to be analysed"
_TOO_LONG = "too much text to be analysed"

_TOKEN = re.compile(
    r"\"[^\"\\\n]*(?:\\.[^\"\\\n]*)*\"|'[^'\\\n]*(?:\\.[^'\\\n]*)*'|#[^\n]*|\w+|[^\w\s]",
    re.DOTALL,
)
_TARGET = re.compile(r"([ \t\f]*[\w.]+(?:\s*,\s*[\w.]+)*\s*=(?!=))?")
_LITERAL = re.compile(r"^[\w.]+\s*=\s*[\[({].*(?:\n(?:[^\w@#].*|\d.*)?)*", re.MULTILINE)
_OPERATOR = re.compile(r"[-+*/%&|^.(\[~<>]|[,;:\n]|(?:not|else)\b")


_MAXIMUM = 400_000
"""The maximum number of tokens in a text: its tree, and the compiled code, take about a kilobyte
for each."""

_BRACKET = re.compile(
    r"\"\"\".*?(?:\"\"\"|\Z)|'''.*?(?:'''|\Z)|\"[^\"\\\n]*(?:\\.[^\"\\\n]*)*\"?"
    r"|'[^'\\\n]*(?:\\.[^'\\\n]*)*'?|#[^\n]*|[\[({\])}]",
    re.DOTALL,
)
"""Brackets, and text that may contain characters that are not brackets."""


class Trimmed(NamedTuple):
    """A text with the same lines, and what is missing in it."""

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
        if problems:
            text = "\n".join(lines)
        for begin, end in reversed(_big_brackets(text)):
            _empty(text, lines, begin, end, problems)
    if sum(map(len, lines)) >= _MAXIMUM:
        _cut(lines, problems)
    return Trimmed("\n".join(lines), problems) if problems else Trimmed(text, [])


def _big_brackets(text: str) -> list[tuple[int, int]]:
    """The positions of the outermost brackets that contain too much."""
    found: list[tuple[int, int]] = []
    depth = begin = 0
    for match in _BRACKET.finditer(text):
        character = match.group()
        if character in "([{":
            begin = begin if depth else match.start()
            depth += 1
        elif character in ")]}" and depth:
            depth -= 1
            end = match.end()
            if not depth and end - begin >= LINE_LENGTH and _is_big(text[begin:end]):
                found.append((begin, end))
    return found


def _empty(text: str, lines: list[str], begin: int, end: int, problems: list[Problem]) -> None:
    """Replace the content of brackets by the lost value; what follows moves up to it."""
    first, last = text.count("\n", 0, begin), text.count("\n", 0, end)
    before = lines[first][: begin - (text.rfind("\n", 0, begin) + 1)]
    after = text[end:].partition("\n")[0]
    held = LOST
    if re.search(r"[\w)\]}]\s*\Z", before) and text[begin] != "{" and not _WORD.search(before):
        held = f"(*{LOST}, **{LOST})" if text[begin] == "(" else f"[{LOST}]"
    column, end_column = len(before), len(lines[last])
    lines[first] = f"{before} {held}{after}" if before else held + after
    lines[first + 1 : last + 1] = [""] * (last - first)
    problems.append(Problem(first, column, last, end_column, _TOO_MUCH, lossy=True))


_WORD = re.compile(r"\b(?:and|assert|await|del|elif|else|if|in|is|lambda|not|or|return|yield)\s*\Z")


def _cut(lines: list[str], problems: list[Problem]) -> None:
    """Blank the lines after the maximum that is parsed of one text."""
    left = _MAXIMUM
    for index, line in enumerate(lines):
        left -= sum(1 for _ in _TOKEN.finditer(line)) if line else 0
        if left < 0:
            last = len(lines) - 1
            problems.append(Problem(index, 0, last, len(lines[last]), _TOO_LONG, lossy=True))
            lines[index:] = [""] * (len(lines) - index)
            return


def _is_big(text: str) -> bool:
    """Whether ``text`` has too many tokens, or too long an expression for some Python versions."""
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
    """Replace the lines ``first`` to ``last`` by the lost value."""
    found = _TARGET.match(lines[first][:1000])
    target = found.group() if found else ""
    space = lines[first][: len(lines[first]) - len(lines[first].lstrip(" \t\f"))]
    end = len(lines[last])
    lines[first] = f"{target} {LOST}" if target else space + LOST
    lines[first + 1 : last + 1] = [""] * (last - first)
    problems.append(Problem(first, len(space), last, end, _TOO_MUCH, lossy=True))
