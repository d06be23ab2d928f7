"""Code actions: quick fixes of findings, pin automatic names, show a full name for copying.

No action changes what a program does unless its title says so: pinning writes the current name.
Which fixes are accepted was found out before (``fixes``).  Here they become the protocol's actions.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from lsprotocol import types

from scope_lsp.analysis.result import Span
from scope_lsp.features.diagnostics import SOURCE, shown_at
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
    is_open: frozenset[str] = frozenset(),
    is_own: Callable[[str], bool] = lambda path: False,
) -> list[types.CodeAction]:
    """The actions for a range; ``copies`` says whether the client knows ``COPY_NAME``.

    ``fixes`` are the accepted fixes of each finding; for other findings, the rule's own are used.
    ``pinned`` are the pins that change no name.  ``is_open`` are the paths of all open documents,
    and ``is_own`` says of a closed file whether it is the user's.
    """
    found = touched(view, findings, wanted, is_open)
    actions = [
        *_fixes(view, found, diagnostics, fixes or {}, is_open, is_own),
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


def touched(
    view: View, findings: Iterable[Finding], wanted: types.Range, is_open: frozenset[str]
) -> list[Finding]:
    """The findings that a range of the view's document touches, where diagnostics show them."""
    return [
        finding
        for finding in findings
        if (where := _where(view, finding, is_open)) is not None and _touch(where, wanted)
    ]


def _where(view: View, finding: Finding, is_open: frozenset[str]) -> types.Range | None:
    place = shown_at(view.path, finding, is_open)
    return view.range(place) if place is not None else None


def _fixes(
    view: View,
    findings: Iterable[Finding],
    diagnostics: Collection[types.Diagnostic],
    fixes: Mapping[Finding, Sequence[Fix]],
    is_open: frozenset[str],
    is_own: Callable[[str], bool],
) -> Iterator[types.CodeAction]:
    for finding in findings:
        where = _where(view, finding, is_open)
        is_elsewhere = finding.span.path != view.path
        about = [
            one
            for one in diagnostics
            if one.source == SOURCE and one.code == finding.code and one.range == where
        ]
        preferred = False
        for fix in fixes.get(finding, finding.fixes):
            if is_elsewhere and (
                fix in finding.fixes  # it ignores a line that is not to be seen here
                or not all(is_own(one.span.path) for one in fix.edits)
            ):
                continue
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
