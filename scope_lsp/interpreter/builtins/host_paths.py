"""``os.path`` on strings as far as they are known, with the rules of POSIX.

Nothing here looks at a disk: whether a file exists is not known.
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
from scope_lsp.interpreter.builtins.symbolic import protect, text_of, unprotect
from scope_lsp.interpreter.values import MISSING, Instance, Symbolic, Unknown, Value

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
    protected, holes = protect("\0".join(texts))
    given = protected.split("\0")
    if name in ("abspath", "realpath", "expanduser", "expandvars"):
        return _resolved(str(name), given[0], holes)
    try:
        if name in _LIST:
            return _restore(_LIST[str(name)](given), holes)
        return _restore(_TEXT[str(name)](*given), holes)
    except HOST_ERRORS as error:
        raise_as(interp, error)


def _restore(result: Any, holes: list[str]) -> Value:
    if isinstance(result, tuple):
        return tuple([unprotect(part, holes) for part in result])
    return unprotect(result, holes) if isinstance(result, str) else result


def _resolved(name: str, path: str, holes: list[str]) -> Value:
    """A path that depends on the machine unless it is absolute or plain."""
    if name == "expanduser" and not path.startswith("~"):
        return unprotect(path, holes)
    if name == "expandvars" and "$" not in path:
        return unprotect(path, holes)
    if name in ("abspath", "realpath") and path.startswith("/"):
        return unprotect(posixpath.normpath(path), holes)
    return Unknown("a path that depends on the machine")


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
