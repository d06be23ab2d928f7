"""The JSON of ``names`` and ``check``: schema 1, lines and columns from 1, paths as in output."""

from __future__ import annotations

import json
from collections.abc import Iterable

from scope_lsp.analysis.result import Gap, Related, Span, Trace, Waiting
from scope_lsp.cli.console import Paint, shown_path
from scope_lsp.cli.listing import Entry, Listing, Program
from scope_lsp.rules.rule import Finding

SCHEMA = 1


def names(listing: Listing, paint: Paint) -> str:
    """Render variables and diagnostics; a variable of two programs is listed for each."""
    variables = _lines(
        _variable(entry, program) for program in listing.programs for entry in program.entries
    )
    diagnostics = _lines(_diagnostic(finding) for finding in listing.findings)
    gaps = _lines(_gap(gap) for gap in listing.gaps)
    waiting = _lines(_waiting(one) for one in listing.waiting)
    return (
        f'{{"schema": {SCHEMA},\n "variables": [{variables}],\n "diagnostics": [{diagnostics}],\n'
        f' "gaps": [{gaps}],\n "waiting": [{waiting}]}}\n'
    )


check = names
"""Both commands print the same document."""


def _lines(items: Iterable[dict[str, object]]) -> str:
    """Write one item per line, so that line tools and diffs see items."""
    return ",".join(f"\n  {json.dumps(item)}" for item in items)


def _variable(entry: Entry, program: Program) -> dict[str, object]:
    """One variable; ``partOf`` is only present for parts of partitioned variables."""
    event = entry.event
    whole = None if event.whole_shape is None else list(event.whole_shape)
    part = {"partOf": {"name": event.whole, "shape": whole}} if event.whole else {}
    return {
        "name": event.name,
        **_place(event.span),
        "api": event.api,
        "reused": event.reused,
        "certainty": event.certainty.value,
        "shape": None if event.shape is None else list(event.shape),
        "dtype": event.dtype,
        "trainable": event.trainable,
        "parameters": entry.parameters,
        "slot": event.slot,
        "saved": event.saved,
        **part,
        "program": shown_path(program.path),
        "trace": _trace(event.trace),
    }


def _gap(gap: Gap) -> dict[str, object]:
    return {
        **_place(gap.span),
        "reason": gap.reason,
        "hidesVariables": gap.hides,
        "shapes": gap.shapes,
        "names": gap.names,
    }


def _waiting(one: Waiting) -> dict[str, object]:
    return {
        "function": one.function,
        **{key: value for key, value in _place(one.span).items() if key != "column"},
    }


def _diagnostic(finding: Finding) -> dict[str, object]:
    return {
        **_place(finding.span),
        "endLine": finding.span.end_line,
        "endColumn": finding.span.end_column,
        "severity": finding.severity.value,
        "code": finding.code,
        "message": finding.message,
        "certainty": finding.certainty.value,
        "trace": _trace(finding.trace),
        "related": [_related(related) for related in finding.related],
    }


def _trace(trace: Trace) -> list[dict[str, object]]:
    return [{**_place(frame.span), "function": frame.function} for frame in trace]


def _related(related: Related) -> dict[str, object]:
    return {**_place(related.span), "message": related.message}


def _place(span: Span) -> dict[str, object]:
    """A place; ``cell`` is present in notebooks, whose lines are counted in their cell."""
    cell = {"cell": span.cell} if span.cell else {}
    return {"file": shown_path(span.path), **cell, "line": span.line, "column": span.column}
