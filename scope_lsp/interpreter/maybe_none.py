"""Tests of values that may be None although the run goes on as if they were there.

A gradient that a model is not sure of is a tensor all the same: without it most programs would
end.  An ``if`` that asks for it takes the way on which it is there, and nothing on that way is
certain.  Not here: values of which it is not known what they are; both ways are run for them.
"""

from __future__ import annotations

import ast

from scope_lsp.interpreter.branches import raise_doubt, skip_round
from scope_lsp.interpreter.code import Completion, Step
from scope_lsp.interpreter.environment import Frame
from scope_lsp.interpreter.values import Instance

MAY_BE_NONE = "_may_be_none"
"""An attribute of instances in models: True where None may stand in their place."""


def tested_names(test: ast.expr) -> tuple[str, ...]:
    """The names that a condition holds against None."""
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
    if frame.module.is_model:
        return False
    values = [frame.names.get(name) for name in tested]
    return any(isinstance(one, Instance) and one.names.get(MAY_BE_NONE) is True for one in values)


def suppose(frame: Frame, taken: Step, other: list[ast.stmt]) -> Completion:
    """Take the way on which a value is there; if it is not, the ``other`` one is taken."""
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
