"""Finds the source of a module by its absolute dotted name: buffers, stubs, roots, environment.

Plain look-ups of paths, by Python's own rules for packages.  Nothing is imported or run.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from urllib.parse import unquote, urlsplit

from scope_lsp.interpreter.loader import ModuleSource, Origin
from scope_lsp.resolve.files import is_regular, read_source
from scope_lsp.resolve.stub_path import StubPath


class ModuleLoader:
    """Fulfils ``interpreter.loader.Loader``; made anew for each analysis, remembers its answers."""

    def __init__(
        self,
        roots: Iterable[str],
        buffers: Mapping[str, str] | None = None,
        stub_paths: Iterable[str] = (),
    ) -> None:
        self._roots = tuple(dict.fromkeys(map(os.path.abspath, roots)))
        self._buffers = {_path_of(key): text for key, text in (buffers or {}).items()}
        self._stubs = StubPath(stub_paths)
        self._found: dict[tuple[str, str | None], ModuleSource | None] = {}

    def find(self, name: str, importer: str | None) -> ModuleSource | None:
        """The source of module ``name``, or None; see ``interpreter.loader.Loader.find``."""
        folder = os.path.dirname(_path_of(importer)) if importer else None
        key = (name, folder)
        if key not in self._found:
            self._found[key] = self._find(name, folder)
        return self._found[key]

    def _find(self, name: str, folder: str | None) -> ModuleSource | None:
        if not all(part.isidentifier() for part in name.split(".")):
            return None
        canonical = self._stubs.canonical(name)
        found = self._search(canonical, self._stubs.folders, Origin.STUB)
        if found is None:
            found = self._search(name, self._roots, Origin.USER)
        if found is None and canonical != name:
            found = self._search(canonical, self._roots, Origin.USER)
        if found is None and folder is not None:
            found = self._search(name, (folder,), Origin.USER)
        return found

    def _search(self, name: str, folders: Iterable[str], origin: Origin) -> ModuleSource | None:
        """The first module below ``folders``; a bare folder only if there is nothing else."""
        namespace: str | None = None
        for folder in folders:
            base = os.path.join(folder, *name.split("."))
            for path, is_package in (
                (os.path.join(base, "__init__.py"), True),
                (base + ".py", False),
            ):
                text = self._text(path)
                if text is not None:
                    return ModuleSource(name, path, text, is_package, origin)
            if namespace is None and os.path.isdir(base):
                namespace = base
        if namespace is None:
            return None
        return ModuleSource(name, namespace, "", True, origin)

    def _text(self, path: str) -> str | None:
        if path in self._buffers:
            return self._buffers[path]
        return read_source(path)


def module_name(path: str, roots: Iterable[str] = ()) -> tuple[str, str]:
    """The dotted name of the file at ``path`` and the root that it is counted from.

    A file inside a package (folders with ``__init__.py`` above it) is counted from the first
    folder that is no package; else from the longest of ``roots`` that holds it, else its folder.
    """
    path = os.path.abspath(_path_of(path))
    folder, file = os.path.split(path)
    stem = file[:-3] if file.endswith(".py") else file
    parts = [] if stem == "__init__" else [stem]
    while is_regular(os.path.join(folder, "__init__.py")):
        folder, package = os.path.split(folder)
        if not package.isidentifier():
            folder = os.path.join(folder, package)
            break
        parts.insert(0, package)
    return ".".join(parts) or os.path.basename(folder), folder


def _path_of(path_or_uri: str) -> str:
    """The path of a ``file:`` URI; anything else as it is."""
    if path_or_uri.startswith("file:"):
        return unquote(urlsplit(path_or_uri).path)
    return path_or_uri
