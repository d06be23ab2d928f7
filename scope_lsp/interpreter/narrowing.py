"""Tests of a local value that is one of several: each arm of the branch keeps those that fit.

The test is asked again for each of the values.  So it must be one without effects, about one name.
What tests say of values that are wholly unknown is in ``values.unknown`` (``Supposition``).
"""

from __future__ import annotations

import ast

from scope_lsp.interpreter.code import Completion, Run, Step
from scope_lsp.interpreter.environment import Frame
from scope_lsp.interpreter.values import Raised, Union, Value, unite

_ASKING = frozenset(("isinstance", "callable", "len"))
"""Functions without effects that tests call."""

_PLAIN = (
    *(ast.Name, ast.Load, ast.Constant, ast.Compare, ast.cmpop, ast.UnaryOp, ast.Not),
    *(ast.BoolOp, ast.boolop, ast.Tuple),
)


def asked_names(test: ast.expr) -> tuple[str, ...]:
    """The names in a test without effects; none in any other."""
    names = []
    pending: list[ast.AST] = [test]
    while pending:
        node = pending.pop()
        if isinstance(node, ast.Call):
            if not isinstance(node.func, ast.Name) or node.func.id not in _ASKING or node.keywords:
                return ()
            pending.extend(node.args)
        elif isinstance(node, ast.Attribute):
            if not isinstance(node.value, ast.Name):
                return ()
        elif isinstance(node, _PLAIN):
            if isinstance(node, ast.Name):
                names.append(node.id)
            pending.extend(ast.iter_child_nodes(node))
        else:
            return ()
    return tuple(dict.fromkeys(names))


def narrowed(
    frame: Frame, test: Run, names: tuple[str, ...], yes: Step, no: Step
) -> tuple[Step, Step]:
    """The arms of a branch, each of which keeps of one local value what its test allows."""
    several = [name for name in names if isinstance(frame.names.get(name), Union)]
    if len(several) != 1:
        return yes, no
    (name,) = several
    value = frame.names[name]
    assert isinstance(value, Union)
    answers = [(option, _answer(frame, test, name, option)) for option in value.options]
    held = [option for option, answer in answers if answer is not False]
    failed = [option for option, answer in answers if answer is not True]
    if not held or not failed:
        return yes, no
    return _keeping(name, held, value, yes), _keeping(name, failed, value, no)


def _answer(frame: Frame, test: Run, name: str, option: Value) -> bool | None:
    value = frame.names[name]
    frame.names[name] = option
    try:
        return frame.interp.truth(test(frame))
    except Raised:
        return None
    finally:
        frame.names[name] = value


def _keeping(name: str, options: list[Value], value: Union, step: Step) -> Step:
    if len(options) == len(value.options):
        return step

    def run(frame: Frame) -> Completion:
        frame.interp.heap.touch(frame.names_owner)
        frame.names[name] = unite(options)
        return step(frame)

    return run
