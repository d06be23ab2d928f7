"""Pins: automatic names written into the calls that get them: one, those of a scope, or all.

A pin must not change a name.  The caller checks this, because a later automatic name may get
another number when an earlier one is given explicitly (as with Keras layers).
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import replace

from lsprotocol import types

from scope_lsp.analysis.result import Span
from scope_lsp.features.view import CallSite, View
from scope_lsp.fixes.texts import File
from scope_lsp.rules.rule import Edit, Fix


def pins(view: View, wanted: types.Range) -> list[Fix]:
    """What can be pinned at a range."""
    touched = [site for site in view.index.calls if _touches(view, site.span, wanted)]
    own = [pin for site in touched if (pin := _pin(view, site)) is not None]
    found = [Fix(f"Pin the name: {text}", (edit,)) for edit, text in own]
    for scope in view.index.scopes:
        prefixes = {event.variable_prefix for event in scope.events if event.variable_prefix}
        if prefixes and _touches(view, scope.span, wanted):
            inside = [site for site in view.index.calls if _is_in(site, prefixes)]
            found += _all(view, inside, "of this scope")
    if own:
        found += _all(view, view.index.calls, "of this file")
    return found


def _all(view: View, sites: Iterable[CallSite], where: str) -> Iterator[Fix]:
    edits = [pin[0] for site in sites if (pin := _pin(view, site)) is not None]
    if len(edits) > 1:
        yield Fix(f"Pin all {len(edits)} automatic names {where}", tuple(edits))


def _is_in(site: CallSite, prefixes: set[str]) -> bool:
    return all(any(event.name.startswith(f"{one}/") for one in prefixes) for event in site.events)


def _touches(view: View, span: Span, wanted: types.Range) -> bool:
    where = view.range(span)
    return where is not None and (
        (where.start.line, where.start.character) <= (wanted.end.line, wanted.end.character)
        and (wanted.start.line, wanted.start.character) <= (where.end.line, where.end.character)
    )


def _pin(view: View, site: CallSite) -> tuple[Edit, str] | None:
    """The edit that writes the automatic name of a layer into its call, if it has only one."""
    span = view.now(site.span)
    found: dict[tuple[str, str], None] = {}
    for event in site.events:
        own = [part.text for part in event.parts if part.span == site.span]
        if event.unnamed is None or not own or "{" in event.name:
            return None
        found[own[0], event.unnamed] = None
    if len(found) != 1 or span is None:
        return None
    ((name, parameter),) = found
    lines = [view.convert.line(span.path, n) or "" for n in range(span.line, span.end_line + 1)]
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    text = "\n".join(lines)
    file = File(span.path, text)
    statement = file.tree.body[0] if len(file.tree.body) == 1 else None
    if not isinstance(statement, ast.Expr) or not isinstance(statement.value, ast.Call):
        return None
    quote = '"' if text.count('"') > text.count("'") else "'"
    argument = f"{parameter}={quote}{name}{quote}"
    edit = file.added(statement.value, argument)
    if edit is None:
        return None
    line, column = edit.span.line, edit.span.column
    column += span.column - 1 if line == 1 else 0
    line += span.line - 1
    place = replace(edit.span, line=line, column=column, end_line=line, end_column=column)
    return Edit(place, edit.text), argument
