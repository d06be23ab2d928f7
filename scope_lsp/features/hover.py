"""Hover: what a call creates, and where each part of the name comes from.

Clients that ask for it get plain text.  Links lead to the lines of code.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from lsprotocol import types

from scope_lsp.analysis.kinds import Reuse
from scope_lsp.analysis.result import (
    Certainty,
    Kept,
    NamePart,
    ScopeEvent,
    Span,
    Trace,
    ValueHint,
    VariableEvent,
)
from scope_lsp.features.fold import fold
from scope_lsp.features.hover_string import tell_string
from scope_lsp.features.named import Named, string_told
from scope_lsp.features.page import Page
from scope_lsp.features.view import CallSite, ScopeSite, View

_MOST_NAMES = 12
"""More variables than this are folded, and only the first one is described in full."""
_MOST_CALLS = 12
"""The middle of a longer call chain is left out."""


_OLD = "The last change is still being analysed: this is from before it."
_EXPECTED = "The last change is still being analysed: this is what it will probably give."


def hover(
    view: View, position: types.Position, markdown: bool = True, *, is_old: bool = False
) -> types.Hover | None:
    """The hover at a position, or None if we have nothing there.

    If the view ``is_old``, made before the last change, the hover says so, and whether its names
    are those from before it.
    """
    page = Page(view, markdown)
    span = _tell(page, position)
    if span is None or not page.lines:
        return None
    if is_old:
        page.lines[:0] = ["", page.plain(_EXPECTED if view.is_expected else _OLD)]
    kind = types.MarkupKind.Markdown if markdown else types.MarkupKind.PlainText
    return types.Hover(types.MarkupContent(kind, page.text()), view.convert.range(span))


def _tell(page: Page, position: types.Position) -> Span | None:
    """Write what is at a position; returns its current place, None if we have nothing there."""
    told = string_told(page.view, position)
    if told is not None:
        _string(page, told)
        return told.string.span
    found = page.view.at(position)
    if found is None:
        return None
    thing, span = found
    if isinstance(thing, CallSite):
        _call(page, thing)
    elif isinstance(thing, ScopeSite):
        _scope(page, thing.events)
    else:
        _value(page, thing)
    return span


def _call(page: Page, site: CallSite) -> None:
    events = _by_name(site.events)
    if len(events) > _MOST_NAMES:
        for pattern in fold(name for name in events):
            page.paragraph(page.strong(pattern.text))
        page.paragraph(f"{len(events)} variables; the first one:")
        events = dict([next(iter(events.items()))])
    first, *others = events.values()
    _variable(page, first)
    for found in others:
        page.paragraph(_headline(page, found))
        page.line(_facts(page, found[0]))
    _origin(page, first)


def _by_name(events: Sequence[VariableEvent]) -> dict[str, list[VariableEvent]]:
    """Group the events by variable; those that the program asks for by name come first."""
    found: dict[str, list[VariableEvent]] = {}
    for event in sorted(events, key=lambda event: event.slot):
        found.setdefault(event.name, []).append(event)
    return found


def _variable(page: Page, events: Sequence[VariableEvent]) -> None:
    page.paragraph(_headline(page, events))
    page.line(_facts(page, events[0]))
    for kept in page.view.source.analysis.kept:
        if kept.variable == (events[0].whole or events[0].name.removesuffix(":0")):
            page.line(_held(page, kept))


def _held(page: Page, kept: Kept) -> str:
    """What a checkpoint holds for a variable."""
    file = page.plain(kept.checkpoint)
    if kept.fits:
        return f"in {file}"
    if kept.key is None:
        return f"not in {file}"
    sizes = "?" if kept.shape is None else ", ".join(map(str, kept.shape))
    shape = f"shape {page.code(f'[{sizes}]')}"
    if kept.key == kept.variable:
        return f"in {file} with {shape}"
    return f"in {file} probably as {page.code(kept.key)} with {shape}"


def _headline(page: Page, events: Sequence[VariableEvent]) -> str:
    return f"{page.strong(events[0].name)} · {_how(events)}"


def _how(events: Sequence[VariableEvent]) -> str:
    """Created, shared, or created and then shared by the same call."""
    fetches = sum(event.reused for event in events)
    if not fetches:
        words = "slot variable, created" if events[0].slot else "created"
    elif fetches == len(events):
        words = "shared"
    else:
        words = f"created, then shared {'once' if fetches == 1 else f'{fetches} times'}"
    if any(event.certainty is Certainty.SYMBOLIC for event in events):
        words += " (symbolic)"
    if all(event.after_error for event in events):
        return f"{words}, but the program stops at an earlier error"
    if all(event.certainty is Certainty.POSSIBLE for event in events):
        return f"{words}, only on some paths"
    return words


def _facts(page: Page, event: VariableEvent) -> str:
    """Shape, dtype, trainable and parameters, as far as they are known."""
    facts = []
    if event.shape is None:
        facts.append("shape unknown")
    else:
        sizes = ", ".join("?" if size is None else str(size) for size in event.shape)
        facts.append(f"shape {page.code(f'[{sizes}]')}")
    if event.dtype is not None:
        facts.append(page.code(event.dtype))
    if event.trainable is not None:
        facts.append("trainable" if event.trainable else "not trainable")
    if event.shape is not None and None not in event.shape:
        count = math.prod(size for size in event.shape if size is not None)
        facts.append(f"{count:,} parameter{'' if count == 1 else 's'}")
    return " · ".join(facts)


def _origin(page: Page, events: Sequence[VariableEvent]) -> None:
    """Where the name comes from, where the variable was created, and its callers."""
    event = events[0]
    _setting(page, events)
    page.items((_part(page, part) for part in event.parts), "Where the name comes from:")
    if event.reused and event.created_at:
        page.paragraph(f"Created at {page.link(event.created_at[-1].span)}.")
    _chains(page, [event.trace for event in events])


def _setting(page: Page, events: Sequence[VariableEvent | ScopeEvent]) -> None:
    """The program that runs this, if it is not simply the one in the editor."""
    programs = dict.fromkeys(event.program for event in events if event.program)
    if programs:
        noun = "program" if len(programs) == 1 else "programs"
        page.paragraph(f"In the {noun} {', '.join(map(page.file, programs))}.")
    elif (function := events[0].uncalled) is not None:
        page.paragraph(
            f"Nothing calls {page.code(function)} here: this is what it creates on its own."
        )


def _part(page: Page, part: NamePart) -> str:
    """A part of a name, and the line of code that put it there."""
    text = page.code(part.text)
    if part.span is None:
        return text
    source = page.source(part.span)
    return f"{text} · {page.link(part.span)}" + (f" · {page.code(source)}" if source else "")


def _chains(page: Page, traces: Sequence[Trace]) -> None:
    """One list for each way to this place; a call directly in the module needs none.

    Each but the first only has the calls that differ from the way before it.
    """
    chains = list(dict.fromkeys(trace for trace in traces if len(trace) > 1))
    before: Trace = ()
    for number, chain in enumerate(chains[:4]):
        title = "Called from:" if number == 0 else "And from:"
        page.items(_calls(page, _differing(chain, before)), title)
        before = chain
    if len(chains) > 4:
        page.paragraph(f"And from {len(chains) - 4} more places.")


def _differing(chain: Trace, other: Trace) -> Trace:
    """The calls of a chain without the beginning and the end that it has in common with another."""
    most = min(len(chain), len(other))
    head = next((n for n in range(most) if chain[n] != other[n]), most)
    most -= head
    tail = next((n for n in range(most) if chain[-1 - n] != other[-1 - n]), most)
    return chain[head : len(chain) - tail] or chain


def _calls(page: Page, chain: Trace) -> Iterable[str]:
    """The calls of a chain, outermost first; the two ends of a long one."""
    lines = [f"{page.link(frame.span)} in {page.code(frame.function)}" for frame in chain]
    if len(lines) > _MOST_CALLS:
        half = _MOST_CALLS // 2
        lines[half : len(lines) - half] = [f"{len(lines) - _MOST_CALLS} more calls"]
    return lines


def _scope(page: Page, events: Sequence[ScopeEvent]) -> None:
    for event in dict.fromkeys(events):
        if len(page.lines) > 2 * _MOST_NAMES:
            page.paragraph("And more.")
            break
        ops = f"ops {page.code(event.op_prefix + '/')}"
        if event.variable_prefix is None:
            page.paragraph(f"{ops} · {page.code('get_variable')} ignores it")
        else:
            reuse = {
                Reuse.YES: " · reuse: existing variables are fetched",
                Reuse.AUTO: " · AUTO_REUSE",
            }
            variables = f"variables {page.code(event.variable_prefix + '/')}"
            page.paragraph(f"{variables} · {ops}{page.plain(reuse.get(event.reuse, ''))}")
    _setting(page, events)
    _chains(page, [event.trace for event in events])


def _value(page: Page, value: ValueHint) -> None:
    event = page.view.index.creations.get(value.variable)
    if event is not None:
        _variable(page, [event])
        _origin(page, [event])


def _string(page: Page, told: Named) -> None:
    """For a string that names one variable, show what a call would; else list what it names."""
    if told.among or len(told.names) != 1:
        tell_string(page, told)
        return
    _variable(page, told.variables)
    _origin(page, told.variables)
