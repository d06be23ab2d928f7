"""Attribute access: instances, classes, modules, descriptors, ``super``.

Source of the rules: the language reference, "Implementing Descriptors" and "Invoking Descriptors".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scope_lsp.interpreter import stars
from scope_lsp.interpreter.branches import fork_options
from scope_lsp.interpreter.builtins.classes import OBJECT, SUPER, TYPE, class_of
from scope_lsp.interpreter.environment import Frame
from scope_lsp.interpreter.function_attributes import about_function, module_seen
from scope_lsp.interpreter.values import (
    MISSING,
    Builtin,
    Class,
    Dict,
    Function,
    Instance,
    Iter,
    List,
    Method,
    ModelName,
    Module,
    NamespaceDict,
    Opaque,
    Property,
    Raised,
    Set,
    Super,
    Union,
    Unknown,
    Value,
    Wrapper,
    alternatives,
    unite,
)

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter


_OFTEN = frozenset((str, tuple, int, float, List, Dict, Set))
"""Types of objects that have only methods and that are met often."""


def find(interp: Interpreter, obj: Value, name: str) -> Value:
    """The attribute ``name`` of ``obj``, or MISSING; user code (properties) may run and raise."""
    if isinstance(obj, Instance):
        return _instance(interp, obj, name)
    if obj.__class__ in _OFTEN:
        return _builtin_object(interp, obj, name)
    if isinstance(obj, Module):
        return _module(interp, obj, name)
    if isinstance(obj, Class):
        return _class(interp, obj, name)
    if isinstance(obj, Unknown):
        return _of_one_of(interp, obj, name) if obj.others else obj.part(f".{name}")
    if isinstance(obj, Union):
        return _of_one_of(interp, obj, name)
    if isinstance(obj, Super):
        return _super(interp, obj, name)
    if isinstance(obj, Function):
        return _function(interp, obj, name)
    if isinstance(obj, Opaque):
        return Unknown("a part of something opaque")
    return _builtin_object(interp, obj, name)


def _of_one_of(interp: Interpreter, value: Union | Unknown, name: str) -> Value:
    """The attribute of one of several values, or MISSING if none has it."""
    options = alternatives(value)
    found: list[Value] = []
    frame = interp.frame
    if frame is not None and any(asks_code(option, name, _READING) for option in options):

        def read(_: Frame, option: Value) -> None:
            found.append(find(interp, option, name))

        fork_options(frame, options, read)
    else:
        found.extend(find(interp, option, name) for option in options)
    known = [one for one in found if one is not MISSING]
    return unite(known) if known else MISSING


_READING = ("__getattribute__", "__getattr__", "__get__")


def asks_code(obj: Value, name: str, hooks: tuple[str, ...]) -> bool:
    """Whether code of its class may run when an attribute is read, or set: it may build."""
    if not isinstance(obj, Instance):
        return False
    found = obj.cls.find(name)
    if isinstance(found, Property):
        return True
    owners = [obj.cls, found.cls] if isinstance(found, Instance) else [obj.cls]
    return any(isinstance(cls.find(hook), Function) for cls in owners for hook in hooks)


def bind(interp: Interpreter, value: Value, receiver: Value, cls: Class) -> Value:
    """Return what reading ``value``, found in ``cls``, gives ``receiver`` (None: the class)."""
    if isinstance(value, Function):
        return value if receiver is None else Method(value, receiver)
    if isinstance(value, Builtin):
        return Method(value, receiver) if value.binds and receiver is not None else value
    if isinstance(value, Wrapper):
        if value.kind == "staticmethod":
            return value.function
        return Method(value.function, cls)
    if isinstance(value, Property):
        if receiver is None:
            return value
        if value.getter is None:
            return interp.raise_error("AttributeError", "unreadable attribute")
        return interp.call(value.getter, [receiver])
    if isinstance(value, Instance):
        getter = value.cls.find("__get__")
        if getter is not MISSING:
            return interp.call(getter, [value, receiver, cls])
    return module_seen(interp, value) if value.__class__ is ModelName else value


def _is_data_descriptor(value: Value) -> bool:
    if isinstance(value, Property):
        return True
    return isinstance(value, Instance) and value.cls.find("__set__") is not MISSING


def _instance(interp: Interpreter, obj: Instance, name: str) -> Value:
    cls = obj.cls
    hook = cls.find("__getattribute__")
    if isinstance(hook, Function):
        try:
            with interp.expecting("AttributeError"):
                return interp.call(hook, [obj, name])
        except Raised as raised:
            if not interp.matches(raised.value, "AttributeError"):
                raise
            return _fallback(interp, obj, name)
    value = plain_instance_attribute(interp, obj, name)
    return _fallback(interp, obj, name) if value is MISSING else value


def plain_instance_attribute(interp: Interpreter, obj: Instance, name: str) -> Value:
    """As ``object.__getattribute__`` does, or MISSING."""
    cls = obj.cls
    found = cls.find(name)
    if found is not MISSING and _is_data_descriptor(found):
        return bind(interp, found, obj, cls)
    own = obj.names.get(name, MISSING)
    if own is not MISSING:
        return own
    if found is not MISSING:
        return bind(interp, found, obj, cls)
    if name == "__class__":
        return cls
    if name == "__dict__":
        return NamespaceDict(obj)
    if name in OBJECT.names:
        return bind(interp, OBJECT.names[name], obj, cls)
    return MISSING


_CALLED = frozenset(
    ("__call__", "__enter__", "__exit__", "__getitem__", "__setitem__", "__delitem__", "__next__")
)
"""Special methods that programs call by name, of classes with a base that is not known too."""


def _fallback(interp: Interpreter, obj: Instance, name: str) -> Value:
    hook = obj.cls.find("__getattr__")
    if hook is not MISSING:
        if isinstance(hook, Builtin):
            return interp.call(hook, [obj, name])
        return interp.call(bind(interp, hook, obj, obj.cls), [name])
    if obj.cls.open and (name in _CALLED or not (name.startswith("__") and name.endswith("__"))):
        return obj.cls.unseen("an attribute")
    if name == "__dict__":
        return NamespaceDict(obj)
    return MISSING


def _class(interp: Interpreter, cls: Class, name: str) -> Value:
    value = cls.find(name)
    if value is not MISSING:
        return bind(interp, value, None, cls)
    meta = cls.metaclass or TYPE
    value = meta.find(name)
    if value is not MISSING:
        return bind(interp, value, cls, meta)
    if name in ("__name__", "__qualname__"):
        return cls.name
    if name == "__module__":
        return cls.module
    if name in ("__mro__", "__bases__"):
        return cls.mro if name == "__mro__" else cls.bases
    if name == "__class__":
        return meta
    if name == "__dict__":
        return NamespaceDict(cls)
    if name == "__doc__":
        return None
    if name in OBJECT.names:
        return OBJECT.names[name]
    if meta is not TYPE:
        hook = meta.find("__getattr__")
        if hook is not MISSING:
            return interp.call(hook, [cls, name])
    if cls.open:
        return cls.unseen("an attribute")
    return MISSING


def _module(interp: Interpreter, module: Module, name: str) -> Value:
    value = module.names.get(name, MISSING)
    if value is not MISSING:
        return value
    if name == "__dict__":
        return NamespaceDict(module)
    if name == "__name__":
        return module.name
    if name == "__doc__":
        return None
    asker = interp.frame.module if interp.frame is not None else None
    if module.lacks(name) and not (asker is not None and asker.is_model):
        return MISSING  # other models may ask for it; the library may have it in another place
    hook = module.names.get("__getattr__", MISSING)
    if hook is not MISSING and not (name.startswith("__") and name.endswith("__")):
        submodule = interp.loaded_submodule(module, name)
        if submodule is not None:
            return submodule
        value = stars.brought(interp, module, name)
        return _from_hook(interp, module, hook, name) if value is MISSING else value
    submodule = interp.loaded_submodule(module, name)
    if submodule is not None:
        return submodule
    if not module.complete or "__open__" in module.names:
        value = stars.brought(interp, module, name)
        return value if value is not MISSING else _unseen(module)
    return MISSING


def _from_hook(interp: Interpreter, module: Module, hook: Value, name: str) -> Value:
    """What the ``__getattr__`` of a module gives for a name that the module seems to lack."""
    try:
        return interp.call(hook, [name])
    except Raised as raised:
        catcher = interp.catcher_of(raised.value)
        seen = "__open__" not in module.names
        if seen or not interp.matches(raised.value, "AttributeError"):
            raise
        if catcher is not None:
            if catcher.is_host:
                raise
            catcher.possible.append(raised)
        return _unseen(module)


def _unseen(module: Module) -> Unknown:
    """A name that a module may have by code that was not seen."""
    builds = module.names.get("__open__") is True
    return Unknown("a name of a module that is not wholly known", builds=builds or None)


def _super(interp: Interpreter, obj: Super, name: str) -> Value:
    receiver = obj.receiver
    cls = class_of(receiver)
    is_class = isinstance(receiver, Class) and obj.cls in receiver.mro
    if is_class:
        assert isinstance(receiver, Class)
        cls = receiver
    if cls is None:
        return Unknown("super() of something unknown")
    if name == "__class__":
        return SUPER
    order = cls.mro
    start = order.index(obj.cls) + 1 if obj.cls in order else 1
    for base in order[start:]:
        if base is OBJECT and name == "__init__" and cls.open:
            break  # that of a base that is not known comes first
        if name in base.names:
            value = base.names[name]
            if is_class:
                meta_receiver = receiver if isinstance(value, Wrapper) else None
                return bind(interp, value, meta_receiver, cls)
            return bind(interp, value, receiver, cls)
    if cls.open:
        return cls.unseen("a method")
    return MISSING


def _function(interp: Interpreter, function: Function, name: str) -> Value:
    value = function.names.get(name, MISSING)
    if value is MISSING:
        value = about_function(interp, function, name)
    if value is not MISSING:
        return value
    if name == "__dict__":
        return NamespaceDict(function)
    return _builtin_object(interp, function, name)


def _builtin_object(interp: Interpreter, obj: Value, name: str) -> Value:
    cls = class_of(obj)
    if cls is None:
        return Unknown("an attribute of something that is not interpreted")
    if isinstance(obj, (Builtin, Method)):
        function = obj.function if isinstance(obj, Method) else obj
        if name in ("__name__", "__qualname__"):
            if isinstance(function, Builtin):
                return function.name.rpartition(".")[2]
            return find(interp, function, name)
        if name == "__self__" and isinstance(obj, Method):
            return obj.receiver
        if name == "__func__" and isinstance(obj, Method):
            return obj.function
        if name == "__call__":
            return obj
        if isinstance(obj, Method) and isinstance(function, Function):
            return find(interp, function, name)
    if isinstance(obj, Wrapper) and name == "__func__":
        return obj.function
    value = cls.find(name)
    if value is MISSING:
        value = OBJECT.names.get(name, MISSING)
    if value is not MISSING:
        return bind(interp, value, obj, cls)
    if name == "__class__":
        return cls
    if isinstance(obj, Iter):
        if obj.meant is not None:
            return find(interp, obj.meant, name)
        obj.kind = "iterator"  # a method of Python 2's list may change it
    return MISSING
