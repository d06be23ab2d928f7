"""Finds the source of a module by its absolute dotted name: buffers, stubs, roots, environment.

It looks up paths by Python's own rules.  What the program has put into ``sys.path`` is an argument
of the look-up.  Nothing is imported or run.  A module that is only an extension is not found.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from urllib.parse import unquote, urlsplit

from scope_lsp.interpreter.loader import DataSource, Entry, ModuleSource, Origin, Place
from scope_lsp.resolve import disk
from scope_lsp.resolve.class_table import class_table
from scope_lsp.resolve.environment import Environment, find_environment, installed_major
from scope_lsp.resolve.files import is_regular, read_source
from scope_lsp.resolve.inert import is_inert
from scope_lsp.resolve.members import with_members
from scope_lsp.resolve.releases import release
from scope_lsp.resolve.stub_path import OWN_STUBS, StubPath
from scope_lsp.resolve.workspace import SOURCE, TEXTS, Workspace, holds

_HOLD_OBJECTS = frozenset(
    ["IPython", "deap", "django", "flask", "hyperopt", "ipywidgets", "networkx", "optuna", "sympy"]
)
"""Packages that are left alone, and keep whatever they are given."""
_FILE_NAME = re.compile(r"[^/\\:\0]+")
"""A part of a module's name.  ``import_module`` also finds ``net-a.py``, but nothing elsewhere: it
looks for the part among a folder's files (importlib, ``FileFinder.find_spec``)."""
MAXIMUM_DATA = 500_000
"""The maximum length in characters: a longer file is data, not configuration."""
MAXIMUM_TEXT = 10_000
"""The same for text: a list of class names is shorter, a corpus is longer."""


class ModuleLoader:
    """Implements ``interpreter.loader.Loader`` for one analysis, and remembers its answers.

    ``roots`` are import roots, the first wins.  ``buffers`` map the path or URI of open documents
    to their text, which shadows the disk.  ``stub_paths`` are the user's stub folders.
    ``environment`` says where installed packages are, or is the setting of this name.
    """

    def __init__(
        self,
        roots: Iterable[str],
        buffers: Mapping[str, str] | None = None,
        stub_paths: Iterable[str] = (),
        environment: Environment | str = "",
    ) -> None:
        self._roots = list(dict.fromkeys(os.path.abspath(path_of(root)) for root in roots))
        self._buffers = {path_of(key): text for key, text in (buffers or {}).items()}
        self._workspace = Workspace(self._roots, self._buffers)
        self._stubs = StubPath(stub_paths)
        self.environment = (
            find_environment(environment, self._roots)
            if isinstance(environment, str)
            else environment
        )
        self._releases: dict[str, tuple[int, ...] | None] = {}
        self._found: dict[tuple[str, str | None, tuple[str, ...]], ModuleSource | None] = {}

    @property
    def folders(self) -> Sequence[str]:
        """The import roots that are folders; see ``interpreter.loader.Loader.folders``."""
        return self._workspace.folders

    def look(self, path: str) -> Place:
        """See ``interpreter.loader.Loader.look``."""
        return self._workspace.look(path)

    def entries(self, path: str) -> Sequence[Entry] | None:
        """See ``interpreter.loader.Loader.entries``."""
        return self._workspace.entries(path)

    def source(self, path: str, name: str) -> ModuleSource | None:
        """See ``interpreter.loader.Loader.source``."""
        if self._workspace.look(path) is not Place.FILE:
            return None
        text = self._text(path)
        if text is None:
            return None
        return ModuleSource(name, path, text, os.path.basename(path) == "__init__.py")

    def find(
        self, name: str, importer: str | None, path: Sequence[str] = ()
    ) -> ModuleSource | None:
        """The source of module ``name``, or None; see ``interpreter.loader.Loader.find``."""
        importer = path_of(importer) if importer else None
        key = (name, importer, tuple(path))
        if key not in self._found:
            self._found[key] = self._find(*key)
        return self._found[key]

    def is_inert(self, name: str) -> bool:
        """Whether a module builds no graph; see ``interpreter.loader.Loader.is_inert``."""
        return is_inert(name) or self._stubs.is_left_alone(name)

    def holds_data(self, name: str) -> bool:
        """See ``interpreter.loader.Loader.holds_data``."""
        return self._stubs.is_left_alone(name) and name.partition(".")[0] not in _HOLD_OBJECTS

    def has_exact_parameters(self, name: str) -> bool:
        """See ``interpreter.loader.Loader.has_exact_parameters``."""
        return self._stubs.has_exact_parameters(name)

    def attributes_of(self, module: str, name: str) -> frozenset[str] | None:
        """See ``interpreter.loader.Loader.attributes_of``."""
        return class_table().attributes(name) if self.has_exact_parameters(module) else None

    def left_alone(self, name: str) -> str | None:
        """See ``interpreter.loader.Loader.left_alone``."""
        package = name.partition(".")[0]
        if not self._stubs.is_left_alone(package):
            return None
        is_there = self._search(package, self.environment.folders, Origin.USER) is not None
        return f"{package} is not interpreted" if is_there else None

    def data(self, path: str) -> DataSource | None:
        """A configuration or small text file below one of the roots; see ``loader.Loader.data``.

        Or a source that is not open in an editor, whose text may change during a run.
        """
        ending = path.lower()
        maximum = MAXIMUM_DATA if ending.endswith(SOURCE) else MAXIMUM_TEXT
        if not ending.endswith((*SOURCE, *TEXTS)):
            return None
        for root in self._roots:
            found = os.path.normpath(os.path.join(root, path))
            if not any(holds(home, os.path.dirname(found)) for home in self._roots):
                continue
            if found in self._buffers and ending.endswith(".py"):
                return None
            is_inside = self._workspace.has(found)
            text = self._text(found) if is_inside or found in self._buffers else None
            if text is not None and len(text) <= maximum:
                return DataSource(found, text)
        return None

    def renew(self, path: str, text: str) -> None:
        """The text of a file is another one from now on."""
        if path in self._buffers:
            self._buffers[path] = text
        for key, source in self._found.items():
            if source is not None and source.path == path:
                self._found[key] = replace(source, text=text)

    def read(self, path_or_uri: str) -> str | None:
        """The text of a file in the editor, or else on disk, or else None."""
        return self._text(path_of(path_or_uri))

    def installed_major(self, package: str) -> int | None:
        """The first part of the version of a package in the environment, if it is installed."""
        return installed_major(package, self.environment.folders)

    def _find(self, name: str, importer: str | None, path: tuple[str, ...]) -> ModuleSource | None:
        if not all(_FILE_NAME.fullmatch(part) for part in name.split(".")):
            return None
        canonical = self._of_release(self._stubs.canonical(name))
        stub = self._search(canonical, self._stubs.folders, _origin(canonical))
        if stub is None or not stub.path.endswith(".py"):  # only a folder
            stub = self._mirror(canonical) or stub
        stub = with_members(canonical, stub, self._stubs)
        if stub is not None and not self._stubs.gives_way(canonical):
            return stub
        is_left_alone = self._stubs.is_left_alone(name)
        if is_left_alone:
            path = tuple(folder for folder in path if self._workspace.has(folder))
        for known_as in dict.fromkeys((name, canonical)):
            found = self._search(known_as, dict.fromkeys((*path, *self._roots)), Origin.USER)
            # Like an installed package, a model takes precedence over a folder that is not a
            # package; so does a large package, which is rarely missing where it is imported.
            is_elsewhere = stub is not None or is_left_alone
            if found is not None and (not is_elsewhere or found.path.endswith(".py")):
                return found
        if stub is not None:
            return stub
        if self._stubs.is_package(name):
            return ModuleSource(name, f"<{name}>", "", is_package=True, origin=Origin.STUB)
        if not is_left_alone and not self._is_modelled(canonical):
            found = self._search(name, self.environment.folders, Origin.USER)
        if found is None and importer is not None:
            found = self._beside(name, importer)
        return None if is_left_alone and found and not found.path.endswith(".py") else found

    def _of_release(self, canonical: str) -> str:
        """The module that replaces this one in the release for which the program is written."""
        for each in self._stubs.releases:
            renamed = each.renamed(canonical)
            own = each.module.partition(".")[0]
            if renamed is not None and (each.package == own or self._release(own) is None):
                known = self._release(each.package)
                if known is not None and known >= each.first:
                    return renamed
        return canonical

    def _release(self, package: str) -> tuple[int, ...] | None:
        if package not in self._releases:
            folders = self.environment.folders
            self._releases[package] = release(package, folders, self._roots, self._text)
        return self._releases[package]

    def in_version_2(self, name: str) -> str:
        """What a module is for a program that is written for TensorFlow 2."""
        for each in self._stubs.releases:
            if each.package == "tensorflow" and each.first >= (2,):
                renamed = each.renamed(self._stubs.canonical(name))
                if renamed is not None:
                    return renamed
        return name

    def _mirror(self, canonical: str) -> ModuleSource | None:
        """The model of a module that is the text of another one's, by a stub folder's mirrors."""
        mirrored = self._stubs.mirrored(canonical)
        if mirrored is None:
            return None
        module, original, package = mirrored
        found = self._search(module, self._stubs.folders, _origin(canonical))
        if found is None or not found.text:
            return None
        text = re.sub(rf"\b{re.escape(original)}\b", package, found.text)
        return replace(found, name=canonical, text=text)

    def _is_modelled(self, canonical: str) -> bool:
        """Whether the package is ours: an installed copy would not work together with its model."""
        package = canonical.partition(".")[0]
        return self._search(package, self._stubs.folders, Origin.STUB) is not None

    def _search(self, name: str, folders: Iterable[str], origin: Origin) -> ModuleSource | None:
        """The first module below ``folders``; a bare folder only if there is nothing else."""
        namespace: str | None = None
        for folder in folders:
            base = os.path.join(folder, *name.split("."))
            for path in (os.path.join(base, "__init__.py"), base + ".py"):
                text = self._text(path)
                if text is not None:
                    is_package = path[len(base)] != "."
                    is_ours = folder == OWN_STUBS and path not in self._buffers
                    builds = origin is Origin.STUB and self._stubs.may_build(name)
                    return ModuleSource(
                        name,
                        path,
                        text,
                        is_package,
                        origin,
                        may_build=builds,
                        is_formatted=is_ours,
                    )
            if namespace is None and (self._workspace.is_new(base) or disk.is_folder(base)):
                namespace = base
        if namespace is None:
            return None
        return ModuleSource(name, namespace, "", is_package=True, origin=origin)

    def _beside(self, name: str, importer: str) -> ModuleSource | None:
        """A module next to its importer, as Python 2 finds it, with the name that it has there."""
        folder = os.path.dirname(importer)
        if not os.path.isabs(folder):
            return None
        found = self._search(name, (folder,), Origin.USER)
        if found is None or not is_regular(found.path):
            return found
        known_as, _ = module_name(found.path)
        return ModuleSource(known_as, found.path, found.text, found.is_package, Origin.USER)

    def _text(self, path: str) -> str | None:
        text = self._buffers.get(path)
        if text is None:
            return read_source(path)
        disk.shadowed(path)
        return text


def _origin(name: str) -> Origin:
    """Whether a stub models a module of the standard library or another one."""
    standard = name.split(".")[0] in sys.stdlib_module_names
    return Origin.STANDARD if standard else Origin.STUB


def module_name(path: str, roots: Iterable[str] = ()) -> tuple[str, str]:
    """The dotted name of the file at ``path`` and the root to which it is relative.

    A file inside a package (``__init__.py`` beside it) is relative to the first folder upwards that
    is not a package.  Any other is relative to the longest of ``roots`` that contains it, or else
    to its folder.
    """
    path = os.path.abspath(path_of(path))
    folder, file = os.path.split(path)
    stem = file.removesuffix(".py")
    parts = [] if stem == "__init__" else [stem]
    while is_regular(os.path.join(folder, "__init__.py")):
        parent, package = os.path.split(folder)
        if not package.isidentifier():
            break
        parts.insert(0, package)
        folder = parent
    if len(parts) == 1 and stem != "__init__":
        holding = [root for root in map(os.path.abspath, roots) if holds(root, folder)]
        if holding:
            root = max(holding, key=len)
            between = os.path.relpath(folder, root).split(os.sep) if folder != root else []
            if all(part.isidentifier() for part in between):
                return ".".join([*between, stem]), root
    return ".".join(parts) or os.path.basename(folder), folder


def path_of(path_or_uri: str) -> str:
    """The path of a ``file:`` URI; anything else unchanged."""
    if not path_or_uri.startswith("file:"):
        return path_or_uri
    path = unquote(urlsplit(path_or_uri).path)
    if os.name == "nt":
        path = os.path.normpath(path.lstrip("/"))
    return path
