"""What the tests in all editors share: where editors are, a place to run them, what to expect."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from tests.editors.terminal import Terminal
from tests.support.articles import Article

ROOT = Path(__file__).parents[2]
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "scope-lsp-editors"
"""Where ``install_editors.sh`` puts editors."""


def find(name: str, program: str, oldest: tuple[int, ...]) -> str:
    """The command of an editor that is new enough, else the test is skipped."""
    given = os.environ.get(f"SCOPE_LSP_{name.upper()}")
    for candidate in (given, shutil.which(program), str(CACHE / "bin" / program)):
        if candidate and _version(candidate) >= oldest:
            return candidate
    wanted = ".".join(map(str, oldest))
    pytest.skip(f"no {name} {wanted} or newer; tests/editors/install_editors.sh installs one")


def _version(command: str) -> tuple[int, ...]:
    try:
        done = subprocess.run([command, "--version"], capture_output=True, text=True, timeout=30)
    except (OSError, subprocess.TimeoutExpired):
        return ()
    match = re.search(r"(\d+)\.(\d+)", done.stdout)
    return tuple(map(int, match.groups())) if match else ()


class Place:
    """A home folder with a project in it, and ``scope-lsp`` on the search path."""

    def __init__(self, articles: tuple[Article, ...]) -> None:
        # Sockets lie here too, whose paths must be short.
        self.home = Path(tempfile.mkdtemp(prefix="scope-lsp-"))
        self.project = self.home / "project"
        self.project.mkdir()
        for article in articles:
            self.write(article.name + ".py", article.text)
        (self.project / "pyproject.toml").touch()
        programs = self.home / "bin"
        programs.mkdir()
        server = programs / "scope-lsp"
        server.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m scope_lsp "$@"\n')
        server.chmod(0o755)
        kept = {key: value for key, value in os.environ.items() if not key.startswith("XDG_")}
        self.environment = {
            **kept,
            "HOME": str(self.home),
            "XDG_CONFIG_HOME": str(self.home / ".config"),
            "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "LANG": "C.UTF-8",
            "LC_ALL": "C.UTF-8",
        }

    def write(self, name: str, text: str) -> Path:
        path = self.project / name
        path.write_text(text, encoding="utf-8")
        return path

    def configure(self, name: str, text: str) -> Path:
        """Write a file of configuration; the name is below the home folder."""
        path = self.home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def remove(self) -> None:
        shutil.rmtree(self.home, ignore_errors=True)


def undrawn(
    rows: list[str], text: str, hints: Mapping[int, list[str]], gutter: str = ""
) -> list[str]:
    """The lines of a program that do not stand on the screen, with their hints and no others.

    ``gutter`` is what stands to the left of a line; a diagnostic to the right begins after blanks.
    """
    bodies = [body for row in rows for body in {row, re.sub(f"^(?:{gutter})", "", row)}]
    return [
        line
        for number, line in enumerate(text.splitlines(), 1)
        if not any(_draws(body, line, hints.get(number, ())) for body in bodies)
    ]


def _draws(body: str, line: str, hints: Sequence[str]) -> bool:
    for hint in hints:
        if f" {hint}" not in body:
            return False
        body = body.replace(f" {hint}", "", 1)
    return body == line or body.startswith(f"{line}  ")


def show(
    terminal: Terminal,
    article: Article,
    hints: Mapping[int, list[str]],
    gutter: str = "",
    again: Callable[[], None] | None = None,
) -> None:
    """Wait until a program is drawn with exactly its hints."""

    def missing() -> list[str]:
        return undrawn(terminal.rows, article.text, hints, gutter)

    try:
        terminal.wait(lambda: not missing(), f"hints of {article.name}", again)
    except AssertionError as error:
        lines = "\n".join(missing())
        raise AssertionError(f"{error}\nnot drawn:\n{lines}") from None
