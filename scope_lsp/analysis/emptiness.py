"""Whether a program asks itself if a filter on variables found none: then it is no surprise.

``if not tf.get_collection(..., scope="a"): make()`` is right where nothing is there yet.  A program
that fails if nothing was found says, on the contrary, that something has to be there.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from scope_lsp.analysis.result import Span
from scope_lsp.syntax.parse import parse_file

_LISTS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef, ast.Module)
_COPIES = ("list", "tuple", "set", "sorted", "len")
_TESTS = ("bool", "any", "all")


def expects_none(span: Span, text: str, is_condition: bool = False) -> bool:
    """Whether a program asks if the list is empty that a call makes.

    With ``is_condition`` the span is that of a condition on each item of the list.
    """
    path = list(_path(parse_file(span.path, text).tree, _place(span, text)))
    if is_condition:
        while path and not (isinstance(path[-1], _LISTS) or _is_call(path[-1], ("filter",))):
            if isinstance(path.pop(), ast.stmt):
                return False
    else:
        while path and not isinstance(path[-1], ast.Call):
            path.pop()
    while len(path) > 1:
        child = path.pop()
        parent = path[-1]
        if isinstance(parent, ast.Assign) and parent.value is child:
            scope = next(one for one in reversed(path) if isinstance(one, _SCOPES))
            return any(_is_asked(ast.unparse(target), scope) for target in parent.targets)
        if not _is_call(parent, _COPIES):
            return _asks(parent, child)
    return False


def _place(span: Span, text: str) -> tuple[int, int]:
    """Where a span begins, as trees count: columns in bytes, from 0."""
    lines = text.splitlines()
    line = lines[span.line - 1] if span.line <= len(lines) else ""
    return span.line, len(line[: span.column - 1].encode())


def _path(node: ast.AST, place: tuple[int, int]) -> Iterator[ast.AST]:
    """The nodes around a place, outermost first."""
    found: ast.AST | None = node
    while found is not None:
        yield found
        found = next((one for one in _children(found) if _holds(one, place)), None)


def _children(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes in one that have a place; those of others stand for them."""
    for child in ast.iter_child_nodes(node):
        if hasattr(child, "lineno"):
            yield child
        else:
            yield from _children(child)


def _holds(node: ast.AST, place: tuple[int, int]) -> bool:
    start = (getattr(node, "lineno", 0), getattr(node, "col_offset", 0))
    end = (getattr(node, "end_lineno", 0) or 0, getattr(node, "end_col_offset", 0) or 0)
    return start <= place < end


def _is_call(node: ast.AST, names: tuple[str, ...]) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names


def _asks(parent: ast.AST, child: ast.AST) -> bool:
    """Whether the truth of ``child``, or its number, decides something in ``parent``."""
    if isinstance(parent, ast.If):
        return parent.test is child and not _refuses(parent)
    if isinstance(parent, (ast.While, ast.IfExp)):
        return parent.test is child
    if isinstance(parent, ast.BoolOp):
        return parent.values[-1] is not child
    if isinstance(parent, ast.UnaryOp):
        return isinstance(parent.op, ast.Not)
    return isinstance(parent, ast.Compare) or _is_call(parent, _TESTS)


def _refuses(node: ast.If) -> bool:
    """Whether the program fails in one of the arms."""
    return any(arm and isinstance(arm[-1], ast.Raise) for arm in (node.body, node.orelse))


def _is_asked(name: str, scope: ast.AST) -> bool:
    """Whether a list that a scope holds under a name is asked for there."""
    failing = [one for one in ast.walk(scope) if isinstance(one, ast.Assert) or _is_refusal(one)]
    if any(_forbids(one, name) for one in failing):
        return True
    tests = {id(part) for one in failing for part in ast.walk(one.test)}  # type: ignore[attr-defined]
    return any(
        _is_named(child, name) and _asks(node, child)
        for node in ast.walk(scope)
        if id(node) not in tests
        for child in ast.iter_child_nodes(node)
    )


def _is_named(node: ast.AST, name: str) -> bool:
    """Whether an expression is the list or its length."""
    if isinstance(node, ast.Call) and node.args and _is_call(node, ("len",)):
        node = node.args[0]
    return isinstance(node, (ast.Name, ast.Attribute)) and ast.unparse(node) == name


def _is_refusal(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and _refuses(node)


def _forbids(node: ast.AST, name: str) -> bool:
    """Whether the program fails if there is something in the list."""
    if isinstance(node, ast.Assert):
        test = node.test
        negated = isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not)
        return negated and _is_named(test.operand, name)  # type: ignore[attr-defined]
    raises = isinstance(node, ast.If) and isinstance(node.body[-1], ast.Raise)
    return raises and _is_named(node.test, name)  # type: ignore[attr-defined]
