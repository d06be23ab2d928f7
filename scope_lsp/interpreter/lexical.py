"""Which names a body defines: Python's static scoping, computed once when code is compiled.

Source of the rules: the language reference, "Naming and binding".
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from scope_lsp.syntax.awaited import AwaitedStatement, first

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
BODIES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
"""Statements with a body of their own names."""


@dataclass(slots=True)
class Names:
    """The names of one body, and the body around it."""

    kind: str
    """``module``, ``function``, ``class`` or ``comprehension``."""
    parent: Names | None = None
    bound: set[str] = field(default_factory=set)
    global_: set[str] = field(default_factory=set)
    nonlocal_: set[str] = field(default_factory=set)
    yields: bool = False
    """Whether a function with this body is a generator."""

    def where(self, name: str) -> tuple[str, int]:
        """``local``, ``global`` or ``free`` with the number of function frames to go out."""
        if self.kind == "module" or name in self.global_:
            return "global", 0
        if name in self.bound and name not in self.nonlocal_:
            return "local", 0
        hops = 0
        scope = self.parent
        while scope is not None and scope.kind != "module":
            if scope.kind != "class":
                hops += 1
                if name in scope.global_:
                    break
                if name in scope.bound and name not in scope.nonlocal_:
                    return "free", hops
            scope = scope.parent
        return "global", 0


_LEAVES = (ast.Constant, ast.Load, ast.Store, ast.Del, ast.Pass, ast.Break, ast.Continue)
"""Nodes without children that are met often."""


def _children(node: ast.AST) -> list[ast.AST]:
    """The nodes right below one; ``ast.iter_child_nodes`` is slower, and this is done a lot."""
    found: list[ast.AST] = []
    for name in node._fields:
        value = getattr(node, name, None)
        if isinstance(value, list):
            found += [one for one in value if isinstance(one, ast.AST)]
        elif isinstance(value, ast.AST) and not isinstance(value, _LEAVES):
            found.append(value)
    return found


def _name(names: Names, node: ast.Name) -> Sequence[ast.AST | None]:
    if not isinstance(node.ctx, ast.Load):
        names.bound.add(node.id)
    return ()


def _function(
    names: Names, node: ast.FunctionDef | ast.AsyncFunctionDef
) -> Sequence[ast.AST | None]:
    names.bound.add(node.name)
    return (*node.decorator_list, *node.args.defaults, *node.args.kw_defaults)


def _class(names: Names, node: ast.ClassDef) -> Sequence[ast.AST | None]:
    names.bound.add(node.name)
    return (*node.decorator_list, *node.bases, *node.keywords)


def _lambda(names: Names, node: ast.Lambda) -> Sequence[ast.AST | None]:
    return (*node.args.defaults, *node.args.kw_defaults)


def _comprehension(names: Names, node: ast.AST) -> Sequence[ast.AST | None]:
    """What it binds is its own, but for ``name := value``."""
    pending = [node]
    while pending:
        child = pending.pop()
        if isinstance(child, ast.NamedExpr) and isinstance(child.target, ast.Name):
            names.bound.add(child.target.id)
        elif isinstance(child, (ast.Yield, ast.YieldFrom)):
            names.yields = True
        pending += _children(child)
    return ()


def _import(names: Names, node: ast.Import | ast.ImportFrom) -> Sequence[ast.AST | None]:
    for alias in node.names:
        names.bound.add(alias.asname or alias.name.split(".")[0])
    return ()


def _named(names: Names, node: Any) -> Sequence[ast.AST | None]:
    if node.name:
        names.bound.add(node.name)
    return _children(node)


def _global(names: Names, node: ast.Global) -> Sequence[ast.AST | None]:
    names.global_.update(node.names)
    return ()


def _nonlocal(names: Names, node: ast.Nonlocal) -> Sequence[ast.AST | None]:
    names.nonlocal_.update(node.names)
    return ()


def _mapping(names: Names, node: ast.MatchMapping) -> Sequence[ast.AST | None]:
    if node.rest:
        names.bound.add(node.rest)
    return _children(node)


def _yield(names: Names, node: ast.Yield | ast.YieldFrom) -> Sequence[ast.AST | None]:
    names.yields = True
    return _children(node)


_BINDERS: dict[type[ast.AST], Callable[[Names, Any], Sequence[ast.AST | None]]] = {
    ast.Name: _name,
    ast.FunctionDef: _function,
    ast.AsyncFunctionDef: _function,
    ast.ClassDef: _class,
    ast.Lambda: _lambda,
    ast.ListComp: _comprehension,
    ast.SetComp: _comprehension,
    ast.DictComp: _comprehension,
    ast.GeneratorExp: _comprehension,
    ast.Import: _import,
    ast.ImportFrom: _import,
    ast.ExceptHandler: _named,
    ast.Global: _global,
    ast.Nonlocal: _nonlocal,
    ast.MatchAs: _named,
    ast.MatchStar: _named,
    ast.MatchMapping: _mapping,
    ast.Yield: _yield,
    ast.YieldFrom: _yield,
    AwaitedStatement: lambda names, node: (node.first,),
}
"""Records what a node binds in its body; returns the nodes below it in the same body."""


def names_of(kind: str, parent: Names | None, body: Sequence[ast.AST], given: set[str]) -> Names:
    """The names of a body; ``given`` are those bound from outside, its parameters."""
    names = Names(kind, parent, set(given))
    pending: list[ast.AST | None] = list(body)
    while pending:
        node = pending.pop()
        if node is not None:
            binder = _BINDERS.get(node.__class__)
            pending += _children(node) if binder is None else binder(names, node)
    return names


def contains_yield(node: ast.AST) -> bool:
    """Whether a function of which this node is a part is a generator by it."""
    return names_of("function", None, [node], set()).yields


def statements_of(body: Sequence[ast.AST], *, into_bodies: bool = True) -> Iterator[ast.AST]:
    """The statements of a body and of all blocks in it.

    Those of functions and classes in it as well, unless ``into_bodies`` is False.
    """
    pending = list(body)
    while pending:
        node = first(pending.pop())
        yield node
        if into_bodies or not isinstance(node, BODIES):
            for name in _BLOCKS:
                pending += getattr(node, name, ())


def returns_value(body: Sequence[ast.AST]) -> bool:
    """Whether some ``return`` gives more than None or False."""
    return any(
        isinstance(node, ast.Return)
        and not (
            node.value is None or (isinstance(node.value, ast.Constant) and not node.value.value)
        )
        for node in statements_of(body)
    )


def may_leave(body: Sequence[ast.AST]) -> bool:
    """Whether anything in a block may leave it before its end, without raising."""
    leaves = (ast.Return, ast.Break, ast.Continue)
    return any(isinstance(node, leaves) for each in body for node in ast.walk(first(each)))


def has_break(body: Sequence[ast.AST]) -> bool:
    """Whether a ``break`` in a loop's body leaves this loop, not one inside it."""
    for node in body:
        if isinstance(node, ast.Break):
            return True
        inner = isinstance(node, (ast.For, ast.AsyncFor, ast.While))
        if isinstance(node, BODIES):
            continue
        if any(has_break(getattr(node, name, ())) for name in (_BLOCKS[:1] if inner else _BLOCKS)):
            return True
    return False


_BLOCKS = ("orelse", "finalbody", "handlers", "cases", "body")
