"""Loops and functions that select items by a test, as a comprehension with a condition does.

``for v in variables: if TEST: chosen.append(v)`` selects, and so does ``filter(lambda v: TEST,
variables)``.  What a test said of which item is told to whoever runs the program, once all items
were tested.  This is about the form only: nothing here knows what the items are.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from scope_lsp.interpreter.code import Run
from scope_lsp.interpreter.environment import Frame
from scope_lsp.interpreter.values import MISSING, Function, Module, Value

_ADDING = frozenset(("add", "append", "appendleft"))
"""Methods that put an item into a container."""


def selecting_tests(loop: ast.For | ast.AsyncFor) -> tuple[ast.expr, ...]:
    """The tests of the ``if`` and ``elif`` in a loop's body that keep its items."""
    targets = _targets(loop)
    return tuple(
        node.test for statement in loop.body for node in _arms(statement) if _keeps(node, targets)
    )


def searching_tests(loop: ast.For | ast.AsyncFor) -> tuple[ast.expr, ...]:
    """The tests of the ``if`` and ``elif`` in a loop's body that ask something of its item."""
    bound = _targets(loop)
    for statement in loop.body:
        if isinstance(statement, ast.Assign):  # of something of the item, perhaps
            bound |= {one.id for one in statement.targets if isinstance(one, ast.Name)}
    return tuple(
        node.test
        for statement in loop.body
        for node in _arms(statement)
        if bound & {one.id for one in ast.walk(node.test) if isinstance(one, ast.Name)}
    )


def _targets(loop: ast.For | ast.AsyncFor) -> set[str]:
    return {node.id for node in ast.walk(loop.target) if isinstance(node, ast.Name)}


def _arms(statement: ast.stmt) -> Iterator[ast.If]:
    """An ``if`` and its ``elif``s; nothing if the last one has an ``else``."""
    found: list[ast.If] = []
    rest = [statement]
    while len(rest) == 1 and isinstance(rest[0], ast.If):
        found.append(rest[0])
        rest = rest[0].orelse
    if not rest:
        yield from found


def _keeps(node: ast.If, targets: set[str]) -> bool:
    """Whether an arm does nothing but put something of the loop's item into a container."""
    if len(node.body) != 1:
        return False
    statement = node.body[0]
    kept: list[ast.expr] = []
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call):
        function = statement.value.func
        if isinstance(function, ast.Attribute) and function.attr in _ADDING:
            kept = statement.value.args
    elif isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Subscript):
        kept = [statement.value]
    names = {one.id for value in kept for one in ast.walk(value) if isinstance(one, ast.Name)}
    return bool(names & targets)


def watched(run: Run, test: ast.expr) -> Run:
    """A test whose last value is kept for the loop around it."""

    def evaluate(frame: Frame) -> Value:
        value = run(frame)
        frame.interp.tested[test] = value
        return value

    return evaluate


class Selection:
    """What the tests of one run of a loop said so far; ``kept`` are those that keep its items."""

    def __init__(self, frame: Frame, tests: Sequence[ast.expr], kept: Sequence[ast.expr]) -> None:
        self._frame = frame
        self._kept = kept
        self._found: dict[ast.expr, list[tuple[Value, bool]]] = {test: [] for test in tests}
        for test in tests:
            frame.interp.tested.pop(test, None)  # what it said in another run of the loop

    def take(self, item: Value) -> None:
        """Note the round of an item.  A test that is not decided may keep it."""
        interp = self._frame.interp
        for test, found in self._found.items():
            value = interp.tested.pop(test, MISSING)
            if value is not MISSING:
                found.append((item, interp.truth(value) is not False))

    def end(self) -> None:
        """All items were tested."""
        for test in self._kept:
            self._frame.interp.note_filter(self._frame, test, self._found[test])

    @property
    def is_empty(self) -> bool:
        """Whether no test held for any item."""
        return not any(holds for found in self._found.values() for _, holds in found)


def only_test(function: Value, module: Module) -> ast.expr | None:
    """The expression that a function of a module returns, if it does nothing else."""
    if not isinstance(function, Function) or function.module is not module:
        return None
    node = function.code.node
    if isinstance(node, ast.Lambda):
        return node.body
    if not isinstance(node, ast.FunctionDef):
        return None
    statements = [
        one
        for one in node.body
        if not (isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant))
    ]
    only = statements[0] if len(statements) == 1 else None
    return only.value if isinstance(only, ast.Return) else None
