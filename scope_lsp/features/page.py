"""The text of a hover: paragraphs, lists, code and links, in Markdown or as plain text.

It uses no tables, because several editors show Markdown as it is.  No punctuation touches code,
around which VS Code leaves some room.  The hovers decide what it says.
"""

from __future__ import annotations

import os.path
from collections.abc import Iterable

from scope_lsp import escape
from scope_lsp.analysis.result import Span
from scope_lsp.features.view import View

_LONGEST_LINE = 72
"""The maximum length of a line of code in a hover, in characters."""


class Page:
    """Text in Markdown or without any markup."""

    def __init__(self, view: View, markdown: bool) -> None:
        self.view = view
        self.markdown = markdown
        self.lines: list[str] = []

    def text(self) -> str:
        """The whole page."""
        return "\n".join(self.lines).strip("\n") + "\n"

    def paragraph(self, text: str) -> None:
        """A paragraph of its own."""
        self.lines += ["", text]

    def line(self, text: str) -> None:
        """A line that belongs to the line before it."""
        if self.markdown:
            self.lines[-1] += "  "  # a line break in Markdown
        self.lines.append(text)

    def items(self, items: Iterable[str], title: str) -> None:
        """A list with a line above it; nothing if the list is empty."""
        found = [f"- {item}" for item in items]
        if found:
            self.lines += ["", title, *([""] if self.markdown else []), *found]

    def code(self, text: str) -> str:
        """Text as code."""
        return escape.markdown_code(text) if self.markdown else escape.visible(text)

    def strong(self, text: str) -> str:
        """A name as the heading of what follows."""
        return f"**{self.code(text)}**" if self.markdown else self.code(text)

    def plain(self, text: str) -> str:
        """Words, escaped so that Markdown does not interpret them."""
        return escape.markdown(text) if self.markdown else escape.visible(text)

    def source(self, span: Span) -> str:
        """The line of code on which a span begins now."""
        moved = self.view.now(span)
        line = moved and self.view.convert.written(moved.path, moved.line)
        line = (line or "").strip()
        return line if len(line) <= _LONGEST_LINE else line[: _LONGEST_LINE - 1] + "…"

    def link(self, span: Span) -> str:
        """A link to the current line of a span."""
        moved = self.view.now(span) or span
        return self._linked(*self.view.convert.place(moved.path, moved.line))

    def file(self, path: str) -> str:
        """A link to a file."""
        return self._linked(os.path.basename(path), self.view.convert.uri_of(path))

    def _linked(self, text: str, uri: str) -> str:
        if not self.markdown:
            return escape.visible(text)
        return f"[{escape.markdown_label(text)}](<{uri}>)"
