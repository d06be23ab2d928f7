"""Generator functions: bodies that yield are compiled to host generators (see ``resumable``).

Only statements that contain a ``yield`` use this slower form.  A ``yield`` inside an expression is
evaluated before the rest of its statement.  If the arms of an undecided branch yield, they run one
after the other, both only possible.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Generator
from functools import partial
from typing import Any

from scope_lsp.interpreter.branches import lower_doubt, raise_doubt
from scope_lsp.interpreter.carrying import carried_names
from scope_lsp.interpreter.catching import ActiveTry, matches
from scope_lsp.interpreter.code import BREAK, RETURN, Run, Step
from scope_lsp.interpreter.compiler import Compiler, function_body
from scope_lsp.interpreter.environment import Frame
from scope_lsp.interpreter.failures import known_rounds, survive
from scope_lsp.interpreter.iteration import about_to_advance, element_of, marked
from scope_lsp.interpreter.leaving import widen
from scope_lsp.interpreter.lexical import FUNCTIONS, contains_yield
from scope_lsp.interpreter.orders import is_unordered
from scope_lsp.interpreter.resumable import Stepping, Steps, goes_on, optionally, perhaps
from scope_lsp.interpreter.rounds import Rounds
from scope_lsp.interpreter.targets import compile_target
from scope_lsp.interpreter.try_and_with import (
    Exit,
    close_safely,
    compile_handlers,
    open_safely,
)
from scope_lsp.interpreter.values import UNSEEN, Iter, Raised, Unknown, Value


@function_body("generator")
def compile_generator(compiler: Compiler, body: list[Any], *, is_lambda: bool) -> Stepping:
    """Compile the body of a generator function."""
    if is_lambda:
        value = ast.copy_location(ast.Return(body[0]), body[0])
        return _block(compiler, [value])
    return _block(compiler, body)


def _yields_in_doubt(frame: Frame, *, counted: bool = False) -> None:
    """What follows may or may not happen; ``counted``: an unknown number of times."""
    raise_doubt(frame)
    if frame.iterator is not None and not counted:
        frame.iterator.uncertain = True


def _block(compiler: Compiler, body: list[Any]) -> Stepping:
    steps: list[tuple[bool, Any]] = [
        (True, _statement(compiler, node)) if contains_yield(node) else (False, compiler.step(node))
        for node in body
    ]

    def run(frame: Frame) -> Steps:
        for (yields, step), node in zip(steps, body, strict=True):
            try:
                completion = (yield from step(frame)) if yields else step(frame)
            except Raised as raised:
                survive(frame, raised, node)
                continue
            if completion is not None:
                return completion  # type: ignore[no-any-return]
        return None

    return run


def _statement(compiler: Compiler, node: Any) -> Stepping:
    if isinstance(node, ast.If):
        return _if(compiler, node)
    if isinstance(node, (ast.For, ast.AsyncFor)):
        return _for(compiler, node)
    if isinstance(node, ast.While):
        return _while(compiler, node)
    if isinstance(node, (ast.With, ast.AsyncWith)):
        return _with(compiler, node)
    if isinstance(node, ast.Try):
        return _try(compiler, node)
    return _simple(compiler, node)


class _Hoist(ast.NodeTransformer):
    """Takes the yields out of an expression, innermost first, and puts names in their place."""

    def __init__(self) -> None:
        self.found: list[tuple[str, ast.Yield | ast.YieldFrom]] = []

    def visit(self, node: ast.AST) -> Any:
        if isinstance(node, (*FUNCTIONS, ast.ClassDef)):
            return node
        node = self.generic_visit(node)
        if isinstance(node, (ast.Yield, ast.YieldFrom)):
            name = f".yield{len(self.found)}"
            self.found.append((name, node))
            return ast.copy_location(ast.Name(name, ast.Load()), node)
        return node


def _hoisted(compiler: Compiler, node: Any) -> tuple[Stepping, Any]:
    """Return how to run the yields in ``node``, and the node with names in their place."""
    hoist = _Hoist()
    rest = hoist.visit(copy.deepcopy(node))
    compiler.names.bound.update(name for name, _ in hoist.found)
    runs: list[tuple[str, bool, Run | None]] = [
        (
            name,
            isinstance(found, ast.YieldFrom),
            compiler.run(found.value) if found.value is not None else None,
        )
        for name, found in hoist.found
    ]

    def run(frame: Frame) -> Generator[Value, Value, None]:
        for name, delegates, value_run in runs:
            value = value_run(frame) if value_run is not None else None
            if delegates:
                frame.names[name] = yield from _delegate(frame, value)
            else:
                frame.names[name] = yield value

    return run, rest


def _delegate(frame: Frame, value: Value) -> Generator[Value, Value, Value]:
    if isinstance(value, Iter):
        about_to_advance(frame.interp, value)
        frame.interp.heap.touch(value)
        value.step()
        host: Any = value.host
        return (yield from host)
    items = known_rounds(frame, value, frame.node)
    if items is None:
        yield element_of(value)
        return Unknown("the result of an unknown generator")
    yield from items  # those that may be absent are marked
    return None


def _simple(compiler: Compiler, node: ast.stmt) -> Stepping:
    yields, rest = _hoisted(compiler, node)
    step = compiler.step(rest)

    def run(frame: Frame) -> Steps:
        yield from yields(frame)
        return step(frame)

    return run


def _test(compiler: Compiler, node: ast.expr) -> Stepping:
    yields, rest = _hoisted(compiler, node)
    value_run = compiler.run(rest)

    def run(frame: Frame) -> Generator[Value, Value, Value]:
        yield from yields(frame)
        return value_run(frame)

    return run


def _if(compiler: Compiler, node: ast.If) -> Stepping:
    test = _test(compiler, node.test)
    body, orelse = _block(compiler, node.body), _block(compiler, node.orelse)

    def run(frame: Frame) -> Steps:
        value = yield from test(frame)
        known = frame.interp.truth(value)
        if known is not None:
            return (yield from (body if known else orelse)(frame))  # type: ignore[no-any-return]
        doubt = frame.doubt
        _yields_in_doubt(frame, counted=True)
        one = yield from perhaps(frame, body)
        two = yield from perhaps(frame, orelse)
        lower_doubt(frame, doubt)
        if isinstance(one, Raised) and isinstance(two, Raised):
            raise one
        if isinstance(one, Raised):
            goes_on(frame, one)
            return two  # type: ignore[return-value]
        if isinstance(two, Raised):
            goes_on(frame, two)
            return one
        return one if one == two else None

    return run


def _for(compiler: Compiler, node: ast.For | ast.AsyncFor) -> Stepping:
    iterable = _test(compiler, node.iter)
    store = compile_target(compiler, node.target)
    body, orelse = _block(compiler, node.body), _block(compiler, node.orelse)
    carried = carried_names(node.body)
    yields = any(map(contains_yield, node.body))

    def run(frame: Frame) -> Steps:
        value = yield from iterable(frame)
        frame.node = node.iter
        items = known_rounds(frame, value, node.iter)
        if items is None:
            return (yield from _unknown_rounds(frame, value))
        doubt = frame.doubt
        if yields and frame.iterator is not None and is_unordered(value):
            frame.iterator.scattered = True
        for item, unsure in marked(frame.interp, items):
            if item is UNSEEN:
                if yields:
                    frame.interp.unsure_item = True
                    yield UNSEEN
                continue
            frame.interp.budget.tick()
            outer = frame.doubt
            if unsure:
                _yields_in_doubt(frame, counted=True)
            store(frame, item)
            completion = yield from (optionally(frame, body) if unsure else body(frame))
            if unsure:
                lower_doubt(frame, outer)
            if completion == RETURN:
                return RETURN
            if completion == BREAK:
                break
        else:
            return (yield from orelse(frame))  # type: ignore[no-any-return]
        lower_doubt(frame, doubt)
        return None

    def _unknown_rounds(frame: Frame, value: Value) -> Steps:
        widen(frame, carried)
        doubt = frame.doubt
        _yields_in_doubt(frame)
        store(frame, element_of(value))
        yield from optionally(frame, body)
        lower_doubt(frame, doubt)
        return None

    return run


def _while(compiler: Compiler, node: ast.While) -> Stepping:
    test = _test(compiler, node.test)
    body, orelse = _block(compiler, node.body), _block(compiler, node.orelse)
    carried = carried_names(node.body)

    def run(frame: Frame) -> Steps:
        doubt = frame.doubt
        rounds = Rounds(frame, node, counted=False)  # the consumer of the items counts them
        while True:
            value = yield from test(frame)
            known = frame.interp.truth(value)
            if known is False:
                return (yield from orelse(frame))  # type: ignore[no-any-return]
            if known is None:
                widen(frame, carried)
                _yields_in_doubt(frame)
                yield from optionally(frame, body)
                break
            if not rounds.next():
                lower_doubt(frame, doubt)
                yield from _more(frame)
            completion = yield from body(frame)
            if completion == RETURN:
                return RETURN
            if completion == BREAK:
                break
        lower_doubt(frame, doubt)
        return None

    return run


def _more(frame: Frame) -> Generator[Value, Value, None]:
    """Yield what a loop without end or effect would still yield, if anything."""
    while True:
        frame.interp.budget.tick()
        frame.interp.open_end = True
        yield Unknown("an item of an iterator that goes on without end")


def _with(compiler: Compiler, node: ast.With | ast.AsyncWith) -> Stepping:
    step = _block(compiler, node.body)
    for item in reversed(node.items):
        step = _with_item(compiler, item, step)
    return step


def _with_item(compiler: Compiler, item: ast.withitem, body: Stepping) -> Stepping:
    manager_run = _test(compiler, item.context_expr)
    store = compile_target(compiler, item.optional_vars) if item.optional_vars else None

    def run(frame: Frame) -> Steps:
        manager = yield from manager_run(frame)
        frame.node = item.context_expr
        leave: Exit | None = open_safely(frame, manager, item.context_expr, store)
        if leave is None:
            return (yield from body(frame))  # type: ignore[no-any-return]
        try:
            completion = yield from body(frame)
        except Raised as raised:
            if leave.by_exception(frame, raised):
                return None
            raise
        result = frame.result
        close_safely(frame, leave)
        frame.result = result
        return completion  # type: ignore[no-any-return]

    return run


def _try(compiler: Compiler, node: ast.Try) -> Stepping:
    body, orelse = _block(compiler, node.body), _block(compiler, node.orelse)
    handlers = compile_handlers(compiler, node)
    bodies = [_block(compiler, handler.body) for handler in node.handlers]
    final: Step | None = compiler.block(node.finalbody) if node.finalbody else None

    def guarded(frame: Frame) -> Steps:
        interp = frame.interp
        catcher = ActiveTry(frame, handlers)
        interp.catchers.append(catcher)
        try:
            completion = yield from body(frame)
        except Raised as raised:
            if catcher in interp.catchers:
                interp.catchers.remove(catcher)
            return (yield from handled(frame, raised))
        if catcher in interp.catchers:
            interp.catchers.remove(catcher)
        for possible in catcher.possible:
            doubt = frame.doubt
            _yields_in_doubt(frame, counted=True)
            yield from optionally(frame, partial(handled, raised=possible))
            lower_doubt(frame, doubt)
        if completion is None:
            completion = yield from orelse(frame)
        return completion  # type: ignore[no-any-return]

    def handled(frame: Frame, raised: Raised) -> Steps:
        interp = frame.interp
        interp.frame = frame
        for (run, name, *_), handler_body in zip(handlers, bodies, strict=True):
            if matches(frame, run, raised.value):
                outer, frame.handling = frame.handling, raised
                if name is not None:
                    frame.names[name] = raised.value
                completion = yield from handler_body(frame)
                frame.handling = outer
                return completion  # type: ignore[no-any-return]
        raise raised

    def run(frame: Frame) -> Steps:
        try:
            completion = yield from guarded(frame)
        except Raised:
            if final is not None and (ended := final(frame)) is not None:
                return ended
            raise
        if final is not None:
            result = frame.result
            ended = final(frame)
            if ended is not None:
                return ended
            frame.result = result
        return completion

    return run
