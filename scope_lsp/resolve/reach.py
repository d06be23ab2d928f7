"""Whether a file can lead to TensorFlow at all: decided from texts, before anything is interpreted.

Only a clear "no" counts: whatever is not found, or may be imported by a name that the text does not
show, may lead there.  Not an index: it follows the imports of one file.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import lru_cache

from scope_lsp.interpreter.loader import Loader, ModuleSource, Origin
from scope_lsp.resolve.importers import imports_of

MAXIMUM_FILES = 300
"""Modules that are looked at: a file that imports more of them may as well be interpreted."""

_MENTIONS = re.compile(r"tensorflow|keras", re.IGNORECASE)
_IMPORTS = re.compile(r"^\s*(?:from|import)\s+(?:tensorflow|keras)\b", re.MULTILINE)
_STATEMENT = re.compile(
    r"(?:^|[;:])[ \t]*(?:from[ \t]+([.\w]+)[ \t]+import[ \t]*(\([^)]*\)|[^\n#;]+)"
    r"|import[ \t]+([^\n#;]+))",
    re.MULTILINE,
)
"""Import statements, and whatever in strings looks like one: quicker than a parser."""
_NAME = re.compile(r"(?<![\w.])([\w.]+)(?:[ \t]+as[ \t]+\w+)?")
_COMPUTED = re.compile(
    r"\b(?:import_module|__import__|execfile|exec|run_path|run_module|load_source|load_module"
    r"|exec_module|locate)\s*\("
)
"""Calls that import or run code by a name that may be computed."""


def may_reach_tensorflow(source: ModuleSource, loader: Loader) -> tuple[bool, set[str]]:
    """Whether running a file may build a graph, and the paths of the other files that say so."""
    files: set[str] = set()
    seen: set[str] = set()
    waiting = [source]
    while waiting:
        module = waiting.pop()
        if _leads_there(module):
            return True, files
        for names in _imported(module):
            for name in names:
                other = None if name in seen else loader.find(name, module.path)
                if other is not None:
                    seen.add(name)
                    waiting.append(other)
                    if other.origin is Origin.USER:
                        files.add(other.path)
            if seen.isdisjoint(names) and not _is_harmless(names[0], module, loader):
                return True, files
        if len(seen) > MAXIMUM_FILES:
            return True, files
    return False, files


def _leads_there(module: ModuleSource) -> bool:
    if module.origin is not Origin.USER:  # a model: what it says of TensorFlow may be a comment
        return _IMPORTS.search(module.text) is not None
    is_standard = module.name.partition(".")[0] in sys.stdlib_module_names
    computed = not is_standard and _COMPUTED.search(module.text)
    return bool(computed or _MENTIONS.search(module.text))


def _imported(module: ModuleSource) -> Iterator[list[str]]:
    """For each import the modules that it may load: a module, and a part of a package."""
    package = module.name if module.is_package else module.name.rpartition(".")[0]
    for dots, base, name in _imports(module.text):
        if dots:
            parts = package.split(".")
            above = parts[: len(parts) - dots + 1] if package else []
            base = ".".join([*above, base] if base else above)
        if base:
            yield [base, *([f"{base}.{name}"] if name else []), *_packages(base)]


@lru_cache(maxsize=2_000)
def _imports(text: str) -> tuple[tuple[int, str, str], ...]:
    """How many dots, the module, and a name imported from it ("" for the module itself)."""
    found: dict[tuple[int, str, str], None] = {}
    for match in _STATEMENT.finditer(text.replace("\\\n", " ")):
        origin, names, modules = match.groups()
        if modules:
            for name in _NAME.findall(modules):
                found[0, name, ""] = None
            continue
        base = origin.lstrip(".")
        dots = len(origin) - len(base)
        found[dots, base, ""] = None
        for name in _NAME.findall(names):
            found[dots, base, name] = None
    return tuple(found)


def _packages(name: str) -> list[str]:
    """The packages around a module, which are imported with it."""
    parts = name.split(".")
    return [".".join(parts[:end]) for end in range(1, len(parts))]


def _is_harmless(name: str, module: ModuleSource, loader: Loader) -> bool:
    """Whether an import that finds nothing cannot lead to TensorFlow."""
    if loader.is_inert(name):
        return True
    if module.origin is not Origin.USER:  # what a model imports is another model, or the engine
        return True
    return name not in _certainly_imported(module.text)


@lru_cache(maxsize=2_000)
def _certainly_imported(text: str) -> frozenset[str]:
    """The modules that the statements of a text name, by its parse."""
    return frozenset(base for dots, base, _ in imports_of(text) if not dots)
