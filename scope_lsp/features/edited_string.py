"""The string of one line in which the user is typing, and what it made of it before and after.

This looks at one line of text, not at a tree, because it is asked at each key.  Strings that are
spelled in any but the plain way (backslashes, triple quotes, several lines) are left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from scope_lsp.features.edits_since import Point, TextChange

_STRING = re.compile(r"""(?P<quote>['"])(?P<body>[^'"\\]*)(?P=quote)(?!['"])|(?P<comment>\#)""")
_PLACEHOLDER = re.compile(r"%(?:\(\w*\))?[-+ #0]*\d*(?:\.\d+)?[a-zA-Z]|\{[^{}]*\}")
"""What ``%``, ``format`` or an f-string replaces."""
_UNLIKELY = ("'''", '"""', "\\", "{{", "}}", "%%")
"""Where they stand in a line, its strings are not what they look like here."""


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

    @cached_property
    def renewed(self) -> Callable[[str], str | None]:
        """From text that the old string made to that of the new one; None if it did not make it."""
        pieces = [re.escape(piece) for piece in _PLACEHOLDER.split(self.old)]
        made = "(.+?)".join(pieces)
        left = "(.*)" if self.is_joined_left else "()"
        right = "(.*)" if self.is_joined_right else "()"
        pattern = re.compile(f"{left}{made}{right}", re.DOTALL)
        between = _PLACEHOLDER.split(self.new)

        def renew(text: str) -> str | None:
            match = pattern.fullmatch(text)
            if match is None:
                return None
            first, *values, last = match.groups()
            middle = between[0] + "".join(
                value + piece for value, piece in zip(values, between[1:], strict=True)
            )
            return first + middle + last

        return renew

    @property
    def place(self) -> tuple[Point, Point]:
        """Where it begins and ends."""
        return (self.line, self.start), (self.line, self.end)


def spells(line: str, text: str) -> bool:
    """Whether a line has a string that is exactly this text."""
    return any(found["body"] == text for found in _STRING.finditer(line) if found["quote"])


def _string_at(line: str, start: Point, end: Point) -> re.Match[str] | None:
    """The string of a line that holds a range inside its quotes."""
    if any(unlikely in line for unlikely in _UNLIKELY):
        return None
    for found in _STRING.finditer(line):
        if found["comment"]:
            return None
        if found.start("body") < start[1] and end[1] <= found.end("body") + 1:
            return found
    return None
