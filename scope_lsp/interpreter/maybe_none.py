"""Tests of values that may be None although the run continues as if they were not.

A gradient of which a model is not sure is treated as a tensor, because most programs would end
without it.  An ``if`` that tests it takes the branch for a tensor, and nothing in that branch is
certain.  Completely unknown values are not handled here: both branches are run for them.
"""

from __future__ import annotations

import ast

from scope_lsp.interpreter.branches import raise_doubt, skip_round
from scope_lsp.interpreter.code import Completion, Step
from scope_lsp.interpreter.environment import Frame
from scope_lsp.interpreter.values import Instance

MAY_BE_NONE = "_may_be_none"
"""An attribute of instances in models: True if the value may be None instead."""


def tested_names(test: ast.expr) -> tuple[str, ...]:
    """The names that a condition compares with None."""
    return tuple(
        node.left.id
        for node in ast.walk(test)
        if isinstance(node, ast.Compare)
        and isinstance(node.left, ast.Name)
        and isinstance(node.comparators[0], ast.Constant)
        and node.comparators[0].value is None
    )


def supposes(frame: Frame, tested: tuple[str, ...]) -> bool:
    """Whether a local value that a condition of the program's tests may be None."""
    if not tested or frame.module.is_model:
        return False
    values = [frame.names.get(name) for name in tested]
    return any(isinstance(one, Instance) and one.names.get(MAY_BE_NONE) is True for one in values)


def suppose(frame: Frame, taken: Step, other: list[ast.stmt]) -> Completion:
    """Take the branch on which a value exists; otherwise, the ``other`` one is taken."""
    last = other[-1] if other else None
    if isinstance(last, ast.Raise):
        return taken(frame)
    interp = frame.interp
    interp.doubt += 1
    try:
        completion = taken(frame)
    finally:
        interp.doubt -= 1
    if isinstance(last, ast.Continue):
        skip_round(frame)
    elif isinstance(last, (ast.Break, ast.Return)):
        raise_doubt(frame)
    return completion
