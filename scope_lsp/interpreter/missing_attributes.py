"""Attributes that were not found: certainly absent, or only not modelled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scope_lsp.interpreter.builtins.classes import class_of
from scope_lsp.interpreter.failures import not_in_module, not_modelled
from scope_lsp.interpreter.loader import Origin
from scope_lsp.interpreter.values import (
    Class,
    Dict,
    Function,
    Instance,
    List,
    Module,
    Set,
    Symbolic,
    Unknown,
    Value,
)

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter

_HOST_ATTRIBUTES: dict[type, set[str]] = {
    **{kind: set(dir(kind)) for kind in (int, float, bool, complex, str, bytes, tuple, range)},
    List: set(dir(list)),
    Dict: set(dir(dict)),
    Set: set(dir(set)) | set(dir(frozenset)),
    Symbolic: set(dir(str)),
    slice: set(dir(slice)),
}
"""Attributes that the real built-in types have.  One that is not modelled is unknown, not
absent."""


def no_attribute(interp: Interpreter, obj: Value, name: str) -> Value:
    """What an attribute is that was not found; raises the program's AttributeError."""
    if isinstance(obj, Module):
        error = interp.error("AttributeError", f"module '{obj.name}' has no attribute '{name}'")
        return not_in_module(interp, obj, name, error)
    cls = class_of(obj)
    if isinstance(obj, Class):
        what = f"type object '{obj.name}'"
    elif isinstance(obj, Instance) or obj is None or isinstance(obj, Function):
        what = f"'{cls.name if cls else 'object'}' object"
    else:
        real = _HOST_ATTRIBUTES.get(type(obj))
        if real is not None and name in real:
            return Unknown(f"{cls.name if cls else ''}.{name} is not modelled")
        what = f"'{cls.name if cls else 'object'}' object"
    error = interp.error("AttributeError", f"{what} has no attribute '{name}'")
    owner = obj if isinstance(obj, Class) else cls
    if name.startswith("__") or owner is None or not _is_modelled(interp, owner):
        raise error
    return not_modelled(interp, f"{owner.name}.{name}", error, builds=None)


def _is_modelled(interp: Interpreter, cls: Class) -> bool:
    """Whether a class is a stub's or inherits from one, so that it may have more attributes."""
    modules = (interp.modules.get(base.module) for base in cls.mro)
    return any(module is not None and module.source.origin is Origin.STUB for module in modules)
