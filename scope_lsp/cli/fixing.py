"""``check --fix`` and ``--diff``: safe fixes made, each held against an analysis of the new text.

A fix stays only when what it is to mend is gone and nothing else came.  Notebooks are left alone:
their cells are for their editor to change.  What the fixes are, rules say.
"""

from __future__ import annotations

import difflib
import os
import re
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from scope_lsp import escape
from scope_lsp.cli.analysing import outcome_of
from scope_lsp.cli.console import complain, shown_path
from scope_lsp.cli.programs import Outcome, Task
from scope_lsp.resolve.files import encoding_of, read_source
from scope_lsp.rules.rule import Edit, Finding

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_ROUNDS = 10
"""How often the text is looked at again: one fix may make room for another."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A file with its text before and after, and what was mended."""

    path: str
    before: str
    after: str
    count: int
    outcome: Outcome


def fix(
    outcomes: Sequence[Outcome],
    tasks: Mapping[str, Task],
    findings: Sequence[Finding],
) -> list[Fixed]:
    """The files that safe fixes of ``findings`` change; nothing is written."""
    fixed = []
    for outcome in outcomes:
        own = [one for one in findings if one.span.path == outcome.path]
        if outcome.failure or not any(map(_safe_edits, own)):
            continue
        found = _fixed(outcome, tasks[outcome.path], own)
        if found is not None:
            fixed.append(found)
    return fixed


def _fixed(outcome: Outcome, task: Task, findings: Sequence[Finding]) -> Fixed | None:
    before = task.text if task.text is not None else read_source(task.path)
    if before is None:
        return None
    text, count, current = before, 0, outcome
    for _ in range(_ROUNDS):
        chosen = _apart([found for found in findings if _safe_edits(found)])
        step = _tried(task, text, current, chosen)
        if step is None:  # one of them does no good: find the others
            for one in chosen:
                step = _tried(task, text, current, [one])
                if step is not None:
                    chosen = [one]
                    break
        if step is None:
            break
        text, current = step
        count += len(chosen)
        findings = [one for one in current.findings if one.span.path == task.path]
    return Fixed(task.path, before, text, count, current) if count else None


def _tried(
    task: Task, text: str, outcome: Outcome, findings: Sequence[Finding]
) -> tuple[str, Outcome] | None:
    """The text with some findings mended; None unless they are gone and no other one came."""
    if not findings:
        return None
    after = applied(text, [edit for finding in findings for edit in _safe_edits(finding)])
    found = outcome_of(replace(task, text=after))
    wanted = _counted(outcome.findings) - _counted(findings)
    if found.failure or _counted(found.findings) - wanted:
        return None
    return after, found


def _counted(findings: Sequence[Finding]) -> Counter[tuple[str, str, str]]:
    return Counter((one.span.path, one.code, one.message) for one in findings)


def _safe_edits(finding: Finding) -> tuple[Edit, ...]:
    """The edits of the first safe fix that stays in the finding's own file, outside of cells."""
    for one in finding.fixes:
        spans = [edit.span for edit in one.edits]
        if one.is_safe and all(span.path == finding.span.path and not span.cell for span in spans):
            return one.edits
    return ()


def _apart(findings: Sequence[Finding]) -> list[Finding]:
    """Those whose edits do not touch each other's, the first ones of the text."""
    chosen: list[Finding] = []
    end = (0, 0)
    for finding in sorted(findings, key=lambda one: _places(one)[0]):
        first, last = _places(finding)
        if first >= end:
            chosen.append(finding)
            end = last
    return chosen


def _places(finding: Finding) -> tuple[tuple[int, int], tuple[int, int]]:
    spans = [edit.span for edit in _safe_edits(finding)]
    return (
        min((span.line, span.column) for span in spans),
        max((span.end_line, span.end_column) for span in spans),
    )


def applied(text: str, edits: Sequence[Edit]) -> str:
    """The text with edits made, which do not overlap; line endings stay as they are."""
    starts = [0]
    for line in _kept(text):
        starts.append(starts[-1] + len(line))
    for edit in sorted(edits, key=lambda one: (one.span.line, one.span.column), reverse=True):
        span = edit.span
        begin = starts[span.line - 1] + span.column - 1
        end = starts[span.end_line - 1] + span.end_column - 1
        text = text[:begin] + edit.text + text[end:]
    return text


def _kept(text: str) -> list[str]:
    """The lines of a text with their endings, split as the analysis splits them."""
    return _LINE.findall(text)


def write(fixed: Fixed) -> None:
    """Put the new text in the file's place, in its encoding; raises ``OSError``."""
    path = os.path.realpath(fixed.path)
    with open(path, "rb") as file:
        data = file.read()
    encoding = encoding_of(data)
    if data.decode(encoding, "replace") != fixed.before:
        complain(f"{shown_path(fixed.path)}: changed meanwhile, or not to be encoded; left alone")
        return
    body = fixed.after.encode(encoding)
    handle, temporary = tempfile.mkstemp(dir=os.path.dirname(path), prefix=".scope-lsp-")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(body)
        os.chmod(temporary, os.stat(path).st_mode & 0o7777)
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise


def diff(fixed: Fixed) -> str:
    """What changes, as ``diff -u`` writes it."""
    name = escape.visible(shown_path(fixed.path))
    lines = difflib.unified_diff(
        _kept(fixed.before), _kept(fixed.after), fromfile=name, tofile=name
    )
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )
