"""The working directory and ``sys.path`` of a program, as its own values.

The values are in the models of ``os`` and ``sys``, so that branches fork and join them like any
others.  Nothing here reads the disk.
"""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from typing import TYPE_CHECKING

from scope_lsp.interpreter.values import MISSING, List, Union, Value

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter


def working_folders(interp: Interpreter) -> Sequence[str]:
    """The folders in which relative paths may start, the likeliest first; none if unknown."""
    module = interp.modules.get("os")
    value = MISSING if module is None else module.names.get("_working", MISSING)
    if value is MISSING:
        return interp.loader.folders
    return [option for option in _options(value) if isinstance(option, str)]


def absolute(interp: Interpreter, path: str) -> list[str]:
    """The absolute paths that ``path`` may mean, the likeliest first.

    A path that leads out of the workspace from only one of several folders is left out.
    """
    if path.startswith("/"):
        return [posixpath.normpath(path)]
    folders = working_folders(interp)
    if not folders:
        return []
    first, *others = folders
    found = [posixpath.normpath(posixpath.join(first, path))]
    for folder in others:
        other = posixpath.normpath(posixpath.join(folder, path))
        if any(f"{other}/".startswith(f"{root.rstrip('/')}/") for root in interp.loader.folders):
            found.append(other)
    return list(dict.fromkeys(found))


def search_path(interp: Interpreter) -> tuple[str, ...]:
    """The folders that ``sys.path`` holds by now; none if the program does not have it."""
    module = interp.modules.get("sys")
    value = None if module is None else module.names.get("path")
    if not isinstance(value, List):
        return ()
    found: dict[str, None] = {}
    for item in value.items:
        for option in _options(item):
            if isinstance(option, str):
                found.update(dict.fromkeys(absolute(interp, option)))
    return tuple(found)


def _options(value: Value) -> tuple[Value, ...]:
    return value.options if isinstance(value, Union) else (value,)
