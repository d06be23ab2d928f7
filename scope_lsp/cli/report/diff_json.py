"""A comparison as JSON: schema 1."""

from __future__ import annotations

import json

from scope_lsp.analysis.result import Span
from scope_lsp.cli.console import Paint, shown_path
from scope_lsp.cli.report.json import SCHEMA
from scope_lsp.comparison.compare import Comparison
from scope_lsp.comparison.known import reason
from scope_lsp.comparison.renames import Pair
from scope_lsp.comparison.side import Item, Side
from scope_lsp.comparison.words import cause, headline


def diff(comparison: Comparison, paint: Paint) -> str:
    """Render a comparison."""
    folded_old, folded_new = comparison.folded
    document = {
        "schema": SCHEMA,
        "old": {**_side(comparison.old), "folded": folded_old},
        "new": {**_side(comparison.new), "folded": folded_new},
        "differs": comparison.differs,
        "summary": headline(comparison),
        "causes": [
            {
                "summary": cause(rename),
                "known": reason(rename) or None,
                "changes": [
                    {"old": "/".join(step.old), "new": "/".join(step.new)} for step in rename.steps
                ],
                "variables": [one.name for one, _ in rename.pairs],
            }
            for rename in comparison.causes
        ],
        "same": [_pair(pair) for pair in comparison.same],
        "renamed": [_pair(pair) for pair in comparison.renamed],
        "otherShape": [_pair(pair) for pair in comparison.other_shape],
        "otherDtype": [_pair(pair) for pair in comparison.other_dtype],
        "onlyOld": [_item(item) for item in comparison.only_old],
        "onlyNew": [_item(item) for item in comparison.only_new],
        "doubtful": [_item(item) for item in comparison.doubtful],
    }
    return json.dumps(document, indent=1) + "\n"


def _side(side: Side) -> dict[str, object]:
    return {
        "name": side.label,
        "kind": side.form,
        "complete": side.complete,
        "notes": list(side.notes),
    }


def _pair(pair: Pair) -> dict[str, object]:
    return {"old": _item(pair[0]), "new": _item(pair[1])}


def _item(item: Item) -> dict[str, object]:
    found: dict[str, object] = {
        "name": item.name,
        "shape": None if item.shape is None else list(item.shape),
        "dtype": item.dtype,
    }
    if item.key:
        found["key"] = item.key
    if isinstance(item.place, Span):
        found["file"] = shown_path(item.place.path)
        if item.place.cell:
            found["cell"] = item.place.cell
        found["line"], found["column"] = item.place.line, item.place.column
    return found
