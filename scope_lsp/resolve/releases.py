"""The release of a package for which a program is written: the installed one, or the required one.

It reads names of folders and the files in which projects list their requirements, as text.  It does
not resolve dependencies: of the releases that a requirement allows, it takes the one that is named.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from typing import Any

from scope_lsp.resolve import disk
from scope_lsp.resolve.environment import distributions

_FILES = re.compile(
    r"(?:requirements.*\.(?:txt|in)|setup\.(?:py|cfg)|pyproject\.toml|Pipfile|environment.*\.ya?ml)"
)
_MAXIMUM = 2_000
"""The maximum number of entries of a folder that are searched for such files."""


def release(
    package: str,
    installed: Iterable[str],
    projects: Iterable[str],
    read: Callable[[str], str | None],
) -> tuple[int, ...] | None:
    """The release of ``package`` as numbers, None if nothing names one.

    ``installed`` are folders of packages, ``projects`` those that may hold lists of requirements.
    """
    built = rf"{package}(?:[_-](?:cpu|gpu|intel|macos))?"
    for names in map(distributions, installed):
        for name in names:
            found = re.fullmatch(rf"{built}-([\d.]+)[\w.+]*\.dist-info", name, re.IGNORECASE)
            if found:
                return _numbers(found[1])
    wanted = re.compile(
        rf"(?<![\w.-]){built}['\"]?\s*(?:[=~>]=|=)\s*['\"]?[\^~=>]*\s*(\d+(?:\.\d+)*)",
        re.IGNORECASE,
    )
    for folder in projects:
        for name in _requirements(folder):
            found = wanted.search(read(os.path.join(folder, name)) or "")
            if found:
                return _numbers(found[1])
    return None


def _requirements(folder: str) -> list[str]:
    found: Any = disk.ask("requirements", folder)
    return found  # type: ignore[no-any-return]


disk.ASKED["requirements"] = lambda folder: [
    name for name in (disk.names(folder) or [])[:_MAXIMUM] if _FILES.fullmatch(name)
]


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(".") if part)
