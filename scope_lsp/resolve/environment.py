"""The environment in which a program's imports are looked up, and the folders of its packages.

It is the user's environment, never the one in which scope-lsp runs: packages beside the server, in
an editor's extension or in the system's Python, say nothing about the program.  All of this is
found by reading files: no interpreter is ever started.  In ``*.pth`` files, only the lines that
name folders count, because the other lines are code that would have to be run.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any

from scope_lsp.resolve import disk
from scope_lsp.resolve.files import read_source

HANDED_ON = "SCOPE_LSP_ENVIRONMENT"
"""The variable in which an editor passes the interpreter or environment selected in it."""

_VARIABLES = {
    HANDED_ON: "the one that the editor uses",
    "VIRTUAL_ENV": "VIRTUAL_ENV",
    "CONDA_PREFIX": "CONDA_PREFIX",
}
"""Variables that name an environment, in order of precedence, and what to call it."""
_FOLDERS = (".venv", "venv", "env", ".env")
"""Usual names of a virtual environment in a project, likeliest first."""
_MARKS = ("pyvenv.cfg", "conda-meta")
"""Files and folders that an environment of ``venv``, ``virtualenv`` or conda contains."""

_MAXIMUM_PTH = 200
"""The maximum number of such files, and of lines in each, that are read."""
_MAXIMUM_FOLDERS = 2_000
"""The maximum number of entries in a project's folder that are searched for an environment."""


@dataclass(frozen=True)
class Environment:
    """One environment, or none."""

    path: str | None
    """Its folder or its interpreter, as it was named; None if there is none."""
    reason: str
    """What names it, or why there is none."""

    def __str__(self) -> str:
        return f"{self.path} ({self.reason})" if self.path else f"none ({self.reason})"

    @cached_property
    def folders(self) -> tuple[str, ...]:
        """The folders of its packages, in the order in which its Python searches them."""
        if self.path is None:
            return ()
        found = dict.fromkeys(_packages(self.path))
        for folder in list(found):
            found.update(dict.fromkeys(_named_in_pth(folder)))
        return tuple(found)


def find_environment(
    setting: str, roots: Iterable[str], variables: Mapping[str, str] = os.environ
) -> Environment:
    """The environment that ``setting`` names, else the active one, else one in a root.

    If the setting names something that does not exist, there is no environment: no other one is
    used instead.
    """
    if setting:
        setting = os.path.expanduser(setting)
        if _is_environment(setting):
            return Environment(os.path.normpath(setting), "the setting `environment`")
        return Environment(
            None, f"the setting `environment` names {setting}, which is not an environment"
        )
    for variable, reason in _VARIABLES.items():
        path = variables.get(variable)
        if path and _is_environment(path):
            return Environment(os.path.normpath(path), reason)
    for root in roots:
        for prefix in _inside(root):
            return Environment(prefix, "found in the project")
    return Environment(None, "no setting, no active environment, and none in the project")


def installed_major(package: str, folders: Iterable[str]) -> int | None:
    """The first part of an installed package's version, None if it is not installed.

    It is read from the name of the ``*.dist-info`` folder.  Builds like ``tensorflow_cpu`` count
    too.
    """
    pattern = re.compile(rf"{package}(?:[_-](?:cpu|gpu|intel|macos))?-(\d+)[\w.+]*\.dist-info")
    for folder in folders:
        for name in distributions(folder):
            match = pattern.fullmatch(name)
            if match:
                return int(match[1])
    return None


def distributions(folder: str) -> list[str]:
    """The names of the ``*.dist-info`` folders in a folder of packages."""
    found: Any = disk.ask("distributions", folder)
    return found  # type: ignore[no-any-return]


disk.ASKED["distributions"] = lambda folder: [
    name for name in disk.names(folder) or () if name.endswith(".dist-info")
]


def _is_environment(path: str) -> bool:
    """Whether a path is one of an environment's folder or of an interpreter."""
    return disk.is_folder(path) or disk.is_file(path)


def _inside(root: str) -> list[str]:
    """The environments directly in a folder: under a usual name first, then by name."""
    found: Any = disk.ask("environments", root)
    return found  # type: ignore[no-any-return]


def _environments(root: str) -> Iterator[str]:
    for name in _FOLDERS:
        prefix = os.path.join(root, name)
        if _is_marked(prefix):
            yield prefix
    for name in (disk.names(root) or ())[:_MAXIMUM_FOLDERS]:
        if "." not in name[1:]:  # spares a look at most files
            prefix = os.path.join(root, name)
            if _is_marked(prefix):
                yield prefix


disk.ASKED["environments"] = lambda root: list(islice(_environments(root), 1))


def _is_marked(prefix: str) -> bool:
    return any(disk.exists(os.path.join(prefix, mark)) for mark in _MARKS)


def _packages(path: str) -> Iterator[str]:
    """The folders of packages of an environment or interpreter, without what ``*.pth`` add."""
    if not disk.is_file(path):
        yield from _of_prefix(path)
        return
    prefix = os.path.dirname(os.path.dirname(path))
    if _is_marked(prefix):
        yield from _of_prefix(prefix)
    elif _is_marked(os.path.dirname(path)):  # conda on Windows: the interpreter is at the top
        yield from _of_prefix(os.path.dirname(path))
    else:
        yield from _of_interpreter(path)


def _of_prefix(prefix: str) -> Iterator[str]:
    """``site-packages`` of an environment, of its newest Python first."""
    library = os.path.join(prefix, "lib")
    pythons = [name for name in disk.names(library) or () if name.startswith("python")]
    found = [os.path.join(library, name, "site-packages") for name in pythons]
    found.sort(key=_version, reverse=True)
    found.append(os.path.join(prefix, "Lib", "site-packages"))
    yield from filter(disk.is_folder, found)
    settings = dict(_settings(os.path.join(prefix, "pyvenv.cfg")))
    if settings.get("include-system-site-packages", "").lower() == "true" and "home" in settings:
        version = ".".join(settings.get("version", settings.get("version_info", "")).split(".")[:2])
        yield from _of_interpreter(os.path.join(settings["home"], f"python{version}"))


def _settings(file: str) -> Iterator[tuple[str, str]]:
    for line in (read_source(file) or "").splitlines()[:_MAXIMUM_PTH]:
        key, equals, value = line.partition("=")
        if equals:
            yield key.strip().lower(), value.strip()


def _of_interpreter(path: str) -> Iterator[str]:
    """The package folders of an interpreter that does not belong to a virtual environment.

    They are those of module ``site``; ``dist-packages`` are Debian's.
    """
    names = (os.path.basename(disk.real(path)), os.path.basename(path))
    version = next((found[1] for name in names if (found := _NUMBERED.fullmatch(name))), "3")
    prefix = os.path.dirname(os.path.dirname(path))
    library = f"python{version}"
    places = [
        (os.path.expanduser("~"), ".local", "lib", library, "site-packages"),
        (prefix, "local", "lib", library, "site-packages"),
        (prefix, "local", "lib", library, "dist-packages"),
        (prefix, "lib", library, "site-packages"),
        (prefix, "lib", library, "dist-packages"),
        (prefix, "lib", f"python{version[0]}", "dist-packages"),
        (os.path.dirname(path), "Lib", "site-packages"),
    ]
    yield from filter(disk.is_folder, (os.path.join(*place) for place in places))


_NUMBERED = re.compile(r"python(\d(?:\.\d+)?)(?:\.exe)?")


def _version(folder: str) -> tuple[int, ...]:
    """The version in ``.../python3.11/site-packages``, for sorting."""
    name = os.path.basename(os.path.dirname(folder))
    return tuple(int(part) for part in name.removeprefix("python").split(".") if part.isdigit())


def _named_in_pth(folder: str) -> Iterator[str]:
    """Folders that the ``*.pth`` files of ``folder`` add, as editable installs do."""
    names = [name for name in disk.names(folder) or () if name.endswith(".pth")]
    for name in names[:_MAXIMUM_PTH]:
        text = read_source(os.path.join(folder, name)) or ""
        for line in text.splitlines()[:_MAXIMUM_PTH]:
            line = line.strip()
            if not line or line.startswith(("#", "import ", "import\t")) or "\0" in line:
                continue
            path = os.path.normpath(os.path.join(folder, line))
            if disk.is_folder(path):
                yield path
