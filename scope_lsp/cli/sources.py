"""Which files a command is about: expands arguments, searches folders, finds entry scripts.

``programs`` analyses them.
"""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from scope_lsp import globs
from scope_lsp.analysis import notebook_file as notebooks
from scope_lsp.cli.configuration import Configuration
from scope_lsp.cli.console import complain
from scope_lsp.resolve import folders
from scope_lsp.resolve.files import MAXIMUM_NOTEBOOK, MAXIMUM_SIZE, decode, read_source
from scope_lsp.resolve.gitignore import GitIgnored

STDIN = "-"
"""The argument that stands for standard input."""

_ENDINGS = (".py", ".pyw", ".pyi")
_SHEBANG = re.compile(rb"#!.*python")
_NOT_PYTHON = f"not a Python file: {', '.join(_ENDINGS)}, {notebooks.ENDING}, or a script's #! line"
_NULLS = "not a Python file: it holds null bytes"
_SKIPPED = folders.SKIPPED | {"venv", "env", "_build"}

_STARTS = re.compile(
    r"""^(?:if\s*\(?\s*(?:__name__\s*==\s*(['"])__main__\1|(['"])__main__\2\s*==\s*__name__)"""
    r"|@\w+\.automain\b|@begin\.start\b)",
    re.MULTILINE,
)
"""What distinguishes a script from a module: a guard, or a decorator of Sacred or begins."""


@dataclass(slots=True)
class Sources:
    """The files of a command, in order and each once, and what could not be used."""

    files: list[str] = field(default_factory=list)
    """Absolute paths."""
    problems: list[str] = field(default_factory=list)
    """Arguments that could not be read; the command ends with exit code 2."""
    notes: list[str] = field(default_factory=list)
    """Worth mentioning, but not a failure."""
    texts: dict[str, str] = field(default_factory=dict)
    """By path, the text from standard input instead of the disk."""


Choice = Callable[[str, list[str]], list[str]]
"""A function that selects from the Python files below a folder."""


def collect(
    arguments: Sequence[str],
    exclude: Sequence[str],
    choose: Choice | None,
    stdin_filename: str | None = None,
    configuration: Configuration | None = None,
    *,
    is_forced: bool = False,
) -> Sources:
    """Expand files and folders, and report what could not be used.

    ``choose`` selects from the files of a folder (None: all).  A file that is named is always used,
    whatever ``exclude`` says, if it is Python; but not if that is ``is_forced``.  ``-`` is standard
    input, as if it were the text of ``stdin_filename``.
    """
    sources = Sources()
    found: dict[str, None] = {}
    left_out = False
    for argument in arguments:
        path = os.path.abspath(argument)
        if not argument:
            sources.problems.append("an empty argument is not a path; . is the current folder")
        elif is_forced and _is_left_out(path, exclude, configuration):
            left_out = True
        elif argument == STDIN:
            if sources.texts:
                continue  # it was read
            path = os.path.abspath(stdin_filename or STDIN)
            try:
                sources.texts[path] = _standard_input(path)
            except ValueError as error:
                sources.problems.append(f"{stdin_filename or STDIN}: {error}")
            else:
                found[path] = None
        elif os.path.isdir(path) and not _is_saved(path):
            files = list(python_files(path, exclude, configuration))
            if not files:
                sources.notes.append(f"{argument}: no Python files found")
            if choose is not None:
                files = choose(path, files)
            found.update(dict.fromkeys(files))
        elif not path.endswith((".py", notebooks.ENDING)) and _is_saved(path):
            sources.problems.append(
                f"{argument}: it holds variables but is not a program; "
                f"`scope-lsp diff {argument} PROGRAM` compares it with a program"
            )
        elif reason := unreadable(path):
            sources.problems.append(f"{argument}: {reason}")
        else:
            found[path] = None
    if left_out and not found:
        sources.notes.append("all files that were named are excluded")
    sources.files = list(found)
    for message in (*sources.problems, *sources.notes):
        complain(message)
    return sources


def _is_saved(path: str) -> bool:
    """Whether a path that is not a program's names saved variables."""
    from scope_lsp.resolve.checkpoint_files import is_saved  # loads what reads each format

    return is_saved(path)


def _standard_input(path: str) -> str:
    """All of standard input; raises ``ValueError`` if it cannot be the text of ``path``."""
    maximum = MAXIMUM_NOTEBOOK if notebooks.is_notebook(path) else MAXIMUM_SIZE
    data = sys.stdin.buffer.read(maximum + 1)
    if len(data) > maximum:
        raise ValueError("too big")
    if b"\0" in data:
        raise ValueError(_NULLS)
    text = decode(data)
    if notebooks.is_notebook(path):
        try:
            notebooks.parse(path, text)
        except notebooks.NotReadable as error:
            raise ValueError(str(error)) from error
    return text


def unreadable(path: str) -> str | None:
    """Why the file cannot be read or is not Python, None if it is fine."""
    head = b""
    try:
        if stat.S_ISREG(os.stat(path).st_mode):  # others could block
            with open(path, "rb") as file:
                head = file.read(4096)
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
    ending = os.path.splitext(path)[1].lower()
    if ending not in ("", *_ENDINGS) and not _SHEBANG.match(head):
        return _NOT_PYTHON
    text = read_source(path)
    if text is None:
        return "not a regular file, or too big"
    return _NULLS if "\0" in text else None


def python_files(
    folder: str, exclude: Sequence[str] = (), configuration: Configuration | None = None
) -> Iterator[str]:
    """Every ``.py`` file and Python notebook below ``folder``, in a fixed order.

    This leaves out what the patterns ``exclude`` name, which are relative to the working directory
    or to ``folder``, and what the settings and the ``.gitignore`` files leave out.
    """
    is_excluded = _excluder(folder, exclude, configuration)
    endings = (".py", notebooks.ENDING)
    for path in folders.python_files(folder, _SKIPPED, is_excluded, endings):
        if not notebooks.is_notebook(path) or _is_python(path):
            yield path


def _is_left_out(path: str, exclude: Sequence[str], configuration: Configuration | None) -> bool:
    """Whether a search of the working directory would leave a path or a folder above it out."""
    here = os.getcwd()
    is_excluded = _excluder(here, exclude, configuration)
    inside = os.path.join(here, "")
    parts = path[len(inside) :].split(os.sep) if path.startswith(inside) else []
    above = [os.path.join(here, *parts[:count]) for count in range(1, len(parts))]
    return is_excluded(path, is_folder=os.path.isdir(path)) or any(
        os.path.basename(one) in _SKIPPED
        or os.path.basename(one).startswith(".")
        or is_excluded(one, is_folder=True)
        for one in above
    )


def _excluder(
    folder: str, exclude: Sequence[str], configuration: Configuration | None
) -> folders.Excludes:
    """What the patterns, the settings and the ``.gitignore`` files leave out of a search."""
    configuration = configuration or Configuration()
    starts = dict.fromkeys((os.getcwd(), folder))
    patterns = [globs.anchored(glob, start) for glob in exclude for start in starts]
    ignored = GitIgnored(folder)

    def is_excluded(path: str, is_folder: bool) -> bool:
        settings = configuration.of_folder(os.path.dirname(path))
        return (
            globs.matches(patterns, path, is_folder)
            or globs.matches(settings.exclude, path, is_folder)
            or (settings.respect_gitignore and ignored(path, is_folder))
        )

    return is_excluded


def _is_python(path: str) -> bool:
    """Whether a notebook is a Python notebook, or broken, which must be reported."""
    try:
        notebooks.read(path)
    except notebooks.NotPython:
        return False
    except notebooks.NotReadable:
        pass
    return True


def entry_scripts(folder: str, files: list[str], wanted: Sequence[str]) -> list[str]:
    """Those of ``files`` that are run rather than imported.

    They match the anchored globs ``wanted``.  Without any globs, they have a ``__main__`` guard or
    a decorator that runs what it decorates; if none has, they are directly in ``folder``.  A
    notebook is always run.
    """
    if wanted:
        return [path for path in files if globs.matches(wanted, path)]
    books = {path for path in files if notebooks.is_notebook(path)}
    scripts = [path for path in files if path not in books]
    chosen = {path for path in scripts if _STARTS.search(read_source(path) or "")}
    chosen = chosen or {path for path in scripts if os.path.dirname(path) == folder}
    return [path for path in files if path in chosen or path in books]


def left_out(files: Sequence[str], chosen: Sequence[str]) -> list[str]:
    """Those of ``files`` that look like scripts although they are not ``chosen``.

    They use TensorFlow outside functions, and no other file imports them.
    """
    rest = set(files) - set(chosen)
    if not rest:
        return []
    imported: set[str] = set()
    for path in files:
        for found in _IMPORTS.finditer(read_source(path) or ""):
            imported.update(_WORD.findall(found[0]))
    return [
        path
        for path in files
        if path in rest
        and os.path.splitext(os.path.basename(path))[0] not in imported
        and _builds(read_source(path) or "")
    ]


def _builds(text: str) -> bool:
    return "tensorflow" in text and _BUILDS.search(text) is not None


_IMPORTS = re.compile(r"^[ \t]*(?:from|import)[ \t][^\n(]*(?:\([^)]*\))?", re.MULTILINE)
_WORD = re.compile(r"\w+")
_BUILDS = re.compile(
    r"^(?:with|for|if|try|while)\b[^\n]*:|^[\w., \[\]]+=[^=\n]*\btf\.\w|^\w[\w.]*\(", re.MULTILINE
)
"""A statement outside functions that may create variables."""
