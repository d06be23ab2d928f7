"""How reports for people spell places and shapes; not a format."""

from __future__ import annotations

from collections.abc import Sequence

from scope_lsp import escape
from scope_lsp.analysis.result import Span
from scope_lsp.cli.console import shown_path


def spelled_shape(shape: Sequence[int | None] | None) -> str:
    """Write a shape as Python does, ``?`` for what is not known."""
    if shape is None:
        return "?"
    sizes = ", ".join("?" if size is None else str(size) for size in shape)
    return f"({sizes},)" if len(shape) == 1 else f"({sizes})"


def spelled_place(span: Span) -> str:
    """Write where something is as compilers do: ``a.py:3:1``, ``a.ipynb:cell 2:3:1``."""
    return f"{spelled_line(span)}:{span.column}"


def spelled_line(span: Span) -> str:
    """Write on which line something is: ``a.py:3``, ``a.ipynb:cell 2:3``."""
    cell = f"cell {span.cell}:" if span.cell else ""
    return f"{escape.visible(shown_path(span.path))}:{cell}{span.line}"
