"""Ignore comments: ``# scope: ignore``, ``# scope: ignore[code, ...]``, ``ignore-file``.

This is not a rule.  To find out whether a line is silenced, only that line is searched, so that
half a statement elsewhere changes nothing.  The list of all comments, for the rules about comments,
skips strings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scope_lsp.analysis.result import Span
from scope_lsp.rules.rule import Edit, Finding, Fix

ABOUT_COMMENTS = frozenset(("unused-ignore", "invalid-ignore"))
"""Rules about these comments: one without codes does not silence a finding about itself."""

_CODES = r"(?:\s*\[(?P<codes>[^\]]*)\])?"
_COMMENT = re.compile(rf"#\s*scope:\s*ignore(?P<file>-file)?(?![\w-]){_CODES}")
_ALIKE = re.compile(rf"#\s*scope\s*(?P<colon>:?)\s*(?P<word>[\w-]+){_CODES}\s*(?:#|$)")
_ANY = re.compile(r"#[ \t]*scope\b")
_PIECE = re.compile(
    r"""(?P<comment>\#)
    | \"{3} (?:[^\\]|\\.)*? \"{3} | '{3} (?:[^\\]|\\.)*? '{3} | (?P<open>\"{3} | '{3})
    | \" (?:[^"\\\n]|\\.)* \" | ' (?:[^'\\\n]|\\.)* ' | (?P<unfinished>["'])""",
    re.VERBOSE | re.DOTALL,
)
"""The relevant pieces of a text.  Not ``tokenize``: what it makes of half a statement depends on
the version of Python, and it is slow on long lines."""


@dataclass(frozen=True, slots=True)
class Comment:
    """One ignore comment, or one that seems to be meant as such."""

    line: int
    column: int
    """Where it starts, from 0."""
    end: int
    """The position after its last character, from 0."""
    word: str
    """``ignore``, ``ignore-file``, or what was written instead."""
    codes: tuple[str, ...] | None
    """Those in the brackets, as written; None without brackets."""
    is_alone: bool
    """Whether nothing precedes it on its line."""
    is_sound: bool
    """Whether it is valid."""


class Comments:
    """The lines of one file and the comments that silence them."""

    def __init__(self, text: str) -> None:
        self._text = text.replace("\r\n", "\n").replace("\r", "\n")
        self.lines: list[str] = self._text.split("\n")
        self._all: tuple[Comment, ...] | None = None

    def all(self) -> tuple[Comment, ...]:
        """Every comment that silences something or seems to be meant to, in order."""
        if self._all is None:
            self._all = tuple(self._found()) if _ANY.search(self._text) else ()
        return self._all

    def silencing(self, finding: Finding) -> list[int]:
        """The lines of the comments that silence a finding: of its first or last line, or all."""
        lines = [
            number
            for number in sorted({finding.span.line, finding.span.end_line})
            if number <= len(self.lines) and _silences(self.lines[number - 1], finding.code)
        ]
        if "ignore-file" in self._text:
            lines += [
                comment.line
                for comment in self.all()
                if comment.is_sound
                and comment.word == "ignore-file"
                and comment.is_alone
                and (comment.codes is None or finding.code in comment.codes)
            ]
        return lines

    def _found(self) -> Iterator[Comment]:
        for number, column in self._comments():
            line = self.lines[number - 1]
            found = _COMMENT.search(line, column)
            alike = _ALIKE.search(line, column)
            sound = found is not None and (alike is None or found.start() <= alike.start())
            found = found if sound else alike
            if found is None:
                continue
            groups = found.groupdict()
            word = groups.get("word") or f"ignore{groups.get('file') or ''}"
            end = found.end()
            if groups["codes"] is not None:
                end = line.index("]", found.end("codes")) + 1
            elif not sound:
                end = found.end("word")
            codes = groups["codes"]
            yield Comment(
                number,
                found.start(),
                end,
                word,
                None if codes is None else tuple(code.strip() for code in codes.split(",")),
                not line[: found.start()].strip(),
                sound,
            )

    def _comments(self) -> Iterator[tuple[int, int]]:
        """Line (from 1) and column (from 0) of each comment."""
        place, line, start = 0, 1, 0
        while (found := _PIECE.search(self._text, place)) is not None:
            begin, place = found.span()
            line += self._text.count("\n", start, begin)
            start = begin
            head = self._text.rfind("\n", 0, begin) + 1
            if found["comment"] is not None:
                yield line, begin - head
                place = self._text.find("\n", begin)
                if place < 0:
                    return


def silence(finding: Finding, lines: Sequence[str]) -> Fix | None:
    """Return the change that adds an ignore comment to the finding's last line.

    None if the line cannot hold one, because it ends with a backslash or inside a string.
    """
    number = finding.span.end_line
    if number > len(lines) or not _may_end_in_comment(lines[number - 1]):
        return None
    line = lines[number - 1].rstrip()
    comment = _comment(line)
    found = _COMMENT.search(line, comment) if comment is not None else None
    if found and found["codes"] is not None and not found["file"]:
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
    if found is None or found["file"]:
        return False
    codes = found["codes"]
    if codes is None:
        return code not in ABOUT_COMMENTS
    return code in [word.strip() for word in codes.split(",")]


def _comment(line: str) -> int | None:
    """The start of a line's comment; a ``#`` inside a string does not start one."""
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
