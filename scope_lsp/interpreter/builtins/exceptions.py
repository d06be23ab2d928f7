"""Exception objects: their arguments, their text, their attributes.

The hierarchy is in ``classes``; raising and catching are statements.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from scope_lsp.interpreter.builtins.classes import EXCEPTIONS, method
from scope_lsp.interpreter.builtins.formatting import default_repr, to_repr, to_str
from scope_lsp.interpreter.builtins.symbolic import join_parts
from scope_lsp.interpreter.values import MISSING, Builtin, Class, Instance, Property, Unknown, Value

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter

_BASE = EXCEPTIONS["BaseException"]


@method(_BASE, "__new__")
def exception_new(interp: Interpreter, cls: Value, /, *args: Value, **kwargs: Value) -> Value:
    """An exception that remembers its arguments."""
    if not isinstance(cls, Class):
        return Unknown("an exception whose class is not known")
    made = Instance(cls)
    made.names["args"] = tuple(args)
    return made


@method(_BASE, "__init__")
def exception_init(interp: Interpreter, self: Value, /, *args: Value, **kwargs: Value) -> Value:
    """Remember the arguments, and the attributes that the class makes of them."""
    if not isinstance(self, Instance):
        return None
    interp.touch(self)
    self.names["args"] = tuple(args)
    order = self.cls.mro
    if EXCEPTIONS["OSError"] in order and len(args) >= 2:
        for name, value in zip(("errno", "strerror", "filename"), args, strict=False):
            self.names[name] = value
    if EXCEPTIONS["StopIteration"] in order:
        self.names["value"] = args[0] if args else None
    if EXCEPTIONS["SystemExit"] in order:
        self.names["code"] = args[0] if len(args) == 1 else args or None
    if EXCEPTIONS["ImportError"] in order:
        self.names["name"] = kwargs.get("name")
        self.names["msg"] = args[0] if args else None
    return None


def _attribute(name: str, default: Callable[[Instance], Value]) -> None:
    """An attribute that exists before anything sets it."""

    def read(interp: Interpreter, self: Value) -> Value:
        if not isinstance(self, Instance):
            return Unknown("an exception that is not known")
        found = self.names.get(name, MISSING)
        return default(self) if found is MISSING else found

    def write(interp: Interpreter, self: Value, value: Value) -> Value:
        if isinstance(self, Instance):
            interp.touch(self)
            self.names[name] = value
        return None

    _BASE.names[name] = Property(Builtin(name, read), Builtin(name, write))


def arguments(value: Instance) -> Value:
    """The arguments of an exception."""
    return value.names.get("args", ())


def _message(value: Instance) -> Value:
    given = arguments(value)
    return given[0] if isinstance(given, tuple) and given else ""


for _name in ("__cause__", "__context__", "__traceback__"):
    _attribute(_name, lambda value: None)
_attribute("__suppress_context__", lambda value: False)
_attribute("args", arguments)
_attribute("message", _message)


@method(_BASE, "__str__")
def exception_str(interp: Interpreter, self: Value) -> Value:
    """The only argument, or all of them."""
    if not isinstance(self, Instance):
        return Unknown("an exception that is not known")
    given = arguments(self)
    if not isinstance(given, tuple):
        return Unknown("the arguments of an exception")
    if EXCEPTIONS["OSError"] in self.cls.mro and len(given) in (2, 3):
        parts: list[Value] = ["[Errno ", to_str(interp, given[0]), "] ", to_str(interp, given[1])]
        if len(given) == 3:
            parts += [": ", to_repr(interp, given[2])]
        return join_parts(parts)
    if len(given) == 1:
        return (to_repr if EXCEPTIONS["KeyError"] in self.cls.mro else to_str)(interp, given[0])
    return to_repr(interp, given) if given else ""


@method(_BASE, "__repr__")
def exception_repr(interp: Interpreter, self: Value) -> Value:
    """The class and the arguments."""
    return default_repr(interp, self)


@method(_BASE, "with_traceback")
def with_traceback(interp: Interpreter, self: Value, traceback: Value) -> Value:
    """The exception itself."""
    return self


@method(_BASE, "add_note")
def add_note(interp: Interpreter, self: Value, note: Value) -> Value:
    """Do nothing: notes are not kept."""
    return None
