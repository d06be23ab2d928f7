"""A folder of results, each with the answers to all questions that it rests on.

Whoever makes a result notes what it asks the disk, negative answers too (``resolve/disk.py``).  It
counts as long as each question is answered as before.  Files are JSON: one that is damaged, or
somebody else's, is as good as none.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import stat
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

import scope_lsp
from scope_lsp.resolve import disk, environment, files
from scope_lsp.resolve.user_cache import user_cache

_ASKING = (environment, files)
"""The modules that add to ``disk.ASKED``: what they ask can only be asked once they are loaded."""
_ENDING = ".json"
_STATE = ".state"
"""The ending of a file that says which text of this program a state of its files has."""
_MAXIMUM = 20_000_000
"""Bytes of a file that is written or read: a result takes rarely a tenth of a million."""
_TOTAL = 500_000_000
"""Bytes of all files together."""
_DAYS = 30
"""After which what nobody asked for is removed."""
_OURS = re.compile(r"[0-9a-f]{64}\.json|[0-9a-f]{32}\.state|tmp\w+\.new")
"""The names of the files here: a user may name a folder that holds other ones."""
_VARIABLES = ("SCOPE_LSP_ENVIRONMENT", "VIRTUAL_ENV", "CONDA_PREFIX", "HOME")
"""Of the environment, on which the place of installed packages depends."""
_IGNORE = "# Made by scope-lsp; it may be removed.\n*\n"
_SWITCH = "SCOPE_LSP_NO_CACHE"
"""The environment variable that switches every cache off."""


def is_switched_off() -> bool:
    """Whether the user's environment wants no cache."""
    return bool(os.environ.get(_SWITCH))


def own(name: str) -> str:
    """A folder of the user's own, which nobody else can write to; raises ``OSError``."""
    above = user_cache()
    if above is None:
        raise FileNotFoundError(name)
    folder = os.path.join(above, name)
    os.makedirs(folder, mode=0o700, exist_ok=True)
    status = os.stat(folder)
    if hasattr(os, "getuid") and (status.st_uid != os.getuid() or status.st_mode & 0o022):
        raise PermissionError(folder)
    return folder


class Folder:
    """One folder, open for one process.

    ``most`` results are kept, those that were asked for last.  ``schema`` is the version of what
    its user writes.
    """

    def __init__(self, folder: str, schema: int, most: int) -> None:
        """Make the folder if it is not there; raises ``OSError``."""
        self._folder = os.path.abspath(folder)
        self._schema = schema
        self._most = most
        os.makedirs(self._folder, exist_ok=True)
        ignore = os.path.join(self._folder, ".gitignore")
        if not os.path.exists(ignore):
            with open(ignore, "w", encoding="utf-8") as file:
                file.write(_IGNORE)
        self._version = _version(self._folder)

    def path(self, what: object) -> str:
        """The file of the result for a question, which JSON can write, in this environment."""
        whole = [
            self._version,
            self._schema,
            what,
            _working_folder(),
            [os.environ.get(name) for name in _VARIABLES],
        ]
        text = json.dumps(whole, sort_keys=True, default=sorted)
        name = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        return os.path.join(self._folder, name + _ENDING)

    def find(self, path: str, answers: Answers) -> Any:
        """The result in a file, if all that it depends on is as it was; None otherwise."""
        try:
            data = _read(path)
            if not all(map(answers.hold, data["asked"])):
                return None
        except (OSError, ValueError, TypeError, KeyError, LookupError, RecursionError):
            return None
        with suppress(OSError):
            os.utime(path)
        return data

    def keep(self, path: str, asked: Mapping[disk.Question, str], data: dict[str, Any]) -> None:
        """Keep a result that depends on these answers; raises ``OSError``."""
        if disk.UNSTEADY not in asked.values():
            noted = [[*question, answer] for question, answer in asked.items()]
            _write(self._folder, path, {**data, "asked": noted})

    def tidy(self) -> None:
        """Remove results that nobody asked for in a long time, and those beyond the limit."""
        found: list[tuple[float, int, str]] = []
        with os.scandir(self._folder) as entries:
            for entry in entries:
                if _OURS.fullmatch(entry.name):
                    with suppress(OSError):
                        status = entry.stat(follow_symlinks=False)
                        found.append((status.st_mtime, status.st_size, entry.path))
        last, total = time.time() - _DAYS * 86_400, 0
        for index, (used, size, path) in enumerate(sorted(found, reverse=True)):
            total += size
            if index >= self._most or used < last or total > _TOTAL:
                with suppress(OSError):
                    os.unlink(path)


class Answers:
    """What the disk answers now; each question is asked once."""

    def __init__(self) -> None:
        self._known: dict[disk.Question, str] = {}

    def hold(self, noted: Sequence[Any]) -> bool:
        """Whether a question is answered as it was noted."""
        question, path, answer = noted
        key = str(question), str(path)
        if key not in self._known:
            self._known[key] = disk.shortened(disk.ASKED[key[0]](key[1]))
        return bool(self._known[key] == answer)


def _read(path: str) -> Any:
    """The content of a file; raises ``OSError`` or ``ValueError``."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    with os.fdopen(os.open(path, flags), "rb") as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode) or status.st_size > _MAXIMUM:
            raise ValueError(path)
        data = file.read(_MAXIMUM)
    try:
        return json.loads(data)
    except RecursionError as error:
        raise ValueError(path) from error


def _working_folder() -> str | None:
    try:
        return os.getcwd()
    except OSError:  # it was removed
        return None


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
        text = _read(known)
        if not isinstance(text, str):
            raise ValueError(known)
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
    """Write a file at once: others see all of it or nothing, also when the disk is full."""
    text = json.dumps(data, separators=(",", ":"))
    if len(text) > _MAXIMUM:
        return
    descriptor, new = tempfile.mkstemp(dir=folder, suffix=".new")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
        os.replace(new, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(new)
        raise


def _files(folder: str) -> Iterator[str]:
    for above, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != "__pycache__"]
        yield from (os.path.join(above, name) for name in names)
