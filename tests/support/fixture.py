"""Programs with their expectations written in comments, and what a feature makes of them.

``$0`` is the cursor; ``#=> TEXT`` at the end of a line is the hint that the line shows (several
hints are separated by `` | ``).  Markers are taken out before the program is used, and
it is analysed as for an editor.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from textwrap import dedent
from typing import Any

from lsprotocol import types

from scope_lsp.analysis.analyze import Snapshot, analyze
from scope_lsp.analysis.result import (
    Analysis,
)
from scope_lsp.features.positions import PositionConverter
from scope_lsp.features.uris import uri_of
from scope_lsp.features.view import Indexed, View
from scope_lsp.interpreter.budget import Budget
from scope_lsp.server.documents import content, split_lines
from scope_lsp.settings import Settings

PATH = "/project/model.py"
WHOLE = types.Range(types.Position(0, 0), types.Position(10_000, 0))
_EXPECTED = re.compile(r"[ \t]*#=>[ ]?(.*)$", re.MULTILINE)


@dataclass(frozen=True)
class Fixture:
    """A program without its markers, and the markers."""

    text: str
    cursors: tuple[types.Position, ...]
    """In utf-32 units."""
    hints: dict[int, list[str]]
    """By line (1-based)."""

    @property
    def cursor(self) -> types.Position:
        (found,) = self.cursors
        return found


def parse(source: str) -> Fixture:
    """Take the markers out of a source, which may be indented as a whole."""
    source = dedent(source).lstrip("\n")
    hints = {}
    for number, line in enumerate(source.split("\n"), 1):
        match = _EXPECTED.search(line)
        if match:
            hints[number] = match[1].split(" | ")
    text = _EXPECTED.sub("", source)
    cursors = []
    while "$0" in text:
        before, _, after = text.partition("$0")
        line = before.count("\n")
        cursors.append(types.Position(line, len(before) - before.rfind("\n") - 1))
        text = before + after
    return Fixture(text, tuple(cursors), hints)


def view(
    text: str,
    analysis: Analysis,
    encoding: str = "utf-32",
    others: dict[str, str] | None = None,
    **settings: Any,
) -> View:
    """A view of a text that has not changed since it was analysed."""
    texts = {analysis.path: text, **(others or {})}

    def line_of(path: str, number: int) -> str | None:
        lines = split_lines(texts[path]) if path in texts else []
        return content(lines[number - 1]) if 1 <= number <= len(lines) else None

    converter = PositionConverter(encoding, line_of, uri_of)
    return View(analysis.path, Indexed(analysis), converter, Settings(**settings))


def hint_texts(hints: Iterable[types.InlayHint]) -> dict[int, list[str]]:
    """The texts of hints by line (1-based)."""
    found: dict[int, list[str]] = {}
    for hint in hints:
        found.setdefault(hint.position.line + 1, []).append(hint_text(hint))
    return found


def hint_text(hint: types.InlayHint) -> str:
    """What a hint says."""
    label = hint.label
    return label if isinstance(label, str) else "".join(part.value for part in label)


def analysed(text: str, path: str = PATH, **options: Any) -> View:
    """A view of a text as the real analysis sees it."""
    return view(text, analyze(Snapshot(path, text), Budget()), **options)
