"""``os.path`` on strings as far as they are known, with the rules of POSIX.

Nothing here reads the disk.  A path in the home folder starts with a hole that is spelled ``~``.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from scope_lsp.interpreter.builtins.common import (
    HOST_ERRORS,
    absorb,
    items_or_unknown,
    raise_as,
)
from scope_lsp.interpreter.builtins.symbolic import protect, text_of, text_value, unprotect
from scope_lsp.interpreter.surroundings import absolute
from scope_lsp.interpreter.values import (
    HOLE_START,
    MISSING,
    Instance,
    Symbolic,
    Unknown,
    Value,
    hole,
    unite,
)

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter

_TEXT: dict[str, Callable[..., Any]] = {
    name: getattr(posixpath, name)
    for name in [
        "join",
        "basename",
        "dirname",
        "split",
        "splitext",
        "splitdrive",
        "normpath",
        "normcase",
        "isabs",
    ]
}
_LIST: dict[str, Callable[..., Any]] = {
    "commonprefix": posixpath.commonprefix,
    "commonpath": posixpath.commonpath,
}


MAX_PATH = 8_192
"""The maximum length of a path: no system accepts longer ones."""

HOME = hole(Unknown("the home folder", "~"))
_HOME_STANDS_AT = "/\ue002/\ue003"
"""Represents the home folder while a path is computed: an absolute path like any other."""


def is_at_home(text: str) -> bool:
    """Whether the text of a path starts with the home folder."""
    return text.removeprefix("/").startswith(HOME)


def path_function(interp: Interpreter, name: Value, *args: Value) -> Value:
    """The function ``name`` of ``os.path``; unknown parts of a joined path become holes."""
    if name in _LIST:
        items = items_or_unknown(interp, args[0])
        if isinstance(items, Unknown):
            return items
        args = tuple(items)
    texts: list[str] = []
    for arg in args:
        text = as_text(interp, arg)
        if isinstance(text, Unknown) and (name != "join" or text.spelling is None):
            return Unknown(text.reason)
        if not isinstance(text, (str, Symbolic, Unknown)):
            return absorb("a path that is not known", arg)
        texts.append(text_of(text))
    if sum(map(len, texts)) > MAX_PATH:
        return Unknown("a path that is too long")
    texts = [_HOME_STANDS_AT + t.partition(HOME)[2] if is_at_home(t) else t for t in texts]
    protected, holes = protect("\0".join(texts))
    given = protected.split("\0")
    if name in ("abspath", "realpath", "expanduser", "expandvars"):
        return _resolved(interp, str(name), given[0], holes)
    if name == "parts":
        return _parts(given[0], holes)
    if name == "relpath":
        return _relative(interp, given, holes)
    if name == "isabs" and texts[0].startswith(HOLE_START):
        return Unknown("whether a path is absolute")
    try:
        if name in _LIST:
            return _restore(_LIST[str(name)](given), holes)
        return _restore(_TEXT[str(name)](*given), holes)
    except HOST_ERRORS as error:
        raise_as(interp, error)


def _restore(result: Any, holes: list[str]) -> Value:
    if isinstance(result, tuple):
        return tuple([_restore(part, holes) for part in result])
    if not isinstance(result, str):
        return result
    text = result.replace(_HOME_STANDS_AT, HOME)
    return Unknown(_MACHINE) if "\ue002" in text else unprotect(text, holes)


_MACHINE = "a path that depends on the machine"


def _resolved(interp: Interpreter, name: str, path: str, holes: list[str]) -> Value:
    """A path that depends on the machine, unless it is absolute or plain."""
    if name == "expanduser":
        if path == "~" or path.startswith("~/"):
            path = _HOME_STANDS_AT + path[1:]
        if not path.startswith("~"):
            return _restore(path, holes)
    if name == "expandvars" and "$" not in path:
        return _restore(path, holes)
    if name in ("abspath", "realpath"):
        found = [_restore(each, holes) for each in absolute(interp, path)]
        if found:
            return unite(found)
    return Unknown(_MACHINE)


def _parts(path: str, holes: list[str]) -> Value:
    """The root of a path and its other parts, as in ``pathlib``."""
    home = path.startswith(_HOME_STANDS_AT)
    root = "/" if path.startswith("/") and not home else ""
    rest = path.removeprefix(_HOME_STANDS_AT).split("/")
    parts = [_restore(part, holes) for part in rest if part not in ("", ".")]
    return root, tuple([text_value(HOME), *parts] if home else parts)


def _relative(interp: Interpreter, given: list[str], holes: list[str]) -> Value:
    """``os.path.relpath``, where both paths start at the same known folder."""
    path, start = (*given, "")[:2]
    found: list[Value] = []
    for origin in absolute(interp, start or "."):
        for end in absolute(interp, path)[:1] if path.startswith("/") else [path]:
            if not end.startswith("/"):
                end = posixpath.join(absolute(interp, ".")[0], end)
            found.append(_restore(posixpath.relpath(end, origin), holes))
    return unite(found) if found else Unknown(_MACHINE)


def as_text(interp: Interpreter, value: Value) -> Value:
    """``os.fspath(value)``."""
    if isinstance(value, Instance):
        if value.payload is not MISSING:
            return value.payload
        found = value.cls.find("__fspath__")
        if found is not MISSING:
            return interp.call(interp.bind(found, value, value.cls), [])
        return absorb("a path that is not known", value)
    return value
