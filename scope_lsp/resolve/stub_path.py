"""Where models of libraries lie, and under which other names they are known.

A stub folder has the shape of an import root and may hold a ``METADATA.toml`` whose ``[aliases]``
rename modules: the key, or a module below it, is the same module as its value.  Its list
``gives_way`` names packages whose source a program may bring itself, which then goes first.
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
        self._gives_way: tuple[str, ...] = ()
        for folder in reversed(self.folders):
            text = read_source(os.path.join(folder, "METADATA.toml"))
            if text:
                self._aliases.update(_aliases(text))
                self._gives_way += _gives_way(text)
        self._packages = {
            ".".join(parts[:end])
            for parts in (alias.split(".") for alias in self._aliases)
            for end in range(1, len(parts))
        }

    def is_package(self, name: str) -> bool:
        """Whether aliases lead to modules below ``name``, which itself is no more than a folder."""
        return name in self._packages

    def gives_way(self, canonical: str) -> bool:
        """Whether a source at hand is to be preferred to the stub of this module."""
        return any(f"{canonical}.".startswith(f"{package}.") for package in self._gives_way)

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
    table = _metadata(text).get("aliases")
    if not isinstance(table, dict):
        return {}
    return {key: value for key, value in table.items() if isinstance(value, str)}


@lru_cache(maxsize=16)
def _gives_way(text: str) -> tuple[str, ...]:
    names = _metadata(text).get("gives_way")
    return tuple(name for name in names if isinstance(name, str)) if isinstance(names, list) else ()


def _metadata(text: str) -> dict[str, object]:
    try:
        found: dict[str, object] = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return {}
    return found
