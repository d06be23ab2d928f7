"""Cuts text into logical lines, even if a bracket or a quote was never closed.

A logical line is one simple statement, one header of a compound statement or one decorator, with
all of its physical lines.  Valid text is cut as Python does it.  If that fails, indentation
suggests the likeliest end.  This is not a parser: it only knows strings, comments, brackets and
line ends.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

MAXIMUM_DEPTH = 200
"""Open brackets; CPython's own limit (``MAXLEVEL`` in its tokenizer)."""

_FEW = 20
_TOKEN = re.compile(r"""#.*|\"\"\"|'''|["']|[()\[\]{}]|\\$""")
_REST = {
    '"': re.compile(r'[^"\\]*(?:\\.[^"\\]*)*"'),
    "'": re.compile(r"[^'\\]*(?:\\.[^'\\]*)*'"),
    '"""': re.compile(r'[^"\\]*(?:(?:\\(?:.|$)|"(?!""))[^"\\]*)*\"\"\"'),
    "'''": re.compile(r"[^'\\]*(?:(?:\\(?:.|$)|'(?!''))[^'\\]*)*'''"),
}
_CLOSER = {"(": ")", "[": "]", "{": "}"}
_BODY = re.compile(
    r"(?:def|class|with|return|raise|import|from|pass|break|continue|del|assert|global|try|while)\b"
    r"|@\w|[\w.]+(?:\s*,\s*[\w.]+)*\s+[-+*/|&]?=\s|\w+: [^=]+ = |\"\"\"|'''"
)
_KEYWORD = re.compile(
    r"(?:def|class|with|return|raise|import|from|pass|break|continue|del|assert|global|try|while"
    r"|elif|except|finally)\b(?!\s*=)"
)
_SURELY_CODE = re.compile(
    r"def \w+\(|class \w+.*:$|@\w+|import [\w.]+$|from [\w.]+ import |return\b|[\w.]+ = |with .*:$"
)
_WORD = re.compile(r"(?:async\s+)?([^\W\d]\w*)")


@dataclass(slots=True)
class Statement:
    """One logical line: physical lines ``first`` to ``last`` (0-based, inclusive)."""

    first: int
    last: int
    lead: int
    """The number of white space characters before the first line."""
    indent: int
    """The same as Python measures it: a tab goes to the next multiple of 8."""
    code: str
    """Without the leading white space and the trailing comment; inner lines joined by newlines."""
    tail: str
    """What follows ``code`` on the last line: white space and comment."""
    closers: str
    """The brackets that are missing at the end, innermost first."""
    quote: str
    """The quote that is missing at the end, or an empty string."""
    fixed: str | None = None
    """What to write instead of ``code``, with the same columns wherever text was kept."""

    @property
    def text(self) -> str:
        """The code as repaired."""
        return self.code if self.fixed is None else self.fixed

    @property
    def word(self) -> str:
        """The first word of the repaired code, past ``async``; ``@`` for a decorator."""
        return first_word(self.text)


_BLOCKS = ("if", "elif", "else", "for", "while", "with", "def", "class", "match", "case")
_STRAYS = 3
"""The maximum number of consecutive lines too far to the left that do not end the block around
them."""

HEADERS = frozenset((*_BLOCKS, "try", "except", "finally"))
"""Words that can begin the header of a block."""


class Scanner:
    """Cuts ``lines`` (without their ends) into statements."""

    def __init__(self, lines: list[str], sound: Callable[[str], bool]) -> None:
        self._lines = lines
        self._sound = sound
        """Whether a text that spans lines parses; asked only if its indentation looks wrong."""
        self._allowance = 6 * len(lines) + 2000
        """The number of lines that may still be searched for ends; after that, only the next few
        are."""
        self._distrust = self._ends_in_string()

    def statements(self) -> list[Statement]:
        """All logical lines in order; blank and comment lines belong to none."""
        result: list[Statement] = []
        index = 0
        while index < len(self._lines):
            line = self._lines[index]
            stripped = line.lstrip(" \t\f")
            if not stripped or stripped[0] == "#":
                index += 1
                continue
            statement = self._statement(index, len(line) - len(stripped))
            result.append(statement)
            index = statement.last + 1
        return result

    def _statement(self, first: int, lead: int) -> Statement:
        end = len(self._lines) if self._allowance > 0 else min(first + _FEW, len(self._lines))
        scan = self._scan(first, lead, end)
        self._allowance -= scan.last - first
        cut = self._cut(first, lead, scan) if scan.last > first else None
        if cut is not None:
            scan = self._scan(first, lead, cut + 1)
        lines = self._lines[first : scan.last + 1]
        lines[-1] = lines[-1][: scan.stop]
        tail = self._lines[scan.last][scan.stop :]
        return Statement(
            first,
            scan.last,
            lead,
            width(self._lines[first][:lead]),
            "\n".join(lines)[lead:],
            tail,
            "".join(_CLOSER[bracket] for bracket in reversed(scan.stack)),
            scan.quote,
        )

    def _scan(self, first: int, lead: int, end: int) -> _Scan:
        """Follow brackets and strings from line ``first`` on, at most to line ``end`` - 1."""
        stack: list[str] = []
        starts: list[str | None] = []
        quote = ""
        position = lead
        stop = lead
        index = first
        while index < end:
            line = self._lines[index]
            broken = ""
            joined = False
            if quote:
                found = _REST[quote].match(line)
                if found:
                    position = stop = found.end()
                    quote = ""
                else:
                    position = stop = len(line)
                    if len(quote) == 1 and not line.endswith("\\"):
                        broken, quote = quote, ""
            while not quote and position < len(line):
                token = _TOKEN.search(line, position)
                if token is None:
                    stop = max(stop, len(line.rstrip()))
                    break
                kind = token.group()
                position = token.end()
                if kind[0] == "#":
                    stop = max(stop, len(line[: token.start()].rstrip()))
                    break
                stop = position
                if kind in _REST:
                    found = _REST[kind].match(line, position)
                    if found:
                        position = stop = found.end()
                    elif len(kind) == 3 or line.endswith("\\"):
                        quote, position, stop = kind, len(line), len(line)
                    else:
                        broken, position, stop = kind, len(line), len(line.rstrip())
                elif kind in _CLOSER:
                    stack.append(kind)
                elif kind == "\\":
                    joined = True
                elif stack:
                    stack.pop()
            starts.append(quote or (stack[-1] if stack else None))
            if broken or len(stack) > MAXIMUM_DEPTH or not (quote or stack or joined):
                return _Scan(index, stop, "".join(stack), broken, starts)
            index += 1
            position = 0
            if index < end:
                stop = 0
        return _Scan(end - 1, stop, "".join(stack), quote, starts)

    def _cut(self, first: int, lead: int, scan: _Scan) -> int | None:
        """The last line of a statement whose natural end is implausible, else None."""
        indent = width(self._lines[first][:lead])
        found = _WORD.match(self._lines[first], lead)
        header = found is not None and found.group(1) in HEADERS
        open_at_end = bool(scan.stack or scan.quote)
        candidate: int | None = None
        for offset, state in enumerate(scan.starts[:-1]):
            line = self._lines[first + offset + 1]
            stripped = line.lstrip(" \t\f")
            if not stripped or stripped[0] == "#" or state is None:
                continue
            column = width(line[: len(line) - len(stripped)])
            if len(state) == 3:
                opener = self._opener(first, offset, state, scan)
                if self._distrust and self._is_inverted(first, offset, state, scan):
                    return opener
                if column <= indent and _SURELY_CODE.match(stripped):
                    candidate = opener
                    break
            elif state in _CLOSER:
                if column <= indent and stripped[0] not in ")]}":
                    candidate = first + offset
                    break
                body = open_at_end and _is_body(stripped)
                if body and not header:
                    body = self._is_followed_by_body(first + offset + 1, line)
                if body or _KEYWORD.match(stripped):
                    candidate = first + offset
                    break
        if candidate is None or open_at_end:
            return candidate
        text = "\n".join(self._lines[first : scan.last + 1])[lead:]
        self._allowance -= scan.last - first
        return None if self._sound(text) else candidate

    def _is_followed_by_body(self, index: int, line: str) -> bool:
        """Whether the next non-empty line is like ``line``: one statement, then another.

        A single line could be the last argument of a call, written with spaces around ``=``.
        """
        indent = line[: len(line) - len(line.lstrip())]
        for other in self._lines[index + 1 : index + _FEW]:
            stripped = other.lstrip(" \t\f")
            if stripped and stripped[0] != "#":
                return other.startswith(indent + stripped[0]) and _is_body(stripped)
        return False

    def _opener(self, first: int, offset: int, state: str, scan: _Scan) -> int:
        """The line on which the string began that is open after line ``first + offset``."""
        while offset > 0 and scan.starts[offset - 1] == state:
            offset -= 1
        return first + offset

    def _is_inverted(self, first: int, offset: int, state: str, scan: _Scan) -> bool:
        """Whether the content of a triple-quoted string is the code between two strings."""
        end = offset
        while end < len(scan.starts) and scan.starts[end] == state:
            end += 1
        if end == len(scan.starts) and scan.quote == state:
            return True
        inside = [line.strip() for line in self._lines[first + offset + 1 : first + end]]
        inside = [line for line in inside if line and line[0] != "#"]
        code = sum(1 for line in inside if _SURELY_CODE.match(line) or _BODY.match(line))
        return 2 * code >= len(inside) > 0

    def _ends_in_string(self) -> bool:
        """Whether a triple-quoted string is open at the end of the text, according to Python."""
        quote = ""
        for line in self._lines:
            position = 0
            if not quote and '"""' not in line and "'''" not in line:
                continue
            while position <= len(line):
                if quote:
                    found = _REST[quote].match(line, position)
                    if not found:
                        break
                    quote, position = "", found.end()
                token = _TOKEN.search(line, position)
                if token is None or token.group()[0] == "#":
                    break
                position = token.end()
                kind = token.group()
                if len(kind) == 3:
                    quote = kind
                elif kind in _REST:
                    found = _REST[kind].match(line, position)
                    position = found.end() if found else position
        return bool(quote)


@dataclass(slots=True)
class _Scan:
    last: int
    stop: int
    """The column at which the code ends on the last line."""
    stack: str
    quote: str
    starts: list[str | None]
    """For each line, what is open at its end: a quote, a bracket or nothing."""


def strays(statements: list[Statement], index: int) -> Statement | None:
    """The statement that continues a block which the one at ``index`` left by mistake, else None.

    A few lines to the left of the following ones that open no block are out of place.
    """
    indent = statements[index].indent
    for other in range(index, min(index + _STRAYS, len(statements) - 1)):
        following = statements[other + 1]
        if statements[other].text.rstrip().endswith(":") or following.indent < indent:
            return None
        if following.indent > indent:
            return following
    return None


def first_word(code: str) -> str:
    """The first word of ``code``, past ``async``; ``@`` for a decorator; empty if there is none."""
    if code.startswith("@"):
        return "@"
    found = _WORD.match(code)
    return found.group(1) if found else ""


def width(space: str) -> int:
    r"""The column that leading white space reaches: a tab ends at a multiple of 8, ``\f`` at 0."""
    column = 0
    for character in space:
        if character == "\t":
            column += 8 - column % 8
        elif character == "\f":
            column = 0
        else:
            column += 1
    return column


def _is_body(stripped: str) -> bool:
    """Whether a line inside an unclosed header looks like a statement of its body."""
    return not stripped.rstrip().endswith(",") and _BODY.match(stripped) is not None
