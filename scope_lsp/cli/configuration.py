"""Settings for the command line: finds the ``pyproject.toml`` of a file and reads it once.

``scope_lsp.settings`` defines the settings and reads them.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence

from scope_lsp import settings
from scope_lsp.cli.console import complain
from scope_lsp.resolve.pyproject import nearest_table
from scope_lsp.rules.registry import RULES
from scope_lsp.settings import Partial, Settings

OPTION = "--config"
"""The source of settings that were given on the command line."""
PROJECT_MARKS = ("pyproject.toml", "setup.py", "setup.cfg", ".git", ".hg")
"""Files in the topmost folder of a project, at which its imports often start."""


class BadOption(Exception):
    """What is wrong with a ``--config``; the message is for users."""


class Configuration:
    """Looks up settings folder by folder, and reports each problem once."""

    def __init__(self, overrides: Sequence[str] = ()) -> None:
        """Take ``KEY=VALUE`` texts that override all files; raises ``BadOption``."""
        self._folders: dict[str, Settings] = {}
        self._files: dict[str, Partial] = {}
        self._overrides = [_override(text) for text in overrides]

    def of(self, path: str) -> Settings:
        """The settings for the file ``path``: the nearest table upwards."""
        return self.of_folder(os.path.dirname(path))

    def of_folder(self, folder: str) -> Settings:
        """The settings for the files in ``folder``."""
        known = self._folders.get(folder)
        if known is None:
            partials = [partial for _, partial in self.origins(folder)]
            known = self._folders[folder] = settings.merge(*partials)
        return known

    def origins(self, folder: str) -> list[tuple[str, Partial]]:
        """What each source sets for the files in ``folder``, the lowest priority first."""
        found = nearest_table(folder)
        files = [(found[0], self._read(*found))] if found else []
        return [*files, *((OPTION, partial) for partial in self._overrides)]

    def files(self) -> tuple[str, ...]:
        """The files that were read."""
        return tuple(self._files)

    def _read(self, file: str, text: str) -> Partial:
        if file not in self._files:
            partial = settings.from_pyproject(text, file, os.path.dirname(file), RULES.keys())
            for problem in partial.problems:
                complain(problem)
            self._files[file] = partial
        return self._files[file]


def _override(text: str) -> Partial:
    """What one ``KEY=VALUE`` sets; the value is TOML or, if that does not parse, a text."""
    key, equals, value = text.partition("=")
    if not equals or "\n" in text:
        raise BadOption(f"{OPTION} {text}: expected KEY=VALUE")
    for written in (value, json.dumps(value.strip())):
        table = f"[tool.{settings.TABLE}]\n{key.strip()} = {written}\n"
        partial = settings.from_pyproject(table, OPTION, os.getcwd(), RULES.keys())
        if partial.values and not partial.problems:
            return partial
    problem = partial.problems[0] if partial.problems else f"{OPTION} {text}: sets nothing"
    raise BadOption(problem.replace(f"{OPTION}: tool.{settings.TABLE}.", f"{OPTION} "))


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
