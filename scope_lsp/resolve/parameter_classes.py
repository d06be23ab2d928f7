"""Finds out, with jedi, what the parameters of a function that nothing calls may hold.

It uses annotations, docstrings and the calls of the function in the workspace.  The questions are
about saved files, so the answers stay valid while the user types.

jedi is slow to import (some 100 ms), not thread-safe, and can run things: it starts interpreters
that it finds, obeys ``.jedi/project.json``, and imports built-in and extension modules.  Here it
gets a project and an environment that name no executable, trust no folder and import nothing, so
that it can only read files.  While it works, it replaces ``sys.path`` of this process for a moment.
It must therefore run in a process where nothing else imports at the same time.  This is the only
module that uses jedi.
"""

from __future__ import annotations

import ast
import os
import pickle
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock
from typing import Any

from scope_lsp.resolve.files import read_source
from scope_lsp.resolve.user_cache import user_cache
from scope_lsp.resolve.workspace import holds
from scope_lsp.syntax.probe import sound_tree
from scope_lsp.syntax.source import Source

MAXIMUM_SIZE = 400_000
"""The maximum size in characters of a file that jedi is asked about: it takes seconds for more."""
MAXIMUM_QUESTIONS = 60
"""The maximum number of questions per analysis; each may open many files."""
MAXIMUM_KINDS = 3
"""A parameter that may hold more kinds of things than this counts as unknown."""

_LOCK = Lock()
_REMEMBERED = 2_000

_EVERYWHERE = frozenset(
    [
        "append",
        "astype",
        "copy",
        "decode",
        "dtype",
        "encode",
        "endswith",
        "eval",
        "extend",
        "format",
        "get",
        "get_shape",
        "graph",
        "items",
        "join",
        "keys",
        "lower",
        "name",
        "ndim",
        "op",
        "replace",
        "reshape",
        "set_shape",
        "shape",
        "size",
        "split",
        "startswith",
        "strip",
        "sum",
        "update",
        "upper",
        "value",
        "values",
    ]
)
"""Attributes of tensors, arrays, texts and containers, which do not identify a class."""


@dataclass(frozen=True, slots=True)
class Definition:
    """A class or function that a parameter may hold, or whose instance it may hold."""

    path: str
    """The file that defines it."""
    name: str
    """Qualified by the enclosing classes: ``Config`` or ``Model.Config``."""
    is_instance: bool
    """Whether the parameter holds an object of the class, not the class itself."""


class ParameterClasses:
    """Answers for one analysis. jedi is loaded with the first question.

    ``roots`` are import roots, the first wins.
    """

    def __init__(self, roots: Sequence[str]) -> None:
        self._roots = tuple(root for root in roots if os.path.isdir(root))
        self._asked = 0

    def of_function(self, path: str, name: str, wanted: Sequence[str]) -> dict[str, Found]:
        """What each of the parameters ``wanted`` of a function may hold, if that is known.

        ``name`` is the function's, qualified by its classes.  A parameter is only looked up if the
        function calls it or reads one of its attributes.
        """
        if not os.path.isabs(path):
            return {}
        holding = [root for root in self._roots if holds(root, os.path.dirname(path))]
        if not holding:
            return {}
        root = min(holding, key=len)  # the calls may be anywhere in the workspace
        stamp = _stamp(path)
        found = {}
        for parameter, line, column in _saved(path, stamp).get(name, ()):
            if parameter in wanted and self._asked < MAXIMUM_QUESTIONS:
                self._asked += 1
                kinds = _infer(self._roots, root, path, stamp, line, column)
                if 0 < len(kinds) <= MAXIMUM_KINDS:
                    found[parameter] = kinds
        return found


Found = tuple[Definition, ...]


def forget() -> None:
    """Forget the answers, because files have changed."""
    _infer.cache_clear()


def _stamp(path: str) -> tuple[int, int] | None:
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


Place = tuple[str, int, int]
"""A parameter, and a use of it: the 1-based line, the 0-based column in code points."""


@lru_cache(maxsize=200)
def _saved(path: str, stamp: object) -> dict[str, tuple[Place, ...]]:
    """The parameters worth looking up, of each function in a file, by its qualified name."""
    text = read_source(path) if stamp else None
    if text is None or len(text) > MAXIMUM_SIZE:
        return {}
    tree = sound_tree(text)
    return {} if tree is None else dict(_functions(tree.body, "", Source(text)))


def _functions(
    body: Sequence[ast.stmt], prefix: str, source: Source
) -> Iterator[tuple[str, tuple[Place, ...]]]:
    for node in body:
        if isinstance(node, ast.ClassDef):
            yield from _functions(node.body, f"{prefix}{node.name}.", source)
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            arguments = node.args
            wanted = {
                each.arg
                for each in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)
            }
            # jedi knows more about a use of a parameter than about the parameter itself.
            uses: dict[str, ast.Name] = {}
            for name in _telling(node):
                first = uses.setdefault(name.id, name)
                if (name.lineno, name.col_offset) < (first.lineno, first.col_offset):
                    uses[name.id] = name
            places = tuple(
                (name, use.lineno, source.column(use.lineno, use.col_offset) - 1)
                for name, use in uses.items()
                if name in wanted
            )
            if places:
                yield prefix + node.name, places


def _telling(function: ast.AST) -> Iterator[ast.Name]:
    """The names that a function calls, or of which it reads an attribute of some class."""
    for node in ast.walk(function):
        if isinstance(node, ast.Attribute) and node.attr not in _EVERYWHERE:
            holder = node.value
        elif isinstance(node, ast.Call):
            holder = node.func
        else:
            continue
        if isinstance(holder, ast.Name):
            yield holder


@lru_cache(maxsize=_REMEMBERED)
def _infer(
    roots: tuple[str, ...], root: str, path: str, stamp: object, line: int, column: int
) -> Found:
    """What jedi says about a parameter: classes and functions of the workspace, or nothing."""
    text = read_source(path)
    if text is None:
        return ()
    with _LOCK:
        try:
            try:
                found = _ask(roots, root, path, text, line, column)
            except (EOFError, pickle.UnpicklingError):
                # A process that was ended while it wrote has left a part of a file in the cache.
                shutil.rmtree(_jedi().settings.cache_directory, ignore_errors=True)
                found = _ask(roots, root, path, text, line, column)
        except Exception:
            # jedi raises all kinds of exceptions on unusual code; an answer is never worth a crash.
            return ()
    known = [each for each in found if each is not None]
    if len(known) != len(found):
        return ()  # it may be something else as well
    return tuple(sorted(set(known), key=lambda each: (each.path, each.name)))


def _ask(
    roots: tuple[str, ...], root: str, path: str, text: str, line: int, column: int
) -> list[Definition | None]:
    jedi = _jedi()
    project = jedi.Project(
        root,
        environment_path=None,
        load_unsafe_extensions=False,
        sys_path=list(roots),
        smart_sys_path=False,
    )
    script = jedi.Script(text, path=path, project=project, environment=_environment())
    return [_definition(name, roots) for name in script.infer(line, column)]


def _definition(name: Any, roots: Sequence[str]) -> Definition | None:
    """One answer of jedi; None unless a file of the workspace defines it at its top level."""
    if name.type not in ("instance", "class", "function") or name.module_path is None:
        return None
    path = str(name.module_path)
    if not path.endswith(".py") or not any(holds(root, os.path.dirname(path)) for root in roots):
        return None
    parts = [name.name]
    outer = name.parent()
    while outer is not None and outer.type == "class":
        parts.insert(0, outer.name)
        outer = outer.parent()
    if outer is None or outer.type != "module":
        return None
    return Definition(path, ".".join(parts), name.type == "instance")


@lru_cache(maxsize=1)
def _jedi() -> Any:
    """The library, configured to keep a private cache and to import nothing."""
    import jedi  # type: ignore[import-untyped]
    from jedi import settings

    folder = user_cache() or os.path.join(os.path.expanduser("~"), ".cache", "scope-lsp")
    settings.cache_directory = os.path.join(folder, "jedi")
    settings.auto_import_modules = []
    settings.allow_unsafe_interpreter_executions = False
    return jedi


@lru_cache(maxsize=1)
def _environment() -> Any:
    """An environment without an interpreter, without folders and without imports."""
    from jedi.api.environment import InterpreterEnvironment  # type: ignore[import-untyped]
    from jedi.inference.compiled.subprocess import (  # type: ignore[import-untyped]
        InferenceStateSameProcess,
    )

    class SameProcess(InferenceStateSameProcess):  # type: ignore[misc]
        """Returns what is already loaded here; jedi would import any built-in or frozen module."""

        def load_module(self, dotted_name: str, sys_path: Sequence[str]) -> Any:
            if dotted_name not in sys.modules:
                return None
            load = super().__getattr__("load_module")
            return load(dotted_name=dotted_name, sys_path=sys_path)

    class NothingToRun(InterpreterEnvironment):  # type: ignore[misc]
        """Never a subprocess; extension modules cannot be loaded from anywhere."""

        def get_sys_path(self) -> list[str]:
            return []

        def get_inference_state_subprocess(self, inference_state: Any) -> Any:
            return SameProcess(inference_state)

    return NothingToRun()
