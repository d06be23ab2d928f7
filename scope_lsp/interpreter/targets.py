"""Assignment targets: names, attributes, items, and unpacking with or without a star."""

from __future__ import annotations

import ast
from collections.abc import Callable

from scope_lsp.interpreter import operators
from scope_lsp.interpreter.compiler import Compiler
from scope_lsp.interpreter.environment import Frame
from scope_lsp.interpreter.failures import known_items, survive
from scope_lsp.interpreter.orders import is_unordered
from scope_lsp.interpreter.values import Instance, List, Property, Unknown, Value, make_list

Store = Callable[[Frame, Value], None]


def compile_target(compiler: Compiler, node: ast.expr) -> Store:
    """Compile the assignment of a value to ``node``."""
    if isinstance(node, ast.Name):
        return compiler.store(node.id)
    if isinstance(node, ast.Attribute):
        return _attribute(compiler, node)
    if isinstance(node, ast.Subscript):
        return _item(compiler, node)
    if isinstance(node, (ast.Tuple, ast.List)):
        return _unpacking(compiler, node.elts, node)
    if isinstance(node, ast.Starred):
        return compile_target(compiler, node.value)
    return lambda frame, value: None


def _attribute(compiler: Compiler, node: ast.Attribute) -> Store:
    run = compiler.run(node.value)
    name = node.attr
    common = name not in ("__class__", "__dict__")

    def store(frame: Frame, value: Value) -> None:
        obj = run(frame)
        if obj.__class__ is Instance and common:  # the most frequent case first
            found = obj.cls.find(name)
            described = found.__class__ is Property or found.__class__ is Instance
            if not described and not obj.cls.guards:
                if value.__class__ is Unknown and value.spelling is None:
                    value = value.spelled(name)
                frame.interp.heap.touch(obj)
                obj.names[name] = value
                return
        frame.node = node
        frame.interp.set_attr(obj, name, value)

    return store


def _item(compiler: Compiler, node: ast.Subscript) -> Store:
    run = compiler.run(node.value)
    index = compiler.run(node.slice)

    def store(frame: Frame, value: Value) -> None:
        obj = run(frame)
        key = index(frame)
        frame.node = node
        operators.setitem(frame.interp, obj, key, value)

    return store


def _around_star(value: List, before: int, after: int) -> list[Value] | None:
    """The parts of such a list for the targets before a starred one, for it, and after it."""
    marked = value.marked()
    end = len(marked) - after
    if before > end or any(unsure for _, unsure in marked[:before] + marked[end:]):
        return None
    items = [item for item, _ in marked]
    return [*items[:before], make_list(marked[before:end]), *items[end:]]


def _as_many(value: List, count: int) -> Value:
    """A list of which exactly ``count`` items are needed, and some or others may be absent."""
    if count == len(value.items) and not (value.uncounted and value.doubtful):
        return tuple(value.items)
    if not value.uncounted and count == len(value.items) - len(value.doubtful):
        return tuple([item for item, unsure in value.marked() if not unsure])
    return Unknown("a list of unknown length")


def _may_not_fit(frame: Frame, count: int) -> None:
    """There may be more or fewer items than targets, for which a handler may wait."""
    interp = frame.interp
    error = interp.error("ValueError", f"too many values to unpack (expected {count})")
    catcher = interp.catcher_of(error.value)
    if catcher is not None and not catcher.is_host:
        catcher.may_catch(error)


def _unpacking(compiler: Compiler, nodes: list[ast.expr], whole: ast.expr) -> Store:
    stores = [compile_target(compiler, node) for node in nodes]
    starred = [i for i, node in enumerate(nodes) if isinstance(node, ast.Starred)]
    star = starred[0] if starred else None
    count = len(nodes)

    def store(frame: Frame, value: Value) -> None:
        interp = frame.interp
        frame.node = whole
        if isinstance(value, List) and (value.doubtful or value.uncounted):
            if star is None:
                _may_not_fit(frame, count)
                value = _as_many(value, count)
            elif value.uncounted:
                value = Unknown("a list of unknown length")
            elif (around := _around_star(value, star, count - star - 1)) is not None:
                for each, item in zip(stores, around, strict=True):
                    each(frame, item)
                return
        if is_unordered(value):
            value = Unknown("items in an order that is not known")
        items = list(value) if isinstance(value, tuple) else known_items(frame, value, whole)
        if items is None:
            parts = value if isinstance(value, Unknown) else Unknown("a part of something unknown")
            for each in stores:
                each(frame, parts.product())
            return
        problem = None
        if len(items) > count and star is None:
            problem = f"too many values to unpack (expected {count})"
        elif len(items) < count and star is None:
            problem = f"not enough values to unpack (expected {count}, got {len(items)})"
        elif len(items) < count - 1:
            least = f"expected at least {count - 1}, got {len(items)}"
            problem = f"not enough values to unpack ({least})"
        if problem is not None:
            unknown = survive(frame, interp.error("ValueError", problem), whole)
            for each in stores:
                each(frame, unknown)
            return
        if star is not None:
            after = count - star - 1
            middle = items[star : len(items) - after]
            items = [*items[:star], List(middle), *items[len(items) - after :]]
        for each, item in zip(stores, items, strict=True):
            each(frame, item)

    return store
