"""Comparisons, ``and``, ``or``, ``not`` and conditional expressions compiled to closures."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from scope_lsp.interpreter import operators
from scope_lsp.interpreter.branches import fork_values
from scope_lsp.interpreter.code import Run
from scope_lsp.interpreter.compiler import Compiler, expression
from scope_lsp.interpreter.environment import Frame
from scope_lsp.interpreter.failures import survive
from scope_lsp.interpreter.operators import COMPARE
from scope_lsp.interpreter.values import Raised, Union, Unknown, Value, unite

_PLAIN = frozenset((int, str, float, bool))
"""Types whose values can all be compared with each other."""

_SIMPLE = (ast.Constant, ast.Name, ast.Lambda)
"""Expressions without effects: no fork is needed to try them."""


@expression(ast.Compare)
def _compare(compiler: Compiler, node: ast.Compare) -> Run:
    first = compiler.run(node.left)
    rest = [
        (COMPARE[type(op)], compiler.run(right))
        for op, right in zip(node.ops, node.comparators, strict=True)
    ]
    if len(rest) == 1:
        op, second = rest[0]
        constant = node.comparators[0]
        if op in ("is", "is not") and isinstance(constant, ast.Constant) and constant.value is None:
            return _compare_none(first, is_none=op == "is")

        host = operators.HOST_COMPARE.get(op)

        def evaluate(frame: Frame) -> Value:
            a = first(frame)
            b = second(frame)
            if host is not None and a.__class__ in _PLAIN and a.__class__ is b.__class__:
                return host(a, b)
            frame.node = node
            try:
                return operators.compare(frame.interp, op, a, b)
            except Raised as raised:
                return survive(frame, raised, node)

        return evaluate

    def chain(frame: Frame) -> Value:
        a = first(frame)
        unknown: Value = None
        value: Value = True
        for op, right in rest:
            b = right(frame)
            frame.node = node
            try:
                value = operators.compare(frame.interp, op, a, b)
            except Raised as raised:
                value = survive(frame, raised, node)
            known = frame.interp.truth(value)
            if known is False:
                return value
            if known is None:
                unknown = value
            a = b
        return value if unknown is None else unknown

    return chain


def _compare_none(run: Run, *, is_none: bool) -> Run:
    """``x is None``, the most frequent test."""

    def evaluate(frame: Frame) -> Value:
        value = run(frame)
        if value is None:
            return is_none
        if value.__class__ is Unknown or value.__class__ is Union:
            return operators.compare(frame.interp, "is" if is_none else "is not", value, None)
        return not is_none

    return evaluate


@expression(ast.BoolOp)
def _bool(compiler: Compiler, node: ast.BoolOp) -> Run:
    runs = [compiler.run(value) for value in node.values]
    simple = [isinstance(value, _SIMPLE) for value in node.values]
    stops_at = isinstance(node.op, ast.Or)
    plain_from = next((i + 1 for i in reversed(range(len(runs))) if not simple[i]), 0)

    def stopping(frame: Frame, value: Value) -> Value:
        """The value with which the evaluation ends there."""
        if not isinstance(value, Union):
            return value
        truth = frame.interp.truth
        return unite([one for one in value.options if truth(one) is not (not stops_at)] or [value])

    def evaluate_from(frame: Frame, index: int) -> Value:
        last = len(runs) - 1
        while True:
            value = runs[index](frame)
            if index == last:
                return value
            if value is True or value is False:
                known: bool | None = value is True
            else:
                frame.node = node
                known = frame.interp.truth(value)
            if known is None:
                break
            if known is stops_at:
                return value
            index += 1
        value = stopping(frame, value)
        following = index + 1
        if following >= plain_from:
            return unite([value, *plain(frame, following)])
        return fork_values(
            frame, [lambda inner: value, lambda inner: evaluate_from(inner, following)]
        )

    def plain(frame: Frame, index: int) -> Iterator[Value]:
        """The possible results of the operands from ``index`` on, which have no effects."""
        for run in runs[index:-1]:
            value = run(frame)
            frame.node = node
            known = frame.interp.truth(value)
            if known is None or known is stops_at:
                yield stopping(frame, value)
            if known is stops_at:
                return
        yield runs[-1](frame)

    return lambda frame: evaluate_from(frame, 0)


@expression(ast.IfExp)
def _conditional(compiler: Compiler, node: ast.IfExp) -> Run:
    test = compiler.run(node.test)
    body = compiler.run(node.body)
    orelse = compiler.run(node.orelse)
    simple = isinstance(node.body, _SIMPLE) and isinstance(node.orelse, _SIMPLE)

    def evaluate(frame: Frame) -> Value:
        value = test(frame)
        frame.node = node
        known = frame.interp.truth(value)
        if known is None:
            if simple:
                return unite([body(frame), orelse(frame)])
            return fork_values(frame, [body, orelse])
        return body(frame) if known else orelse(frame)

    return evaluate
