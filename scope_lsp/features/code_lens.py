"""Code lens: what functions and scopes create, and whether calls of a function share weights.

Where several programs run a file, the numbers are those of one of them: the one that uses the most
variables there.  A lens is only text, unless the client can show a list of places: then one shows
the calls that create the variables, another one the calls of the function.
"""

from __future__ import annotations

import math
import os.path
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lsprotocol import types

from scope_lsp.analysis.result import Definition, Span, VariableEvent
from scope_lsp.features.view import View

SHOW_LOCATIONS = "scopeLsp.showLocations"
"""A command of the client: show these places, beside the lens; with its URI and position."""


_ALL_SHARED = "all shared"
"""Said where none of the variables is created."""


@dataclass(slots=True)
class _Call:
    """One call of a function in one program, and the variables that it used."""

    site: Span | None
    """None: nothing calls it, it was run on its own."""
    names: dict[str, VariableEvent] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Lens:
    """What stands above a function or a scope."""

    place: Span
    body: Span
    variables: dict[str, VariableEvent]
    sharing: str = ""
    """What is said after the sums."""
    callers: tuple[Span, ...] = ()
    programs: str = ""
    """Which programs the numbers are about, if there are several."""


def code_lens(view: View, shows_locations: bool = False) -> list[types.CodeLens]:
    """The lenses of a document, in the order of its text.

    ``shows_locations``: the client has the command ``SHOW_LOCATIONS``.
    """
    settings = view.settings
    if not settings.code_lens_enable:
        return []
    found: list[_Lens] = []
    if settings.code_lens_functions:
        found += _of_functions(view)
    if settings.code_lens_scopes:
        found += _of_scopes(view)
    lenses = []
    for lens in found:
        where = view.range(lens.place)
        if where is not None and not any(_says_the_same(other, lens) for other in found):
            commands = _commands(view, lens, shows_locations)
            lenses += [types.CodeLens(where, command) for command in commands]
    return sorted(lenses, key=lambda lens: (lens.range.start.line, lens.range.start.character))


def _says_the_same(outer: _Lens, inner: _Lens) -> bool:
    """Whether a lens around another one is about the same variables."""
    return (
        outer is not inner
        and inner.sharing in ("", outer.sharing)
        and _holds(outer.body, inner.place)
        and outer.variables.keys() == inner.variables.keys()
    )


def _commands(view: View, lens: _Lens, shows_locations: bool) -> Iterator[types.Command]:
    sums = _sums(lens.variables.values()) + lens.programs
    if not shows_locations:
        yield types.Command(" · ".join(filter(None, (sums, lens.sharing))), "")
        return
    creators = [(event.created_at or event.trace)[-1].span for event in lens.variables.values()]
    for text, spans in ((sums, creators), (lens.sharing, lens.callers)):
        if text:
            yield types.Command(text, SHOW_LOCATIONS, arguments=_arguments(view, lens.place, spans))


def _arguments(view: View, place: Span, spans: Iterable[Span]) -> list[Any]:
    """A document, a position in it and the places to show."""
    here, *found = (view.location(span) for span in dict.fromkeys((place, *spans)))
    locations = [location for location in found if location is not None]
    return [here.uri, here.range.start, locations] if here is not None else []


def _of_functions(view: View) -> Iterator[_Lens]:
    functions = [
        one
        for one in view.source.analysis.definitions
        if one.kind == "function" and one.place.path == view.path
    ]
    calls = _calls(view.source.analysis.variables, functions)
    for function in functions:
        by_program = calls.get(function.place)
        if by_program:
            events = {one: _used(made) for one, made in by_program.items()}
            programs, program = _chosen(events)
            made, variables = by_program[program], events[program]
            sharing = ""
            if len(made) > 1:
                sets = _sets_of_weights(made)
                weights = "1 set" if sets == 1 else f"{sets} sets"
                sharing = f"called {len(made)} times: {weights} of weights"
            elif all(event.reused for event in variables.values()):
                sharing = _ALL_SHARED
            alike = len({(frozenset(events[one]), len(by_program[one])) for one in programs}) == 1
            yield _Lens(
                function.place,
                function.span,
                variables,
                sharing,
                tuple(
                    call.site
                    for one in programs
                    for call in by_program[one]
                    if call.site is not None
                ),
                _about(program, len(programs), alike),
            )


def _sets_of_weights(calls: Iterable[_Call]) -> int:
    """How many sets of variables calls use; a call that uses a part of a set is not counted."""
    sets = {frozenset(call.names) for call in calls}
    return sum(not any(one < other for other in sets) for one in sets)


def _used(calls: Iterable[_Call]) -> dict[str, VariableEvent]:
    return {name: event for call in calls for name, event in call.names.items()}


Events = Mapping[str | None, Mapping[str, VariableEvent]]
"""By program, None for the file itself, the variables by name."""


def _chosen(events: Events) -> tuple[list[str | None], str | None]:
    """The programs, and the one whose numbers are shown: that with the most variables.

    The file itself is none of them if it only has functions that it does not call.
    """
    programs = [
        program
        for program, found in events.items()
        if program is not None
        or len(events) == 1
        or any(event.uncalled is None for event in found.values())
    ]
    return programs, max(programs, key=lambda one: len(events[one]))


def _about(program: str | None, programs: int, alike: bool) -> str:
    """The words that say which programs a sum is about; empty if there is only one."""
    if programs < 2:
        return ""
    if alike:
        return f" in each of {programs} programs"
    return f" in {os.path.basename(program or 'this file')}, one of {programs} programs"


def _calls(
    events: Iterable[VariableEvent], functions: Sequence[Definition]
) -> dict[Span, dict[str | None, list[_Call]]]:
    """For each function, by the place of its name, its calls that used variables, by program."""
    by_name: dict[str, list[Definition]] = {}
    for function in functions:
        by_name.setdefault(function.name, []).append(function)
    found: dict[Span, dict[str | None, dict[int, _Call]]] = {}
    for event in events:
        if event.slot:
            continue
        for index, (number, frame) in enumerate(zip(event.calls, event.trace, strict=False)):
            for function in by_name.get(frame.function, ()):
                if function.span.path == frame.span.path and _holds(function.span, frame.span):
                    calls = found.setdefault(function.place, {}).setdefault(event.program, {})
                    site = event.trace[index - 1].span if index else None
                    names = calls.setdefault(number, _Call(site)).names
                    if not event.reused or event.name not in names:
                        names[event.name] = event
    return {
        place: {program: list(calls.values()) for program, calls in programs.items()}
        for place, programs in found.items()
    }


def _of_scopes(view: View) -> Iterator[_Lens]:
    bodies = {one.place: one.span for one in view.source.analysis.definitions if one.kind == "with"}
    variables = view.source.analysis.variables
    for site in view.index.scopes:
        prefixes = {prefix for event in site.events if (prefix := event.variable_prefix)}
        if site.span in bodies and prefixes:
            body = bodies[site.span]
            inside: dict[str | None, dict[str, VariableEvent]] = {}
            for event in variables:
                if (
                    not event.slot
                    and any(event.name.startswith(f"{prefix}/") for prefix in prefixes)
                    and any(_holds(body, frame.span) for frame in event.trace)
                ):
                    inside.setdefault(event.program, {}).setdefault(event.name, event)
            if inside:
                programs, program = _chosen(inside)
                found = inside[program]
                alike = len({frozenset(inside[one]) for one in programs}) == 1
                shared = all(event.reused for event in found.values())
                yield _Lens(
                    site.span,
                    body,
                    found,
                    _ALL_SHARED if shared else "",
                    programs=_about(program, len(programs), alike),
                )


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
