"""A table for spreadsheets: one row per variable, in order of creation.

Names have no ``:0``, as in a checkpoint.  A shape is a JSON list.  Unknown values are empty, or
null in a shape.  No cell is a formula.  If there are notebooks, a last column has the number of the
cell, in which lines are counted.
"""

from __future__ import annotations

import csv
import io
import json

from scope_lsp import escape
from scope_lsp.cli.console import Paint, shown_path
from scope_lsp.cli.listing import Entry, Listing

_COLUMNS = (
    "name",
    "shape",
    "dtype",
    "parameters",
    "trainable",
    "slot",
    "certainty",
    "file",
    "line",
    "column",
    "api",
    "program",
)


def names(listing: Listing, paint: Paint) -> str:
    """Render a header and the variables; each program has its own rows."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    cells = any(entry.event.span.cell for program in listing.programs for entry in program.entries)
    table.writerow((*_COLUMNS, "cell") if cells else _COLUMNS)
    for program in listing.programs:
        for entry in program.variables():
            row = (*_row(entry), escape.csv(shown_path(program.path)))
            table.writerow((*row, entry.event.span.cell or None) if cells else row)
    return text.getvalue()


def _row(entry: Entry) -> tuple[object, ...]:
    event = entry.event
    return (
        escape.csv(event.name.removesuffix(":0")),
        None if event.shape is None else json.dumps(event.shape),
        event.dtype,
        entry.parameters,
        _flag(event.trainable),
        _flag(event.slot),
        event.certainty.value,
        escape.csv(shown_path(event.span.path)),
        event.span.line,
        event.span.column,
        escape.csv(event.api),
    )


def _flag(value: bool | None) -> str | None:
    return None if value is None else str(value).lower()
