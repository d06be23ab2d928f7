"""``# scope: ignore`` and ``# scope: ignore[code, ...]``: comments that silence a line.

Not a rule.  Works on single lines, so that it needs no parse of a file that may be broken.
"""

from __future__ import annotations

import re

from scope_lsp.analysis.result import Span
from scope_lsp.rules.rule import Edit, Finding, Fix

_COMMENT = re.compile(r"#\s*scope:\s*ignore\b(?:\s*\[(?P<codes>[^\]]*)\])?")
_PIECE = re.compile(
    r"""(?P<comment>\#)
    | \"{3} (?:[^\\]|\\.)*? \"{3} | '{3} (?:[^\\]|\\.)*? '{3} | (?P<open>\"{3} | '{3})
    | \" (?:[^"\\]|\\.)* \" | ' (?:[^'\\]|\\.)* ' | (?P<unfinished>["'])""",
    re.VERBOSE | re.DOTALL,
)
"""What matters of a line.  Not ``tokenize``: what that makes of half a statement depends on the
version of Python, and it is slow on long lines."""


def is_silenced(finding: Finding, lines: list[str]) -> bool:
    """Whether the first or the last line of the finding's range carries a comment for its code."""
    return any(
        _silences(lines[number - 1], finding.code)
        for number in {finding.span.line, finding.span.end_line}
        if number <= len(lines)
    )


def silence(finding: Finding, lines: list[str]) -> Fix | None:
    """The change that adds such a comment to the finding's last line.

    None when the line cannot carry one: it goes on with a backslash or ends inside of a string.
    """
    number = finding.span.end_line
    if number > len(lines) or not _may_end_in_comment(lines[number - 1]):
        return None
    line = lines[number - 1].rstrip()
    comment = _comment(line)
    found = _COMMENT.search(line, comment) if comment is not None else None
    if found and found["codes"] is not None:
        column, end, text = found.end("codes"), found.end("codes"), f", {finding.code}"
    else:
        column, end, text = len(line), len(lines[number - 1]), f"  # scope: ignore[{finding.code}]"
    span = Span(finding.span.path, number, column + 1, number, end + 1)
    return Fix(f"Ignore {finding.code} on this line", (Edit(span, text),))


def _silences(line: str, code: str) -> bool:
    if "scope:" not in line:
        return False
    start = _comment(line)
    found = _COMMENT.search(line, start) if start is not None else None
    if found is None:
        return False
    codes = found["codes"]
    return codes is None or code in [word.strip() for word in codes.split(",")]


def _comment(line: str) -> int | None:
    """Where the comment of a line starts; a ``#`` inside of a string starts none."""
    for found in _PIECE.finditer(line):
        if found["comment"] is not None:
            return found.start()
        if found["open"] or found["unfinished"]:
            return None
    return None


def _may_end_in_comment(line: str) -> bool:
    if line.rstrip().endswith("\\"):
        return False
    if _comment(line) is not None:
        return True
    probe = line.rstrip() + "#"
    return _comment(probe) == len(probe) - 1
