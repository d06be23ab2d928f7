"""Follows a page of the documentation as its reader would: saves its files, types its commands.

A block with a title (``python title="gan.py"``) is a file of that name; a later block of the same
title replaces it.  Each line of a ``console`` block that begins with ``$ `` is a command, and what
follows it is what is printed, standard error included.  A page runs in an empty folder, in which
``examples`` leads to the repository's, and in an environment without settings of the user.

    python -m tests.docs.pages [PAGE ...]

writes the output of the commands anew; read the diff.
"""

from __future__ import annotations

import io
import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from scope_lsp.__main__ import main

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
_REFERENCE = (DOCS / "command-line.md", DOCS / "json.md")
FOLLOWED = (DOCS / "tutorial.md", *sorted((DOCS / "how-to").glob("*.md")), *_REFERENCE)
"""The pages that are followed from top to bottom."""
_BLOCK = re.compile(
    r'^```(?P<kind>\w+)(?: title="(?P<title>[^"]+)")?\n(?P<text>.*?)^```$', re.M | re.DOTALL
)
_COMMAND = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
_ALONE = re.compile(r"scope-lsp [^|<>&;$]*")
"""A command that needs no shell."""


@dataclass(frozen=True)
class Step:
    """A command of a page, what the page says that it prints, and what it did print."""

    command: str
    said: str
    printed: str


def follow(page: Path) -> Iterator[tuple[Step, Path]]:
    """All commands of a page as they are run, and the folder as it is then."""
    with _desk() as desk:
        for steps in _steps(page.read_text(encoding="utf-8"), desk):
            for step in steps:
                yield step, desk.folder


def file_of(page: Path, title: str, nth: int = 0) -> str:
    """The text of a file that a page shows, of several of that title the nth."""
    blocks = _BLOCK.finditer(page.read_text(encoding="utf-8"))
    return [block["text"] for block in blocks if block["title"] == title][nth]


def rewrite(page: Path) -> None:
    """Write the output of the commands of a page anew."""
    text = page.read_text(encoding="utf-8")
    with _desk() as desk:
        for steps in map(list, _steps(text, desk)):
            old = "".join(f"$ {step.command}\n{step.said}" for step in steps)
            new = "".join(f"$ {step.command}\n{step.printed}" for step in steps)
            text = text.replace(f"```console\n{old}```", f"```console\n{new}```", 1)
    page.write_text(text, encoding="utf-8")


class _Desk:
    """An empty folder with a shell."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._status = 0
        tools = folder.parent / "bin"
        tools.mkdir()
        program = tools / "scope-lsp"
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m scope_lsp "$@"\n')
        program.chmod(0o755)
        (folder / "examples").symlink_to(ROOT / "examples")
        kept = ("LANG", "LC_ALL", "SYSTEMROOT")
        self._environment = {
            **{key: os.environ[key] for key in kept if key in os.environ},
            "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(folder.parent),
            "PYTHONPATH": str(ROOT),
            "PYTHONIOENCODING": "utf-8",
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "A",
            "GIT_AUTHOR_EMAIL": "a@example.invalid",
            "GIT_COMMITTER_NAME": "A",
            "GIT_COMMITTER_EMAIL": "a@example.invalid",
        }

    def type(self, command: str) -> str:
        """Run a command; its exit code is what ``echo $?`` shows next."""
        if _ALONE.fullmatch(command):
            return self._call(shlex.split(command)[1:])
        done = subprocess.run(
            ["bash", "-c", f"(exit {self._status}); {command}"],
            cwd=self.folder,
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
            timeout=120,
        )
        self._status = done.returncode
        return done.stdout

    def _call(self, arguments: list[str]) -> str:
        """Run scope-lsp in this process, which is much quicker than to start another."""
        printed, before, environment = io.StringIO(), os.getcwd(), dict(os.environ)
        os.chdir(self.folder)
        os.environ.clear()
        os.environ.update(self._environment)
        try:
            with redirect_stdout(printed), redirect_stderr(printed):
                self._status = main(arguments)
        finally:
            os.chdir(before)
            os.environ.clear()
            os.environ.update(environment)
        return printed.getvalue()

    def save(self, title: str, text: str) -> None:
        """Write a file of the page."""
        path = self.folder / title
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@contextmanager
def _desk() -> Iterator[_Desk]:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "project"
        folder.mkdir()
        yield _Desk(folder)


def _steps(text: str, desk: _Desk) -> Iterator[Iterator[Step]]:
    for block in _BLOCK.finditer(text):
        if block["title"]:
            desk.save(block["title"], block["text"])
        elif block["kind"] == "console":
            yield (
                Step(command, said, desk.type(command))
                for command, said in _COMMAND.findall(block["text"])
            )


if __name__ == "__main__":
    for _page in map(Path, sys.argv[1:] or map(str, FOLLOWED)):
        rewrite(_page)
