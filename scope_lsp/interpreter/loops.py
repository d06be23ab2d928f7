"""``for`` and ``while``: known rounds are run, unknown ones once, with a symbolic element.

A loop that continues without end or effect is left (``leaving``).
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Protocol

from scope_lsp.interpreter.any_round_last import forget_order
from scope_lsp.interpreter.branches import (
    fork_options,
    lower_doubt,
    next_round,
    optional,
    rejoin_loop,
    rejoin_round,
)
from scope_lsp.interpreter.carrying import carried_names
from scope_lsp.interpreter.code import BREAK, CONTINUE, RETURN, Completion, Step
from scope_lsp.interpreter.compiler import Compiler, statement
from scope_lsp.interpreter.environment import Frame
from scope_lsp.interpreter.failures import known_rounds
from scope_lsp.interpreter.further import further_rounds
from scope_lsp.interpreter.iteration import element_of, marked, may_be_empty
from scope_lsp.interpreter.leaving import any_round, leave_loop, unseen_like, widen
from scope_lsp.interpreter.lexical import has_break
from scope_lsp.interpreter.loader import Origin
from scope_lsp.interpreter.orders import is_unordered
from scope_lsp.interpreter.rounds import Rounds
from scope_lsp.interpreter.selecting import Selection, searching_tests, selecting_tests
from scope_lsp.interpreter.steady import TRIED_AFTER, SteadyLoop
from scope_lsp.interpreter.targets import compile_target
from scope_lsp.interpreter.values import (
    MISSING,
    UNSEEN,
    Dict,
    Iter,
    List,
    Raised,
    Set,
    Union,
    Unknown,
    Value,
    alternatives,
)


@statement(ast.For, ast.AsyncFor)
def _for(compiler: Compiler, node: ast.For) -> Step:
    iterable = compiler.run(node.iter)
    store = compile_target(compiler, node.target)
    kept_by = selecting_tests(node)
    tests = tuple(dict.fromkeys((*kept_by, *searching_tests(node))))
    compiler.watched.update(tests)
    body = compiler.block(node.body)
    orelse = compile_else(compiler, node)
    carried = carried_names(node.body)
    steady = SteadyLoop(node, store, body)
    leaves_at_once = any(isinstance(part, ast.Break | ast.Return) for part in node.body)

    def loop(frame: Frame) -> Completion:
        return over(frame, iterable(frame))

    def over(frame: Frame, value: Value) -> Completion:
        frame.node = node.iter
        if is_choice(frame, value):
            return fork_options(frame, alternatives(value), over)
        items = None if may_be_empty(value) else known_rounds(frame, value, node.iter)
        if items is None:
            return further(frame, lambda inner: _round(inner, value), value)
        if not is_unordered(value) or frame.module.source.origin is Origin.STUB:
            return in_loop(frame, lambda kept: known(frame, value, items, kept))
        domain = frame.interp.heap.domain
        before = domain.enter_any_order()
        try:
            completion = in_loop(frame, lambda kept: known(frame, value, items, kept))
        finally:
            domain.leave_any_order(before)
        forget_order(frame, node)
        return completion

    def known(frame: Frame, value: Value, items: Iterator[Value], kept: int) -> Completion:
        doubt, skips, frame.skips = frame.doubt, frame.skips, 0
        rounds = Rounds(frame, node)
        interp = frame.interp
        interp.open_end = False
        more = isinstance(value, List) and value.uncounted
        hidden = leaves_at_once and is_unordered(value)
        asked = tests if more and frame.module.source.origin is not Origin.STUB else kept_by
        selection = Selection(frame, asked, kept_by) if asked else None
        last: Value = MISSING
        ends_unseen = False
        for item, unsure in unskipped(steady, rounds, value, marked(interp, items)):
            if item is UNSEEN:
                hidden = leaves_at_once
                ends_unseen = True
                continue
            last, ends_unseen = item if unsure else MISSING, False
            unsure = unsure or hidden
            if interp.open_end:
                perhaps = partial(_with_item, item=any_round(item))
                return further(frame, perhaps, value)
            if not rounds.next():
                leave_loop(frame, partial(_with_item, item=item), carried)
                break
            if unsure and more:
                completion = more_rounds(frame, partial(_with_item, item=item), value)
            elif unsure:
                completion = optional(frame, partial(_perhaps, item=item))
            else:
                store(frame, item)
                completion = body(frame)
            if selection is not None:
                selection.take(item)
            if completion is not None:
                if completion == BREAK:
                    break
                if completion == RETURN and not returned_in_doubt(frame, doubt):
                    return RETURN
                if completion == RETURN:
                    break
            rejoin_round(frame, kept)
            next_round(frame)
            interp.open_end = False
        else:
            frame.skips = skips
            if selection is not None:
                selection.end()
                if more and selection.is_empty:
                    further_item = Unknown("an item that is not known")
                    perhaps = partial(_with_item, item=further_item)
                    return further(frame, perhaps, value)
            if ends_unseen and last is not MISSING and isinstance(value, Iter):
                perhaps = partial(_with_item, item=unseen_like(last))
                return further(frame, perhaps, value)
            return loop_else(frame, orelse, doubt)
        lower_doubt(frame, doubt)
        frame.skips = skips
        return None

    def more_rounds(frame: Frame, step: Step, value: Value) -> Completion:
        with further_rounds(frame, node.iter, value, node):
            return unknown_rounds(frame, step, carried)

    def further(frame: Frame, step: Step, value: Value) -> Completion:
        return more_rounds(frame, step, value) or orelse(frame, perhaps=True)

    def _round(frame: Frame, value: Value) -> Completion:
        return _with_item(frame, element_of(value))

    def _with_item(frame: Frame, item: Value) -> Completion:
        store(frame, item)
        return body(frame)

    def _perhaps(frame: Frame, item: Value) -> Completion:
        completion = _with_item(frame, item)
        return None if completion == CONTINUE else completion

    return loop


def unskipped(
    steady: SteadyLoop, rounds: Rounds, value: Value, items: Iterator[tuple[Value, bool]]
) -> Iterator[tuple[Value, bool]]:
    """The items of a loop without those of rounds that may be skipped, each with its mark."""
    for index, (item, unsure) in enumerate(items):
        if rounds.quiet in TRIED_AFTER and rounds.is_certain():
            rest = remaining(value, index)
            if rest and steady.only_repeats(rounds.frame, rest):
                yield rest[-1], False
                return
        yield item, unsure


def remaining(value: Value, index: int) -> Sequence[Value]:
    """The elements of an iterable from one on; none if they are not known without asking it."""
    if isinstance(value, List):
        return () if value.doubtful or value.uncounted else value.items[index:]
    return value[index:] if isinstance(value, (tuple, range)) else ()


_KNOWN: tuple[type, ...] = (List, Dict, Set, tuple, range)
"""Types that can be looped over if the value is one of several."""
_FRESH = (*_KNOWN, Iter)
"""The same for what something unknown may be instead."""


def is_choice(frame: Frame, value: Value) -> bool:
    """Whether to run a loop over each of several containers: in the program, not in a model.

    A model's loops nest, and every path through them would be run.
    """
    if isinstance(value, Union):
        known, kinds = value.options, _KNOWN
    elif isinstance(value, Unknown):
        known, kinds = value.others, _FRESH
    else:
        return False
    is_model = frame.module.source.origin is Origin.STUB
    return not is_model and bool(known) and all(isinstance(one, kinds) for one in known)


def in_loop(frame: Frame, run: Callable[[int], Completion]) -> Completion:
    """Run the rounds of a loop, and then join the states in which branches left it.

    ``run`` is called with the number of states that waited before the loop.
    """
    kept, outer, frame.keeps_exits = len(frame.left), frame.keeps_exits, True
    try:
        completion = run(kept)
    except Raised:
        rejoin_loop(frame, kept)
        raise
    finally:
        frame.keeps_exits = outer
    rejoin_loop(frame, kept)
    return completion


class Else(Protocol):
    """The compiled ``else`` of a loop."""

    def __call__(self, frame: Frame, *, perhaps: bool) -> Completion:
        """Run it; ``perhaps`` a ``break``, if the loop has one, left the loop before."""


def compile_else(compiler: Compiler, node: ast.For | ast.AsyncFor | ast.While) -> Else:
    """The ``else`` of a loop, which runs where no ``break`` has left it."""
    step = compiler.block(node.orelse)
    breaks = bool(node.orelse) and has_break(node.body)

    def run(frame: Frame, *, perhaps: bool) -> Completion:
        return optional(frame, step) if perhaps and breaks else step(frame)

    return run


def loop_else(frame: Frame, orelse: Else, doubt: int) -> Completion:
    """The ``else`` of a loop: only possible where a branch may have left the loop."""
    raised = frame.doubt - doubt
    completion = orelse(frame, perhaps=raised > 0)
    lower_doubt(frame, frame.doubt - raised)
    return completion


def returned_in_doubt(frame: Frame, doubt: int) -> bool:
    """Whether a ``return`` in a loop may not have been reached; its value is kept if so."""
    if frame.doubt <= doubt:
        return False
    frame.returned += (frame.result,)
    return True


def unknown_rounds(
    frame: Frame, body: Callable[[Frame], Completion], carried: tuple[str, ...]
) -> Completion:
    """Run a loop with an unknown number of rounds: once, as possible."""
    widen(frame, carried)
    doubt = frame.doubt

    def once(inner: Frame) -> Completion:
        completion = body(inner)
        uncount(inner)
        return completion if completion == RETURN else None

    completion = optional(frame, once)
    if completion != RETURN and not frame.returned:
        lower_doubt(frame, doubt)
    return completion


def uncount(frame: Frame) -> None:
    """Mark lists that grew since the innermost fork began: they may have grown more than that."""
    for obj, before in list(frame.interp.heap.levels[-1].values()):
        if isinstance(obj, List) and len(obj.items) > len(before[0]):
            obj.uncounted = True


@statement(ast.While)
def _while(compiler: Compiler, node: ast.While) -> Step:
    test = compiler.run(node.test)
    body = compiler.block(node.body)
    orelse = compile_else(compiler, node)
    carried = carried_names(node.body)
    steady = SteadyLoop(node, lambda frame, item: None, body)

    def loop(frame: Frame) -> Completion:
        return in_loop(frame, lambda kept: rounds_of(frame, kept))

    def rounds_of(frame: Frame, kept: int) -> Completion:
        doubt, skips, frame.skips = frame.doubt, frame.skips, 0
        rounds = Rounds(frame, node)
        while True:
            rejoin_round(frame, kept)
            next_round(frame)
            value = test(frame)
            frame.node = node.test
            known = frame.interp.truth(value)
            if known is False:
                frame.skips = skips
                return loop_else(frame, orelse, doubt)
            if known is None:
                with further_rounds(frame, node.test, value, node):
                    completion = unknown_rounds(frame, body, carried)
                return completion or orelse(frame, perhaps=True)
            tries = rounds.quiet in TRIED_AFTER and rounds.is_endless and rounds.is_certain()
            if (tries and steady.never_ends(frame, carried)) or not rounds.next():
                leave_loop(frame, body, carried)
                break
            completion = body(frame)
            if completion is not None:
                if completion == BREAK:
                    break
                if completion == RETURN and not returned_in_doubt(frame, doubt):
                    return RETURN
                if completion == RETURN:
                    break
        lower_doubt(frame, doubt)
        frame.skips = skips
        return None

    return loop
