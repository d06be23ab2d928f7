"""Which variables a position is about: shared by definition, references and highlights.

Only on the called name and on strings: the arguments of a call are other servers' business.
"""

from __future__ import annotations

import re

from lsprotocol import types

from scope_lsp.analysis.result import Span, ValueHint, VariableEvent
from scope_lsp.features.view import CallSite, View

_STRING = re.compile(r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')""")
_CALLEE = re.compile(r"[\w.\s]*")


def events_at(view: View, position: types.Position, line: str) -> tuple[VariableEvent, ...]:
    """What touched the variables that a position is about; ``line`` is the text of its line."""
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


def names_at(view: View, position: types.Position, line: str) -> frozenset[str]:
    """The full names of the variables that a position is about."""
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
