"""Built-in functions that belong to no larger group: len, print, repr, id, open and so on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scope_lsp.interpreter import importing, operators
from scope_lsp.interpreter.builtins.classes import (
    BUILTINS,
    OBJECT,
    function,
    method,
    payload_of,
)
from scope_lsp.interpreter.builtins.formatting import format_value, to_repr
from scope_lsp.interpreter.builtins.hashing import hash_of, unhashable
from scope_lsp.interpreter.builtins.host_files import data_text, may_be_missing
from scope_lsp.interpreter.values import (
    MISSING,
    Builtin,
    Class,
    Instance,
    Module,
    NamespaceDict,
    Symbolic,
    Unknown,
    Value,
    hole,
)

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter

BUILTINS["NotImplemented"] = NotImplemented
BUILTINS["Ellipsis"] = Ellipsis
BUILTINS["__debug__"] = True


@function("len", pure=True)
def len_(interp: Interpreter, value: Value) -> Value:
    """The number of items."""
    if isinstance(value, Class) and value.metaclass is not None:
        found = value.metaclass.find("__len__")
        if found is not MISSING:
            return interp.call(interp.bind(found, value, value.metaclass), [])
    return operators.length(interp, value)


@function("repr")
def repr_(interp: Interpreter, value: Value) -> Value:
    """The text that Python shows for a value."""
    text = to_repr(interp, value)
    if isinstance(text, Unknown) and text.spelling:
        return Symbolic(hole(text))
    return text


BUILTINS["ascii"] = Builtin("ascii", lambda interp, value: format_value(interp, value, "a"))


@function("format")
def format_(interp: Interpreter, value: Value, spec: Value = "") -> Value:
    """``format(value, spec)``."""
    return format_value(interp, value, None, spec)


@function("print")
def print_(interp: Interpreter, *values: Value, **options: Value) -> Value:
    """Do nothing."""
    return None


@function("id", pure=True)
def id_(interp: Interpreter, value: Value) -> Value:
    """An address, which differs from run to run."""
    return Unknown("an address")


@function("hash")
def hash_(interp: Interpreter, value: Value) -> Value:
    """A hash: known for numbers and where the program computes it from numbers."""
    unhashable(interp, value)
    if isinstance(value, Instance):
        found = value.cls.find("__hash__")
        if found is not MISSING and found is not None:
            return interp.call(interp.bind(found, value, value.cls), [])
    return hash_of(payload_of(value))


@function("input")
def input_(interp: Interpreter, *prompt: Value) -> Value:
    """The user's input is unknown."""
    return Unknown("what the user types")


_FILE = Class("TextIOWrapper", (OBJECT,), module="io", is_open=True)


@function("open")
def open_(interp: Interpreter, *args: Value, **kwargs: Value) -> Value:
    """A file; its content is known if it is a configuration file of the workspace."""
    mode = args[1] if len(args) > 1 else kwargs.get("mode", "r")
    path = args[0] if args else kwargs.get("file")
    if isinstance(mode, str) and not set(mode) & set("wax+"):
        text = data_text(interp, path)
        memory = interp.module("io") if text is not None else None
        if memory is not None:
            kind = "BytesIO" if "b" in mode else "StringIO"
            content = text.encode() if isinstance(text, str) and "b" in mode else text
            return interp.call(memory.names[kind], [content])
        may_be_missing(interp, path)
    return Instance(_FILE)


@method(_FILE, "__enter__")
def file_enter(interp: Interpreter, self: Value) -> Value:
    """The file itself."""
    return self


@method(_FILE, "__exit__")
def file_exit(interp: Interpreter, self: Value, *error: Value) -> Value:
    """Nothing is caught."""
    return None


@method(_FILE, "__iter__")
def file_iter(interp: Interpreter, self: Value) -> Value:
    """Lines that are not known."""
    return Unknown("the lines of a file")


for _name in ("read", "readline", "readlines", "fileno", "tell"):
    method(_FILE, _name)(lambda interp, self, *args: Unknown("the contents of a file"))
for _name in ("write", "writelines", "close", "flush", "seek"):
    method(_FILE, _name)(lambda interp, self, *args: None)


@function("__import__")
def import_(interp: Interpreter, name: Value, *rest: Value, **named: Value) -> Value:
    """The module with a name, or its first package unless something in it is asked for."""
    given = dict(zip(("globals", "locals", "fromlist", "level"), rest, strict=False)) | named
    level = given.get("level", 0)
    if not isinstance(name, str) or not isinstance(level, int):
        return Unknown("a module whose name is not known", builds=True)
    start = _package_above(interp, given.get("globals"), level)
    absolute = ".".join(part for part in (start, name) if part)
    module = interp.module(absolute)
    if module is None and level < 0:  # in Python 2: beside the importing module, or anywhere
        absolute, start = name, ""
        module = interp.module(absolute)
    if module is not None and "." in name and not interp.truth(given.get("fromlist", ())):
        first = name.partition(".")[0]
        module = interp.module(f"{start}.{first}" if start else first)
    return importing.not_found(interp, absolute) if module is None else module


def _package_above(interp: Interpreter, space: Value, level: int) -> str:
    """The package from which a relative import starts; none if it is absolute."""
    if level == 0:
        return ""
    owner: Value = space.owner if isinstance(space, NamespaceDict) else None
    if owner is None and interp.frame is not None:
        owner = interp.frame.module
    package = owner.names.get("__package__") if isinstance(owner, Module) else None
    if not isinstance(package, str):
        return ""
    parts = package.split(".")
    return ".".join(parts[: len(parts) - max(level, 1) + 1])


@function("breakpoint")
def breakpoint_(interp: Interpreter, *args: Value) -> Value:
    """Do nothing."""
    return None


def _exit(interp: Interpreter, code: Value = None) -> Value:
    interp.raise_error("SystemExit", code if isinstance(code, str) else "")


BUILTINS["exit"] = Builtin("exit", _exit)
BUILTINS["quit"] = Builtin("quit", _exit)


@function("memoryview")
def memoryview_(interp: Interpreter, value: Value) -> Value:
    """Not modelled."""
    return Unknown("a memoryview")


@function("aiter")
def aiter_(interp: Interpreter, value: Value) -> Value:
    """The asynchronous iterator of a value."""
    return interp.call(interp.get_attr(value, "__aiter__"), [])


# -- Python 2's

BUILTINS["xrange"] = BUILTINS["range"]
BUILTINS["unicode"] = BUILTINS["str"]
BUILTINS["basestring"] = BUILTINS["str"]
BUILTINS["long"] = BUILTINS["int"]
BUILTINS["raw_input"] = BUILTINS["input"]


@function("reload")
def reload(interp: Interpreter, module: Value) -> Value:
    """The module as it is."""
    return module
