"""Whether a file can lead to TensorFlow at all, decided from texts before anything is interpreted.

Only a clear "no" counts.  What is not found, or may be imported by a name that the text does not
show, may lead there.  This is not an index: it follows the imports of one file.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from functools import lru_cache

from scope_lsp.interpreter.loader import Loader, ModuleSource, Origin
from scope_lsp.resolve import disk
from scope_lsp.resolve.files import is_regular
from scope_lsp.resolve.importers import imports_of
from scope_lsp.resolve.stub_path import OWN_STUBS
from scope_lsp.syntax.by_text import by_text
from scope_lsp.syntax.outline import Import, outline

MAXIMUM_FILES = 300
"""The maximum number of modules: a file that imports more of them may as well be interpreted."""

_MENTIONS = ("tensorflow", "keras")
"""In small letters.  Texts are searched for them as they are: much faster than by a pattern."""
_IMPORTS = re.compile(r"^\s*(?:from|import)\s+(?:tensorflow|keras)\b", re.MULTILINE)
_COMPUTED = re.compile(
    r"\b(?:import_module|__import__|execfile|run_path|run_module|load_source|load_module"
    r"|exec_module|spec_from_file_location|FileFinder|SourceFileLoader|pydoc|runpy|zipimport)\b"
    r"|(?<![\w.])(?:exec|eval)\b"
    r"|\bsys\.path\b|\baddsitedir\b|\b__path__|\b__package__\b|\bextend_path\b"
    r"|\bimport[ \t]+sys[ \t]+as\b|\bfrom[ \t]+sys[ \t]+import\b(?:[ \t]*\([^)]*|[^\n]*)\bpath\b"
)
"""Text that imports or runs code by a possibly computed name, or changes where modules are.  Only
words, without what follows them, because a program may give such a function another name."""
_IMPORT_FUNCTIONS = re.compile(r"\b(?:import_module|__import__|import_file)\b")
_COMPUTED_BY_MODELS = ("importlib", "imp", "pkgutil", "runpy")
"""Modules of the standard library whose use is visible in the importing text."""
_ENGINE = re.compile(r"\b_scope_lsp\b")
_STATEMENT = re.compile(
    r"(?:^|[;:])[ \t\f]*(?:from[ \t\f]*(\.[. \t\f]*|(?<=[ \t\f]))(?:(?!import\b)([\w.]+))?[ \t\f]*"
    r"(?<!\w)import\b[ \t\f]*(\((?:[^)#]|#[^\n]*)*\)?|[^\n#;]+)"
    r"|import[ \t\f]+([^\n#;]+))",
    re.MULTILINE,
)
"""Import statements, and what looks like one in strings, for texts that do not parse."""
_QUOTED = re.compile(r"[\"'](\w+)[\"']")
_NAME = re.compile(r"(?<![\w.])([\w.]+)(?:[ \t]+as[ \t]+\w+)?")
_LANDMARKS = ("os.py", "_collections_abc.py", os.path.join("encodings", "__init__.py"))
"""Files that only the folder of the standard library contains together."""


def may_reach_tensorflow(source: ModuleSource, loader: Loader) -> tuple[bool, set[str]]:
    """Whether running a file may build a graph, and the paths of the other files that say so."""
    files: set[str] = set()
    seen: set[str] = set()
    waiting = [source]
    while waiting:
        module = waiting.pop()
        if _leads_there(module):
            return True, files
        for names in _imported(module, loader):
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


def signs(text: str) -> tuple[object, ...]:
    """What the text of a file of the program itself contributes to ``may_reach_tensorflow``."""
    found = [pattern.search(text) is not None for pattern in (_COMPUTED, _IMPORT_FUNCTIONS)]
    return _mentions(text), *found, frozenset(_imports(text)), frozenset(imports_of(text))


def _mentions(text: str) -> bool:
    """Whether a text names TensorFlow or Keras anywhere, in any letters."""
    text = text.lower()
    return any(word in text for word in _MENTIONS)


def _leads_there(module: ModuleSource) -> bool:
    if module.origin is Origin.USER:
        if _mentions(module.text):
            return True
        return not is_standard(module.path) and _COMPUTED.search(module.text) is not None
    # A model: what it says about TensorFlow may be a comment.
    if _IMPORTS.search(module.text):
        return True
    if not module.path.startswith(OWN_STUBS) and _ENGINE.search(module.text):
        return True
    return (
        module.name.partition(".")[0] not in _COMPUTED_BY_MODELS
        and _IMPORT_FUNCTIONS.search(module.text) is not None
    )


def is_standard(path: str) -> bool:
    """Whether a file is one of the standard library's own.

    The name alone does not decide, because any file may have it.  Such a module never imports
    TensorFlow, and what it imports by a computed name comes from its user.
    """
    look = _is_standard_folder.__wrapped__ if disk.is_noting() else _is_standard_folder
    return look(os.path.dirname(path), os.path.basename(path).partition(".")[0])


@lru_cache(maxsize=2_000)
def _is_standard_folder(folder: str, name: str) -> bool:
    while True:
        is_named_so = name in sys.stdlib_module_names or name == "test"
        if is_named_so and all(is_regular(os.path.join(folder, mark)) for mark in _LANDMARKS):
            return True
        above, name = os.path.split(folder)
        if above == folder or not name.isidentifier():  # no longer inside a package
            return False
        folder = above


def _imported(module: ModuleSource, loader: Loader) -> Iterator[list[str]]:
    """For each import the modules that it may load: a module, and a part of a package."""
    package = module.name if module.is_package else module.name.rpartition(".")[0]
    skips = module.origin is Origin.USER and is_standard(module.path)
    for dots, base, name in _imports(module.text):
        if dots:
            parts = package.split(".")
            above = parts[: len(parts) - dots + 1] if package else []
            base = ".".join([*above, base] if base else above)
        elif skips and base.partition(".")[0] in sys.stdlib_module_names:
            continue  # another one of its kind
        if base and name == "*":
            yield [base, *_packages(base)]
            for part in _starred(base, module, loader):
                yield [f"{base}.{part}", base]
        elif base:
            yield [base, *([f"{base}.{name}"] if name else []), *_packages(base)]
        elif name.isidentifier():  # outside a package, where Python would refuse it
            yield [name]


def _starred(base: str, module: ModuleSource, loader: Loader) -> Iterable[str]:
    """The parts of a package that ``from base import *`` may load, which its ``__all__`` names."""
    package = loader.find(base, module.path)
    if package is None or not package.is_package or "__all__" not in package.text:
        return ()
    found = disk.names(os.path.dirname(package.path)) or ()
    names = [name.removesuffix(".py") for name in found]
    return sorted({*_QUOTED.findall(package.text), *filter(str.isidentifier, names)})


def _imports(text: str) -> Iterable[Import]:
    known = outline(text)
    return _look_like_imports(text) if known is None else known.imports


@by_text(64)
def _look_like_imports(text: str) -> Iterable[Import]:
    found: dict[Import, None] = {}
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\\\n", " ")
    for match in _STATEMENT.finditer(text):
        leading, base, names, modules = match.groups()
        if modules:
            for name in _NAME.findall(modules):
                found[0, name, ""] = None
            continue
        dots = (leading or "").count(".")
        base = base or ""
        found[dots, base, ""] = None
        if "*" in names:
            found[dots, base, "*"] = None
        for name in _NAME.findall(names):
            found[dots, base, name] = None
    return found


def _packages(name: str) -> list[str]:
    """The packages around a module, which are imported with it."""
    parts = name.split(".")
    return [".".join(parts[:end]) for end in range(1, len(parts))]


def _is_harmless(name: str, module: ModuleSource, loader: Loader) -> bool:
    """Whether an import that finds nothing cannot lead to TensorFlow."""
    if name == "__main__" or loader.is_inert(name):  # the first is the analysed file
        return True
    if module.origin is not Origin.USER:  # what a model imports is another model, or the engine
        return True
    return is_standard(module.path) or name not in _certainly_imported(module.text)


def _certainly_imported(text: str) -> frozenset[str]:
    """The modules that the statements of a text name."""
    return frozenset(base for dots, base, _ in imports_of(text) if not dots)
