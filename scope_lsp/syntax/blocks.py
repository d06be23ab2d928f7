"""Puts repaired statements together so that they nest: bodies, branches, indentation.

Each statement may be valid and the whole still not parse: a header without its body, an ``else``
without its ``if``, a dedent to no level.  Statements keep their lines.  If one must move to the
side, the shift of its line is recorded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from scope_lsp.syntax.statement_repair import LOST, is_header
from scope_lsp.syntax.statements import Statement, strays

_FOLLOWS = {
    "elif": ("if", "elif"),
    "else": ("if", "elif", "for", "while", "except", "except*"),
    "except": ("try", "except"),
    "except*": ("try", "except*"),
    "finally": ("try", "except", "except*", "else of try"),
}
"""Which sibling a branch may come directly after."""

_GROUP = re.compile(r"except\s*\*")

_MAXIMUM_LEVELS = 95
"""Nested blocks; CPython's own limit is 100 (``MAXINDENT`` in its tokenizer)."""


@dataclass(slots=True)
class _Level:
    """A block that statements are being added to."""

    source: int
    """Indentation as the text has it."""
    output: int
    """Indentation as it is written."""
    word: str = ""
    """The header of the block."""
    chain: str = ""
    """The kind of the previous statement, for branches that may follow."""
    opening_try: Statement | None = None
    """A ``try`` that still lacks its ``except`` or ``finally``."""


@dataclass(slots=True)
class Nesting:
    """The result: text by line, and the changes made to it."""

    lines: list[str]
    """One for each from the first line of the first statement on."""
    shifts: dict[int, int]
    """0-based line to the number of columns by which its start moved to the right."""
    changed: set[int]
    """0-based first lines of statements that could not be kept as they were."""


def nest(statements: list[Statement]) -> Nesting:
    """Write ``statements`` (at least one) into lines such that they nest as Python requires."""
    return _Nester(statements[0].first, statements[-1].last + 1).run(statements)


def _is_case(statement: Statement) -> bool:
    """Whether the statement is a ``case`` of a ``match``: both words are also names."""
    return statement.word == "case" and is_header(statement)


class _Nester:
    def __init__(self, first: int, end: int) -> None:
        self._first = first
        self._result = Nesting([""] * (end - first), {}, set())
        self._levels: list[_Level] = []
        self._open: Statement | None = None
        """A header that still needs its body."""

    def run(self, statements: list[Statement]) -> Nesting:
        self._drop_decorators(statements)
        statements = [statement for statement in statements if statement.text]
        for index, statement in enumerate(statements):
            following = strays(statements, index)
            if following and any(level.source == following.indent for level in self._levels):
                statement.indent = following.indent
                self._result.changed.add(statement.first)
            self._place(statement)
        self._close_header()
        while self._levels:
            self._leave()
        return self._result

    def _place(self, statement: Statement) -> None:
        if not self._levels:
            self._levels.append(_Level(statement.indent, 0))
        level = self._levels[-1]
        if self._open is not None and statement.indent > level.source:
            if self._open.word == "match" and not _is_case(statement):
                self._rewrite(self._open, f"if {LOST}:")
                self._write(self._open, level.output)
            level = self._enter(statement, level)
        else:
            self._close_header()
            if statement.indent > level.source:
                # An unexpected indent: the indented statement belongs to the block around it.
                level.source = statement.indent
                self._result.changed.add(statement.first)
            level = self._dedent(statement)
        if level.word == "match" and not _is_case(statement):
            self._blank(statement)
            return
        self._branch(statement, level)
        self._write(statement, level.output)
        if is_header(statement):
            self._open = statement

    def _enter(self, statement: Statement, level: _Level) -> _Level:
        assert self._open is not None
        output = max(statement.lead, level.output + 1)
        if len(self._levels) >= _MAXIMUM_LEVELS:
            self._close_header()
            level.source = statement.indent
            return level
        word = self._open.word
        self._open = None
        inner = _Level(statement.indent, output, word)
        self._levels.append(inner)
        return inner

    def _dedent(self, statement: Statement) -> _Level:
        left: _Level | None = None
        while len(self._levels) > 1 and statement.indent < self._levels[-1].source:
            if self._levels[-2].source < statement.indent:
                # A dedent to no level stays in the nearest block.
                self._levels[-1].source = statement.indent
                self._result.changed.add(statement.first)
                break
            left = self._levels[-1]
            self._leave()
        if left is None:
            self._levels[-1].source = min(self._levels[-1].source, statement.indent)
        return self._levels[-1]

    def _branch(self, statement: Statement, level: _Level) -> None:
        """Make sure that a branch follows its statement, and that a ``try`` is complete."""
        word = statement.word
        if word == "except" and _GROUP.match(statement.text):
            word = "except*"
        if _is_case(statement) and level.word != "match":
            self._rewrite(statement, f"if {LOST}:")
            word = "if"
        if word in _FOLLOWS:
            if level.chain in _FOLLOWS[word]:
                of_try = level.chain in ("except", "except*")
                level.chain = "else of try" if word == "else" and of_try else word
                if word == "else" and not of_try:
                    level.chain = ""
                if word in ("except", "except*", "finally"):
                    level.opening_try = None
                return
            text = statement.text
            if word == "elif":
                self._rewrite(statement, "if  " + text[4:])
            else:
                self._rewrite(statement, "if 1:" if word == "finally" else f"if {LOST}:")
            word = "if"
        self._complete_try(level)
        level.chain = word if word in ("if", "for", "while", "try") else ""
        if word == "try":
            level.opening_try = statement

    def _complete_try(self, level: _Level) -> None:
        """Replace a ``try`` that nothing follows by its body."""
        if level.opening_try is not None:
            statement, level.opening_try = level.opening_try, None
            self._rewrite(statement, "if 1:" + statement.text[4:])
            self._write(statement, level.output)

    def _leave(self) -> None:
        self._complete_try(self._levels.pop())

    def _close_header(self) -> None:
        """Give an empty body to a header that got none."""
        if self._open is None:
            return
        header, self._open = self._open, None
        if header.word == "match":
            self._rewrite(header, "pass")
        else:
            header.fixed = header.text.rstrip() + " pass"
            self._result.changed.add(header.first)
        self._write(header, self._levels[-1].output)

    def _drop_decorators(self, statements: list[Statement]) -> None:
        """Blank the decorators that precede nothing that can be decorated."""
        decorated: Statement | None = None
        for statement in reversed(statements):
            if statement.word == "@" and (
                decorated is None
                or decorated.word not in ("@", "def", "class")
                or decorated.indent != statement.indent
            ):
                self._blank(statement)
            elif statement.text:
                decorated = statement

    def _rewrite(self, statement: Statement, text: str) -> None:
        statement.fixed = text
        self._result.changed.add(statement.first)

    def _blank(self, statement: Statement) -> None:
        self._rewrite(statement, "")
        for index in range(statement.first, statement.last + 1):
            self._result.lines[index - self._first] = ""

    def _write(self, statement: Statement, output: int) -> None:
        """Write the statement's lines at indentation ``output``."""
        lines = statement.text.split("\n")
        for index in range(statement.first, statement.last + 1):
            offset = index - statement.first
            self._result.lines[index - self._first] = lines[offset] if offset < len(lines) else ""
        self._result.lines[statement.first - self._first] = " " * output + lines[0]
        if output != statement.lead:
            self._result.shifts[statement.first] = output - statement.lead
