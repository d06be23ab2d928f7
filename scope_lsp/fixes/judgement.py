"""Whether an edited program is better than before: the test that a fix must pass to be offered.

The caller runs the analyses.  These are generators that ask for the analysis of a program with
other texts and are sent the result, so that the command line can run it and the editor can await
it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass

from scope_lsp.analysis.result import Analysis, Span
from scope_lsp.fixes.texts import TextOf
from scope_lsp.rules.rule import Edit, Finding, Fix, Severity

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")


@dataclass(frozen=True, slots=True)
class Judged:
    """An analysed program: what its editor or its command line would show."""

    analysis: Analysis
    findings: Sequence[Finding]


Texts = Mapping[str, str]
"""Edited texts by their paths."""
Trial = Generator[Texts, Judged | None, list[Fix]]
"""Yields edited texts, and is sent the results, or None if the analysis failed."""


def holding(
    candidates: Sequence[Fix],
    finding: Finding,
    before: Judged,
    text_of: TextOf,
    held: list[Fix] | None = None,
) -> Trial:
    """The fixes that remove a finding and break nothing, in their order.

    They are added to ``held`` as they are found.  Those after which TensorFlow stops further
    on are only given if there are no others.
    """
    held = [] if held is None else held
    steps: list[Fix] = []
    seen: set[tuple[tuple[str, str], ...]] = set()
    for fix in candidates:
        texts = edited(fix.edits, text_of)
        if texts is None:
            continue
        key = tuple(sorted(texts.items()))
        if key in seen:
            continue
        seen.add(key)
        after = yield texts
        if after is not None and removes(fix.edits, [finding], before, after):
            (steps if _stops(finding, before, after) else held).append(fix)
    if not held:
        held += steps
    return held


def _stops(finding: Finding, before: Judged, after: Judged) -> bool:
    """Whether there is an error that was not there before, or the same one at a later call."""
    left = _counted(before.findings) - _counted([finding])
    errors = _counted(one for one in after.findings if one.severity is Severity.ERROR)
    return bool(errors - left)


def removes(
    edits: Sequence[Edit], findings: Sequence[Finding], before: Judged, after: Judged
) -> bool:
    """Whether findings are gone and no new one appeared.

    If TensorFlow stopped at the fault, what follows it was not analysed before: new findings there
    are allowed.
    """
    left = _counted(before.findings) - _counted(findings)
    stops = [one for one in findings if one.severity is Severity.ERROR]
    found = _counted(
        one for one in after.findings if not any(_is_behind(one, stop, edits) for stop in stops)
    )
    if found - left:
        return False
    kinds = Counter(one.kind for one in before.analysis.problems)
    return not Counter(one.kind for one in after.analysis.problems) - kinds


def edited(edits: Sequence[Edit], text_of: TextOf) -> dict[str, str] | None:
    """The texts with the edits applied; None if one of them is unavailable."""
    by_path: dict[str, list[Edit]] = {}
    for edit in edits:
        if edit.span.cell:
            return None
        by_path.setdefault(edit.span.path, []).append(edit)
    texts = {}
    for path, own in by_path.items():
        text = text_of(path)
        if text is None:
            return None
        texts[path] = applied(text, own)
    return texts


def applied(text: str, edits: Sequence[Edit]) -> str:
    """The text with edits applied, which must not overlap; line endings are kept."""
    starts = [0]
    for line in lines_of(text):
        starts.append(starts[-1] + len(line))
    for edit in sorted(edits, key=lambda one: (one.span.line, one.span.column), reverse=True):
        span = edit.span
        begin = starts[span.line - 1] + span.column - 1
        end = starts[span.end_line - 1] + span.end_column - 1
        text = text[:begin] + edit.text + text[end:]
    return text


def lines_of(text: str) -> list[str]:
    """The lines of a text with their endings, split as the analysis splits them."""
    return _LINE.findall(text)


def _key(finding: Finding) -> tuple[str, str, str]:
    return finding.span.path, finding.code, finding.message


def _counted(findings: Iterable[Finding]) -> Counter[tuple[str, str, str]]:
    return Counter(map(_key, findings))


def _is_behind(new: Finding, old: Finding, edits: Sequence[Edit]) -> bool:
    """Whether a place is reached only after another one, whose text was edited."""
    for mine, other in zip(old.trace, new.trace, strict=False):
        moved, end = _line(mine.span, mine.span.line, edits), _line(mine.span, None, edits)
        if mine.span.path == other.span.path and moved <= other.span.line <= end:
            continue
        return mine.span.path == other.span.path and other.span.line > end
    return False


def _line(span: Span, line: int | None, edits: Sequence[Edit]) -> int:
    """The new position of a span's first line; for None, the last position, with what is new."""
    place = (line, span.column) if line is not None else (span.end_line, 1_000_000)
    shift = sum(
        edit.text.count("\n") - (edit.span.end_line - edit.span.line)
        for edit in edits
        if edit.span.path == span.path and (edit.span.line, edit.span.column) <= place
    )
    return place[0] + shift
