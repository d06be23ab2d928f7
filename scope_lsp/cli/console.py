"""What commands print in addition to their report: messages, colour, the progress bar.

The bar is a few lines of our own, because libraries for it are larger than all other dependencies.
"""

from __future__ import annotations

import os
import sys
from typing import TextIO

from scope_lsp import escape

_CODES = {"bold": "1", "dim": "2", "red": "31", "yellow": "33", "blue": "34", "cyan": "36"}


def complain(message: str) -> None:
    """Print on stderr, in one line, what went wrong."""
    print(f"scope-lsp: {escape.line(message)}", file=sys.stderr)


def shown_path(path: str) -> str:
    """The spelling of a path in output: relative to the working directory, if below it."""
    inside = os.path.join(os.getcwd(), "")
    return path[len(inside) :] if path.startswith(inside) else path


def emit(text: str, file: str | None = None) -> None:
    """Print a report, or write it to a file; raises ``OSError`` for a file.

    Stops quietly if the reader has closed the pipe (``| head``).
    """
    if file is not None:
        with open(file, "w", encoding="utf-8", errors="backslashreplace") as out:
            out.write(text)
        return
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes once more at exit, and must not fail then.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class Paint:
    """Colours text for ``stream``, if it is a terminal and colours are not turned off.

    The variables ``NO_COLOR`` and ``FORCE_COLOR`` override this.
    """

    def __init__(self, stream: TextIO | None) -> None:
        """``None`` stands for a file, which has no colours."""
        if stream is None:
            self._on = False
            return
        dumb = os.environ.get("TERM") == "dumb"
        forced = bool(os.environ.get("FORCE_COLOR"))
        self._on = forced or (stream.isatty() and not os.environ.get("NO_COLOR") and not dumb)

    def link(self, text: str, uri: str) -> str:
        """Return ``text`` as a link, which terminals without links show as it is."""
        return f"\033]8;;{uri}\033\\{text}\033]8;;\033\\" if self._on else text

    def __call__(self, text: str, colour: str) -> str:
        """Return ``text`` in ``colour``: bold, dim, red, yellow, blue or cyan."""
        return f"\033[{_CODES[colour]}m{text}\033[0m" if self._on else text


class ProgressBar:
    """A bar on stderr during long work; silent unless stderr is a terminal."""

    WIDTH = 24

    def __init__(self, total: int) -> None:
        self._total = total
        self._done = 0
        self._on = total > 1 and sys.stderr.isatty()

    def step(self, what: str) -> None:
        """Count one more as done; ``what`` was the last."""
        self._done += 1
        if self._on:
            filled = self.WIDTH * self._done // self._total
            bar = "#" * filled + "-" * (self.WIDTH - filled)
            name = escape.visible(os.path.basename(what)[:30])
            sys.stderr.write(f"\r\033[K[{bar}] {self._done}/{self._total} {name}")
            sys.stderr.flush()

    def clear(self) -> None:
        """Remove the bar from the line."""
        if self._on:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()
