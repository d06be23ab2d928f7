"""Fixes that remove a statement which stands twice, one right after the other.

A statement that reads what it assigns, such as ``x = dense(x, 3)``, is another step rather than a
slip of the hand, and stays.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from scope_lsp.fixes.cause import Cause, Step
from scope_lsp.rules.rule import Fix


def once(cause: Cause) -> Iterator[Fix]:
    """Remove the second of two equal statements, if the chain leads through it."""
    for step in cause.steps:
        if step is None:
            continue
        for statement in _statements(step):
            edit = step.file.without(statement) if _repeats(step, statement) else None
            if edit is not None:
                lines = "line" if statement.lineno == statement.end_lineno else "lines"
                yield Fix(f"Remove this repetition of the {lines} above", (edit,))


def _statements(step: Step) -> Iterator[ast.stmt]:
    """The statements around a call in its function, innermost first."""
    for parent in step.file.around(step.call):
        if isinstance(parent, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)):
            return
        if isinstance(parent, ast.stmt):
            yield parent


def _repeats(step: Step, statement: ast.stmt) -> bool:
    """Whether the statement before is the same, and neither continues what the other did."""
    for _, block in ast.iter_fields(step.file.parents[statement]):
        if isinstance(block, list) and statement in block:
            index = block.index(statement)
            same = index > 0 and ast.dump(block[index - 1]) == ast.dump(statement)
            return same and not _goes_on(statement)
    return False


def _goes_on(statement: ast.stmt) -> bool:
    """Whether a statement reads a variable or an attribute that it sets."""
    if any(isinstance(node, ast.AugAssign) for node in ast.walk(statement)):
        return True
    read: set[str] = set()
    written: set[str] = set()
    for node in ast.walk(statement):
        if isinstance(node, (ast.Name, ast.Attribute)):
            (read if isinstance(node.ctx, ast.Load) else written).add(ast.unparse(node))
    return bool(read & written)
