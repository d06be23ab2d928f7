"""Code lens: what functions and scopes create, and whether calls of a function share weights.

A lens is only text: it has no command that a client would have to know.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from lsprotocol import types

from scope_lsp.analysis.result import Definition, Span, VariableEvent
from scope_lsp.features.view import View


@dataclass(slots=True)
class _Call:
    """One call of a function, and the variables that it used."""

    names: dict[str, VariableEvent] = field(default_factory=dict)


def code_lens(view: View) -> list[types.CodeLens]:
    """The lenses of a document, in the order of its text."""
    if not view.settings.code_lens_enable:
        return []
    lenses = []
    for span, text in (*_of_functions(view), *_of_scopes(view)):
        where = view.range(span)
        if where is not None:
            lenses.append(types.CodeLens(where, types.Command(text, "")))
    return sorted(lenses, key=lambda lens: (lens.range.start.line, lens.range.start.character))


def _of_functions(view: View) -> Iterator[tuple[Span, str]]:
    functions = [
        one
        for one in view.source.analysis.definitions
        if one.kind == "function" and one.place.path == view.path
    ]
    calls = _calls(view.source.analysis.variables, functions)
    for function in functions:
        made = calls.get(function.place)
        if made:
            variables = {name: event for call in made for name, event in call.names.items()}
            text = _sums(variables.values())
            if len(made) > 1:
                sets = len({frozenset(call.names) for call in made})
                weights = "1 set" if sets == 1 else f"{sets} sets"
                text = f"{text} · called {len(made)} times: {weights} of weights"
            yield function.place, text


def _calls(
    events: Iterable[VariableEvent], functions: Sequence[Definition]
) -> dict[Span, list[_Call]]:
    """For each function, by the place of its name, its calls that used variables."""
    by_name: dict[str, list[Definition]] = {}
    for function in functions:
        by_name.setdefault(function.name, []).append(function)
    found: dict[Span, dict[int, _Call]] = {}
    for event in events:
        if event.slot:
            continue
        for number, frame in zip(event.calls, event.trace, strict=False):
            for function in by_name.get(frame.function, ()):
                if function.span.path == frame.span.path and _holds(function.span, frame.span):
                    calls = found.setdefault(function.place, {})
                    calls.setdefault(number, _Call()).names[event.name] = event
    return {place: list(calls.values()) for place, calls in found.items()}


def _of_scopes(view: View) -> Iterator[tuple[Span, str]]:
    bodies = {one.place: one.span for one in view.source.analysis.definitions if one.kind == "with"}
    variables = view.source.analysis.variables
    for site in view.index.scopes:
        prefixes = {prefix for event in site.events if (prefix := event.variable_prefix)}
        if site.span in bodies and prefixes:
            body = bodies[site.span]
            inside: dict[str, VariableEvent] = {}
            for event in variables:
                if (
                    not event.slot
                    and any(event.name.startswith(f"{prefix}/") for prefix in prefixes)
                    and any(_holds(body, frame.span) for frame in event.trace)
                ):
                    inside.setdefault(event.name, event)
            if inside:
                shared = all(event.reused for event in inside.values())
                yield site.span, _sums(inside.values()) + (" · all shared" if shared else "")


def _sums(events: Iterable[VariableEvent]) -> str:
    """``2 variables, 7,850 parameters``; an unknown sum is left out."""
    found = list(events)
    text = "1 variable" if len(found) == 1 else f"{len(found)} variables"
    shapes = [event.shape for event in found]
    known = [math.prod(n for n in s if n is not None) for s in shapes if s and None not in s]
    known += [1 for shape in shapes if shape == ()]
    if len(known) < len(found):
        return text
    total = sum(known)
    return f"{text}, {total:,} parameter{'' if total == 1 else 's'}"


def _holds(outer: Span, inner: Span) -> bool:
    return (
        outer.path == inner.path
        and (outer.line, outer.column) <= (inner.line, inner.column)
        and (inner.end_line, inner.end_column) <= (outer.end_line, outer.end_column)
    )
