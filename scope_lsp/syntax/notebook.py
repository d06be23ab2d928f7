"""A notebook's code cells as one program, with a map back: line by line, top to bottom.

What only IPython understands (``%magic``, ``!shell``, ``help?``) is blanked out, so that every
other line keeps its position.  This module does not know the protocol by which cells are edited.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from scope_lsp.syntax.probe import sound_tree
from scope_lsp.syntax.source import split_lines

PRELUDE = "from __ipython__ import display, get_ipython"
"""The line before the first cell: a module that only stubs have defines what IPython does."""
_PYTHON_MAGICS = frozenset(("time", "timeit", "capture", "prun", "debug"))
"""Cell magics that are followed by Python."""
_TIMED = re.compile(r"(\s*)%(?P<word>timeit|time|prun)(?=[ \t])")
"""Line magics that are followed by a statement."""
_ALWAYS = "if 1:"
"""Replaces a timing magic, so that the statement after it keeps its column and is run."""
_CELL_MAGIC = re.compile(r"\s*%%(\w*)")
_LINE_MAGIC = re.compile(r"(\s*)(?:[%!?].*|[\w.]+\?\??\s*)\Z")
_ASSIGNED = re.compile(r"(\s*[\w., ]+=\s*)[%!].*\Z")


class Notebook:
    """The joined text of cells, and which of its lines (1-based) belong to which cell."""

    def __init__(self, cells: Sequence[str]) -> None:
        lines = [PRELUDE]
        self.written = [PRELUDE]
        """The same lines as they are in the cells, magics included."""
        self.starts: list[int] = []
        """The line before the first line of each cell."""
        for cell in cells:
            self.starts.append(len(lines))
            lines += python_lines(cell)
            self.written += split_lines(cell)
        self.ends = [*self.starts[1:], len(lines)]
        """Each cell's last line."""
        self.text = "\n".join(lines) + "\n"

    @property
    def windows(self) -> tuple[tuple[int, int], ...]:
        """The first and the last line of each cell."""
        return tuple((start + 1, end) for start, end in zip(self.starts, self.ends, strict=False))

    def cell_at(self, line: int) -> int:
        """The cell that holds a line; the first one for the prelude."""
        return max(bisect_right(self.starts, line - 1) - 1, 0)


def python_lines(cell: str) -> list[str]:
    """The lines of a cell, with those blanked out that are not Python."""
    lines = split_lines(cell)
    if sound_tree(cell) is not None:
        return lines
    first = next((index for index, line in enumerate(lines) if line.strip()), 0)
    magic = _CELL_MAGIC.match(lines[first])
    if magic and magic[1] not in _PYTHON_MAGICS:
        return [""] * len(lines)
    return [_python(line) for line in lines]


def _python(line: str) -> str:
    timed = _TIMED.match(line)
    if timed:
        code = f"{_ALWAYS:{len(timed['word']) + 1}}{line[timed.end() :]}"
        return timed[1] + (code if sound_tree(code) is not None else "pass")
    assigned = _ASSIGNED.match(line)
    if assigned:
        return f"{assigned[1]}None"
    magic = _LINE_MAGIC.match(line)
    return f"{magic[1]}pass" if magic else line
