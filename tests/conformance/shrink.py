"""Makes a program smaller while it keeps a property: delta debugging over Python statements.

Knows nothing of TensorFlow: it removes statements, puts bodies in place of compound statements,
drops items of ``with``, keyword arguments and decorators, and keeps what still has the property.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator


def shrink(source: str, holds: Callable[[str], bool], attempts: int = 400) -> str:
    """The smallest program found with at most ``attempts`` questions to ``holds``."""
    best = ast.unparse(ast.parse(source)) + "\n"
    if not holds(best):
        return source
    asked = 0
    while True:
        for candidate in _candidates(best):
            asked += 1
            if asked > attempts:
                return best
            if holds(candidate):
                best = candidate
                break
        else:
            return best


def _candidates(source: str) -> Iterator[str]:
    """Programs one step smaller: larger steps and later statements first."""
    tree = ast.parse(source)
    changes: list[tuple[int, int, str]] = []
    for number, node in enumerate(ast.walk(tree)):
        size = len(list(ast.walk(node)))
        if isinstance(node, ast.stmt):
            changes.append((size, number, "remove"))
            if hasattr(node, "body") or isinstance(node, ast.Try):
                changes.append((size // 2, number, "unwrap"))
            if isinstance(node, ast.With) and len(node.items) > 1:
                changes += [(2, number, f"item {i}") for i in range(len(node.items))]
            if getattr(node, "orelse", None):
                changes.append((size // 3, number, "orelse"))
            if getattr(node, "decorator_list", None):
                changes.append((2, number, "decorators"))
        elif isinstance(node, ast.Call):
            changes += [(1, number, f"keyword {i}") for i in range(len(node.keywords))]
            if node.args:
                changes.append((1, number, "inner"))
                if len(node.args) > 1:
                    changes.append((1, number, "argument"))
    changes.sort(key=lambda change: (-change[0], -change[1]))
    for _, number, way in changes:
        changed = _change(tree, number, way)
        if changed is not None and changed != source:
            yield changed


def _change(tree: ast.Module, number: int, way: str) -> str | None:
    tree = copy.deepcopy(tree)
    target = list(ast.walk(tree))[number]
    kind, _, index = way.partition(" ")
    if kind == "item":
        del target.items[int(index)]  # type: ignore[attr-defined]
    elif kind == "keyword":
        del target.keywords[int(index)]  # type: ignore[attr-defined]
    elif kind == "argument":
        target.args.pop()  # type: ignore[attr-defined]
    elif kind == "decorators":
        target.decorator_list = []  # type: ignore[attr-defined]
    elif kind == "orelse":
        target.orelse = []  # type: ignore[attr-defined]
    elif kind == "inner":
        tree = _Replace(target, target.args[0]).visit(tree)  # type: ignore[attr-defined]
    else:
        body: list[ast.stmt] = []
        if kind == "unwrap":
            body = target.body + getattr(target, "finalbody", [])  # type: ignore[attr-defined]
            if isinstance(target, ast.FunctionDef | ast.ClassDef):
                return None
        tree = _Replace(target, body).visit(tree)
    try:
        text = ast.unparse(ast.fix_missing_locations(tree)) + "\n"
        compile(text, "program.py", "exec")
    except (SyntaxError, ValueError):
        return None
    return text


class _Replace(ast.NodeTransformer):
    """Puts something else in the place of one node; an empty body gets a ``pass``."""

    def __init__(self, target: ast.AST, replacement: ast.AST | list[ast.stmt]) -> None:
        self._target = target
        self._replacement = replacement

    def visit(self, node: ast.AST) -> ast.AST | list[ast.stmt]:
        if node is self._target:
            return self._replacement
        self.generic_visit(node)
        if getattr(node, "body", None) == [] and not isinstance(node, ast.Module):
            node.body = [ast.Pass()]  # type: ignore[attr-defined]
        return node
