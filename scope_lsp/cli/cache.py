"""What ``names`` and ``check`` found in programs that have not changed since.

One file for each program, its settings and options.  It has the answers to all questions that the
analysis asked of the disk, negative ones too (``resolve/disk.py``); what was found counts as long
as all of them are answered as before.  Files are JSON that is checked against the types of what it
stands for: one that is damaged, or another's, is as good as none, and none can run anything.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict
from typing import Any

import scope_lsp
from scope_lsp.analysis.result import Analysis, Gap, Problem, VariableEvent, Waiting
from scope_lsp.cli.console import complain
from scope_lsp.cli.plain import Reader, Writer
from scope_lsp.cli.tasks import Outcome, Task
from scope_lsp.resolve import disk, environment, files
from scope_lsp.rules.rule import Finding

_ASKING = (environment, files)
"""The modules that add to ``disk.ASKED``: what they ask can only be asked once they are loaded."""
_SCHEMA = 2
_ENDING = ".json"
_STATE = ".state"
"""The ending of a file that says which text of this program a state of its files has."""
_MAXIMUM = 100_000_000
"""Bytes of a file that is read."""
_DAYS = 30
"""After which what nobody asked for is removed."""
_MOST = 1_000
"""The maximum number of programs that are kept: those asked for last."""
_VARIABLES = ("SCOPE_LSP_ENVIRONMENT", "VIRTUAL_ENV", "CONDA_PREFIX", "HOME")
"""Of the environment, on which the place of installed packages depends."""
_IGNORE = "# Made by scope-lsp; it may be removed.\n*\n"
_SWITCH = "SCOPE_LSP_NO_CACHE"
"""The environment variable that does what ``--no-cache`` does, for all commands."""


def opened(folder: str | None, *, unused: bool) -> Cache | None:
    """The cache in a folder, or in the user's own; None if it is ``unused`` or cannot be made.

    A folder that the user named and that cannot be made is reported.
    """
    if unused or (folder is None and os.environ.get(_SWITCH)):
        return None
    try:
        return Cache(_own_folder() if folder is None else folder)
    except OSError as error:
        if folder is not None:
            complain(f"--cache-dir {folder}: {error.strerror or error}")
        return None


def _own_folder() -> str:
    """The user's own folder, which nobody else can write to; raises ``OSError``."""
    import platformdirs

    folder = os.path.join(platformdirs.user_cache_dir("scope-lsp", appauthor=False), "outcomes")
    os.makedirs(folder, mode=0o700, exist_ok=True)
    status = os.stat(folder)
    if hasattr(os, "getuid") and (status.st_uid != os.getuid() or status.st_mode & 0o022):
        raise PermissionError(folder)
    return folder


class Cache:
    """The folder, open for one command."""

    def __init__(self, folder: str) -> None:
        """Make the folder if it is not there; raises ``OSError``."""
        self.folder = folder
        self._folder = os.path.abspath(folder)
        os.makedirs(self._folder, exist_ok=True)
        ignore = os.path.join(self._folder, ".gitignore")
        if not os.path.exists(ignore):
            with open(ignore, "w", encoding="utf-8") as file:
                file.write(_IGNORE)
        self._version = _version(self._folder)
        self._answers: dict[disk.Question, str] = {}
        """What this command has asked the disk."""

    def find(self, task: Task) -> Outcome | None:
        """What is known of a program, if nothing has changed for it."""
        path = self._path(task)
        if path is None:
            return None
        try:
            data = _read(path)
            if data["schema"] != _SCHEMA or not all(map(self._holds, data["asked"])):
                return None
            outcome = _outcome(task.path, data)
        except (OSError, ValueError, TypeError, KeyError, LookupError, RecursionError):
            return None
        with suppress(OSError):
            os.utime(path)
        return outcome

    def keep(self, task: Task, outcome: Outcome) -> None:
        """Keep what came of a program; raises ``OSError``."""
        path = self._path(task)
        if path is None or outcome.asked is None or outcome.failure is not None:
            return
        if disk.UNSTEADY in outcome.asked.values():
            return
        writer = Writer()
        data = {
            "schema": _SCHEMA,
            "asked": [[*question, answer] for question, answer in outcome.asked.items()],
            "variables": writer.write(outcome.analysis.variables),
            "problems": writer.write(outcome.analysis.problems),
            "waiting": writer.write(outcome.analysis.waiting),
            "gaps": writer.write(outcome.analysis.gaps),
            "findings": writer.write(outcome.findings),
            "files": sorted(outcome.analysis.files),
            "environment": outcome.analysis.environment,
            "silenced": sorted(outcome.silenced),
            "parts": writer.parts,
        }
        _write(self._folder, path, data)

    def tidy(self) -> None:
        """Remove what nobody asked for in a long time, and what is too much."""
        found: list[tuple[float, str]] = []
        with os.scandir(self._folder) as entries:
            for entry in entries:
                if entry.name.endswith((_ENDING, _STATE, ".new")):
                    with suppress(OSError):
                        found.append((entry.stat(follow_symlinks=False).st_mtime, entry.path))
        last = time.time() - _DAYS * 86_400
        for index, (used, path) in enumerate(sorted(found, reverse=True)):
            if index >= _MOST or used < last:
                with suppress(OSError):
                    os.unlink(path)

    def _path(self, task: Task) -> str | None:
        """The file of a task; None where its result hangs on more than is noted."""
        if task.text is not None or task.infers_parameters or task.settings.checkpoints:
            return None
        what = [
            self._version,
            task.path,
            task.roots,
            sorted(task.codes),
            asdict(task.settings),
            os.getcwd(),
            [os.environ.get(name) for name in _VARIABLES],
        ]
        text = json.dumps(what, sort_keys=True, default=sorted)
        name = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        return os.path.join(self._folder, name + _ENDING)

    def _holds(self, noted: Sequence[Any]) -> bool:
        """Whether a question is answered as it was."""
        question, path, answer = noted
        key = str(question), str(path)
        if key not in self._answers:
            self._answers[key] = disk.shortened(disk.ASKED[key[0]](key[1]))
        return bool(self._answers[key] == answer)


def _read(path: str) -> Any:
    """The content of a file; raises ``OSError`` or ``ValueError``."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    with os.fdopen(os.open(path, flags), "rb") as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode) or status.st_size > _MAXIMUM:
            raise ValueError(path)
        return json.loads(file.read())


def _outcome(path: str, data: Any) -> Outcome:
    """What a file says of a program; raises ``ValueError``, ``KeyError`` or ``TypeError``."""
    reader = Reader(data["parts"])
    analysis = Analysis(
        path,
        variables=reader.read(tuple[VariableEvent, ...], data["variables"]),
        problems=reader.read(tuple[Problem, ...], data["problems"]),
        waiting=reader.read(tuple[Waiting, ...], data["waiting"]),
        gaps=reader.read(tuple[Gap, ...], data["gaps"]),
        files=reader.read(frozenset[str], data["files"]),
        environment=reader.read(str, data["environment"]),
    )
    return Outcome(
        path,
        analysis,
        reader.read(tuple[Finding, ...], data["findings"]),
        silenced=reader.read(frozenset[tuple[str, int]], data["silenced"]),
    )


def _version(folder: str) -> list[str]:
    """What makes this program another one: its own text, which need not have a new version.

    Which text the files have is kept in the cache's ``folder``, by their sizes and times: reading
    all of them takes longer than finding an outcome.
    """
    package = os.path.dirname(os.path.abspath(scope_lsp.__file__))
    paths = sorted(_files(package))
    state = hashlib.blake2b(digest_size=16)
    for path in paths:
        status = os.stat(path)
        state.update(f"{path}\0{status.st_size}\0{status.st_mtime_ns}\0".encode())
    known = os.path.join(folder, state.hexdigest() + _STATE)
    try:
        text = str(_read(known))
    except (OSError, ValueError):
        text = _text_of(package, paths)
        with suppress(OSError):
            _write(folder, known, text)
    return [scope_lsp.__version__, text, sys.version, sys.platform]


def _text_of(package: str, paths: Sequence[str]) -> str:
    """A digest of what the files of the package say."""
    digest = hashlib.blake2b(digest_size=16)
    for path in paths:
        with open(path, "rb") as file:
            data = file.read()
        digest.update(f"{path[len(package) :]}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()


def _write(folder: str, path: str, data: Any) -> None:
    """Write a file at once: others see all of it or nothing."""
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", dir=folder, suffix=".new", delete=False
    ) as file:
        json.dump(data, file, separators=(",", ":"))
    os.replace(file.name, path)


def _files(folder: str) -> Iterator[str]:
    for above, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != "__pycache__"]
        yield from (os.path.join(above, name) for name in names)
