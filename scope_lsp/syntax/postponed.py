"""Parses a formatted text without the bodies of its functions, each of which is parsed when read.

Most functions of a model are never called.  The tree is equal to that of ``ast.parse``, except that
``body`` of a function is a list that parses its part of the text when something looks into it, and
that functions, and blocks that end with one, end at its header.  The text must be valid and laid
out as a formatter does it, as the models of this package are (tests/syntax/test_postponed.py
compares all of them).  Other texts are for ``parse``.
"""

from __future__ import annotations

import ast
import re
from typing import Any

from scope_lsp.syntax.late_list import LateList

_FUNCTION = re.compile(
    r"""
    ^([ ]*)(?:async[ ])?def[ ]
    (?:[^\n]*|[^\n]*\(\n (?:\1[ ]{4}[^\n]*\n|\n)*? \1\)[^\n]*):\n  # on one line, or on several
    ((?:\1[ ]{4}[^\n]*\n|\n)+)                                    # what is indented below it
    """,
    re.MULTILINE | re.VERBOSE,
)


class Body(LateList):
    """The statements of one function; they are parsed when they are first looked at."""

    __slots__ = ("_line", "_text")

    def __init__(self, text: str, line: int) -> None:
        super().__init__()
        self._text: str | None = text
        self._line = line
        """The number of lines before ``text``."""

    def fill(self) -> None:
        """Parse them."""
        text, line = self._text, self._line
        if text is None:
            return
        # Any indentation is right below a header, and empty lines are read almost at no cost.
        tree = ast.parse("\n" * (line - 1) + "def _():\n" + text)
        function = tree.body[0]
        assert isinstance(function, ast.FunctionDef)
        if self._text is not None:  # another thread may have been faster
            self[:] = function.body
            self._text = None


def parse_postponed(text: str) -> ast.Module:
    """Return the tree of a valid, formatted text; raises ``SyntaxError`` if it is neither."""
    bodies: dict[int, Body] = {}
    pieces: list[str] = []
    line = 1
    done = 0
    for match in _FUNCTION.finditer(text):
        start, end = match.span(2)
        line += text.count("\n", done, start - 1)
        bodies[line] = Body(text[start:end], line)
        body_lines = text.count("\n", start - 1, end)
        pieces += (text[done : start - 1], "0", "\n" * body_lines)
        line += body_lines
        done = end
    pieces.append(text[done:])
    tree = ast.parse("".join(pieces))
    _attach(tree, bodies)
    return tree


def _attach(tree: ast.Module, bodies: dict[int, Body]) -> None:
    """Give each function its body, which has a ``0`` in its place."""
    pending: list[Any] = [tree]
    while pending:
        node = pending.pop()
        for block in _BLOCKS:
            pending += getattr(node, block, ())
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            body = bodies.get(node.body[0].lineno)
            if body is not None:
                node.body = body


_BLOCKS = ("body", "orelse", "finalbody", "handlers", "cases")
