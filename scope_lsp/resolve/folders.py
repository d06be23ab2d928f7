"""The Python files below a folder, without those that are copies or somebody else's code.

Not a reader: it gives paths.  What a setting or an option leaves out besides, the caller says.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

SKIPPED = frozenset(("__pycache__", "node_modules", "site-packages", "build", "dist"))
"""Names of folders that hold no source of the project; hidden ones and virtual environments,
under whatever name, are left out as well."""


def python_files(
    top: str,
    skipped: frozenset[str] = SKIPPED,
    is_excluded: Callable[[str, bool], bool] = lambda path, is_folder: False,
    endings: tuple[str, ...] = (".py",),
) -> Iterator[str]:
    """Every file below ``top`` with one of the endings, in a settled order.

    ``is_excluded`` is asked of paths and whether each is a folder's.
    """
    for folder, below, names in os.walk(top):
        below[:] = sorted(
            name
            for name in below
            if name not in skipped
            and not name.startswith(".")
            and not os.path.exists(os.path.join(folder, name, "pyvenv.cfg"))
            and not is_excluded(os.path.join(folder, name), True)
        )
        for name in sorted(names):
            path = os.path.join(folder, name)
            if name.endswith(endings) and not is_excluded(path, False):
                yield path
