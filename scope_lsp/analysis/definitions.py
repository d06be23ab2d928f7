"""The functions and classes that a file defines, with their places: for lenses and outlines.

Read off the tree alone; what they do is recorded elsewhere.
"""

from __future__ import annotations

import ast
from functools import lru_cache

from scope_lsp.analysis.result import Definition, Span
from scope_lsp.syntax.parse import parse
from scope_lsp.syntax.source import Source

_KINDS = {
    ast.FunctionDef: "function",
    ast.AsyncFunctionDef: "function",
    ast.ClassDef: "class",
}


@lru_cache(maxsize=64)
def definitions(path: str, text: str) -> tuple[Definition, ...]:
    """All definitions of a text in their order, those inside of others after these."""
    source = Source(text)
    found: list[Definition] = []
    for node in ast.walk(parse(text).tree):
        kind = _KINDS.get(type(node))
        if kind is None:
            continue
        assert isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        line, column = source.start(node)
        column = max(source.lines[line - 1].find(node.name, column + 2) + 1, column)
        place = Span(path, line, column, line, column + len(node.name))
        found.append(Definition(node.name, kind, place, Span(path, line, 1, *source.end(node))))
    return tuple(sorted(found, key=lambda one: (one.span.line, -one.span.end_line)))
