"""Code actions: quick fixes of findings, pin an automatic name, show a full name for copying.

Nothing changes what a program does unless it says so: pinning writes the name that is given now.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterable, Iterator

from lsprotocol import types

from scope_lsp.analysis.result import Span
from scope_lsp.features.diagnostics import SOURCE
from scope_lsp.features.view import CallSite, View
from scope_lsp.rules.rule import Finding, Fix
from scope_lsp.syntax.probe import sound_tree

SHOW_NAME = "scopeLsp.showName"
"""The server's command: say a full name in a message, from which it can be copied."""
COPY_NAME = "scopeLsp.copyName"
"""The same, carried out by a client that can reach the clipboard."""
_MOST_NAMES = 3
"""Of more names than this at one place only the first ones are offered."""
REWRITE = types.CodeActionKind.RefactorRewrite
QUICK = types.CodeActionKind.QuickFix


def code_action(
    view: View,
    findings: Iterable[Finding],
    wanted: types.Range,
    diagnostics: Collection[types.Diagnostic] = (),
    only: Collection[str] = (),
    copies: bool = False,
) -> list[types.CodeAction]:
    """The actions for a range; ``copies`` says whether the client knows ``COPY_NAME``."""
    actions = [*_fixes(view, findings, wanted, diagnostics), *_of_calls(view, wanted, copies)]
    return [action for action in actions if _is_wanted(action.kind or "", only)]


def _is_wanted(kind: str, only: Collection[str]) -> bool:
    return not only or any(kind == one or kind.startswith(f"{one}.") for one in only)


def _fixes(
    view: View,
    findings: Iterable[Finding],
    wanted: types.Range,
    diagnostics: Collection[types.Diagnostic],
) -> Iterator[types.CodeAction]:
    for finding in findings:
        where = view.range(finding.span) if finding.span.path == view.path else None
        if where is None or not _touch(where, wanted):
            continue
        about = [
            one
            for one in diagnostics
            if one.source == SOURCE and one.code == finding.code and one.range == where
        ]
        for fix in finding.fixes:
            edit = _edit(view, fix)
            if edit is not None:
                yield types.CodeAction(fix.title, QUICK, diagnostics=about or None, edit=edit)


def _edit(view: View, fix: Fix) -> types.WorkspaceEdit | None:
    changes: dict[str, list[types.TextEdit]] = {}
    for one in fix.edits:
        location = view.location(one.span)
        if location is None:
            return None
        changes.setdefault(location.uri, []).append(types.TextEdit(location.range, one.text))
    return types.WorkspaceEdit(changes)


def _of_calls(view: View, wanted: types.Range, copies: bool) -> Iterator[types.CodeAction]:
    for site in view.index.calls:
        span = view.now(site.span)
        if span is None or not _touch(view.convert.range(span), wanted):
            continue
        yield from _pin(view, site, span)
        names = dict.fromkeys(event.name for event in site.events if not event.slot)
        for name in list(names)[:_MOST_NAMES]:
            title = f"{'Copy' if copies else 'Show'} the name {name}"
            command = types.Command(title, COPY_NAME if copies else SHOW_NAME, arguments=[name])
            yield types.CodeAction(title, REWRITE, command=command)


def _pin(view: View, site: CallSite, span: Span) -> Iterator[types.CodeAction]:
    """Write the automatic name of a layer into its call, where it has only one."""
    found: dict[tuple[str, str], None] = {}
    for event in site.events:
        own = [part.text for part in event.parts if part.span == site.span]
        if event.unnamed is None or not own or "{" in event.name:
            return
        found[own[0], event.unnamed] = None
    place = _before_parenthesis(_text(view, span))
    if len(found) != 1 or place is None:
        return
    (name, parameter) = next(iter(found))
    line, column, comma = place
    column += span.column if line == 0 else 1
    here = view.convert.position(span.path, span.line + line, column)
    text = f"{comma}{parameter}={_quoted(view, span, name)}"
    edit = types.TextEdit(types.Range(here, here), text)
    changes = {view.convert.uri_of(span.path): [edit]}
    title = f"Pin the name: {text.lstrip(', ')}"
    yield types.CodeAction(title, REWRITE, edit=types.WorkspaceEdit(changes))


def _text(view: View, span: Span) -> list[str]:
    """The lines of a span, the first and the last one cut."""
    lines = [view.convert.line(span.path, n) or "" for n in range(span.line, span.end_line + 1)]
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    return lines


def _before_parenthesis(lines: list[str]) -> tuple[int, int, str] | None:
    """Where an argument can be added to a call: line and column (0-based) in its text.

    And what must stand in front of it.
    """
    tree = sound_tree("(" + "\n".join(lines) + ")")
    statement = tree.body[0] if tree is not None else None
    call = statement.value if isinstance(statement, ast.Expr) else None
    if not isinstance(call, ast.Call) or not lines[-1].endswith(")"):
        return None
    last: ast.expr = call.func
    for argument in (*call.args, *(keyword.value for keyword in call.keywords)):
        if (argument.end_lineno, argument.end_col_offset) > (last.end_lineno, last.end_col_offset):
            last = argument
    if last is call.func:
        return len(lines) - 1, len(lines[-1]) - 1, ""
    line, offset = (last.end_lineno or 1) - 1, last.end_col_offset or 0
    text = ("(" + lines[0] if line == 0 else lines[line]).encode()[:offset].decode()
    return line, len(text) - (1 if line == 0 else 0), ", "


def _quoted(view: View, span: Span, name: str) -> str:
    """The name as a string, in the quotes that the lines around use."""
    around = "".join(_text(view, span))
    return f'"{name}"' if around.count('"') > around.count("'") else f"'{name}'"


def _touch(one: types.Range, other: types.Range) -> bool:
    return _key(one.start) <= _key(other.end) and _key(other.start) <= _key(one.end)


def _key(position: types.Position) -> tuple[int, int]:
    return position.line, position.character
