"""Asks Python's own parser about a text, safely: one answer for everything that is not valid.

The repair of broken texts is in ``parse``.  What is too large or too deep is not even tried,
because some versions of Python crash on it.
"""

from __future__ import annotations

import ast
import warnings

from scope_lsp.syntax.oversize import without_oversize


def sound_tree(text: str) -> ast.Module | None:
    """The tree of a text that is valid Python of a reasonable size, None for all others."""
    if without_oversize(text).problems:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError, SystemError):
        return None
