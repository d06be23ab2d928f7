"""Where models of libraries lie, and under which other names they are known.

A stub folder has the shape of an import root and may hold a ``METADATA.toml`` whose ``[aliases]``
rename modules: the key, or a module below it, is the same module as its value.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from functools import lru_cache

from scope_lsp.resolve.files import read_source

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

OWN_STUBS = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "stubs")


class StubPath:
    """The stub folders in order (the user's before ours) and their aliases."""

    def __init__(self, stub_paths: Iterable[str] = ()) -> None:
        self.folders: tuple[str, ...] = (*map(os.path.abspath, stub_paths), OWN_STUBS)
        self._aliases: dict[str, str] = {}
        for folder in reversed(self.folders):
            text = read_source(os.path.join(folder, "METADATA.toml"))
            if text:
                self._aliases.update(_aliases(text))
        self._packages = {
            ".".join(parts[:end])
            for parts in (alias.split(".") for alias in self._aliases)
            for end in range(1, len(parts))
        }

    def is_package(self, name: str) -> bool:
        """Whether aliases lead to modules below ``name``, which itself is no more than a folder."""
        return name in self._packages

    def canonical(self, name: str) -> str:
        """``name`` with its longest aliased prefix replaced, until no alias applies."""
        for _ in range(8):
            prefix = name
            while prefix and prefix not in self._aliases:
                prefix = prefix.rpartition(".")[0]
            if not prefix:
                break
            name = self._aliases[prefix] + name[len(prefix) :]
        return name


@lru_cache(maxsize=16)
def _aliases(text: str) -> dict[str, str]:
    """The ``[aliases]`` table of a ``METADATA.toml``; empty where it does not parse."""
    try:
        table = tomllib.loads(text).get("aliases")
    except tomllib.TOMLDecodeError:
        return {}
    if not isinstance(table, dict):
        return {}
    return {key: value for key, value in table.items() if isinstance(value, str)}
