"""What a program may see of its workspace: whether a path exists, and what a folder holds.

Only paths below the import roots count, symbolic links resolved.  Nothing else is looked at.  The
disk here need not be the disk on which the program runs.  Sources and configuration belong to the
program, but data and checkpoints come and go.  So only missing files of the first kind count as
missing.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence

from scope_lsp.interpreter.loader import Entry, Place
from scope_lsp.resolve import disk

DATA = (".json", ".yaml", ".yml", ".cfg", ".ini", ".properties", ".toml", ".gin")
"""The endings of the names of configuration files."""
TEXTS = (".txt", ".names", ".conf", ".config", ".params", ".hparams", ".csv", ".tsv")
"""The endings of the names of small text files that belong to a program.  They hold class names,
anchors, small vocabularies: their number of lines decides shapes."""
SOURCE = (".py", *DATA)
"""How the names of files end that come with a program."""

_MACHINE = frozenset(["", "bin", "dev", "etc", "lib", "proc", "run", "sys", "tmp", "usr", "var"])
"""Folders of every machine, with unknown content; the empty name stands for the top."""


class Workspace:
    """The import roots as folders of files; ``buffers`` are texts of open documents by path."""

    def __init__(self, roots: Iterable[str], buffers: Mapping[str, str]) -> None:
        self.folders = tuple(root for root in roots if os.path.isabs(root) and disk.is_folder(root))
        self._real: tuple[str, ...] | None = None
        self._buffers = buffers
        self._new = _folders_above(buffers)
        self._entries: dict[str, tuple[Entry, ...] | None] = {}

    def is_new(self, folder: str) -> bool:
        """Whether a folder exists because an open document is in it, saved or not."""
        if folder not in self._new:
            return False
        self._note(folder)
        return True

    def has(self, path: str) -> bool:
        """Whether a path is in the workspace, symbolic links resolved."""
        if self._real is None:
            self._real = tuple(map(disk.real, self.folders))
        real = disk.real(path)
        return any(holds(root, real) for root in self._real)

    def _note(self, path: str) -> None:
        """Ask the disk about what is there because of an open document.

        The answer does not count now, but the document may be closed when a result that was kept
        is used.
        """
        if "\0" not in path:
            self.has(path)
            disk.kind(path)

    def look(self, path: str) -> Place:
        """What exists at an absolute path; see ``interpreter.loader.Loader.look``."""
        if path in self._buffers:
            self._note(path)
            return Place.FILE
        if any(holds(path, root) for root in self.folders) or self.is_new(path):
            return Place.FOLDER
        if "\0" in path or not any(holds(root, path) for root in self.folders):
            return _outside(path)
        if not self.has(path):
            return Place.UNKNOWN
        kind = disk.kind(path)
        if not kind:
            return Place.ABSENT if path.endswith(SOURCE) else Place.UNKNOWN
        return {"file": Place.FILE, "folder": Place.FOLDER}.get(kind, Place.UNKNOWN)

    def entries(self, path: str) -> Sequence[Entry] | None:
        """The content of a folder, sorted by name; see ``interpreter.loader.Loader.entries``."""
        path = os.path.normpath(path)
        if path not in self._entries:
            self._entries[path] = self._read(path)
        return self._entries[path]

    def _read(self, path: str) -> tuple[Entry, ...] | None:
        if "\0" in path or not any(holds(root, path) for root in self.folders):
            return None
        if not self.has(path):
            return None
        found: dict[str, Entry] = {}
        for above, is_folder in ((self._buffers, False), (self._new, True)):
            for inside in above:
                if os.path.dirname(inside) == path:
                    name = os.path.basename(inside)
                    found[name] = Entry(name, is_folder)
        entries = disk.entries(path)
        if entries is None and not found:
            return None
        for name, is_folder, is_link in entries or ():
            if len(found) >= disk.MOST:
                return None
            if not is_link or self.has(os.path.join(path, name)):
                found[name] = Entry(name, is_folder, is_link)
        if not any(name.endswith(SOURCE) for name in found):
            inner = (os.path.join(path, name) for name in found if found[name].is_folder)
            if not any(map(_has_source, inner)):
                return None
        return tuple(found[name] for name in sorted(found))


def holds(root: str, path: str) -> bool:
    """Whether ``path`` is ``root`` or below it, as texts."""
    return path == root or path.startswith(root.rstrip(os.sep) + os.sep)


def _has_source(folder: str) -> bool:
    """Whether a file directly in a folder comes with a program."""
    return any(name.endswith(SOURCE) for name in disk.names(folder) or ())


def _outside(path: str) -> Place:
    """What exists outside the workspace: a file of the user or the machine counts as missing.

    Programs have defaults for such files.  Nothing is said about the machine's own folders, but
    what is in the one for temporary files is the user's.
    """
    first, *rest = path.split("/")[1:] or [""]
    if first == "tmp" and any(rest):
        return Place.ABSENT
    return Place.UNKNOWN if first in _MACHINE else Place.ABSENT


def _folders_above(paths: Iterable[str]) -> frozenset[str]:
    """All folders above ``paths``: they exist, though perhaps not yet on disk."""
    found: set[str] = set()
    for path in paths:
        folder = os.path.dirname(path)
        while folder and folder not in found:
            found.add(folder)
            folder = os.path.dirname(folder)
    return frozenset(found)
