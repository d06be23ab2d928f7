"""Comprehensions and generator expressions.  Each runs in its own frame, as in Python 3."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import partial
from itertools import islice
from typing import Any

from scope_lsp.interpreter import operators
from scope_lsp.interpreter.branches import fork_values, optional
from scope_lsp.interpreter.builtins.common import make_marked_set
from scope_lsp.interpreter.code import Code, Run
from scope_lsp.interpreter.compiler import Compiler, expression
from scope_lsp.interpreter.environment import Frame
from scope_lsp.interpreter.failures import known_items, known_rounds
from scope_lsp.interpreter.further import further_rounds
from scope_lsp.interpreter.iteration import element_of, marked
from scope_lsp.interpreter.lexical import names_of
from scope_lsp.interpreter.loops import is_choice, uncount
from scope_lsp.interpreter.maybe_none import supposes, tested_names
from scope_lsp.interpreter.orders import is_unordered
from scope_lsp.interpreter.picking import MAX_SEEN, holds_code, picked
from scope_lsp.interpreter.rounds import Rounds
from scope_lsp.interpreter.targets import Store, compile_target
from scope_lsp.interpreter.values import (
    UNSEEN,
    Dict,
    Iter,
    List,
    Unknown,
    Value,
    alternatives,
    make_list,
)

Clause = tuple[Store, Run | None, list[Run], ast.expr | None, tuple[str, ...]]
"""Target, iterable (None for the first, which the enclosing frame evaluates), conditions; then the
node of the only condition, None if there are several or none, and the names that conditions compare
with None."""

_NAMES = {
    ast.ListComp: "<listcomp>",
    ast.SetComp: "<setcomp>",
    ast.DictComp: "<dictcomp>",
    ast.GeneratorExp: "<genexpr>",
}


class _Undecided(Exception):
    """The elements are unknown, because an iterable or a condition is."""

    def __init__(self, code: bool = False) -> None:
        self.code = code
        """Whether they are code of the program."""


@expression(ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
def _comprehension(compiler: Compiler, node: Any) -> Run:
    targets: list[ast.AST] = [generator.target for generator in node.generators]
    inner = Compiler(names_of("comprehension", compiler.names, targets, set()))
    source = compiler.run(node.generators[0].iter)
    clauses: list[Clause] = [
        (
            compile_target(inner, generator.target),
            inner.run(generator.iter) if index else None,
            [inner.run(test) for test in generator.ifs],
            generator.ifs[0] if len(generator.ifs) == 1 else None,
            tuple(name for test in generator.ifs for name in tested_names(test)),
        )
        for index, generator in enumerate(node.generators)
    ]
    if isinstance(node, ast.DictComp):
        element = _pair(inner.run(node.key), inner.run(node.value))
    else:
        element = inner.run(node.elt)
    code = Code(_NAMES[type(node)], node, "comprehension", first_line=node.lineno)
    collect = _COLLECTORS[type(node)]

    def evaluate(frame: Frame) -> Value:
        iterable = source(frame)
        frame.node = node
        closure = frame.closure if frame.code.kind in ("class", "module") else frame

        def over(frame: Frame, iterable: Value) -> Value:
            own = Frame(frame.interp, code, frame.module, closure, {}, frame)
            unordered = is_unordered(iterable)
            if is_lazy or not unordered:
                result = collect(own, _elements(own, clauses, element, iterable))
                if unordered and isinstance(result, Iter):
                    result.scattered = True
                return result
            domain = frame.interp.heap.domain
            before = domain.enter_any_order()
            try:
                result = collect(own, _elements(own, clauses, element, iterable))
            finally:
                domain.leave_any_order(before)
            if isinstance(result, Dict) or (isinstance(result, List) and len(result.items) > 1):
                result.scattered = True
            return result

        is_lazy = isinstance(node, ast.GeneratorExp)
        if not is_lazy and is_choice(frame, iterable):
            arms = [partial(over, iterable=one) for one in alternatives(iterable)]
            return fork_values(frame, arms)
        return over(frame, iterable)

    return evaluate


def _pair(key_run: Run, value_run: Run) -> Run:
    def element(frame: Frame) -> Value:
        key = key_run(frame)
        return key, value_run(frame)

    return element


def _elements(
    frame: Frame, clauses: list[Clause], element: Run, iterable: Value
) -> Iterator[Value]:
    """The elements one by one, in the comprehension's own frame; raises ``_Undecided``."""
    interp = frame.interp

    def loop(index: int, iterable: Value) -> Iterator[Value]:
        store, _, tests, condition, tested = clauses[index]
        items = known_rounds(frame, iterable, frame.code.node)
        if items is None:
            raise _Undecided(_symbolic_round(frame, clauses, element, index, iterable))
        rounds = Rounds(frame, frame.code.node)
        passed: list[tuple[Value, bool]] = []
        interp.open_end = False
        for item, unsure in marked(interp, items):
            if item is UNSEEN:
                interp.unsure_item = True
                yield UNSEEN
                continue
            if not rounds.next():
                raise _Undecided
            if unsure and not interp.open_end:
                for element_, _ in doubtful_round(index, item, passed):
                    interp.unsure_item = True
                    yield element_
                continue
            store(frame, item)
            if interp.open_end:
                interp.open_end = False
                raise _Undecided(_symbolic_element(frame, clauses, element, index))
            verdicts = [_passes(frame, test) for test in tests]
            if condition is not None:
                passed.append((item, verdicts[0] is True))
            if False in verdicts:
                interp.open_end = False
                continue
            if None in verdicts:
                code = _symbolic_element(frame, clauses, element, index)
                raise _Undecided(code or _more_code(iterable, items))
            if supposes(frame, tested):
                for element_, _ in supposed_round(index):
                    interp.unsure_item = True
                    yield element_
            else:
                yield from rest(index)
            interp.open_end = False
        if condition is not None:
            interp.note_filter(frame, condition, passed)

    def rest(index: int) -> Iterator[Value]:
        """The elements of a round whose conditions hold."""
        if index + 1 == len(clauses):
            value = element(frame)
            interp.unsure_item = False
            yield value
            return
        run = clauses[index + 1][1]
        assert run is not None
        yield from loop(index + 1, run(frame))

    def supposed_round(index: int) -> list[tuple[Value, bool]]:
        """The elements of a round whose conditions hold as long as a value is not None."""
        interp.doubt += 1
        try:
            return list(marked(interp, rest(index)))
        finally:
            interp.doubt -= 1

    def doubtful_round(
        index: int, item: Value, passed: list[tuple[Value, bool]]
    ) -> list[tuple[Value, bool]]:
        """The elements of the round of an item that may be absent."""
        store, _, tests, _, _ = clauses[index]
        found: list[tuple[Value, bool]] = []
        undecided = False

        def once(inner: Frame) -> None:
            nonlocal undecided
            store(inner, item)
            if False in [_passes(inner, test) for test in tests]:
                return
            passed.append((item, True))
            try:
                found.extend(marked(interp, rest(index)))
            except _Undecided:
                undecided = True

        optional(frame, once)
        if undecided:
            raise _Undecided
        return found

    return loop(0, iterable)


def _passes(frame: Frame, test: Run) -> bool | None:
    value = test(frame)
    return frame.interp.truth(value)


def _symbolic_round(
    frame: Frame, clauses: list[Clause], element: Run, index: int, iterable: Value
) -> bool:
    """Run one round over something unknown, which may happen any number of times.

    Returns whether its elements are code of the program.
    """
    store, _, tests, _, _ = clauses[index]
    code: list[bool] = []

    def once(inner: Frame) -> None:
        store(inner, element_of(iterable))
        for test in tests:
            test(inner)
        code.append(_rest(inner, clauses, element, index))
        uncount(inner)

    with further_rounds(frame, frame.code.node, iterable):
        optional(frame, once)
    return any(code)


def _symbolic_element(frame: Frame, clauses: list[Clause], element: Run, index: int) -> bool:
    code: list[bool] = []
    optional(frame, lambda inner: code.append(_rest(inner, clauses, element, index)))
    return any(code)


def _more_code(iterable: Value, items: Iterator[Value]) -> bool:
    """Whether code of the program is among further items, which no code of it computes."""
    if isinstance(iterable, Iter) and iterable.kind == "generator":
        return False
    return any(holds_code(item) for item in islice(items, MAX_SEEN))


def _rest(frame: Frame, clauses: list[Clause], element: Run, index: int) -> bool:
    if index + 1 == len(clauses):
        return holds_code(element(frame))
    run = clauses[index + 1][1]
    assert run is not None
    iterable = run(frame)
    items = known_items(frame, iterable, frame.code.node)
    if items is None:
        return _symbolic_round(frame, clauses, element, index + 1, iterable)
    store = clauses[index + 1][0]
    code = False
    for item in items:
        store(frame, item)
        code = _rest(frame, clauses, element, index + 1) or code
    return code


def _all(frame: Frame, elements: Iterator[Value], kind: str) -> list[tuple[Value, bool]] | Unknown:
    interp = frame.interp
    found: list[tuple[Value, bool]] = []
    reason = f"a {kind} whose elements are not known"
    interp.enter(frame)
    try:
        for each in marked(interp, elements):
            found.append(each)
            if len(found) > interp.budget.items:
                return picked(reason, [item for item, _ in found])
    except _Undecided as undecided:
        code = undecided.code or any(holds_code(item) for item, _ in found)
        return Unknown(reason, builds=code or None)
    finally:
        interp.leave(frame)
    return found


def _list(frame: Frame, elements: Iterator[Value]) -> Value:
    found = _all(frame, elements, "list")
    return found if isinstance(found, Unknown) else make_list(found)


def _set(frame: Frame, elements: Iterator[Value]) -> Value:
    found = _all(frame, elements, "set")
    return found if isinstance(found, Unknown) else make_marked_set(found)


def _dict(frame: Frame, elements: Iterator[Value]) -> Value:
    found = _all(frame, elements, "dict")
    result = Dict()
    if isinstance(found, Unknown):
        result.open = True
        result.holds_code = found.builds is True
        return result
    for pair, unsure in found:
        if pair is UNSEEN:
            result.open = True
            continue
        assert isinstance(pair, tuple)
        entered = Dict()
        operators.put_item(frame.interp, entered, *pair)
        if unsure:
            entered.doubtful = frozenset(entered.entries)
        operators.update_dict(frame.interp, result, entered)
    return result


def _generator(frame: Frame, elements: Iterator[Value]) -> Value:
    interp = frame.interp

    def drive() -> Iterator[Value]:
        while True:
            frame.back = interp.frame
            interp.enter(frame)
            try:
                value = next(elements)
            except StopIteration:
                return
            except _Undecided as undecided:
                reason = "an element of a generator that is not known"
                value = Unknown(reason, builds=undecided.code or None)
                yield value
                return
            finally:
                interp.leave(frame)
            yield value

    return Iter(drive(), "generator")


_COLLECTORS = {
    ast.ListComp: _list,
    ast.SetComp: _set,
    ast.DictComp: _dict,
    ast.GeneratorExp: _generator,
}
