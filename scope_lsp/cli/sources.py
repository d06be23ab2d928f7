"""Which files a command is about: arguments expanded, folders searched, entry scripts told apart.

Not how they are analysed (``programs``).
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from scope_lsp.cli import notebooks
from scope_lsp.cli.console import complain
from scope_lsp.resolve import folders
from scope_lsp.resolve.files import read_source

_SKIPPED = folders.SKIPPED | {"venv", "env", "_build"}

_STARTS = re.compile(
    r"""^(?:if\s*\(?\s*(?:__name__\s*==\s*(['"])__main__\1|(['"])__main__\2\s*==\s*__name__)"""
    r"|@\w+\.automain\b|@begin\.start\b)",
    re.MULTILINE,
)
"""What tells a script from a module: a guard, or a decorator of Sacred's or begins's."""


@dataclass(slots=True)
class Sources:
    """The files of a command, in order and each once, and what could not be used."""

    files: list[str] = field(default_factory=list)
    """Absolute paths."""
    problems: list[str] = field(default_factory=list)
    """Arguments that could not be read; the command ends with exit code 2."""
    notes: list[str] = field(default_factory=list)
    """Worth a word, but no failure."""


Choice = Callable[[str, list[str]], list[str]]
"""Given a folder and the Python files below it, the ones to take."""


def collect(arguments: Sequence[str], exclude: Sequence[str], choose: Choice | None) -> Sources:
    """Expand files and folders, and complain about what could not be used.

    ``choose`` picks from the files of a folder (None: all).  A file that is named outright is
    taken whatever it is called and whatever ``exclude`` says.
    """
    sources = Sources()
    found: dict[str, None] = {}
    for argument in arguments:
        path = os.path.abspath(argument)
        if os.path.isdir(path):
            files = list(python_files(path, exclude))
            if not files:
                sources.notes.append(f"{argument}: no Python files found")
            if choose is not None:
                files = choose(path, files)
            found.update(dict.fromkeys(files))
        elif reason := unreadable(path):
            sources.problems.append(f"{argument}: {reason}")
        else:
            found[path] = None
    sources.files = list(found)
    for message in (*sources.problems, *sources.notes):
        complain(message)
    return sources


def unreadable(path: str) -> str | None:
    """Why the file cannot be read, None when it can."""
    try:
        if stat.S_ISREG(os.stat(path).st_mode):  # others could block
            with open(path, "rb"):
                pass
    except OSError as error:
        return error.strerror or str(error)
    except ValueError as error:  # a null byte in the name
        return str(error)
    if notebooks.is_notebook(path):
        try:
            notebooks.read(path)
        except notebooks.NotReadable as error:
            return str(error)
        return None
    return None if read_source(path) is not None else "not a regular file, or too big"


def python_files(folder: str, exclude: Sequence[str] = ()) -> Iterator[str]:
    """Every ``.py`` file and Python notebook below ``folder``, without what ``exclude`` names.

    They come in a settled order.

    A pattern fits the name of a file or folder, its path from the working directory, or its path
    from ``folder``.
    """
    excluded = [_regex(glob) for glob in exclude]

    def is_excluded(path: str) -> bool:
        return _is_excluded(path, folder, excluded)

    endings = (".py", notebooks.ENDING)
    for path in folders.python_files(folder, _SKIPPED, is_excluded, endings):
        if not notebooks.is_notebook(path) or _is_python(path):
            yield path


def _is_python(path: str) -> bool:
    """Whether a notebook is of Python's, or broken, which is worth to be said."""
    try:
        notebooks.read(path)
    except notebooks.NotPython:
        return False
    except notebooks.NotReadable:
        pass
    return True


def entry_scripts(folder: str, files: list[str], globs: Sequence[str]) -> list[str]:
    """Those of ``files`` that are run rather than imported.

    They match one of ``globs`` (from the root of the disk); without globs they have a ``__main__``
    guard, or a decorator that runs what it decorates; when none has, they lie directly in
    ``folder``.  A notebook is always run.
    """
    if globs:
        patterns = [_regex(glob) for glob in globs]
        return [path for path in files if any(_fits(pattern, path) for pattern in patterns)]
    books = {path for path in files if notebooks.is_notebook(path)}
    scripts = [path for path in files if path not in books]
    chosen = {path for path in scripts if _STARTS.search(read_source(path) or "")}
    chosen = chosen or {path for path in scripts if os.path.dirname(path) == folder}
    return [path for path in files if path in chosen or path in books]


def _is_excluded(path: str, folder: str, patterns: Sequence[re.Pattern[str]]) -> bool:
    spellings = (
        os.path.basename(path),
        path,
        os.path.relpath(path, folder),
        os.path.relpath(path),
    )
    return any(_fits(pattern, spelling) for pattern in patterns for spelling in spellings)


def _fits(pattern: re.Pattern[str], path: str) -> bool:
    return pattern.fullmatch(path.replace(os.sep, "/")) is not None


def _regex(glob: str) -> re.Pattern[str]:
    """The regular expression of a pattern with ``*``, ``?``, ``[...]`` and ``**``."""
    text = os.path.normpath(glob).replace(os.sep, "/")
    pieces: list[str] = []
    for piece in re.split(r"(\*\*/|\*\*|\*|\?|\[!?\]?[^\]/]*\])", text):
        if piece in _WILD:
            pieces.append(_WILD[piece])
        elif piece.startswith("[") and piece.endswith("]"):
            inner = piece[1:-1].replace("\\", "\\\\")
            pieces.append(f"[^{inner[1:]}]" if inner.startswith("!") else f"[{inner}]")
        else:
            pieces.append(re.escape(piece))
    return re.compile("".join(pieces), re.DOTALL)


_WILD = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
