"""How reports for people spell places and shapes; not a format."""

from __future__ import annotations

import os
from collections.abc import Sequence

from scope_lsp import escape
from scope_lsp.analysis.result import Span
from scope_lsp.cli.console import shown_path


def spelled_shape(shape: Sequence[int | None] | None) -> str:
    """Write a shape as Python does, with ``?`` for unknown sizes."""
    if shape is None:
        return "?"
    sizes = ", ".join("?" if size is None else str(size) for size in shape)
    return f"({sizes},)" if len(shape) == 1 else f"({sizes})"


def repository_path(path: str) -> str:
    """A path relative to the top of the repository, as code hosts need it."""
    top = os.environ.get("GITHUB_WORKSPACE") or os.environ.get("CI_PROJECT_DIR") or _top(path)
    inside = os.path.join(top, "") if top else ""
    found = path[len(inside) :] if inside and path.startswith(inside) else shown_path(path)
    return found.replace(os.sep, "/")


def _top(path: str) -> str | None:
    folder = os.path.dirname(path)
    while not os.path.exists(os.path.join(folder, ".git")):
        folder, below = os.path.dirname(folder), folder
        if folder == below:
            return None
    return folder


def spelled_place(span: Span) -> str:
    """Write a place as compilers do: ``a.py:3:1``, ``a.ipynb:cell 2:3:1``."""
    return f"{spelled_line(span)}:{span.column}"


def spelled_line(span: Span) -> str:
    """Write the line of a place: ``a.py:3``, ``a.ipynb:cell 2:3``."""
    cell = f"cell {span.cell}:" if span.cell else ""
    return f"{escape.visible(shown_path(span.path))}:{cell}{span.line}"
