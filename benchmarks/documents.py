"""What is open in the measured editor: a file or a notebook, and the place of the typed keys.

Keeps the text as an editor does, and makes the messages that tell a server of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from benchmarks.client import Message, notification

_WANTED = (
    r"\w+\(\s*[\"']\w+[\"']",  # tf.get_variable("kernel"
    r"\w+\([^\"']*[\"']\w+[\"']",
    r"\w+\(",
)
_VARIABLE = r"get_variable" + _WANTED[0][3:]


@dataclass(frozen=True)
class Place:
    """A line with a call (0-based): where a name in it ends, and a column inside of the call."""

    line: int
    name_end: int
    call: int


def place_in(lines: list[str]) -> Place:
    """The place nearest to the middle, in a call that makes a variable if there is one."""
    middle = len(lines) // 2
    nearest = sorted(range(len(lines)), key=lambda line: abs(line - middle))
    for wanted in (_VARIABLE, *_WANTED):
        for line in nearest:
            text = lines[line]
            plain = text.isascii() and not text.lstrip().startswith(("#", "def ", "class "))
            match = re.search(wanted, text) if plain else None
            if match:
                quoted = match[0][-1] in "\"'"
                return Place(line, match.end() - 1 if quoted else match.end(), match.start() + 1)
    return Place(middle, 0, 0)


class Document:
    """An open file."""

    def __init__(self, path: Path, text: str) -> None:
        self.uri = path.as_uri()
        self.lines = text.split("\n")
        self.version = 1
        self.whole = False
        """Whether the server wants the whole text after each change."""
        self.place = place_in(self.lines)

    def supported(self, capabilities: Message) -> bool:
        """Whether a server can have this open."""
        return True

    def listen(self, capabilities: Message) -> None:
        """Take from what a server can do how it wants to be told of changes."""
        sync = capabilities.get("textDocumentSync")
        self.whole = (sync.get("change") if isinstance(sync, dict) else sync) == 1

    def opening(self) -> Message:
        """What tells of the whole text."""
        return notification("textDocument/didOpen", {"textDocument": self._item(self.uri)})

    def edit(self, line: int, start: int, end: int, text: str) -> Message:
        """Put a text without line feeds in the place of another; returns what tells of it."""
        old = self.lines[line]
        self.lines[line] = old[:start] + text + old[end:]
        return self._changed((line, start), (line, end), text)

    def break_line(self, line: int, indent: str) -> Message:
        """Put a new line in front of a line, indented."""
        self.lines.insert(line, indent)
        return self._changed((line, 0), (line, 0), indent + "\n")

    def drop_line(self, line: int) -> Message:
        """Take a line away."""
        del self.lines[line]
        return self._changed((line, 0), (line + 1, 0), "")

    def everything(self) -> Message:
        """The range of the whole text."""
        return _range((0, 0), (len(self.lines) - 1, len(self.lines[-1])))

    def window(self) -> Message:
        """The range of the 60 lines around the place."""
        first = max(self.place.line - 30, 0)
        return _range((first, 0), (min(first + 60, len(self.lines) - 1), 0))

    def _item(self, uri: str) -> Message:
        text = "\n".join(self.lines)
        return {"uri": uri, "languageId": "python", "version": self.version, "text": text}

    def _changed(self, start: tuple[int, int], end: tuple[int, int], text: str) -> Message:
        self.version += 1
        change: Message = {"range": _range(start, end), "text": text}
        if self.whole:
            change = {"text": "\n".join(self.lines)}
        return self._told(change)

    def _told(self, change: Message) -> Message:
        document = {"uri": self.uri, "version": self.version}
        return notification(
            "textDocument/didChange", {"textDocument": document, "contentChanges": [change]}
        )


class Notebook(Document):
    """An open notebook; its lines are those of the cell in its middle, which is edited."""

    def __init__(self, path: Path, cells: list[str]) -> None:
        self._cells = cells
        self._notebook = path.as_uri()
        self._middle = len(cells) // 2
        super().__init__(path, cells[self._middle])
        self.uri = self._cell_uri(self._middle)

    def supported(self, capabilities: Message) -> bool:
        return bool(capabilities.get("notebookDocumentSync"))

    def opening(self) -> Message:
        uris = [self._cell_uri(number) for number in range(len(self._cells))]
        texts = [
            {"uri": uri, "languageId": "python", "version": 1, "text": text}
            for uri, text in zip(uris, self._cells, strict=True)
        ]
        notebook = {
            "uri": self._notebook,
            "notebookType": "jupyter-notebook",
            "version": 1,
            "cells": [{"kind": 2, "document": uri} for uri in uris],
        }
        return notification(
            "notebookDocument/didOpen", {"notebookDocument": notebook, "cellTextDocuments": texts}
        )

    def _told(self, change: Message) -> Message:
        text = {"document": {"uri": self.uri, "version": self.version}, "changes": [change]}
        return notification(
            "notebookDocument/didChange",
            {
                "notebookDocument": {"uri": self._notebook, "version": self.version},
                "change": {"cells": {"textContent": [text]}},
            },
        )

    def _cell_uri(self, number: int) -> str:
        return f"vscode-notebook-cell:{self._notebook.removeprefix('file:')}#c{number}"


def _range(start: tuple[int, int], end: tuple[int, int]) -> Message:
    return {
        "start": {"line": start[0], "character": start[1]},
        "end": {"line": end[0], "character": end[1]},
    }
