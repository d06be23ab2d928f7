"""Settings for the command line: finds the ``pyproject.toml`` of a file and reads it once.

What the settings are and how they are read is in ``scope_lsp.settings``.
"""

from __future__ import annotations

import os

from scope_lsp import settings
from scope_lsp.cli.console import complain
from scope_lsp.resolve.pyproject import nearest_table
from scope_lsp.rules.registry import RULES
from scope_lsp.settings import Settings

PROJECT_MARKS = ("pyproject.toml", "setup.py", "setup.cfg", ".git", ".hg")
"""What lies in the topmost folder of a project, from which its imports often start."""


class Configuration:
    """Looks settings up folder by folder and says once what is wrong with them."""

    def __init__(self) -> None:
        self._folders: dict[str, Settings] = {}
        self._files: dict[str, Settings] = {}

    def of(self, path: str) -> Settings:
        """The settings that hold for the file ``path``: the nearest table upwards."""
        return self.of_folder(os.path.dirname(path))

    def of_folder(self, folder: str) -> Settings:
        """The settings that hold for the files in ``folder``."""
        known = self._folders.get(folder)
        if known is None:
            found = nearest_table(folder)
            known = self._folders[folder] = self._read(*found) if found else Settings()
        return known

    def _read(self, file: str, text: str) -> Settings:
        if file not in self._files:
            partial = settings.from_pyproject(text, file, os.path.dirname(file), RULES.keys())
            for problem in partial.problems:
                complain(problem)
            self._files[file] = settings.merge(partial)
        return self._files[file]


def project_folder(path: str) -> str | None:
    """The nearest folder above ``path`` that looks like the top of a project."""
    folder = os.path.dirname(path)
    while True:
        if any(os.path.exists(os.path.join(folder, mark)) for mark in PROJECT_MARKS):
            return folder
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above
