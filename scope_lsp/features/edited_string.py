"""The string of one line in which the user is typing, and what it made of it before and after.

This looks at one line of text, not at a tree, because it is asked at each key.  Strings that are
spelled in any but the plain way (backslashes, triple quotes, several lines) are left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from scope_lsp.features.edits_since import Point, TextChange

_STRING = re.compile(r"""(?P<quote>['"])(?P<body>[^'"\\]*)(?P=quote)(?!['"])|(?P<comment>\#)""")
_PLACEHOLDER = re.compile(r"%(?:\(\w*\))?[-+ #0]*\d*(?:\.\d+)?[a-zA-Z]|\{[^{}]*\}")
"""What ``%``, ``format`` or an f-string replaces."""
_UNLIKELY = ("'''", '"""', "\\", "{{", "}}", "%%")
"""Where they stand in a line, its strings are not what they look like here."""
_LONGEST = 1_000
"""Longer lines are no place where somebody types a name."""


@dataclass(frozen=True)
class EditedString:
    """A string, at its place before an edit inside its quotes, and both its texts."""

    path: str
    line: int
    start: int
    """The column of its opening quote."""
    end: int
    """The column after its closing quote."""
    old: str
    new: str
    is_joined_left: bool = False
    """Whether ``+`` puts other text before it."""
    is_joined_right: bool = False

    @classmethod
    def of(cls, path: str, edit: TextChange, before: str, after: str) -> EditedString | None:
        """The string of a line that an edit changed inside its quotes; None if there is none.

        ``before`` and ``after`` are the line, without its ending.
        """
        if not edit.start[0] == edit.old_end[0] == edit.new_end[0]:
            return None
        old = _string_at(before, edit.start, edit.old_end)
        new = _string_at(after, edit.start, edit.new_end)
        if old is None or new is None or old.start() != new.start():
            return None
        found = cls(
            path,
            edit.start[0],
            old.start() + 1,
            old.end() + 1,
            old["body"],
            new["body"],
            before[: old.start()].rstrip().endswith("+"),
            before[old.end() :].lstrip().startswith("+"),
        )
        same = _PLACEHOLDER.findall(found.old) == _PLACEHOLDER.findall(found.new)
        return found if found.old and same else None

    def renewed(self, text: str) -> str | None:
        """From text that the old string made to that of the new one; None if it did not make it."""
        pieces, new = self._pieces
        end = 0
        around = []  # what stands before, between and after the pieces
        for index, piece in enumerate(pieces):
            if index == len(pieces) - 1 and not self.is_joined_right:
                start = len(text) - len(piece) if text.endswith(piece) else -1
            elif index or self.is_joined_left:
                start = text.find(piece, end + (index > 0))
            else:
                start = 0 if text.startswith(piece) else -1
            gap = start - end
            if gap < (index > 0) or (gap and not index and not self.is_joined_left):
                return None
            around.append(text[end:start])
            end = start + len(piece)
        around.append(text[end:])
        return "".join(a + b for a, b in zip(around, [*new, ""], strict=True))

    @cached_property
    def _pieces(self) -> tuple[list[str], list[str]]:
        """The texts around the placeholders, before and after."""
        return _PLACEHOLDER.split(self.old), _PLACEHOLDER.split(self.new)

    @property
    def place(self) -> tuple[Point, Point]:
        """Where it begins and ends."""
        return (self.line, self.start), (self.line, self.end)


def spells(line: str, text: str) -> bool:
    """Whether a line has a string that is exactly this text, as far as it can be seen here."""
    if len(line) > _LONGEST:
        return True
    return any(found["body"] == text for found in _STRING.finditer(line) if found["quote"])


def _string_at(line: str, start: Point, end: Point) -> re.Match[str] | None:
    """The string of a line that holds a range inside its quotes."""
    if len(line) > _LONGEST or any(unlikely in line for unlikely in _UNLIKELY):
        return None
    for found in _STRING.finditer(line):
        if found["comment"]:
            return None
        if found.start("body") < start[1] and end[1] <= found.end("body") + 1:
            return found
    return None
