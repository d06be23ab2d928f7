"""What the ``.gitignore`` files of a repository leave out of a searched folder.

They are read from the repository's top down to each folder, with its ``.git/info/exclude``.  Git
itself is not run.  Callers combine this with the patterns of the settings.
"""

from __future__ import annotations

import os

from scope_lsp import globs
from scope_lsp.resolve.files import read_source

_MOST = 20_000
"""The maximum length of a file in characters: people write shorter ones."""


class GitIgnored:
    """Says for files and folders below ``top`` whether git ignores them.

    If ``top`` itself is ignored, a user who names it wants its content.  Then only the ignore files
    in it and below count.
    """

    def __init__(self, top: str) -> None:
        self._known: dict[str, tuple[str, ...] | None] = {}
        self._top: str | None = None
        if self(top, is_folder=True):
            self._top = top
            self._known.clear()

    def __call__(self, path: str, is_folder: bool) -> bool:
        """Whether git ignores ``path``, or a folder that contains it."""
        patterns = self._patterns(os.path.dirname(path))
        return bool(patterns) and globs.matches(patterns or (), path, is_folder)

    def _patterns(self, folder: str) -> tuple[str, ...] | None:
        """The patterns for a folder, lowest priority first; None outside a repository."""
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
    """The patterns of a file, as absolute ones."""
    text = read_source(file)
    found: list[str] = []
    for line in (text or "")[:_MOST].splitlines():
        if line.strip() and not line.startswith("#"):
            try:
                found.append(globs.anchored(line, folder))
            except ValueError:
                continue  # git, too, skips invalid patterns
    return tuple(found)
