"""The folder below which this program may keep what it wants to find again."""

from __future__ import annotations

import os


def user_cache() -> str | None:
    """The folder in the user's cache, which may not be there yet; None if there is no safe one.

    A relative one would be below the working directory, which may be anyone's.
    """
    import platformdirs  # slow to import, and mostly not needed

    folder = platformdirs.user_cache_dir("scope-lsp", appauthor=False)
    return folder if os.path.isabs(folder) else None
