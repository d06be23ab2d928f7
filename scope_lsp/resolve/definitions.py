"""jedi, behind its one owner: where a name is defined.

jedi is slow to import (some 100 ms), not thread-safe, and can run things: it starts interpreters
that it finds, obeys ``.jedi/project.json``, imports extension modules, frozen ones and ``gi``.
Here it gets a project and an environment of our own making, which name no executable, trust no
folder and import nothing, so all that is left to it is reading files.  While it looks, it exchanges
``sys.path`` of this process for a moment; so it belongs into a process where nothing else imports
at the same time.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock
from typing import Any

import platformdirs

_LOCK = Lock()


@dataclass(frozen=True, slots=True)
class Location:
    """A defined name; 1-based lines and code-point columns, the end exclusive."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    name: str


class Definitions:
    """Answers of jedi for one set of import roots; jedi is loaded with the first question."""

    def __init__(self, roots: Iterable[str]) -> None:
        self._roots = [root for root in roots if os.path.isdir(root)]

    def goto(self, path: str, text: str, line: int, column: int) -> tuple[Location, ...]:
        """Where the name at a 1-based place of ``text`` is defined, imports followed."""
        found = []
        for name in self._goto(path, text, line, column - 1):
            if name.module_path is None or name.line is None:
                continue
            start = name.column + 1
            end = start + len(name.name)
            found.append(
                Location(str(name.module_path), name.line, start, name.line, end, name.name)
            )
        return tuple(found)

    def _goto(self, path: str, text: str, line: int, column: int) -> list[Any]:
        """What jedi has for a place (1-based line, 0-based column); nothing when it fails."""
        with _LOCK:
            jedi = _jedi()
            try:
                project = jedi.Project(
                    os.path.dirname(path) or os.sep,
                    environment_path=None,
                    load_unsafe_extensions=False,
                    sys_path=self._roots,
                    smart_sys_path=False,
                )
                script = jedi.Script(text, path=path, project=project, environment=_environment())
                return list(script.goto(line, column, follow_imports=True))
            except Exception:
                # jedi raises what it likes on odd code; an answer is never worth a crash.
                return []


@lru_cache(maxsize=1)
def _jedi() -> Any:
    """The library, told to keep its cache to itself and to import nothing."""
    import jedi  # type: ignore[import-untyped]
    from jedi import settings

    folder = platformdirs.user_cache_dir("scope-lsp", appauthor=False)
    settings.cache_directory = os.path.join(folder, "jedi")
    settings.auto_import_modules = []
    settings.allow_unsafe_interpreter_executions = False
    return jedi


@lru_cache(maxsize=1)
def _environment() -> Any:
    """An environment without an interpreter and without folders to import from."""
    from jedi.api.environment import InterpreterEnvironment  # type: ignore[import-untyped]
    from jedi.inference.compiled.subprocess import (  # type: ignore[import-untyped]
        InferenceStateSameProcess,
    )

    class NothingToImport(InferenceStateSameProcess):  # type: ignore[misc]
        """Looks at modules that this process has loaded for itself, and at no others."""

        def load_module(self, dotted_name: str, sys_path: list[str]) -> Any:
            if dotted_name not in sys.modules:
                return None
            return self.__getattr__("load_module")(dotted_name=dotted_name, sys_path=sys_path)

    class NothingToRun(InterpreterEnvironment):  # type: ignore[misc]
        """Never a subprocess; extension modules are safe to load from nowhere."""

        def get_sys_path(self) -> list[str]:
            return []

        def get_inference_state_subprocess(self, inference_state: Any) -> Any:
            return NothingToImport(inference_state)

    return NothingToRun()
