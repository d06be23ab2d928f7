"""Which names of a body are its own: Python's static scoping, found once when code is compiled.

Source of the rules: the language reference, "Naming and binding".
"""

from __future__ import annotations

import ast
from contextlib import suppress
from dataclasses import dataclass, field

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


@dataclass(slots=True)
class Names:
    """The names of one body, and the body around it."""

    kind: str
    """``module``, ``function``, ``class`` or ``comprehension``."""
    parent: Names | None = None
    bound: set[str] = field(default_factory=set)
    global_: set[str] = field(default_factory=set)
    nonlocal_: set[str] = field(default_factory=set)

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


class _Binder(ast.NodeVisitor):
    """Collects the names that a body binds, without going into bodies of its own."""

    def __init__(self, names: Names) -> None:
        self.names = names

    def visit_Name(self, node: ast.Name) -> None:
        if not isinstance(node.ctx, ast.Load):
            self.names.bound.add(node.id)

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        self.names.bound.add(node.name)
        for outer in (*node.decorator_list, *node.args.defaults, *node.args.kw_defaults):
            if outer is not None:
                self.visit(outer)

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self.names.bound.add(node.name)
        for outer in (*node.decorator_list, *node.bases, *node.keywords):
            self.visit(outer)

    def visit_Lambda(self, node: ast.Lambda) -> None:
        for default in (*node.args.defaults, *node.args.kw_defaults):
            if default is not None:
                self.visit(default)

    def _comprehension(self, node: ast.AST) -> None:
        for child in ast.walk(node):
            if isinstance(child, ast.NamedExpr) and isinstance(child.target, ast.Name):
                self.names.bound.add(child.target.id)

    visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = _comprehension

    def visit_Import(self, node: ast.Import | ast.ImportFrom) -> None:
        for alias in node.names:
            self.names.bound.add(alias.asname or alias.name.split(".")[0])

    visit_ImportFrom = visit_Import

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> None:
        if node.name:
            self.names.bound.add(node.name)
        self.generic_visit(node)

    def visit_Global(self, node: ast.Global) -> None:
        self.names.global_.update(node.names)

    def visit_Nonlocal(self, node: ast.Nonlocal) -> None:
        self.names.nonlocal_.update(node.names)

    def visit_MatchAs(self, node: ast.MatchAs) -> None:
        if node.name:
            self.names.bound.add(node.name)
        self.generic_visit(node)

    def visit_MatchStar(self, node: ast.MatchStar) -> None:
        if node.name:
            self.names.bound.add(node.name)

    def visit_MatchMapping(self, node: ast.MatchMapping) -> None:
        if node.rest:
            self.names.bound.add(node.rest)
        self.generic_visit(node)


def names_of(kind: str, parent: Names | None, body: list[ast.AST], given: set[str]) -> Names:
    """The names of a body; ``given`` are those bound from outside, its parameters."""
    names = Names(kind, parent, set(given))
    binder = _Binder(names)
    for node in body:
        with suppress(RecursionError):  # a name that is bound so deep is taken as global
            binder.visit(node)
    return names


def contains_yield(body: list[ast.AST]) -> bool:
    """Whether a function with this body is a generator."""
    pending: list[ast.AST] = list(body)
    while pending:
        node = pending.pop()
        if isinstance(node, (ast.Yield, ast.YieldFrom)):
            return True
        if not isinstance(node, (*FUNCTIONS, ast.ClassDef)):
            pending.extend(ast.iter_child_nodes(node))
    return False
