"""How the source writes an expression: for symbolic names, conditions and reasons."""

from __future__ import annotations

import ast


def spelling_of(node: ast.AST) -> str:
    """How the source writes an expression, on one line."""
    try:
        return " ".join(ast.unparse(node).split())
    except (ValueError, RecursionError):
        return "?"
