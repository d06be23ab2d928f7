"""Which names one round of a loop may hand on to the next, read from the loop's syntax.

Nothing here runs anything: what the rounds do is in ``loops``, and which of them are skipped in
``steady``.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Sequence

from scope_lsp.interpreter.lexical import names_of


def bound_names(nodes: Sequence[ast.stmt]) -> set[str]:
    """The names that statements bind, in whatever way."""
    return names_of("function", None, list(nodes), set()).bound


def carried_names(nodes: list[ast.stmt]) -> tuple[str, ...]:
    """Names that one round of a loop may pass to the next: both bound and read in its body."""
    read = {
        node.id
        for statement in nodes
        for node in ast.walk(statement)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    }
    augmented = {
        node.target.id
        for statement in nodes
        for node in ast.walk(statement)
        if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name)
    }
    return tuple(sorted(bound_names(nodes) & read | augmented))


def made_anew(loop: ast.For | ast.AsyncFor | ast.While) -> frozenset[str]:
    """The names that every round of a loop binds, and before it reads them.

    If in doubt, a name is not one of these.
    """
    bound: set[str] = set() if isinstance(loop, ast.While) else _stored(loop.target)
    exposed: set[str] = set()
    always = None
    for node in loop.body:
        if always is None and any(isinstance(part, ast.Continue) for part in ast.walk(node)):
            always = set(bound)
        exposed |= _exposed([node], bound)
    return frozenset((bound if always is None else always) - exposed)


def _exposed(nodes: Iterable[ast.stmt], bound: set[str]) -> set[str]:
    """The names that statements read while they may not have bound them; adds to ``bound``."""
    found: set[str] = set()
    for node in nodes:
        found |= _exposed_by(node, bound)
    return found


def _exposed_by(node: ast.stmt, bound: set[str]) -> set[str]:
    match node:
        case ast.Assign(targets=targets, value=value):
            found = _read(value, *targets) - bound
            bound.update(*(_stored(target) for target in targets))
        case ast.AnnAssign(target=target, value=ast.expr() as value):
            found = _read(value, target) - bound
            bound.update(_stored(target))
        case ast.AugAssign(target=target):
            found = (_read(node) | _stored(target)) - bound
        case ast.If(test=test, body=body, orelse=orelse):
            yes, no = set(bound), set(bound)
            found = _read(test) - bound | _exposed(body, yes) | _exposed(orelse, no)
            bound |= yes & no
        case ast.For() | ast.AsyncFor():
            found = _read(node.iter, node.target) - bound
            inner = bound | _stored(node.target)
            found |= _exposed(node.body, inner) | _exposed(node.orelse, set(bound))
        case ast.While(test=test, body=body, orelse=orelse):
            found = _read(test) - bound
            found |= _exposed(body, set(bound)) | _exposed(orelse, set(bound))
        case ast.With() | ast.AsyncWith():
            found = set()
            for item in node.items:
                found |= _read(item) - bound
                bound |= set() if item.optional_vars is None else _stored(item.optional_vars)
            found |= _exposed(node.body, set(bound))  # the exception of a part may be suppressed
        case ast.Import() | ast.ImportFrom():
            found = set()
            bound |= bound_names([node])
        case _:
            # A ``try``, a definition or whatever else: all that it mentions.
            found = (_read(node) | bound_names([node])) - bound
    return found


def _read(*nodes: ast.AST) -> set[str]:
    return {
        node.id
        for each in nodes
        for node in ast.walk(each)
        if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Store)
    }


def _stored(target: ast.expr) -> set[str]:
    """The names that an assignment to a target certainly binds."""
    return {
        node.id
        for node in ast.walk(target)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    }
