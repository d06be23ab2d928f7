"""What a file defines and where it opens scopes, with their places: for lenses and outlines.

It only reads the text.  What the code does is recorded elsewhere.
"""

from __future__ import annotations

from functools import lru_cache
from typing import cast

from scope_lsp.analysis.kinds import DefinitionKind
from scope_lsp.analysis.result import Definition, Span
from scope_lsp.syntax.outline import outline, outline_of
from scope_lsp.syntax.parse import parse_file
from scope_lsp.syntax.source import Source


@lru_cache(maxsize=4)
def definitions(path: str, text: str) -> tuple[Definition, ...]:
    """Return all functions, classes and ``with`` statements of a text, outer ones first."""
    known = outline(text) or outline_of(parse_file(path, text).tree, Source(text))
    found = [
        Definition(
            mark.name,
            cast(DefinitionKind, mark.kind),
            Span(path, *mark.place),
            Span(path, *mark.span),
        )
        for mark in known.marks
    ]
    return tuple(sorted(found, key=lambda one: (one.span.line, -one.span.end_line)))
