"""The ``match`` statement.  A pattern with an unknown match makes its case only possible."""

from __future__ import annotations

import ast
from collections.abc import Callable

from scope_lsp.interpreter import operators
from scope_lsp.interpreter.branches import fork_steps
from scope_lsp.interpreter.builtins.classes import class_of
from scope_lsp.interpreter.code import Completion, Run, Step
from scope_lsp.interpreter.compiler import Compiler, statement
from scope_lsp.interpreter.environment import Frame
from scope_lsp.interpreter.values import MISSING, Class, Dict, List, Value

Verdict = bool | None
Matcher = Callable[[Frame, Value], Verdict]
"""Whether a value matches (None: unknown); binds the pattern's names on the way."""


@statement(ast.Match)
def _match(compiler: Compiler, node: ast.Match) -> Step:
    subject = compiler.run(node.subject)
    cases: list[tuple[Matcher, Run | None, Step]] = [
        (
            compile_pattern(compiler, case.pattern),
            compiler.run(case.guard) if case.guard is not None else None,
            compiler.block(case.body),
        )
        for case in node.cases
    ]

    def choose(frame: Frame) -> Completion:
        return _from(frame, subject(frame), 0)

    def _from(frame: Frame, value: Value, index: int) -> Completion:
        if index == len(cases):
            return None
        matcher, guard, body = cases[index]
        verdict = matcher(frame, value)
        if verdict is not False and guard is not None:
            passes = frame.interp.truth(guard(frame))
            verdict = passes if verdict else (False if passes is False else None)
        if verdict:
            return body(frame)
        if verdict is None:
            return fork_steps(frame, body, lambda inner: _from(inner, value, index + 1))
        return _from(frame, value, index + 1)

    return choose


def compile_pattern(compiler: Compiler, node: ast.pattern) -> Matcher:
    """Compile one pattern."""
    if isinstance(node, ast.MatchValue):
        run = compiler.run(node.value)
        return lambda frame, value: frame.interp.truth(
            operators.compare(frame.interp, "==", value, run(frame))
        )
    if isinstance(node, ast.MatchSingleton):
        constant = node.value
        return lambda frame, value: frame.interp.truth(operators.identical(value, constant))
    if isinstance(node, ast.MatchAs):
        return _as(compiler, node)
    if isinstance(node, ast.MatchOr):
        options = [compile_pattern(compiler, option) for option in node.patterns]
        return lambda frame, value: _any([option(frame, value) for option in options])
    if isinstance(node, ast.MatchSequence):
        return _sequence(compiler, node)
    if isinstance(node, ast.MatchMapping):
        return _mapping(compiler, node)
    if isinstance(node, ast.MatchClass):
        return _class(compiler, node)
    return lambda frame, value: None


def _any(verdicts: list[Verdict]) -> Verdict:
    return True if True in verdicts else None if None in verdicts else False


def _all(verdicts: list[Verdict]) -> Verdict:
    return False if False in verdicts else None if None in verdicts else True


def _as(compiler: Compiler, node: ast.MatchAs) -> Matcher:
    inner = compile_pattern(compiler, node.pattern) if node.pattern is not None else None
    store = compiler.store(node.name) if node.name is not None else None

    def match(frame: Frame, value: Value) -> Verdict:
        verdict = inner(frame, value) if inner is not None else True
        if store is not None and verdict is not False:
            store(frame, value)
        return verdict

    return match


def _sequence(compiler: Compiler, node: ast.MatchSequence) -> Matcher:
    star = next((i for i, p in enumerate(node.patterns) if isinstance(p, ast.MatchStar)), None)
    star_node = node.patterns[star] if star is not None else None
    name = star_node.name if isinstance(star_node, ast.MatchStar) else None
    store = compiler.store(name) if name is not None else None
    before = [compile_pattern(compiler, p) for p in node.patterns[:star]]
    after = (
        [] if star is None else [compile_pattern(compiler, p) for p in node.patterns[star + 1 :]]
    )

    def match(frame: Frame, value: Value) -> Verdict:
        if not isinstance(value, (List, tuple)):
            return None if class_of(value) is None else False
        if isinstance(value, List) and value.doubtful:
            return None
        items = list(value.items if isinstance(value, List) else value)
        needed = len(before) + len(after)
        if len(items) < needed or (star is None and len(items) != needed):
            return False
        tail = items[len(items) - len(after) :] if after else []
        verdicts = [m(frame, item) for m, item in zip(before, items, strict=False)]
        verdicts += [m(frame, item) for m, item in zip(after, tail, strict=True)]
        if store is not None:
            store(frame, List(items[len(before) : len(items) - len(after)]))
        return _all(verdicts)

    return match


def _mapping(compiler: Compiler, node: ast.MatchMapping) -> Matcher:
    pairs = [
        (compiler.run(key), compile_pattern(compiler, pattern))
        for key, pattern in zip(node.keys, node.patterns, strict=True)
    ]
    store = compiler.store(node.rest) if node.rest is not None else None

    def match(frame: Frame, value: Value) -> Verdict:
        if not isinstance(value, Dict):
            return None if class_of(value) is None else False
        rest = Dict(dict(value.entries))
        rest.doubtful = value.doubtful
        verdicts: list[Verdict] = []
        for key_run, matcher in pairs:
            key = key_run(frame)
            known = frame.interp.truth(operators.contains(frame.interp, value, key))
            if known is not True:
                return known
            verdicts.append(matcher(frame, operators.getitem(frame.interp, value, key)))
            operators.delitem(frame.interp, rest, key)
        if store is not None:
            store(frame, rest)
        return _all(verdicts)

    return match


def _class(compiler: Compiler, node: ast.MatchClass) -> Matcher:
    class_run = compiler.run(node.cls)
    positional = [compile_pattern(compiler, p) for p in node.patterns]
    named = [
        (name, compile_pattern(compiler, pattern))
        for name, pattern in zip(node.kwd_attrs, node.kwd_patterns, strict=True)
    ]

    def match(frame: Frame, value: Value) -> Verdict:
        interp = frame.interp
        cls = class_run(frame)
        if not isinstance(cls, Class):
            return None
        known = interp.truth(interp.is_instance(value, cls))
        if known is not True:
            return known
        names = cls.find("__match_args__")
        if isinstance(names, tuple):
            given = [(str(name), m) for name, m in zip(names, positional, strict=False)]
        elif len(positional) == 1:
            return positional[0](frame, value)
        else:
            given = []
        verdicts: list[Verdict] = []
        for name, matcher in (*given, *named):
            attribute = interp.find_attr(value, name)
            verdicts.append(False if attribute is MISSING else matcher(frame, attribute))
        return _all(verdicts)

    return match
