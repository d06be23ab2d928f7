"""Programs from git: the files of a revision, copied from git's objects to a temporary folder.

The working tree is not changed and nothing of the repository is run: no hooks, no filters, no
checkout.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from scope_lsp.resolve.files import MAXIMUM_SIZE
from scope_lsp.resolve.workspace import DATA, TEXTS

_ENDINGS = (".py", ".ipynb", *DATA, *TEXTS)
"""The endings of programs and of what they may read; models and data are not copied."""
_MOST_BYTES = 1 << 30
_SECONDS = 60


class NotInGit(Exception):
    """A revision, or a file in it, is unavailable; the message says why."""


@dataclass(frozen=True, slots=True)
class Extract:
    """The files of a revision."""

    top: str
    """The folder of the working tree."""
    folder: str
    """The folder that holds the files now."""
    path: str
    """The file that was asked for, below ``folder``."""


def split(argument: str) -> tuple[str, str] | None:
    """Split ``REVISION:FILE``; None if it has another form."""
    revision, colon, file = argument.partition(":")
    if not colon or not revision or revision.startswith("-") or os.path.exists(argument):
        return None
    return (revision, file) if file.endswith((".py", ".ipynb")) else None


@contextmanager
def extracted(revision: str, file: str) -> Iterator[Extract]:
    """The files of ``revision`` in a folder; ``file`` is relative as in git: to the top, or ``./``.

    A path that is not at the top is also looked for from the working directory.  Raises
    ``NotInGit``.
    """
    top = _git("rev-parse", "--show-toplevel").decode("utf-8", "surrogateescape").rstrip("\n")
    commit = _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if not commit:
        raise NotInGit(f"{revision}: git knows no such revision")
    blobs = _blobs(commit.decode().strip())
    wanted = _spelled(file, top, blobs)
    if wanted is None:
        raise NotInGit(f"{revision}:{file}: there is no such file in that revision")
    with tempfile.TemporaryDirectory(prefix="scope-lsp-") as folder:
        folder = os.path.realpath(folder)
        _write(folder, blobs)
        yield Extract(top, folder, os.path.join(folder, wanted))


def _spelled(file: str, top: str, blobs: dict[str, tuple[str, int]]) -> str | None:
    here = os.path.relpath(os.path.abspath(file), os.path.realpath(top)).replace(os.sep, "/")
    for name in (os.path.normpath(file).replace(os.sep, "/"), here):
        if name in blobs:
            return name
    return None


def _blobs(commit: str) -> dict[str, tuple[str, int]]:
    """The regular files of a commit that may matter: object and size by path."""
    found: dict[str, tuple[str, int]] = {}
    total = 0
    for line in _git("ls-tree", "-r", "-l", "-z", "--full-tree", commit).split(b"\0"):
        head, tab, raw = line.partition(b"\t")
        fields = head.split()
        if not tab or len(fields) != 4 or fields[0] not in (b"100644", b"100755"):
            continue
        path = raw.decode("utf-8", "surrogateescape")
        size = int(fields[3])
        parts = path.split("/")
        if not path.endswith(_ENDINGS) or size > MAXIMUM_SIZE or not all(map(_is_plain, parts)):
            continue
        total += size
        if total > _MOST_BYTES:
            raise NotInGit("the revision has too many files")
        found[path] = (fields[2].decode(), size)
    return found


def _is_plain(part: str) -> bool:
    """Whether a part of a path names something in its folder, on any system."""
    return part not in ("", ".", "..") and "\\" not in part and ":" not in part


def _write(folder: str, blobs: dict[str, tuple[str, int]]) -> None:
    wanted = "".join(f"{name}\n" for name, _ in blobs.values()).encode()
    data = _git("cat-file", "--batch", given=wanted)
    at = 0
    for path, (_, size) in blobs.items():
        at = data.index(b"\n", at) + 1
        target = os.path.join(folder, path)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(target, "wb") as file:
            file.write(data[at : at + size])
        at += size + 1


def _git(*arguments: str, given: bytes = b"") -> bytes:
    """Return git's output; raises ``NotInGit`` with git's message."""
    quiet = {"GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0"}
    try:
        done = subprocess.run(
            ["git", "-c", "core.fsmonitor=false", *arguments],
            input=given,
            capture_output=True,
            env={**os.environ, **quiet},
            timeout=_SECONDS,
            check=False,
        )
    except FileNotFoundError:
        raise NotInGit("git is not installed") from None
    except subprocess.TimeoutExpired:
        raise NotInGit(f"git did not answer within {_SECONDS} seconds") from None
    if done.returncode and "--quiet" not in arguments:
        words = done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")
        raise NotInGit(f"git: {words or 'failed'}")
    return done.stdout if not done.returncode else b""
