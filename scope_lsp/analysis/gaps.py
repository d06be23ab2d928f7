"""The cost of gaps: what is missing from a listing because something was not followed.

Why something was not followed is in ``interpreter.failures``.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Sequence

from scope_lsp.analysis.result import Certainty, Gap, ScopeEvent, Span, Trace, VariableEvent
from scope_lsp.analysis.trace import Tracer
from scope_lsp.interpreter.gap import Gap as Noted


def costs(
    noted: Sequence[Noted],
    variables: Sequence[VariableEvent],
    scopes: Sequence[ScopeEvent],
    tracer: Tracer,
) -> tuple[Gap, ...]:
    """Return the gaps that hide variables or come before a partly unknown one, costliest first.

    Further rounds of a loop hide variables if they make others than the round that was run.  Where
    nothing is listed, a module that was not found may have made all while it was imported.
    """
    spans = [tracer.span(gap.source.path, gap.source.text, gap.node) for gap in noted]
    shapes: dict[str, set[_Made]] = {gap.reason: set() for gap in noted}
    names: dict[str, set[_Made]] = {gap.reason: set() for gap in noted}
    uses = _Uses()
    chargeable = [place for place, gap in enumerate(noted) if gap.rounds is None and uses.has(gap)]
    for index, event in enumerate(variables):
        shape = event.shape is None or None in event.shape
        name = event.certainty is not Certainty.DEFINITE
        if event.after_error or not (shape or name):
            continue
        before = [place for place in chargeable if noted[place].effects <= index]
        if not before:
            continue
        near = [place for place in before if _leads_to(spans[place], event)]
        charged = noted[(near or before)[-1]].reason
        made = (event.graph, event.name)
        if shape:
            shapes[charged].add(made)
        if name:
            names[charged].add(made)
    found: dict[str, Gap] = {}
    for place, gap in enumerate(noted):
        known = found.get(gap.reason)
        hides = gap.hides or (gap.builds and not variables)
        if gap.rounds is not None:
            start, loop = gap.rounds
            whole = tracer.span(gap.source.path, gap.source.text, loop)
            hides = _makes_more(variables[start : gap.effects], scopes, whole)
        found[gap.reason] = Gap(
            known.span if known and (known.hides or gap.rounds is None) else spans[place],
            gap.reason,
            hides or (known is not None and known.hides),
            len(shapes[gap.reason]),
            len(names[gap.reason]),
        )
    costly = [gap for gap in found.values() if gap.cost > (False, 0)]
    return tuple(sorted(costly, key=lambda gap: gap.cost, reverse=True))


_Made = tuple[int, str]
"""A variable, by its graph and name: rounds of a loop may report it several times."""


class _Uses:
    """Whether the modules of imports are used.  Each text and each import is read once."""

    def __init__(self) -> None:
        self._words: dict[str, Counter[str]] = {}
        self._bound: dict[ast.AST, dict[str, str]] = {}

    def has(self, gap: Noted) -> bool:
        """Whether anything may depend on a gap: not on a module that is never used."""
        node, text = gap.node, gap.source.text
        if not isinstance(node, (ast.Import, ast.ImportFrom)) or gap.source.is_package:
            return True
        bound = self._bound.get(node)
        if bound is None:
            bound = self._bound[node] = {
                alias.name: alias.asname or alias.name.partition(".")[0] for alias in node.names
            }
        words = self._words.get(text)
        if words is None:
            words = self._words[text] = Counter(re.findall(r"\w+", text))
        module = gap.reason.removeprefix("module ").partition(" ")[0]
        if module in bound:
            return words[bound[module]] > 1
        return "*" in bound or any(words[name] > 1 for name in bound.values())


def _makes_more(made: Sequence[VariableEvent], scopes: Sequence[ScopeEvent], loop: Span) -> bool:
    """Whether further rounds of a loop make others than those which one round has made.

    They do not if they ask for the same names, or count automatic ones in a scope that each of
    them enters anew.
    """
    anew = {scope.variable_prefix for scope in scopes if _leads_through(scope.trace, loop)}
    return any(
        one.certainty is Certainty.SYMBOLIC
        or not one.stored
        or (one.unnamed is not None and one.scope not in anew)
        for one in made
        if not (one.reused or one.slot or one.after_error)
    )


def _leads_through(trace: Trace, loop: Span) -> bool:
    """Whether a chain of calls begins in a loop, or leads through it."""
    return any(
        frame.span.path == loop.path and loop.line <= frame.span.line <= loop.end_line
        for frame in trace
    )


def _leads_to(span: Span, event: VariableEvent) -> bool:
    """Whether a gap is in a file through which the calls to a variable lead."""
    return any(frame.span.path == span.path for frame in event.trace)
