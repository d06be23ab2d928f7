"""Configuration files that a program reads, and the command line and environment of its start.

Part of ``_scope_lsp_host``.  Which files count as configuration, and where they may lie, the loader
decides; all others are unknown, and nothing is ever written.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from scope_lsp.interpreter.absent import user_frame
from scope_lsp.interpreter.builtins.common import absorb, from_host
from scope_lsp.interpreter.surroundings import absolute
from scope_lsp.interpreter.values import List, Raised, Unknown, Value

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Catcher, Interpreter

MAXIMUM_YAML = 100_000
"""The maximum number of characters; the parser takes about ten microseconds for each."""
MAXIMUM_ITEMS = 100_000
MAXIMUM_DEPTH = 100
"""The maximum number of levels; each takes the parser longer than the one before."""


def data_text(interp: Interpreter, path: Value) -> Value:
    """The text of a configuration file of the workspace, None if there is none to be read."""
    if not isinstance(path, str):
        return None
    module = interp.modules.get("os")
    moved = module is not None and not path.startswith("/")
    found = None
    for each in absolute(interp, path) if moved else [path]:
        found = found or interp.loader.data(each)
    if found is None:
        return None
    interp.files.add(found.path)
    return found.text


def yaml_loads(interp: Interpreter, text: Value) -> Value:
    """``yaml.safe_load`` of a known text; unknown if it is not YAML."""
    if not isinstance(text, (str, bytes)) or len(text) > MAXIMUM_YAML:
        return absorb("YAML text that is not known", text)
    if _is_deep(text if isinstance(text, str) else text.decode("latin-1")):
        return Unknown("a YAML document that is too deep")
    import yaml  # few programs need it, and it takes a while to load

    try:
        loaded = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, TypeError, RecursionError):
        return Unknown("YAML text that does not parse")
    if not _has_at_most(MAXIMUM_ITEMS, loaded):
        return Unknown("a YAML document of very many items")
    return from_host(loaded)


def _is_deep(text: str) -> bool:
    """Whether a YAML document may be so deep that reading it takes long."""
    depth = 0
    for found in _NESTING.finditer(text):
        depth += 1 if found[0] in "[{" else -1 if found[0] in "]}" else 0
        if depth > MAXIMUM_DEPTH or len(found[0]) > 2 * MAXIMUM_DEPTH:
            return True
    return False


_NESTING = re.compile(r"[\[{\]}]|(?:[-?:][ \t]+)+|^[ ]+", re.MULTILINE)
"""What opens or closes a level, or several on one line."""


def _has_at_most(limit: int, loaded: Any) -> bool:
    """Whether a document has at most so many items: aliases of aliases multiply, or never end."""
    waiting = [loaded]
    for _ in range(limit):
        if not waiting:
            return True
        item = waiting.pop()
        if isinstance(item, dict):
            waiting.extend(item.values())
        elif isinstance(item, (list, tuple)):
            waiting.extend(item)
    return not waiting


def main_path(interp: Interpreter) -> Value:
    """The path of the program that is analysed."""
    main = interp.modules.get("__main__")
    return Unknown("the program's path") if main is None else main.source.path


def arguments(interp: Interpreter) -> Value:
    """``sys.argv``: only the program, or unknown if other arguments are assumed."""
    if interp.supposes_arguments:
        return Unknown("the command line", "sys.argv")
    return List([main_path(interp)])


def missing_variable(interp: Interpreter, name: Value) -> Value:
    """An environment variable that the program reads and that nothing seems to set.

    That is a ``KeyError`` if the program handles one; otherwise, it is assumed to be set.
    An outer handler for errors of all kinds need not be meant for this one.
    """
    error = interp.error("KeyError", name)
    handler = interp.catcher_of(error.value)
    if handler is not None:
        if _is_meant_for(interp, handler, error):
            error.deliberate = True
            raise error
        handler.may_catch(error)
    spelling = f"os.environ[{name!r}]" if isinstance(name, str) else None
    return Unknown("a variable of the environment", spelling)


def may_be_missing(interp: Interpreter, path: Value) -> None:
    """A file of data is opened: it may be missing if a handler of the program expects that."""
    error = interp.error("FileNotFoundError", path)
    handler = interp.catcher_of(error.value)
    if handler is not None and _is_meant_for(interp, handler, error):
        handler.may_catch(error)


def _is_meant_for(interp: Interpreter, handler: Catcher, error: Raised) -> bool:
    """Whether a handler was written for an error, rather than for whatever may happen."""
    return handler.frame is user_frame(interp) or handler.names_exception(error.value)


def option(interp: Interpreter, default: Value, label: str) -> Value:
    """The value of a command-line option with this default.

    An empty one, or a switch, is most likely given when the program is started.  It is unknown if
    other arguments are assumed.
    """
    if default is None or isinstance(default, bool) or default == "":
        interp.asked_arguments = True
        if interp.supposes_arguments:
            return Unknown("a command-line option", label)
    return default
