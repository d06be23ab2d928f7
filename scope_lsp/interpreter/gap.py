"""A record of something that the analysis could not follow, kept to compute its cost later.

``failures`` and ``unknown_calls`` create these records.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass

from scope_lsp.interpreter.loader import ModuleSource


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that the analysis could not follow; ``source`` and ``node`` say where."""

    reason: str
    source: ModuleSource
    node: ast.AST
    hides: bool
    """Whether unknown code may have changed the outside state here."""
    builds: bool
    """Whether this is a module that may have done so while it was imported, which few do."""
    effects: int
    """The number of effects on the outside that were recorded before."""
    rounds: tuple[int, ast.AST] | None = None
    """For rounds that were not run: the number of effects before the one that was, and the loop."""
