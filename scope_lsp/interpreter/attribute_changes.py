"""Setting and deleting attributes: descriptors, hooks, instances, classes, modules.

Source of the rules: the language reference, "Customizing attribute access".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scope_lsp.interpreter.attributes import asks_code
from scope_lsp.interpreter.branches import fork_options
from scope_lsp.interpreter.builtins.classes import OBJECT
from scope_lsp.interpreter.values import (
    MISSING,
    Class,
    Dict,
    Function,
    Instance,
    NamespaceDict,
    NamespaceOwner,
    Property,
    Union,
    Unknown,
    Value,
    alternatives,
    open_up,
    unite,
)

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter

_HOOKS = ("__setattr__", "__set__")


def set_attribute(interp: Interpreter, obj: Value, name: str, value: Value) -> None:
    """``obj.name = value``."""
    if isinstance(obj, Instance):
        hook = obj.cls.find("__setattr__")
        if hook is not MISSING and hook is not OBJECT.names.get("__setattr__"):
            interp.call(hook, [obj, name, value])
            return
        set_plain(interp, obj, name, value)
        return
    if isinstance(obj, NamespaceOwner):
        if isinstance(obj, Class):
            if obj.fixed:
                return
            obj.changed()
        interp.heap.touch(obj)
        obj.names[name] = value
        if name == "__defaults__" and isinstance(obj, Function):
            obj.defaults = value if isinstance(value, tuple) else ()
    elif isinstance(obj, Unknown):
        obj.forget_part(f".{name}")
    if isinstance(obj, Union) or (isinstance(obj, Unknown) and obj.others):
        options = alternatives(obj)
        frame = interp.frame
        if frame is not None and any(asks_code(option, name, _HOOKS) for option in options):
            fork_options(frame, options, lambda _, one: set_attribute(interp, one, name, value))
            return
        for option in options:
            if isinstance(option, NamespaceOwner) and not (
                isinstance(option, Class) and option.fixed
            ):
                interp.heap.touch(option)
                if isinstance(option, Class):
                    option.changed()
                option.names[name] = unite([option.names.get(name, value), value])


def set_plain(interp: Interpreter, obj: Instance, name: str, value: Value) -> None:
    """As ``object.__setattr__`` does: descriptors, else the instance's namespace."""
    found = obj.cls.find(name)
    if isinstance(found, Property):
        if found.setter is None:
            interp.raise_error("AttributeError", f"can't set attribute '{name}'")
        interp.call(found.setter, [obj, value])
        return
    if isinstance(found, Instance) and (hook := found.cls.find("__set__")) is not MISSING:
        interp.call(hook, [found, obj, value])
        return
    if name == "__class__" and isinstance(value, Class):
        obj.cls = value
        return
    if name == "__dict__":
        _replace_namespace(interp, obj, value)
        return
    interp.heap.touch(obj)
    if value.__class__ is Unknown and value.spelling is None:
        value = value.spelled(name)
    obj.names[name] = value


def delete_attribute(interp: Interpreter, obj: Value, name: str) -> None:
    """``del obj.name``."""
    if isinstance(obj, Instance):
        hook = obj.cls.find("__delattr__")
        if isinstance(hook, Function):
            interp.call(hook, [obj, name])
            return
        found = obj.cls.find(name)
        if isinstance(found, Property) and found.deleter is not None:
            interp.call(found.deleter, [obj])
            return
    if isinstance(obj, NamespaceOwner):
        if name not in obj.names:
            interp.raise_error("AttributeError", name)
        if isinstance(obj, Class):
            if obj.fixed:
                return
            obj.changed()
        interp.heap.touch(obj)
        obj.names.pop(name, None)


def _replace_namespace(interp: Interpreter, obj: Instance, value: Value) -> None:
    """``obj.__dict__ = value``; a dict that is its own namespace shows both as one."""
    held = value.payload if isinstance(value, Instance) else value
    interp.touch(obj)
    if not isinstance(held, Dict):
        if isinstance(held, Unknown):
            open_up(obj)
        return
    obj.names.clear()
    obj.names.update({str(k): v for k, v in held.entries.values()})
    if held.open:
        open_up(obj)
    clocks = interp.heap.clocks
    if value is obj and not (clocks and obj.born < clocks[-1]):
        obj.payload = NamespaceDict(obj)
