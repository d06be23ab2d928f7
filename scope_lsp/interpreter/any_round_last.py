"""What a loop over items in an order that is not known leaves behind: any round may be the last.

Read from the loop's syntax are the names, attributes and lists that its rounds set or fill.  Sums
of numbers do not depend on the order, and neither do objects that are built up (``loss = loss +
...``): only what a round picks, and texts, are forgotten.  Which names are made in such a loop is
in ``naming.any_order``.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from scope_lsp.interpreter.builtins.classes import payload_of
from scope_lsp.interpreter.environment import Frame
from scope_lsp.interpreter.picking import picked
from scope_lsp.interpreter.values import (
    Dict,
    Instance,
    List,
    NamespaceOwner,
    Symbolic,
    Unknown,
    Value,
)

_LAST = "what is left by a loop whose order is not known"
_FILLING = ("append", "extend", "insert")
_PICKING = (ast.Name, ast.Attribute, ast.Subscript)
"""What an item of the loop, or something found by it, is assigned from."""
_NESTED = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)
_Place = tuple[str, str | None]
"""A name, or an attribute of what a name stands for."""


def forget_order(frame: Frame, loop: ast.For | ast.AsyncFor) -> None:
    """What to do after such a loop."""
    for place, picks in dict(_stored(loop)).items():
        owner, name = _owner(frame, place)
        value = None if owner is None else owner.names.get(name)
        if owner is not None and _depends(value, picks=picks):
            frame.interp.heap.touch(owner)
            owner.names[name] = picked(_LAST, [value]).spelled(name)
    for place in set(_filled(loop)):
        owner, name = _owner(frame, place)
        items = None if owner is None else payload_of(owner.names.get(name))
        if isinstance(items, Dict) or (isinstance(items, List) and len(items.items) > 1):
            frame.interp.heap.touch(items)
            items.scattered = True


def _depends(value: Value, *, picks: bool) -> bool:
    if value is None or isinstance(value, (bool, Unknown)):
        return False
    return picks or isinstance(value, (str, Symbolic))


def _owner(frame: Frame, place: _Place) -> tuple[NamespaceOwner | None, str]:
    name, attribute = place
    if attribute is None:
        return frame.names_owner, name
    holder = frame.names.get(name)
    return (holder if isinstance(holder, Instance) else None), attribute


def _stored(loop: ast.For | ast.AsyncFor) -> Iterator[tuple[_Place, bool]]:
    """What the rounds set, each with whether they only pick what they set it to."""
    for place in _targets(loop.target):
        yield place, True
    for node in _walk(loop.body):
        match node:
            case ast.Assign(value=ast.Constant()):
                continue
            case ast.Assign(targets=targets, value=value):
                for target in targets:
                    for place in _targets(target):
                        yield place, isinstance(value, _PICKING)
            case ast.AugAssign(target=target):
                for place in _targets(target):
                    yield place, False


def _targets(target: ast.expr) -> Iterator[_Place]:
    match target:
        case ast.Name(id=name):
            yield name, None
        case ast.Attribute(value=ast.Name(id=name), attr=attribute):
            yield name, attribute
        case ast.Tuple(elts=parts) | ast.List(elts=parts):
            for part in parts:
                yield from _targets(part)


def _filled(loop: ast.For | ast.AsyncFor) -> Iterator[_Place]:
    """The lists and dicts that the rounds add to."""
    for node in _walk(loop.body):
        match node:
            case ast.Call(func=ast.Attribute(value=holder, attr=name)) if name in _FILLING:
                yield from _targets(holder)
            case ast.Assign(targets=[ast.Subscript(value=holder)]):
                yield from _targets(holder)


def _walk(body: list[ast.stmt]) -> Iterator[ast.AST]:
    pending: list[ast.AST] = [*body]
    while pending:
        node = pending.pop()
        yield node
        if not isinstance(node, _NESTED):
            pending += ast.iter_child_nodes(node)
