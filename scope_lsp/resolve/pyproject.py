"""Which ``pyproject.toml`` holds the settings of a folder: the nearest one upwards with a table.

Not how settings are read: that is ``scope_lsp.settings``.
"""

from __future__ import annotations

import os

from scope_lsp import settings
from scope_lsp.resolve.files import read_source

NAME = "pyproject.toml"


def nearest_table(folder: str) -> tuple[str, str] | None:
    """The path and the text of the file with the settings that hold in ``folder``."""
    while True:
        file = os.path.join(folder, NAME)
        text = read_source(file)
        if text is not None and settings.has_table(text):
            return file, text
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above
