"""What a file defines and where it opens scopes, with their places: for lenses and outlines.

Read off the tree alone; what it does is recorded elsewhere.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import lru_cache

from scope_lsp.analysis.kinds import DefinitionKind
from scope_lsp.analysis.result import Definition, Span
from scope_lsp.syntax.parse import parse
from scope_lsp.syntax.source import Source


@lru_cache(maxsize=64)
def definitions(path: str, text: str) -> tuple[Definition, ...]:
    """All functions, classes and ``with`` statements of a text, each before what it holds."""
    source = Source(text)
    found: list[Definition] = []
    for node in _statements(parse(text).tree):
        found += _of(node, path, source)
    return tuple(sorted(found, key=lambda one: (one.span.line, -one.span.end_line)))


def _statements(tree: ast.Module) -> Iterator[ast.AST]:
    """All statements; no expression holds one."""
    pending: list[ast.AST] = [tree]
    while pending:
        node = pending.pop()
        yield node
        for block in ("body", "orelse", "finalbody", "handlers", "cases"):
            held = getattr(node, block, None)
            if isinstance(held, list):
                pending += held


def _of(node: ast.AST, path: str, source: Source) -> Iterator[Definition]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        line, column = source.start(node)
        column = max(source.lines[line - 1].find(node.name, column + 2) + 1, column)
        place = Span(path, line, column, line, column + len(node.name))
        kind: DefinitionKind = "class" if isinstance(node, ast.ClassDef) else "function"
        yield Definition(node.name, kind, place, Span(path, line, 1, *source.end(node)))
    elif isinstance(node, ast.With):
        for item in node.items:
            entered = item.context_expr
            place = Span(path, *source.start(entered), *source.end(entered))
            yield Definition("", "with", place, Span(path, *source.start(node), *source.end(node)))
