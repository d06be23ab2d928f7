"""Applies all safe fixes of one file, each checked by an analysis of the new text.

It is used by ``check --fix`` and by the editor's ``source.fixAll``.  A fix is only kept if its
finding is gone and no new one appeared.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass

from scope_lsp.fixes.judgement import Judged, applied, removes
from scope_lsp.fixes.registry import with_safe
from scope_lsp.rules.rule import Edit, Finding

_ROUNDS = 10
"""How often the text is checked again, because one fix may make another possible."""


@dataclass(frozen=True, slots=True)
class FixedText:
    """The text of a file with all safe fixes applied."""

    text: str
    count: int
    judged: Judged
    """The program with this text."""


Fixing = Generator[str, Judged | None, FixedText]
"""Yields texts of the file, and is sent the program with each, or None if the analysis failed."""


def fix_safely(path: str, text: str, judged: Judged, findings: Sequence[Finding]) -> Fixing:
    """Apply the safe fixes of those ``findings`` that are in a file."""
    count = 0
    own = [one for one in findings if one.span.path == path]
    for _ in range(_ROUNDS):
        fixable = [one for one in own if safe_edits(one)]
        if not fixable:
            break
        for some in (_apart(fixable), *([one] for one in fixable)):
            edits = [edit for one in some for edit in safe_edits(one)]
            new = applied(text, edits)
            after = yield new
            if after is not None and removes(edits, some, judged, after):
                # The first set that is accepted; the others get their turn in the next round.
                text, judged, count = new, after, count + len(some)
                break
        else:
            break
        found = with_safe(judged.analysis, judged.findings, {path: text}.get)
        own = [one for one in found if one.span.path == path]
    return FixedText(text, count, judged)


def safe_edits(finding: Finding) -> tuple[Edit, ...]:
    """The edits of the first safe fix that stays in the finding's own file, outside cells."""
    for one in finding.fixes:
        spans = [edit.span for edit in one.edits]
        if one.is_safe and all(span.path == finding.span.path and not span.cell for span in spans):
            return one.edits
    return ()


def _apart(findings: Sequence[Finding]) -> list[Finding]:
    """Those whose edits do not overlap with others, the first ones in the text."""
    chosen: list[Finding] = []
    end = (0, 0)
    for finding in sorted(findings, key=lambda one: _places(one)[0]):
        first, last = _places(finding)
        if first >= end:
            chosen.append(finding)
            end = last
    return chosen


def _places(finding: Finding) -> tuple[tuple[int, int], tuple[int, int]]:
    spans = [edit.span for edit in safe_edits(finding)]
    return (
        min((span.line, span.column) for span in spans),
        max((span.end_line, span.end_column) for span in spans),
    )
