"""Variables of the active program: the request ``scopeLsp/variables``, for a tree in the editor.

This is not a method of the protocol.  A client that knows it draws the tree, with its own sums and
filter.  The answer is flat, in order of creation, with a group for each program that leads to the
document and each function that was run on its own.  Optimizers' slots are left out, as in hints.
"""

from __future__ import annotations

import math
import os.path
from collections.abc import Iterable
from typing import Any

from lsprotocol import types

from scope_lsp.analysis.result import ValueHint, VariableEvent
from scope_lsp.features.view import CallSite, View

VARIABLES = "scopeLsp/variables"
"""The request: the variables of a document, analysed as it is now if possible in time."""
ANALYSED = "scopeLsp/analysed"
"""The notification: there is a new answer for a document."""
NAMES = "scopeLsp/names"
"""The request: the full names at a position, for copying."""


def variables(view: View | None, fresh: bool) -> dict[str, Any]:
    """The answer to ``scopeLsp/variables``; ``fresh`` says whether it is about the current text.

    ``environment`` describes the environment in which the document's imports were looked up.
    """
    if view is None:
        return {"fresh": fresh, "groups": [], "environment": ""}
    environment = view.source.analysis.environment
    return {"fresh": fresh, "groups": _groups(view), "environment": environment}


def names(view: View, position: types.Position) -> list[str]:
    """The answer to ``scopeLsp/names``: names of the call, else of all calls on the line."""
    found = view.at(position)
    if found is not None and isinstance(found[0], ValueHint):
        return [found[0].variable]
    if found is not None and isinstance(found[0], CallSite):
        return _names([found[0]])
    line = view.point(position)[0]
    spans = ((site, view.now(site.span)) for site in view.index.calls)
    return _names(site for site, span in spans if span is not None and span.line == line)


def _names(sites: Iterable[CallSite]) -> list[str]:
    events = (event for site in sites for event in site.events)
    return list(dict.fromkeys(event.name for event in events if not event.slot))


def _groups(view: View) -> list[dict[str, Any]]:
    made: dict[tuple[str | None, str | None], dict[tuple[int, str], VariableEvent]] = {}
    for event in view.source.analysis.variables:
        if event.slot:
            continue
        variables = made.setdefault((event.program, event.uncalled), {})
        known = variables.get((event.graph, event.name))
        if known is None or (known.reused and not event.reused):
            variables[event.graph, event.name] = event
    return [
        {
            "program": os.path.basename(program) if program else None,
            "function": uncalled,
            "variables": [_variable(view, event) for event in events.values()],
        }
        for (program, uncalled), events in made.items()
    ]


def _variable(view: View, event: VariableEvent) -> dict[str, Any]:
    shape = event.shape
    sizes = [size for size in shape if size is not None] if shape is not None else []
    known = shape is not None and len(sizes) == len(shape)
    chain = event.created_at if event.reused and event.created_at else event.trace
    location = view.location(chain[-1].span)
    return {
        "name": event.name,
        "shape": list(shape) if shape is not None else None,
        "dtype": event.dtype,
        "parameters": math.prod(sizes) if known else None,
        "trainable": event.trainable,
        "certainty": event.certainty.value,
        "location": location,
    }
