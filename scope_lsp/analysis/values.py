"""Python names that hold a variable, so that hovering on ``w`` shows the same as on the call.

They are found by comparing the tree with the events, function by function.  A name that is also
bound to anything else in the same body is left out.
"""

from __future__ import annotations

import ast
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator
from typing import Any

from scope_lsp.analysis.result import Span, ValueHint, VariableEvent
from scope_lsp.interpreter.lexical import BODIES, statements_of
from scope_lsp.syntax.source import Source

_CLOSED_OR_LEAVES = (*BODIES, ast.Lambda, ast.Name, ast.Constant, ast.expr_context)


def value_hints(
    path: str, text: str, tree: ast.Module, variables: Iterable[VariableEvent]
) -> tuple[ValueHint, ...]:
    """Return the Python names in one file that hold variables, with the variables' full names."""
    source = Source(text)
    made: dict[tuple[int, int], list[str]] = {}
    for event in variables:
        if event.span.path == path:
            names = made.setdefault((event.span.line, event.span.column), [])
            if event.name not in names:
                names.append(event.name)
    found: list[ValueHint] = []
    lines = sorted({line for line, _ in made})
    bodies: list[Any] = [tree] if made else []
    for body in bodies:
        statements = list(statements_of(body.body, into_bodies=False))
        # A body in which no variable is created has no names for any, nor have those inside it.
        bodies += [node for node in statements if isinstance(node, BODIES) and _holds(node, lines)]
        if not any(_makes(node, made, source) for node in statements):
            continue
        held: dict[str, list[str] | None] = {}
        nodes = list(_own_nodes(body))
        for node in nodes:
            for name, value in _bindings(node):
                variables_of = None
                if isinstance(value, ast.Call):
                    variables_of = made.get(source.start(value))
                held[name] = variables_of if name not in held else None
        if not any(held.values()):
            continue
        for node in nodes:
            if isinstance(node, ast.Name):
                span = Span(path, *source.start(node), *source.end(node))
                found.extend(ValueHint(span, variable) for variable in held.get(node.id) or ())
    return tuple(found)


def _holds(node: ast.stmt | ast.expr, lines: list[int]) -> bool:
    """Whether one of these lines, which are sorted, is among those of a node."""
    index = bisect_left(lines, node.lineno)
    return index < len(lines) and lines[index] <= (node.end_lineno or node.lineno)


def _makes(node: ast.AST, made: Container[tuple[int, int]], source: Source) -> bool:
    """Whether a statement gives a name to what a call creates that has variables."""
    value = node.value if isinstance(node, (ast.Assign, ast.AnnAssign)) else None
    return isinstance(value, ast.Call) and source.start(value) in made


def _own_nodes(body: ast.AST) -> Iterator[ast.AST]:
    """The nodes of a body, without those of bodies inside it."""
    pending = list(ast.iter_child_nodes(body))
    while pending:
        node = pending.pop()
        yield node
        if not isinstance(node, _CLOSED_OR_LEAVES):
            pending.extend(ast.iter_child_nodes(node))


def _bindings(node: ast.AST) -> Iterator[tuple[str, ast.expr | None]]:
    """The names that a node binds, with the expression if one name gets one value."""
    if isinstance(node, ast.Assign) and len(node.targets) == 1:
        target = node.targets[0]
        if isinstance(target, ast.Name):
            yield target.id, node.value
            return
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        yield node.target.id, node.value
        return
    for target in _targets(node):
        for inner in ast.walk(target):
            if isinstance(inner, ast.Name) and isinstance(inner.ctx, ast.Store):
                yield inner.id, None


def _targets(node: ast.AST) -> list[ast.expr]:
    """The names in a target.  Expressions inside it are visited separately."""
    if isinstance(node, ast.Assign):
        return node.targets
    if isinstance(node, ast.AugAssign | ast.For | ast.AsyncFor | ast.NamedExpr):
        return [node.target]
    if isinstance(node, ast.With | ast.AsyncWith):
        return [item.optional_vars for item in node.items if item.optional_vars is not None]
    return []
