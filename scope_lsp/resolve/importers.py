"""Which programs of a workspace lead to a file: an index of imports, kept up to date.

It reads texts and never runs them.  A look-up is for one file and resolves only the imports whose
last part matches.  The analysis finds out what a program really reaches.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from scope_lsp import globs
from scope_lsp.resolve.files import is_regular, read_source
from scope_lsp.resolve.folders import python_files
from scope_lsp.syntax.outline import Import, outline

MAXIMUM_FILES = 5_000
"""The maximum number of Python files in a workspace: with more, it is a whole disk rather than a
project."""
MAXIMUM_SIZE = 1_000_000
"""The maximum size of a file in bytes: larger ones are data."""
MAXIMUM_TOTAL = 60_000_000
"""The maximum size of all files together in bytes: more would keep the background busy for
minutes."""

_STATEMENT = re.compile(r"^[ \t]*(?:from[ \t]+([.\w]+)[ \t]+)?import[ \t]+\(?([\w., \t]+)", re.M)
_STARTS = re.compile(
    r"^if[ \t]+__name__[ \t]*==|^(?:tf\.)?(?:compat\.v1\.)?(?:flags\.|app\.)+(?:run|FLAGS)\b"
    r"|^[\w.]+\.main\(\)|^main\(",
    re.M,
)


@dataclass(slots=True)
class _File:
    stamp: object
    imports: tuple[Import, ...] = ()
    words: frozenset[str] = frozenset()
    """The last parts of all imports: a quick test before resolving."""
    is_script: bool = False


@dataclass
class ImportIndex:
    """The imports of all files below some folders."""

    folders: Sequence[str] = ()
    _files: dict[str, _File] = field(default_factory=dict)

    def update(
        self, buffers: Mapping[str, str], cancelled: Callable[[], bool] = lambda: False
    ) -> None:
        """Search the folders again; only what changed is read.  ``buffers`` shadow files."""
        seen: set[str] = set()
        total = 0
        for path in chain(buffers, *map(python_files, self.folders)):
            if path in seen:
                continue
            if len(seen) >= MAXIMUM_FILES or total > MAXIMUM_TOTAL or cancelled():
                break
            seen.add(path)
            total += self._read(path, buffers.get(path))
        for path in set(self._files) - seen:
            del self._files[path]

    def _read(self, path: str, text: str | None) -> int:
        """Add a file to the index; returns its size."""
        if text is None:
            try:
                status = os.stat(path)
            except OSError:
                return 0
            size = status.st_size
            stamp: object = (status.st_mtime_ns, size)
            if size > MAXIMUM_SIZE:
                return 0
        else:
            size = len(text)
            stamp = hash(text)
        known = self._files.get(path)
        if known is not None and known.stamp == stamp:
            return size
        text = read_source(path) if text is None else text
        if text is None:
            return 0
        imports = tuple(dict.fromkeys(imports_of(text)))
        words = {(name or module).rpartition(".")[2] for _, module, name in imports}
        words |= {module.rpartition(".")[2] for _, module, _ in imports}
        self._files[path] = _File(
            stamp, imports, frozenset(words), _STARTS.search(text) is not None
        )
        return size

    def programs(
        self,
        path: str,
        roots: Iterable[str] = (),
        entry_points: Sequence[str] = (),
        preferred: Iterable[str] = (),
    ) -> list[str]:
        """The programs that lead to the file ``path``, the likeliest first.

        They are those that match the anchored globs ``entry_points``.  If none does, a program is a
        file that looks as if it were started, or is imported by nothing else.  Those in
        ``preferred`` come first, then the ones fewest imports away.  Tests are only used if nothing
        else leads to the file.  ``roots`` are import roots.
        """
        everywhere = tuple(dict.fromkeys((*roots, *self.folders)))
        distance = {path: 0}
        frontier = [path]
        imported: set[str] = set()
        while frontier:
            after: list[str] = []
            for target in frontier:
                for importer in self._importers(target, everywhere):
                    imported.add(target)
                    if importer not in distance:
                        distance[importer] = distance[target] + 1
                        after.append(importer)
            frontier = after
        preferred = set(preferred)
        others = [file for file in distance if file != path]
        named = [file for file in others if globs.matches(entry_points, file)]
        found = named or [
            file for file in others if self._files[file].is_script or file not in imported
        ]

        def order(file: str) -> tuple[object, ...]:
            own = self._files[file]
            return (
                file not in preferred,
                not own.is_script,
                distance[file],
                file,
            )

        ordered = sorted(found, key=order)
        if named:
            return ordered
        return [file for file in ordered if not _is_test(file)] or ordered

    def _importers(self, target: str, roots: Sequence[str]) -> Iterator[str]:
        stem = os.path.splitext(os.path.basename(target))[0]
        if stem == "__init__":
            stem = os.path.basename(os.path.dirname(target))
        for path, file in self._files.items():
            if stem in file.words and path != target:
                wanted = (entry for entry in file.imports if stem in f".{entry[1]}.{entry[2]}.")
                if any(target in _candidates(entry, path, roots) for entry in wanted):
                    yield path


def _candidates(entry: Import, importer: str, roots: Sequence[str]) -> Iterator[str]:
    """The files that an import may mean."""
    dots, module, name = entry
    folder = os.path.dirname(importer)
    if dots:
        for _ in range(dots - 1):
            folder = os.path.dirname(folder)
        bases: tuple[str, ...] = (folder,)
    else:
        bases = (folder, *roots, _above_package(folder))
    dotted = [part for part in module.split(".") if part]
    for base in bases:
        for parts in (dotted, [*dotted, name] if name else None):
            if parts is not None:
                stem = os.path.join(base, *parts)
                yield stem + ".py"
                yield os.path.join(stem, "__init__.py")


def _above_package(folder: str) -> str:
    """The folder that contains a package, in which ``python -m package.module`` is started."""
    while is_regular(os.path.join(folder, "__init__.py")):
        folder = os.path.dirname(folder)
    return folder


def imports_of(text: str) -> Iterable[Import]:
    """The imports of a text, at any place in it."""
    known = outline(text)
    return _likely_imports(text) if known is None else known.imports


def _likely_imports(text: str) -> Iterator[Import]:
    """Text that looks like imports, for texts that do not parse."""
    for match in _STATEMENT.finditer(text):
        module = match[1] or ""
        dots = len(module) - len(module.lstrip("."))
        for part in match[2].split(","):
            words = part.split()
            if words and match[1]:
                yield dots, module.lstrip("."), words[0]
            elif words:
                yield 0, words[0], ""


def _is_test(path: str) -> bool:
    stem = os.path.splitext(os.path.basename(path))[0]
    return stem.startswith("test_") or stem.endswith("_test") or stem == "conftest"
