"""Finds the ``pyproject.toml`` with a folder's settings: the nearest one upwards with a table.

``scope_lsp.settings`` reads the settings.
"""

from __future__ import annotations

import os

from scope_lsp import settings
from scope_lsp.resolve.files import read_source

NAME = "pyproject.toml"


def nearest_table(folder: str) -> tuple[str, str] | None:
    """The path and the text of the file with the settings for ``folder``."""
    while True:
        file = os.path.join(folder, NAME)
        text = read_source(file)
        if text is not None and settings.has_table(text):
            return file, text
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above
