"""Code actions: quick fixes of findings, pin automatic names, show a full name for copying.

No action changes what a program does unless its title says so: pinning writes the current name.
Which fixes are accepted was found out before (``fixes``).  Here they become the protocol's actions.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from lsprotocol import types

from scope_lsp.analysis.result import Span
from scope_lsp.features.diagnostics import SOURCE
from scope_lsp.features.view import View
from scope_lsp.fixes.judgement import lines_of
from scope_lsp.rules.rule import Edit, Finding, Fix

SHOW_NAME = "scopeLsp.showName"
"""The server's command: show a full name in a message, from which it can be copied."""
COPY_NAME = "scopeLsp.copyName"
"""The same, carried out by a client that has access to the clipboard."""
_MOST_NAMES = 3
"""Only so many names at one place are offered."""
REWRITE = types.CodeActionKind.RefactorRewrite
QUICK = types.CodeActionKind.QuickFix
FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.scopeLsp"


def code_action(
    view: View,
    findings: Iterable[Finding],
    wanted: types.Range,
    diagnostics: Collection[types.Diagnostic] = (),
    only: Collection[str] = (),
    copies: bool = False,
    fixes: Mapping[Finding, Sequence[Fix]] | None = None,
    pinned: Iterable[Fix] = (),
) -> list[types.CodeAction]:
    """The actions for a range; ``copies`` says whether the client knows ``COPY_NAME``.

    ``fixes`` are the accepted fixes of each finding; for other findings, the rule's own are used.
    ``pinned`` are the pins that change no name.
    """
    found = touched(view, findings, wanted)
    actions = [
        *_fixes(view, found, diagnostics, fixes or {}),
        *(
            types.CodeAction(pin.title, REWRITE, edit=edit)
            for pin in pinned
            if (edit := _edit(view, pin.edits)) is not None
        ),
        *_of_calls(view, wanted, copies),
    ]
    return [action for action in actions if is_wanted(action.kind or "", only)]


def is_wanted(kind: str, only: Collection[str]) -> bool:
    """Whether a client that asks for certain kinds asks for this one."""
    return not only or any(kind == one or kind.startswith(f"{one}.") for one in only)


def touched(view: View, findings: Iterable[Finding], wanted: types.Range) -> list[Finding]:
    """The findings of the view's document that a range touches."""
    return [
        finding
        for finding in findings
        if finding.span.path == view.path
        and (where := view.range(finding.span)) is not None
        and _touch(where, wanted)
    ]


def _fixes(
    view: View,
    findings: Iterable[Finding],
    diagnostics: Collection[types.Diagnostic],
    fixes: Mapping[Finding, Sequence[Fix]],
) -> Iterator[types.CodeAction]:
    for finding in findings:
        where = view.range(finding.span)
        about = [
            one
            for one in diagnostics
            if one.source == SOURCE and one.code == finding.code and one.range == where
        ]
        preferred = False
        for fix in fixes.get(finding, finding.fixes):
            edit = _edit(view, fix.edits)
            if edit is not None:
                best = fix.preferred and not preferred
                preferred |= best
                yield types.CodeAction(
                    fix.title,
                    QUICK,
                    diagnostics=about or None,
                    edit=edit,
                    is_preferred=True if best else None,
                )


def fix_all(view: View, before: str, after: str, count: int) -> types.CodeAction | None:
    """The action that applies all safe fixes of a document, whose text would then be ``after``."""
    old, new = lines_of(before), lines_of(after)
    edits = [
        Edit(Span(view.path, start + 1, 1, end + 1, 1), "".join(new[first:last]))
        for tag, start, end, first, last in difflib.SequenceMatcher(
            None, old, new, autojunk=False
        ).get_opcodes()
        if tag != "equal"
    ]
    edit = _edit(view, edits)
    title = f"Apply {count} safe fix{'' if count == 1 else 'es'} of scope-lsp"
    return types.CodeAction(title, FIX_ALL, edit=edit) if edit is not None else None


def _edit(view: View, edits: Iterable[Edit]) -> types.WorkspaceEdit | None:
    changes: dict[str, list[types.TextEdit]] = {}
    for one in edits:
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
        names = dict.fromkeys(event.name for event in site.events if not event.slot)
        for name in list(names)[:_MOST_NAMES]:
            title = f"{'Copy' if copies else 'Show'} the name {name}"
            command = types.Command(title, COPY_NAME if copies else SHOW_NAME, arguments=[name])
            yield types.CodeAction(title, REWRITE, command=command)


def _touch(one: types.Range, other: types.Range) -> bool:
    return _key(one.start) <= _key(other.end) and _key(other.start) <= _key(one.end)


def _key(position: types.Position) -> tuple[int, int]:
    return position.line, position.character
