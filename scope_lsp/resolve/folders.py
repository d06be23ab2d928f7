"""The Python files below a folder, without copies and third-party code.

It returns paths and reads nothing.  The caller says what settings and options leave out in
addition.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Protocol

SKIPPED = frozenset(("__pycache__", "node_modules", "site-packages", "build", "dist"))
"""Names of folders that hold no source of the project.  Hidden folders and virtual environments,
whatever their names, are left out as well."""


SOURCE_FOLDER = "src"
"""Projects in the *src layout* keep their packages in this folder, which installing them puts on
the path of imports."""


def import_roots(project: str) -> tuple[str, ...]:
    """A project's folder, and the one in which it may keep its packages, if it is there."""
    source = os.path.join(project, SOURCE_FOLDER)
    return (project, source) if os.path.isdir(source) else (project,)


class Excludes(Protocol):
    """Whether a path is left out."""

    def __call__(self, path: str, is_folder: bool) -> bool:
        """For a folder, whether everything in it is left out."""


def python_files(
    top: str,
    skipped: frozenset[str] = SKIPPED,
    is_excluded: Excludes = lambda path, is_folder: False,
    endings: tuple[str, ...] = (".py",),
) -> Iterator[str]:
    """Yield every file below ``top`` with one of the endings, in a fixed order.

    ``is_excluded`` is called with paths and whether each is a folder's.
    """
    for folder, below, names in os.walk(top):
        below[:] = sorted(
            name
            for name in below
            if name not in skipped
            and not name.startswith(".")
            and not os.path.exists(os.path.join(folder, name, "pyvenv.cfg"))
            and not is_excluded(os.path.join(folder, name), is_folder=True)
        )
        for name in sorted(names):
            path = os.path.join(folder, name)
            if name.endswith(endings) and not is_excluded(path, is_folder=False):
                yield path
