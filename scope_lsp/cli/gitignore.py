"""What the ``.gitignore`` files of a repository leave out of a searched folder.

Reads them from the repository's top down to each folder, and its ``.git/info/exclude``; git itself
is not asked.  Not the settings' own patterns: ``sources`` lays both together.
"""

from __future__ import annotations

import os

from scope_lsp import globs
from scope_lsp.resolve.files import read_source

_MOST = 20_000
"""Characters of a file: longer ones are no list that anybody wrote."""


class GitIgnored:
    """Tells of the files and folders below ``top`` whether git ignores them.

    Where ``top`` itself is ignored, people who name it want what is in it, and only the files
    in it and below count.
    """

    def __init__(self, top: str) -> None:
        self._known: dict[str, tuple[str, ...] | None] = {}
        self._top: str | None = None
        if self(top, is_folder=True):
            self._top = top
            self._known.clear()

    def __call__(self, path: str, is_folder: bool) -> bool:
        """Whether git ignores ``path``, or a folder that it lies in."""
        patterns = self._patterns(os.path.dirname(path))
        return bool(patterns) and globs.matches(patterns or (), path, is_folder)

    def _patterns(self, folder: str) -> tuple[str, ...] | None:
        """The patterns that count in a folder, weakest first; None outside of a repository."""
        if folder not in self._known:
            self._known[folder] = self._read(folder)
        return self._known[folder]

    def _read(self, folder: str) -> tuple[str, ...] | None:
        above: tuple[str, ...] | None = None
        if folder == self._top:
            above = ()
        elif os.path.exists(os.path.join(folder, ".git")):
            above = _lines(os.path.join(folder, ".git", "info", "exclude"), folder)
        elif os.path.dirname(folder) != folder:
            above = self._patterns(os.path.dirname(folder))
        if above is None:
            return None
        own = _lines(os.path.join(folder, ".gitignore"), folder)
        return (*above, *own) if own else above


def _lines(file: str, folder: str) -> tuple[str, ...]:
    """The patterns of a file, each from the root of the disk."""
    text = read_source(file)
    found: list[str] = []
    for line in (text or "")[:_MOST].splitlines():
        if line.strip() and not line.startswith("#"):
            try:
                found.append(globs.anchored(line, folder))
            except ValueError:
                continue  # git, too, passes over what makes no sense
    return tuple(found)
