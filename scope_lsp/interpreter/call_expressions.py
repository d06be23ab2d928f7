"""Call expressions compiled to closures: their arguments and spreads.

``calls`` carries out the calls.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from itertools import takewhile
from typing import Any

from scope_lsp.interpreter import operators
from scope_lsp.interpreter.branches import fork_values
from scope_lsp.interpreter.builtins.common import choices
from scope_lsp.interpreter.calls import call, call_function
from scope_lsp.interpreter.code import Run
from scope_lsp.interpreter.compiler import Compiler, expression
from scope_lsp.interpreter.environment import Frame
from scope_lsp.interpreter.failures import marked_items, survive
from scope_lsp.interpreter.orders import in_any_order, is_unordered
from scope_lsp.interpreter.unknown_calls import call_unclear
from scope_lsp.interpreter.values import MISSING, UNSEEN, Function, Raised, Super, Unknown, Value


@expression(ast.Call)
def _call(compiler: Compiler, node: ast.Call) -> Run:
    target = compiler.run(node.func)
    plain = not any(isinstance(arg, ast.Starred) for arg in node.args) and all(
        keyword.arg for keyword in node.keywords
    )
    if isinstance(node.func, ast.Name) and node.func.id == "super" and not node.args:
        return _super_call
    if plain:
        args = [compiler.run(arg) for arg in node.args]
        collect = _arguments(args)
        keywords = [(k.arg or "", compiler.run(k.value)) for k in node.keywords]
        if not keywords:

            def call_plain(frame: Frame) -> Value:
                function = target(frame)
                given = collect(frame)
                frame.node = node
                try:
                    if function.__class__ is Function:
                        return call_function(frame.interp, function, given, None)
                    return call(frame.interp, function, given, None)
                except Raised as raised:
                    return survive(frame, raised, node)

            return call_plain

        def call_keywords(frame: Frame) -> Value:
            function = target(frame)
            given = collect(frame)
            named = {name: run(frame) for name, run in keywords}
            frame.node = node
            try:
                return call(frame.interp, function, given, named)
            except Raised as raised:
                return survive(frame, raised, node)

        return call_keywords

    spread = _spread(compiler, node.args)
    named_runs = [(k.arg, compiler.run(k.value)) for k in node.keywords]

    def call_spread(frame: Frame) -> Value:
        function = target(frame)
        given, unplaced = spread(frame)
        named: dict[str, Value] = {}
        doubtful: set[str] = set()
        for name, run in named_runs:
            value = run(frame)
            if name is not None:
                named[name] = value
                continue
            if not operators.spread_keywords(frame.interp, value, named, doubtful):
                unplaced.append(value)
        frame.node = node
        if unplaced:
            args = [item for item, _ in given]
            try:
                return call_unclear(frame.interp, function, args, named, unplaced)
            except Raised as raised:
                return survive(frame, raised, node)
        arms = [
            _with_arguments(node, function, *chosen)
            for chosen in _argument_choices(given, named, doubtful)
        ]
        return fork_values(frame, arms)

    return call_spread


def _spread(
    compiler: Compiler, nodes: list[ast.expr]
) -> Callable[[Frame], tuple[list[tuple[Value, bool]], list[Value]]]:
    """The positional arguments, each with whether it may be absent, and those without a place.

    These are a spread that is unknown or too long, and all that follows it.
    """
    runs = [
        (compiler.run(node.value), True)
        if isinstance(node, ast.Starred)
        else (compiler.run(node), False)
        for node in nodes
    ]

    def collect(frame: Frame) -> tuple[list[tuple[Value, bool]], list[Value]]:
        found: list[tuple[Value, bool]] = []
        unplaced: list[Value] = []
        for run, star in runs:
            value = run(frame)
            if unplaced:
                unplaced.append(value)
                continue
            if not star:
                found.append((value, False))
                continue
            items = marked_items(frame, value, frame.node)
            if items is None or len(found) + len(items) > frame.interp.budget.items:
                unplaced.append(value)
                continue
            if is_unordered(value):
                items = in_any_order(items)
            seen = list(takewhile(lambda item: item[0] is not UNSEEN, items))
            found += seen
            if len(seen) < len(items):  # unknown code may have put others between the rest
                unplaced.append(value)
        return found, unplaced

    return collect


def _argument_choices(
    given: list[tuple[Value, bool]], named: dict[str, Value], doubtful: set[str]
) -> list[tuple[list[Value], dict[str, Value]]]:
    """The possible argument lists of a call, if some arguments are only perhaps given.

    If many are uncertain, there are only two: with all of them, and without.
    """
    marked: list[tuple[Value, bool]] = [((None, value), unsure) for value, unsure in given]
    marked += [((name, value), name in doubtful) for name, value in named.items()]
    chosen: list[list[Any]] | None = choices(marked)
    if chosen is None:
        chosen = [[one for one, _ in marked], [one for one, unsure in marked if not unsure]]
    return [
        (
            [value for name, value in one if name is None],
            {name: value for name, value in one if name is not None},
        )
        for one in chosen
    ]


def _with_arguments(
    node: ast.Call, function: Value, args: list[Value], named: dict[str, Value]
) -> Run:
    def run(frame: Frame) -> Value:
        frame.node = node
        try:
            return call(frame.interp, function, args, named)
        except Raised as raised:
            return survive(frame, raised, node)

    return run


def _arguments(runs: list[Run]) -> Callable[[Frame], list[Value]]:
    """Evaluate the arguments of a call; a small number of them without a loop."""
    if not runs:
        return lambda frame: []
    if len(runs) == 1:
        (only,) = runs
        return lambda frame: [only(frame)]
    if len(runs) == 2:
        first, second = runs
        return lambda frame: [first(frame), second(frame)]
    if len(runs) == 3:
        one, two, three = runs
        return lambda frame: [one(frame), two(frame), three(frame)]
    return lambda frame: [run(frame) for run in runs]


def _super_call(frame: Frame) -> Value:
    """``super()`` without arguments: the class around the function, and its first argument."""
    at: Frame | None = frame  # the function that lexically encloses the frame
    while at is not None and (at.function is None or at.function.owner is None):
        at = at.closure
    if at is None or at.function is None or at.function.owner is None:
        return Unknown("super() outside of a method")
    positional = at.code.parameters.positional
    if not positional:
        return Unknown("super() in a function without arguments")
    return Super(at.function.owner, at.names.get(positional[0], MISSING))
