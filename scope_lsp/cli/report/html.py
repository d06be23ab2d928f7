"""A self-contained page with tree, treemap and search; for ``names``.

The page itself is beside this file, in ``page/``.  Here is its data.
"""

from __future__ import annotations

import re
from pathlib import Path

from scope_lsp import escape
from scope_lsp.cli.console import Paint, shown_path
from scope_lsp.cli.listing import Entry, Listing, Program
from scope_lsp.cli.report.tree import split_name
from scope_lsp.cli.report.words import spelled_line, spelled_shape

_PAGE = Path(__file__).parent / "page"
_PLACE = re.compile(r"\{(style|script|title|data)\}")


def names(listing: Listing, paint: Paint) -> str:
    """Render the page of all programs."""
    shown = [escape.visible(shown_path(program.path)) for program in listing.programs]
    parts = {
        "style": (_PAGE / "page.css").read_text(encoding="utf-8").rstrip(),
        "script": (_PAGE / "page.js").read_text(encoding="utf-8").rstrip(),
        "title": escape.html(f"{', '.join(shown[:3])}: variables"),
        "data": escape.script([_program(one, listing) for one in listing.programs]),
    }
    text = (_PAGE / "page.html").read_text(encoding="utf-8")
    # In one pass, so that text of a program is never taken for a placeholder.
    return _PLACE.sub(lambda found: parts[found[1]], text)


def _program(program: Program, listing: Listing) -> dict[str, object]:
    uses: dict[str, list[dict[str, object]]] = {}
    for entry in program.entries:
        use: dict[str, object] = {
            "place": spelled_line(entry.event.span),
            "code": escape.visible(listing.line_of(entry.event.span).strip()),
            "how": _how(entry),
        }
        uses.setdefault(entry.event.name, []).append(use)
    return {
        "path": escape.visible(shown_path(program.path)),
        "variables": [
            {
                "name": escape.visible(entry.event.name.removesuffix(":0")),
                "parts": [
                    escape.visible(part) for part in split_name(entry.event.name.removesuffix(":0"))
                ],
                "shape": spelled_shape(entry.event.shape),
                "dtype": entry.event.dtype,
                "parameters": entry.parameters,
                "bytes": entry.size,
                "trainable": entry.event.trainable,
                "certainty": entry.event.certainty.value,
                "shared": any(use["how"] != "created" for use in uses[entry.event.name]),
                "uses": uses[entry.event.name],
            }
            for entry in program.variables()
        ],
    }


def _how(entry: Entry) -> str:
    if entry.event.reused:
        return "shared"
    return "created, then shared" if entry.shared_later else "created"
