"""The variables at a position: shared by definition, references and highlights.

Only the called name and strings count.  The arguments of a call are for other servers.
"""

from __future__ import annotations

import re

from lsprotocol import types

from scope_lsp.analysis.result import Span, ValueHint, VariableEvent
from scope_lsp.features.named import string_told
from scope_lsp.features.view import CallSite, ScopeSite, View

_STRING = re.compile(r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')""")
_CALLEE = re.compile(r"[\w.\s]*")


def events_at(view: View, position: types.Position, line: str) -> tuple[VariableEvent, ...]:
    """The events of the variables at a position; ``line`` is the text of its line."""
    told = string_told(view, position)
    if told is not None:
        return told.variables
    found = view.at(position)
    if found is None:
        return ()
    thing, span = found
    if isinstance(thing, ValueHint):
        event = view.index.creations.get(thing.variable)
        return (event,) if event is not None else ()
    if isinstance(thing, CallSite) and _names_it(view, position, span, line):
        return thing.events
    return ()


def scope_at(view: View, position: types.Position, line: str) -> str | None:
    """The scope at a position: named by a string, or opened by a call."""
    told = string_told(view, position)
    if told is not None:
        return told.string.text.rstrip("/") if told.scopes else None
    found = view.at(position)
    if found is None or not isinstance(found[0], ScopeSite):
        return None
    if not _names_it(view, position, found[1], line):
        return None
    prefixes = {event.variable_prefix or event.op_prefix for event in found[0].events}
    return prefixes.pop() if len(prefixes) == 1 else None


def names_at(view: View, position: types.Position, line: str) -> frozenset[str]:
    """The full names of the variables at a position."""
    return frozenset(event.name for event in events_at(view, position, line))


def _names_it(view: View, position: types.Position, span: Span, line: str) -> bool:
    """Whether the position is on the name of the called function or within a string."""
    number, column = view.point(position)
    start = span.column - 1 if number == span.line else 0
    if number == span.line:
        callee = _CALLEE.match(line, start)
        if callee is not None and column - 1 <= callee.end():
            return True
    return any(
        string.start() < column - 1 < string.end() for string in _STRING.finditer(line, start)
    )
