"""What the analysis could not follow: a note, kept until somebody asks what it may have cost.

When one is noted is said in ``failures`` and ``unknown_calls``.
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
    """Whether code that is not known may have changed the outside state here."""
    effects: int
    """How many effects on the outside were recorded before."""
