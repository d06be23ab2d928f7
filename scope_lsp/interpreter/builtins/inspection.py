"""Questions about values: isinstance, issubclass, callable, hasattr, getattr, dir, vars and so on.

An answer that the unknown parts of a program could change is Unknown.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from scope_lsp.interpreter.builtins.abstract import ABSTRACT
from scope_lsp.interpreter.builtins.classes import (
    BUILTIN,
    FUNCTION,
    HOST_CLASSES,
    METHOD,
    OBJECT,
    TYPE,
    class_of,
    function,
    is_subclass,
)
from scope_lsp.interpreter.builtins.common import absorb, flat
from scope_lsp.interpreter.builtins.kinds import poses
from scope_lsp.interpreter.loader import Origin
from scope_lsp.interpreter.picking import may_build, picked
from scope_lsp.interpreter.subscripts import put_item
from scope_lsp.interpreter.values import (
    MISSING,
    Builtin,
    Class,
    Dict,
    Function,
    Instance,
    List,
    Method,
    Module,
    NamespaceDict,
    NamespaceOwner,
    Symbolic,
    Union,
    Unknown,
    Value,
    Wrapper,
    is_data,
    open_up,
    unite,
)

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter


def _below(interp: Interpreter, cls: Class, parent: Class) -> bool | None:
    """Whether ``cls`` is a subclass; None if one of its bases is unknown."""
    if is_subclass(cls, parent):
        return not poses(interp, cls, parent)
    test = ABSTRACT.get(parent)
    if test is not None and test(cls):
        return True
    registered = parent.names.get("_abc_registry")
    if isinstance(registered, List) and any(other in cls.mro for other in registered.items):
        return True
    return None if cls.open else False


def is_below(interp: Interpreter, cls: Value, parent: Value) -> Value:
    """``issubclass(cls, parent)``."""
    if isinstance(cls, Union):
        return unite([is_below(interp, option, parent) for option in cls.options])
    if not isinstance(cls, Class):
        return absorb("whether something not known is a subclass", cls)
    return _any_of(parent, lambda one: _below(interp, cls, one))


def is_instance(interp: Interpreter, value: Value, parent: Value) -> Value:
    """``isinstance(value, parent)``."""
    if isinstance(value, Union):
        return unite([is_instance(interp, option, parent) for option in value.options])
    cls = class_of(value)
    if cls is None:
        if is_data(value) and _any_of(parent, lambda one: _may_be_data(interp, one)) is False:
            return False
        return absorb("the class of something that is not known", value)
    if cls in (FUNCTION, METHOD) and isinstance(parent, Class) and parent is BUILTIN:
        return False
    return _any_of(parent, lambda one: _below(interp, cls, one))


def _may_be_data(interp: Interpreter, cls: Class) -> bool | None:
    """False for the classes of a modelled library: what computes data has no objects of them.

    But for what is made of a container, such as ``tf.SparseTensorValue``.
    """
    if cls.module.partition(".")[0] in sys.stdlib_module_names:
        return None
    if any(is_data(base) for base in cls.mro if base is not OBJECT):
        return None
    module = interp.modules.get(cls.module)
    return False if isinstance(module, Module) and module.is_model else None


def _any_of(parent: Value, test: Callable[[Class], bool | None]) -> Value:
    """A test for one class, or for any class of a tuple of them."""
    if isinstance(parent, tuple):
        answers = [_any_of(one, test) for one in parent]
        if True in answers:
            return True
        unknown = [answer for answer in answers if answer is not False]
        return unknown[0] if unknown else False
    if isinstance(parent, Union):
        return unite([_any_of(option, test) for option in parent.options])
    if isinstance(parent, Class):
        answer = test(parent)
        return (
            Unknown("whether a base that is not known is of a class") if answer is None else answer
        )
    return absorb("a class that is not known", parent)


def _hook(interp: Interpreter, parent: Value, name: str, value: Value) -> Value:
    """The answer of a program's metaclass, or MISSING."""
    if not isinstance(parent, Class) or parent.metaclass in (None, TYPE):
        return MISSING
    assert parent.metaclass is not None
    found = parent.metaclass.find(name)
    if not isinstance(found, Function):
        return MISSING
    known = interp.truth(interp.call(found, [parent, value]))
    return Unknown("what a metaclass says") if known is None else known


_CONCRETE = frozenset(HOST_CLASSES.values()) - {OBJECT}
"""Built-in classes that have only their own instances, whatever is registered."""


def _plain(parent: Value) -> bool:
    """Whether only subclasses belong to a class: nothing is registered, and there is no hook."""
    return (
        parent.__class__ is Class
        and parent.metaclass is None
        and parent not in ABSTRACT
        and parent is not OBJECT
        and "_abc_registry" not in parent.names
        and parent is not BUILTIN
    )


@function("isinstance")
def isinstance_(interp: Interpreter, value: Value, parent: Value) -> Value:
    """Whether a value is of a class, or of one of several."""
    parent = flat(parent)
    cls = class_of(value)
    if cls is not None:  # the most frequent case first: a class that certainly matches
        mro = cls.mro
        parents = parent if parent.__class__ is tuple else (parent,)
        for one in parents:
            if one in mro and not poses(interp, cls, one):
                return True
        if not cls.open and (cls.module == "builtins" or cls.find("__class__") is MISSING):
            for one in parents:
                if one not in _CONCRETE and not _plain(one):
                    break
            else:
                return False
    said = _hook(interp, parent, "__instancecheck__", value)
    if said is not MISSING:
        return said
    if isinstance(parent, tuple) and any(_hooked(one) for one in parent):
        answers = [isinstance_(interp, value, one) for one in parent]
        return True if True in answers else answers[-1]
    _check_classes(interp, parent, "isinstance() arg 2 must be a type or tuple of types")
    answer = is_instance(interp, value, parent)
    if (
        answer is False
        and isinstance(value, Instance)
        and value.cls.find("__class__") is not MISSING
    ):
        return is_below(interp, interp.get_attr(value, "__class__"), parent)
    return answer


def _hooked(parent: Value) -> bool:
    meta = parent.metaclass if isinstance(parent, Class) else None
    return meta is not None and isinstance(meta.find("__instancecheck__"), Function)


@function("issubclass")
def issubclass_(interp: Interpreter, cls: Value, parent: Value) -> Value:
    """Whether a class is below another, or below one of several."""
    parent = flat(parent)
    if class_of(cls) is not None and not isinstance(cls, Class):
        interp.raise_error("TypeError", "issubclass() arg 1 must be a class")
    said = _hook(interp, parent, "__subclasscheck__", cls)
    if said is not MISSING:
        return said
    _check_classes(interp, parent, "issubclass() arg 2 must be a class or tuple of classes")
    return is_below(interp, cls, parent)


def _check_classes(interp: Interpreter, parent: Value, message: str) -> None:
    for one in parent if isinstance(parent, tuple) else (parent,):
        if isinstance(one, (str, int, float, List, Dict, Symbolic)) and one is not None:
            interp.raise_error("TypeError", message)


@function("callable", pure=True)
def callable_(interp: Interpreter, value: Value) -> Value:
    """Whether a value can be called."""
    if isinstance(value, (Function, Builtin, Method, Class)):
        return True
    if isinstance(value, Wrapper):
        return value.kind == "staticmethod"
    if isinstance(value, Instance):
        if value.cls.find("__call__") is not MISSING:
            return True
        return (
            Unknown("whether an object of unknown class is callable") if value.cls.open else False
        )
    if class_of(value) is None:
        return absorb("whether something not known is callable", value)
    return False


@function("hasattr", pure=True)
def hasattr_(interp: Interpreter, value: Value, name: Value) -> Value:
    """Whether a value has an attribute."""
    if not isinstance(name, str) or class_of(value) is None:
        return absorb("whether something not known has an attribute", value, name)
    if isinstance(value, NamespaceOwner) and name in value.names:
        return True
    if isinstance(value, Module) and value.source.inventory is not None:
        return not value.lacks(name)
    if value.__class__ is Instance and value.cls.find(name).__class__ is Function:
        return True
    found = interp.find_attr(value, name)
    if found is MISSING:
        return False
    if isinstance(found, Unknown) and _may_lack(value, name):
        return Unknown("whether an object that is not wholly known has an attribute")
    return True


def _may_lack(value: Value, name: str) -> bool:
    """Whether an attribute was only found because some base or part is unknown."""
    if isinstance(value, Instance):
        if value.cls.find(name) is not MISSING:
            return False
        return value.cls.open
    if isinstance(value, Class):
        return value.open and value.find(name) is MISSING
    return isinstance(value, Module)


@function("getattr")
def getattr_(interp: Interpreter, value: Value, name: Value, default: Value = MISSING) -> Value:
    """An attribute by name, or a default."""
    if isinstance(name, Union):
        return unite([getattr_(interp, value, option, default) for option in name.options])
    if not isinstance(name, str):
        reason = absorb("an attribute whose name is not known", name).reason
        if isinstance(value, (Module, Class)):
            if isinstance(value, Module) and not may_build(value):
                return Unknown(reason, builds=False)
            return picked(reason, list(value.names.values()))
        if isinstance(value, Instance):
            parts = [part for c in value.cls.mro for part in c.names.values()]
            return picked(reason, [*parts, *value.names.values()])
        return Unknown(reason, builds=value.builds if isinstance(value, Unknown) else None)
    if default is MISSING:
        return interp.get_attr(value, name)
    found = interp.find_attr(value, name)
    if isinstance(found, Unknown) and isinstance(value, Module) and name not in value.names:
        return found
    return default if found is MISSING else found


@function("setattr")
def setattr_(interp: Interpreter, value: Value, name: Value, new: Value) -> Value:
    """Set an attribute by name; an unknown name makes an object's attributes unknown."""
    if isinstance(name, str):
        interp.set_attr(value, name, new)
    elif isinstance(value, Instance):
        put_item(interp, NamespaceDict(value), name, new)
    elif isinstance(value, NamespaceOwner):
        interp.touch(value)
        open_up(value)
    return None


@function("delattr")
def delattr_(interp: Interpreter, value: Value, name: Value) -> Value:
    """Delete an attribute by name."""
    if isinstance(name, str):
        interp.del_attr(value, name)
    return None


@function("vars")
def vars_(interp: Interpreter, value: Value = MISSING) -> Value:
    """The namespace of an object."""
    return locals_(interp) if value is MISSING else interp.get_attr(value, "__dict__")


@function("globals")
def globals_(interp: Interpreter) -> Value:
    """The namespace of the module, live."""
    frame = interp.frame
    return Unknown("globals") if frame is None else NamespaceDict(frame.module)


@function("locals")
def locals_(interp: Interpreter) -> Value:
    """The names of a module or class, live, or of the function: one dict for each call.

    Until Python 3.13, what a program puts into that dict stays in it (PEP 667).
    """
    frame = interp.frame
    if frame is None:
        return Unknown("locals")
    if frame.code.kind in ("module", "class"):
        return NamespaceDict(frame.names_owner)
    names = interp.dict_of({k: v for k, v in frame.names.items() if not k.startswith(".")})
    kept = frame.names.get(_LOCALS)
    if isinstance(kept, Dict):
        interp.heap.touch(kept)
        kept.entries.update(names.entries)
        return kept
    interp.heap.touch(frame.names_owner)
    frame.names[_LOCALS] = names
    return names


_LOCALS = ".locals"
"""No name of a program: where a frame keeps the dict that ``locals()`` gave."""


@function("dir")
def dir_(interp: Interpreter, value: Value = MISSING) -> Value:
    """The sorted names of attributes."""
    if value is MISSING:
        frame = interp.frame
        return (
            Unknown("names") if frame is None else List([*sorted(frame.names.keys() - {_LOCALS})])
        )
    cls = class_of(value)
    if cls is None or cls.open or (isinstance(value, Class) and value.open):
        return absorb("the attributes of something that is not wholly known", value)
    names = set(value.names) if isinstance(value, NamespaceOwner) else set()
    if isinstance(value, Module):
        if value.source.origin is not Origin.USER:
            if value.source.inventory is None:
                return absorb("the names of a module that is not wholly modelled", value)
            names = {name for name in names if not name.startswith("_")}
            names.update(value.source.inventory)
    else:
        for base in value.mro if isinstance(value, Class) else cls.mro:
            names |= base.names.keys()
        names |= OBJECT.names.keys()
    return List([*sorted(names)])
