"""``check --watch``: runs the command again when a file changes that it read, or may read.

It looks at the files' times twice a second, as editors must on network drives.  Nothing is left
running when the command ends.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Collection

from scope_lsp.cli.console import complain

_PAUSE = 0.5
"""Seconds between two looks."""


def watch(once: Callable[[], tuple[int, Collection[str]]]) -> int:
    """Run ``once`` now and after each change of the paths that it returns; ends on an interrupt."""
    while True:
        if sys.stdout.isatty():
            sys.stdout.write("\033[2J\033[H")
        _, paths = once()
        before = _stamps(paths)
        complain(f"watching {len(before)} files and folders; press Ctrl-C to stop")
        while _stamps(paths) == before:
            time.sleep(_PAUSE)


def _stamps(paths: Collection[str]) -> dict[str, tuple[int, int] | None]:
    found: dict[str, tuple[int, int] | None] = {}
    for path in paths:
        try:
            status = os.stat(path)
        except (OSError, ValueError):
            found[path] = None
        else:
            found[path] = (status.st_mtime_ns, status.st_size)
    return found
