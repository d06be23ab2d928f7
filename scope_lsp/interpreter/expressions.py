"""Expressions compiled to closures, except calls, comprehensions and ``and``, ``or``, ``if``."""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable

from scope_lsp.interpreter import operators
from scope_lsp.interpreter.builtins.common import choices, make_marked_set
from scope_lsp.interpreter.calls import call
from scope_lsp.interpreter.code import Run
from scope_lsp.interpreter.compiler import Compiler, expression
from scope_lsp.interpreter.environment import Frame
from scope_lsp.interpreter.failures import marked_items, survive
from scope_lsp.interpreter.operators import BINARY, UNARY
from scope_lsp.interpreter.orders import is_unordered
from scope_lsp.interpreter.spelling import spelling_of
from scope_lsp.interpreter.values import (
    MISSING,
    UNSEEN,
    Dict,
    Function,
    Instance,
    List,
    Method,
    Module,
    Property,
    Raised,
    Scattered,
    Unknown,
    Value,
    make_list,
    opposite,
    unite,
)


@expression(ast.Constant)
def _constant(compiler: Compiler, node: ast.Constant) -> Run:
    value = node.value
    return lambda frame: value


@expression(ast.Name)
def _name(compiler: Compiler, node: ast.Name) -> Run:
    return compiler.load(node.id, node)


@expression(ast.Attribute)
def _attribute(compiler: Compiler, node: ast.Attribute) -> Run:
    target = compiler.run(node.value)
    name = node.attr

    def load(frame: Frame) -> Value:
        obj = target(frame)
        kind = obj.__class__
        if kind is Module:  # the most frequent cases first
            value = obj.names.get(name, MISSING)  # type: ignore[attr-defined]
            if value is not MISSING:
                return value
        elif kind is Instance:
            found = obj.cls.find(name)  # type: ignore[attr-defined]
            if not obj.cls.watches:  # type: ignore[attr-defined]
                if found is MISSING or found.__class__ is Function:
                    value = obj.names.get(name, MISSING)  # type: ignore[attr-defined]
                    if value is not MISSING:
                        return value
                    if found is not MISSING:
                        return Method(found, obj)
                elif found.__class__ is Property and found.getter is not None:
                    frame.node = node
                    try:
                        return call(frame.interp, found.getter, [obj], None)
                    except Raised as raised:
                        return survive(frame, raised, node)
        frame.node = node
        try:
            return frame.interp.get_attr(obj, name)
        except Raised as raised:
            return survive(frame, raised, node)

    return load


@expression(ast.Subscript)
def _subscript(compiler: Compiler, node: ast.Subscript) -> Run:
    target = compiler.run(node.value)
    index = compiler.run(node.slice)

    def load(frame: Frame) -> Value:
        obj = target(frame)
        key = index(frame)
        frame.node = node
        try:
            return operators.getitem(frame.interp, obj, key)
        except Raised as raised:
            return survive(frame, raised, node)

    return load


@expression(ast.Slice)
def _slice(compiler: Compiler, node: ast.Slice) -> Run:
    parts = [compiler.run(p) if p else None for p in (node.lower, node.upper, node.step)]

    def make(frame: Frame) -> Value:
        return slice(*[part(frame) if part else None for part in parts])

    return make


@expression(ast.Tuple)
def _tuple(compiler: Compiler, node: ast.Tuple) -> Run:
    return _sequence(compiler, node.elts, tuple)


@expression(ast.List)
def _list(compiler: Compiler, node: ast.List) -> Run:
    return _sequence(compiler, node.elts, List)


def _sequence(
    compiler: Compiler, nodes: list[ast.expr], make: Callable[[list[Value]], Value]
) -> Run:
    """Compile a display whose items ``make`` turns into a value; unknown if a spread is."""
    if any(isinstance(item, ast.Starred) for item in nodes):
        items = starred(compiler, nodes)

        def spread(frame: Frame) -> Value:
            found, unordered = items(frame)
            if found is None:
                return Unknown("a spread of something unknown")
            if make is List:
                result = make_list(found)
                result.scattered |= unordered
                return result
            chosen = choices(found)
            if chosen is None or any(item is UNSEEN for item, _ in found):
                return Unknown("items of which many may not be there")
            return unite([Scattered(each) if unordered else make(each) for each in chosen])

        return spread
    runs = [compiler.run(item) for item in nodes]
    return lambda frame: make([run(frame) for run in runs])


Spread = Callable[[Frame], "tuple[list[tuple[Value, bool]] | None, bool]"]


def starred(compiler: Compiler, nodes: list[ast.expr]) -> Spread:
    """The items of a display with ``*spreads``, each with whether it may be absent.

    None if they are unknown or too many.  The second result is whether their order is not known.
    """
    runs = [
        (compiler.run(node.value), True)
        if isinstance(node, ast.Starred)
        else (compiler.run(node), False)
        for node in nodes
    ]

    def collect(frame: Frame) -> tuple[list[tuple[Value, bool]] | None, bool]:
        found: list[tuple[Value, bool]] | None = []
        unordered = False
        for run, star in runs:
            value = run(frame)
            if found is None:
                continue
            if not star:
                found.append((value, False))
                continue
            spread = marked_items(frame, value, frame.node)
            is_long = spread is None or len(found) + len(spread) > frame.interp.budget.items
            found = None if spread is None or is_long else found + spread
            unordered = unordered or is_unordered(value)
        return found, unordered

    return collect


@expression(ast.Set)
def _set(compiler: Compiler, node: ast.Set) -> Run:
    items = starred(compiler, node.elts)

    def make(frame: Frame) -> Value:
        return make_marked_set(items(frame)[0] or [])

    return make


@expression(ast.Dict)
def _dict(compiler: Compiler, node: ast.Dict) -> Run:
    runs = [
        (compiler.run(key) if key else None, compiler.run(value))
        for key, value in zip(node.keys, node.values, strict=True)
    ]

    def make(frame: Frame) -> Value:
        result = Dict()
        for key, value in runs:
            if key is None:
                operators.update_dict(frame.interp, result, value(frame))
            else:
                operators.put_item(frame.interp, result, key(frame), value(frame))
        return result

    return make


@expression(ast.BinOp)
def _binary(compiler: Compiler, node: ast.BinOp) -> Run:
    left = compiler.run(node.left)
    right = compiler.run(node.right)
    op = BINARY[type(node.op)]
    operate = operators.binary

    def evaluate(frame: Frame) -> Value:
        a = left(frame)
        b = right(frame)
        frame.node = node
        try:
            return operate(frame.interp, op, a, b)
        except Raised as raised:
            return survive(frame, raised, node)

    return evaluate


@expression(ast.UnaryOp)
def _unary(compiler: Compiler, node: ast.UnaryOp) -> Run:
    operand = compiler.run(node.operand)
    if isinstance(node.op, ast.Not):

        def negate(frame: Frame) -> Value:
            value = operand(frame)
            if value is True or value is False:
                return value is False
            frame.node = node
            known = frame.interp.truth(value)
            return opposite(value) if known is None else not known

        return negate
    op = UNARY[type(node.op)]

    def evaluate(frame: Frame) -> Value:
        value = operand(frame)
        frame.node = node
        try:
            return operators.unary(frame.interp, op, value)
        except Raised as raised:
            return survive(frame, raised, node)

    return evaluate


@expression(ast.NamedExpr)
def _named(compiler: Compiler, node: ast.NamedExpr) -> Run:
    run = compiler.run(node.value)
    names = compiler.names
    hops = 0
    while names.kind == "comprehension" and names.parent is not None:
        names = names.parent
        hops += 1
    store = Compiler(names).store(node.target.id)

    def evaluate(frame: Frame) -> Value:
        value = run(frame)
        target = frame
        for _ in range(hops):
            assert target.back is not None
            target = target.back
        store(target, value)
        return value

    return evaluate


@expression(ast.Lambda)
def _lambda(compiler: Compiler, node: ast.Lambda) -> Run:
    from scope_lsp.interpreter.definitions import compile_defaults, make_function

    code = compiler.function(node, "lambda")
    defaults = compile_defaults(compiler, node.args)
    return lambda frame: make_function(frame, code, defaults)


@expression(ast.JoinedStr)
def _joined(compiler: Compiler, node: ast.JoinedStr) -> Run:
    from scope_lsp.interpreter.builtins.formatting import join_parts

    runs = [compiler.run(value) for value in node.values]

    def evaluate(frame: Frame) -> Value:
        return join_parts([run(frame) for run in runs])

    return evaluate


@expression(ast.FormattedValue)
def _formatted(compiler: Compiler, node: ast.FormattedValue) -> Run:
    from scope_lsp.interpreter.builtins.formatting import format_value

    run = compiler.run(node.value)
    spec = compiler.run(node.format_spec) if node.format_spec else None
    conversion = None if node.conversion == -1 else chr(node.conversion)
    spelling = spelling_of(node.value)

    def evaluate(frame: Frame) -> Value:
        value = run(frame)
        if isinstance(value, Unknown):
            value = value.spelled(spelling)
        frame.node = node.value
        try:
            return format_value(frame.interp, value, conversion, spec(frame) if spec else "")
        except Raised as raised:
            return survive(frame, raised, node.value).spelled(spelling)

    return evaluate


@expression(ast.Await)
def _await(compiler: Compiler, node: ast.Await) -> Run:
    run = compiler.run(node.value)

    def evaluate(frame: Frame) -> Value:
        return frame.interp.await_value(run(frame))

    return evaluate


@expression(ast.Starred)
def _star(compiler: Compiler, node: ast.Starred) -> Run:
    return compiler.run(node.value)


if sys.version_info >= (3, 14):  # Python 3.14's t-strings: a value of a separate type, not a string

    @expression(ast.TemplateStr)
    def _template(compiler: Compiler, node: ast.AST) -> Run:
        return lambda frame: Unknown("a template string")
