"""Where installed packages lie, found by reading files: no interpreter is ever started.

A virtual environment is believed when it has a ``pyvenv.cfg``; of ``*.pth`` files only the lines
that name folders count, for the lines that are code would have to be run.
"""

from __future__ import annotations

import os
import re
import sysconfig
from collections.abc import Iterable, Iterator, Mapping
from glob import escape, glob

from scope_lsp.resolve.files import read_source

_FOLDERS = (".venv", "venv", "env", ".env")
"""Names under which people keep a virtual environment in their project."""

_MAXIMUM_PTH = 200
"""Files with paths, and lines in each, that are looked at."""


def site_packages(
    roots: Iterable[str], variables: Mapping[str, str] = os.environ
) -> tuple[str, ...]:
    """The folders of installed packages, the likeliest environment first.

    That is the active environment, then one in a root, then the one that this program runs in.
    """
    found: dict[str, None] = {}
    for prefix in _prefixes(roots, variables):
        for folder in _sites(prefix):
            found.setdefault(folder)
    own = sysconfig.get_paths()
    for key in ("purelib", "platlib"):
        found.setdefault(own[key])
    for folder in list(found):
        for named in _named_in_pth(folder):
            found.setdefault(named)
    return tuple(found)


def installed_major(package: str, folders: Iterable[str]) -> int | None:
    """The first part of an installed package's version, None when it is not installed.

    As the name of its ``*.dist-info`` folder has it; builds like ``tensorflow_cpu`` count.
    """
    pattern = re.compile(rf"{package}(?:[_-](?:cpu|gpu|intel|macos))?-(\d+)[\w.+]*\.dist-info")
    for folder in folders:
        try:
            names = os.listdir(folder)
        except OSError:
            continue
        for name in names:
            match = pattern.fullmatch(name)
            if match:
                return int(match[1])
    return None


def _prefixes(roots: Iterable[str], variables: Mapping[str, str]) -> Iterator[str]:
    for variable in ("VIRTUAL_ENV", "CONDA_PREFIX"):
        prefix = variables.get(variable)
        if prefix:
            yield prefix
    for root in roots:
        for name in _FOLDERS:
            prefix = os.path.join(root, name)
            if os.path.isfile(os.path.join(prefix, "pyvenv.cfg")):
                yield prefix


def _sites(prefix: str) -> list[str]:
    """The ``site-packages`` of an environment, of its newest Python first."""
    patterns = (("lib", "python*", "site-packages"), ("Lib", "site-packages"))
    found: list[str] = []
    for pattern in patterns:
        found += sorted(glob(os.path.join(escape(prefix), *pattern)), key=_version, reverse=True)
    return [folder for folder in found if os.path.isdir(folder)]


def _version(folder: str) -> tuple[int, ...]:
    """The version in ``.../python3.11/site-packages``, for sorting."""
    name = os.path.basename(os.path.dirname(folder))
    return tuple(int(part) for part in name.removeprefix("python").split(".") if part.isdigit())


def _named_in_pth(folder: str) -> Iterator[str]:
    """Folders that the ``*.pth`` files of ``folder`` add, as editable installs do."""
    try:
        names = sorted(name for name in os.listdir(folder) if name.endswith(".pth"))
    except OSError:
        return
    for name in names[:_MAXIMUM_PTH]:
        text = read_source(os.path.join(folder, name)) or ""
        for line in text.splitlines()[:_MAXIMUM_PTH]:
            line = line.strip()
            if not line or line.startswith(("#", "import ", "import\t")) or "\0" in line:
                continue
            path = os.path.normpath(os.path.join(folder, line))
            if os.path.isdir(path):
                yield path
