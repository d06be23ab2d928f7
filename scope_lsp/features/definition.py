"""Definition: from a call that fetches a variable, or a name bound to one, to the creating call.

Only on the called name and on strings: the arguments of a call are other servers' business.
"""

from __future__ import annotations

import re

from lsprotocol import types

from scope_lsp.analysis.result import Span, ValueHint
from scope_lsp.features.view import CallSite, View

_STRING = re.compile(r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')""")
_CALLEE = re.compile(r"[\w.\s]*")


def definition(view: View, position: types.Position, line: str) -> list[types.Location]:
    """Where the variables at a position were created; ``line`` is the text of its line."""
    found = view.at(position)
    if found is None:
        return []
    thing, span = found
    targets: list[Span] = []
    if isinstance(thing, ValueHint):
        event = view.index.creations.get(thing.variable)
        if event is not None:
            targets.append(event.created_at[-1].span if event.created_at else event.span)
    elif isinstance(thing, CallSite) and _names_it(view, position, span, line):
        targets += [e.created_at[-1].span for e in thing.events if e.reused and e.created_at]
    locations = (view.location(target) for target in dict.fromkeys(targets))
    return [location for location in locations if location is not None]


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
