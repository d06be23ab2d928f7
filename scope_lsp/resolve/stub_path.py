"""Where models of libraries are, and under which other names they are known.

A stub folder is laid out like an import root and may hold a ``METADATA.toml``.  Its ``[aliases]``
rename modules: the key, or a module below it, is the same module as its value.  Its list
``gives_way`` names packages whose source a program may bring itself, which then takes precedence.
``not_interpreted`` names those that are not interpreted where they are installed.  ``[models]``
says where the members of a module are modelled that no public name leads to.  ``[mirrors]`` says
which package has the same text as the modules of another one: those for which it has no file are
read with its own name instead of the other's.  Each of ``[[releases]]`` says what a module is from
a release of a package on.  ``exact_parameters`` names packages whose public functions and classes
take exactly the parameters of the library's.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from scope_lsp import toml
from scope_lsp.resolve.files import read_source

OWN_STUBS = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "stubs")


@dataclass(frozen=True, slots=True)
class Release:
    """What a module, and those below it, mean from a release of a package on."""

    module: str
    package: str
    first: tuple[int, ...]
    means: str

    def renamed(self, module: str) -> str | None:
        """``module`` by its other name; None if the release does not concern it."""
        if f"{module}.".startswith(f"{self.module}."):
            return self.means + module[len(self.module) :]
        return None


class StubPath:
    """The stub folders in order (the user's first, then ours) and their aliases."""

    def __init__(self, stub_paths: Iterable[str] = ()) -> None:
        self.folders: tuple[str, ...] = (*map(os.path.abspath, stub_paths), OWN_STUBS)
        self._aliases: dict[str, str] = {}
        self._gives_way: tuple[str, ...] = ()
        self._not_interpreted: set[str] = set()
        self._models: dict[str, str] = {}
        self._mirrors: dict[str, str] = {}
        self.releases: tuple[Release, ...] = ()
        self._exact: set[str] = set()
        self._builders: tuple[str, ...] = ()
        self._harmless: tuple[str, ...] = ()
        for folder in reversed(self.folders):
            text = read_source(os.path.join(folder, "METADATA.toml"))
            if text:
                self._aliases.update(_table(text, "aliases"))
                self._models.update(_table(text, "models"))
                self._mirrors.update(_table(text, "mirrors"))
                self.releases = (*_releases(text), *self.releases)
                self._exact.update(_list(text, "exact_parameters"))
                self._builders += _list(text, "builders")
                self._harmless += _list(text, "harmless")
                self._gives_way += _list(text, "gives_way")
                self._not_interpreted.update(_list(text, "not_interpreted"))
        self._packages = {
            ".".join(parts[:end])
            for parts in (alias.split(".") for alias in self._aliases)
            for end in range(1, len(parts))
        }

    def is_package(self, name: str) -> bool:
        """Whether aliases lead to modules below ``name``, which itself is only a folder."""
        return name in self._packages

    def gives_way(self, canonical: str) -> bool:
        """Whether an available source takes precedence over the stub of this module."""
        return any(f"{canonical}.".startswith(f"{package}.") for package in self._gives_way)

    def is_left_alone(self, name: str) -> bool:
        """Whether a module belongs to a package that is not interpreted where it is installed."""
        return name.partition(".")[0] in self._not_interpreted

    def has_exact_parameters(self, module: str) -> bool:
        """Whether the public functions and classes of a package take what the library's take."""
        return module.partition(".")[0] in self._exact

    def may_build(self, module: str) -> bool:
        """Whether functions and classes of a stub may make variables."""
        is_builder = module.partition(".")[0] in self._builders
        return is_builder and not module.startswith(self._harmless)

    def model(self, module: str) -> str | None:
        """The stub that models the members of a module which has no stub of its own."""
        return self._models.get(module)

    def mirrored(self, module: str) -> tuple[str, str, str] | None:
        """Which module's text ``module`` has, and which package name to replace by which in it.

        A mirror below another one (``a.shared`` below ``a``) has the names of the outer one.  Its
        own modules find there the text that they replace.
        """
        for mirror in sorted(self._mirrors, key=len, reverse=True):
            if f"{module}.".startswith(f"{mirror}."):
                original = self._mirrors[mirror]
                return original + module[len(mirror) :], original, mirror.partition(".")[0]
        return None

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
def _table(text: str, key: str) -> dict[str, str]:
    """A table of names in a ``METADATA.toml``; empty if it does not parse."""
    table = _metadata(text).get(key)
    if not isinstance(table, dict):
        return {}
    return {key: value for key, value in table.items() if isinstance(value, str)}


def _list(text: str, key: str) -> tuple[str, ...]:
    """A list of names in a ``METADATA.toml``; empty if it is not one."""
    names = _metadata(text).get(key)
    return tuple(name for name in names if isinstance(name, str)) if isinstance(names, list) else ()


def _releases(text: str) -> Iterator[Release]:
    """The ``[[releases]]`` of a ``METADATA.toml`` that are complete."""
    tables = _metadata(text).get("releases")
    for table in tables if isinstance(tables, list) else ():
        if isinstance(table, dict):
            values = [table.get(key) for key in ("module", "package", "from", "means")]
            module, package, first, means = values
            if all(isinstance(value, str) for value in values):
                numbers = tuple(int(part) for part in str(first).split(".") if part.isdigit())
                yield Release(str(module), str(package), numbers, str(means))


@lru_cache(maxsize=16)
def _metadata(text: str) -> dict[str, object]:
    try:
        return toml.loads(text)
    except ValueError:
        return {}
