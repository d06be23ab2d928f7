"""``check --fix`` and ``--diff``: applies safe fixes, each checked by analysing the new text.

``fixes`` decides which ones are made and kept.  Notebooks are left alone: their editor changes
their cells.
"""

from __future__ import annotations

import difflib
import os
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from scope_lsp import escape
from scope_lsp.cli.analysing import outcome_of
from scope_lsp.cli.console import complain, shown_path
from scope_lsp.cli.tasks import Outcome, Task
from scope_lsp.fixes.judgement import Judged, lines_of
from scope_lsp.fixes.safe import FixedText, fix_safely, safe_edits
from scope_lsp.resolve.files import encoding_of, read_source
from scope_lsp.rules.rule import Finding


@dataclass(frozen=True, slots=True)
class Fixed:
    """A file with its text before and after, and what was fixed."""

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
    safe = _safe(findings)
    for outcome in outcomes:
        own = _fixable(outcome, safe)
        if not own:
            continue
        found = _fixed(outcome, tasks[outcome.path], own)
        if found is not None:
            fixed.append(found)
    return fixed


def fixable(outcomes: Sequence[Outcome], findings: Sequence[Finding]) -> list[Finding]:
    """Those of ``findings`` with safe fixes that are tried."""
    safe = _safe(findings)
    return [one for outcome in outcomes for one in _fixable(outcome, safe)]


def _safe(findings: Sequence[Finding]) -> dict[str, list[Finding]]:
    """Those with a safe fix, by file."""
    found: dict[str, list[Finding]] = {}
    for one in findings:
        if safe_edits(one):
            found.setdefault(one.span.path, []).append(one)
    return found


def _fixable(outcome: Outcome, safe: Mapping[str, list[Finding]]) -> list[Finding]:
    """Those with a safe fix in a file that the program of this file finds itself.

    What only another program finds in it cannot be judged by an analysis of this one.
    """
    own = safe.get(outcome.path)
    if outcome.failure or not own:
        return []
    found = {(one.code, one.span, one.message) for one in outcome.findings}
    return [one for one in own if (one.code, one.span, one.message) in found]


def _fixed(outcome: Outcome, task: Task, findings: Sequence[Finding]) -> Fixed | None:
    before = task.text if task.text is not None else read_source(task.path)
    if before is None:
        return None
    work = fix_safely(task.path, before, Judged(outcome.analysis, outcome.findings), findings)
    outcomes = {before: outcome}
    sent: Judged | None = None
    try:
        while True:
            text = work.send(sent)
            last = outcomes[text] = outcome_of(replace(task, text=text))
            sent = None if last.failure else Judged(last.analysis, last.findings)
    except StopIteration as stop:
        fixed: FixedText = stop.value
    if not fixed.count:
        return None
    return Fixed(task.path, before, fixed.text, fixed.count, outcomes[fixed.text])


def write(fixed: Fixed) -> bool:
    """Replace the file by the new text, in its encoding; returns whether it was.

    Raises ``OSError``.
    """
    path = os.path.realpath(fixed.path)
    with open(path, "rb") as file:
        data = file.read()
    encoding = encoding_of(data)
    if data.decode(encoding, "replace") != fixed.before:
        complain(
            f"{shown_path(fixed.path)}: changed in the meantime, or cannot be encoded; not fixed"
        )
        return False
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
    return True


def diff(fixed: Fixed) -> str:
    """The changes in the format of ``diff -u``."""
    name = escape.visible(shown_path(fixed.path))
    lines = difflib.unified_diff(
        lines_of(fixed.before), lines_of(fixed.after), fromfile=name, tofile=name
    )
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )
