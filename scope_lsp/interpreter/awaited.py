"""Statements that are compiled when they are first run: see ``syntax.awaited``.

What is compiled around such a statement knows these facts about it, and nothing else.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass

from scope_lsp.interpreter.code import Completion, Step
from scope_lsp.interpreter.compiler import Compiler, fails_in_expressions_only, is_remark, statement
from scope_lsp.interpreter.environment import Frame
from scope_lsp.interpreter.lexical import may_leave, names_of, returns_value
from scope_lsp.syntax.awaited import AwaitedStatement


@dataclass(frozen=True, slots=True)
class Facts:
    """What the code around a statement depends on, besides what the statement does when run."""

    bound: frozenset[str]
    global_: frozenset[str]
    nonlocal_: frozenset[str]
    yields: bool
    leaves: bool
    returns_value: bool
    is_remark: bool
    is_safe: bool

    @classmethod
    def of(cls, node: ast.stmt) -> Facts:
        """Read them from a statement."""
        names = names_of("function", None, [node], set())
        return cls(
            frozenset(names.bound),
            frozenset(names.global_),
            frozenset(names.nonlocal_),
            names.yields,
            may_leave([node]),
            returns_value([node]),
            is_remark(node),
            fails_in_expressions_only(node),
        )


@statement(AwaitedStatement)
def _awaited(compiler: Compiler, node: AwaitedStatement) -> Step:
    compiled: list[Step] = []

    def run(frame: Frame) -> Completion:
        if not compiled:
            compiled.append(compiler.step(node.statement))
        return compiled[0](frame)

    return run
