"""The imports and definitions of a valid text, read statement by statement and cached by text.

An edit costs no more than the top-level statement that contains it.  Broken texts are for
``parse``, which repairs them.  No tree is kept.
"""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from scope_lsp.syntax.by_text import by_text
from scope_lsp.syntax.oversize import without_oversize
from scope_lsp.syntax.source import Source

_KEPT = 1_000
"""The number of top-level statements whose outlines are kept."""
_STARTS = re.compile(r"^(?!(?:elif|else|except|finally)\b)[^\s#)\]}]", re.MULTILINE)
"""The first character of a top-level statement, if it is not inside a string."""
_ODD = re.compile("[\0\ufeff\ud800-\udfff]|\r(?!\n)")
"""What ``parse`` replaces, and line ends that ``re`` does not know."""
_BLOCKS = {
    kind: tuple(
        block
        for block in ("body", "orelse", "finalbody", "handlers", "cases")
        if block in kind._fields
    )
    for kind in vars(ast).values()
    if isinstance(kind, type) and issubclass(kind, ast.AST)
}
"""For each kind of node the fields that hold statements."""

Import = tuple[int, str, str]
"""How many dots, the module, and a name imported from it ("" for the module itself)."""


class Mark(NamedTuple):
    """A definition or a ``with``: 1-based lines and code-point columns, the ends exclusive."""

    name: str
    """Empty for what a ``with`` enters."""
    kind: str
    """``function``, ``class`` or ``with``."""
    place: tuple[int, int, int, int]
    """Its name, or the expression that is entered."""
    span: tuple[int, int, int, int]
    """The whole statement."""

    def moved(self, lines: int) -> Mark:
        """The same, some lines further down."""
        (a, b, c, d), (e, f, g, h) = self.place, self.span
        return Mark(
            self.name, self.kind, (a + lines, b, c + lines, d), (e + lines, f, g + lines, h)
        )


@dataclass(frozen=True, slots=True)
class Outline:
    """What the statements of a text contain."""

    imports: tuple[Import, ...] = ()
    """All imports, at any place, each once."""
    marks: tuple[Mark, ...] = ()
    """All definitions and ``with`` statements, unordered."""


def is_plain(text: str) -> bool:
    """Whether a text has nothing that ``parse`` replaces, and no odd line ends."""
    return _ODD.search(text) is None


@by_text(256)
def outline(text: str) -> Outline | None:
    """The outline of ``text``; None if it does not parse as it is."""
    if not is_plain(text) or without_oversize(text).problems:
        return None
    pieces = list(_pieces(text))
    if _are_new([piece for _, piece in pieces]):
        return _outline_anew(text)
    imports: dict[Import, None] = {}
    marks: list[Mark] = []
    for before, piece in pieces:
        known = _outline(piece)
        if known is None:  # it is broken, or not a complete statement
            return _outline_anew(text)
        imports.update(dict.fromkeys(known.imports))
        marks += [mark.moved(before) for mark in known.marks] if before else known.marks
    return Outline(tuple(imports), tuple(marks))


def outline_of(tree: ast.Module, source: Source) -> Outline:
    """The outline of a text that is parsed already."""
    imports: dict[Import, None] = {}
    marks: list[Mark] = []
    for node in _statements(tree):
        if isinstance(node, ast.Import):
            imports.update(dict.fromkeys((0, alias.name, "") for alias in node.names))
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            imports.update(dict.fromkeys((node.level, base, alias.name) for alias in node.names))
        else:
            marks += _marks(node, source)
    return Outline(tuple(imports), tuple(marks))


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """The top-level statements, each with the number of lines before it.

    Together they are the text.  A piece that parses by itself ends where the parser is in the same
    state as at the beginning: outside brackets, strings and blocks.  So the next one means the same
    alone as in the text, and a wrong guess does no harm.
    """
    starts = [match.start() for match in _STARTS.finditer(text)]
    first = lines = doubles = singles = 0
    for start, end in zip(starts, [*starts[1:], len(text)], strict=False):
        doubles += text.count('"""', start, end)
        singles += text.count("'''", start, end)
        if doubles % 2 or singles % 2 or text[start] == "@":
            continue  # it continues: a string is open, or a decorated statement follows
        yield lines, text[first:end]
        lines += text.count("\n", first, end)
        first, doubles, singles = end, 0, 0
    if first < len(text):
        yield lines, text[first:]


def _are_new(pieces: list[str]) -> bool:
    """Whether none of the largest pieces was seen before: no text like this one was.

    Such a text is parsed as a whole, which is faster, and mostly not edited.
    """
    seen = [_seen(piece) for piece in sorted(pieces, key=len)[-2:]]
    are_new = not any(seen)
    for mark in seen:
        mark[:] = [True]
    return are_new


@by_text(_KEPT)
def _seen(piece: str) -> list[bool]:
    """Empty until a text had this piece among its largest."""
    return []


@by_text(_KEPT)
def _outline(piece: str) -> Outline | None:
    return _outline_anew(piece)


def _outline_anew(piece: str) -> Outline | None:
    try:
        with warnings.catch_warnings():
            # A warning would be about the analysed text, and can be an error: ``-W error``.
            warnings.simplefilter("ignore")
            tree = ast.parse(piece)
    except (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError, SystemError):
        return None
    return outline_of(tree, Source(piece))


def _statements(tree: ast.Module) -> Iterator[ast.AST]:
    """All statements; expressions contain none."""
    pending: list[ast.AST] = [tree]
    while pending:
        node = pending.pop()
        yield node
        for block in _BLOCKS[type(node)]:
            pending += getattr(node, block)


def _marks(node: ast.AST, source: Source) -> Iterator[Mark]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        line, column = source.start(node)
        column = max(source.lines[line - 1].find(node.name, column + 2) + 1, column)
        kind = "class" if isinstance(node, ast.ClassDef) else "function"
        place = (line, column, line, column + len(node.name))
        yield Mark(node.name, kind, place, (line, 1, *source.end(node)))
    elif isinstance(node, ast.With):
        for item in node.items:
            entered = item.context_expr
            place = (*source.start(entered), *source.end(entered))
            yield Mark("", "with", place, (*source.start(node), *source.end(node)))
