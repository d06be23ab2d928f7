"""The built-in classes as values, and the class of each value.

The other files of this package register their methods.  Nothing here computes anything.
"""

from __future__ import annotations

import builtins
from collections.abc import Callable
from types import FunctionType

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
    Module,
    NamespaceDict,
    Property,
    Scattered,
    Set,
    Super,
    Symbolic,
    Value,
    Wrapper,
)

OBJECT = Class("object", ())


def _host(name: str, base: Class = OBJECT) -> Class:
    return Class(name, (base,), host=name)


TYPE = _host("type")
INT = _host("int")
BOOL = Class("bool", (INT,))
FLOAT = _host("float")
COMPLEX = _host("complex")
STR = _host("str")
BYTES = _host("bytes")
BYTEARRAY = _host("bytearray", BYTES)
TUPLE = _host("tuple")
LIST = _host("list")
DICT = _host("dict")
SET = _host("set")
FROZENSET = _host("frozenset")
RANGE = _host("range")
SLICE = _host("slice")
NONE = _host("NoneType")
ELLIPSIS = _host("ellipsis")
NOT_IMPLEMENTED = _host("NotImplementedType")
FUNCTION = _host("function")
BUILTIN = _host("builtin_function_or_method")
METHOD = _host("method")
MODULE = _host("module")
PROPERTY = _host("property")
STATICMETHOD = _host("staticmethod")
CLASSMETHOD = _host("classmethod")
SUPER = _host("super")
ITERATOR = _host("iterator")
GENERATOR = _host("generator")


def _exceptions() -> dict[str, Class]:
    """Python's exception hierarchy, taken from the Python that runs scope-lsp."""
    found: dict[str, Class] = {}

    def add(cls: type) -> Class:
        if cls.__name__ not in found:
            bases = tuple(add(base) for base in cls.__bases__ if base is not object) or (OBJECT,)
            found[cls.__name__] = Class(
                cls.__name__, bases, host=None if bases != (OBJECT,) else "BaseException"
            )
        return found[cls.__name__]

    for value in vars(builtins).values():
        if isinstance(value, type) and issubclass(value, BaseException):
            add(value)
    for old in ("IOError", "EnvironmentError"):
        found[old] = found["OSError"]
    return found


EXCEPTIONS = _exceptions()

_BY_HOST_TYPE: dict[type, Class] = {
    bool: BOOL,
    int: INT,
    float: FLOAT,
    complex: COMPLEX,
    str: STR,
    Symbolic: STR,
    bytes: BYTES,
    tuple: TUPLE,
    Scattered: TUPLE,
    List: LIST,
    Dict: DICT,
    NamespaceDict: DICT,
    range: RANGE,
    slice: SLICE,
    type(None): NONE,
    type(Ellipsis): ELLIPSIS,
    type(NotImplemented): NOT_IMPLEMENTED,
    Function: FUNCTION,
    Builtin: BUILTIN,
    Method: METHOD,
    Module: MODULE,
    Property: PROPERTY,
    Super: SUPER,
}

HOST_CLASSES: dict[str, Class] = {
    cls.name: cls
    for cls in (
        *(OBJECT, TYPE, INT, BOOL, FLOAT, COMPLEX, STR, BYTES, BYTEARRAY, TUPLE, LIST, DICT, SET),
        *(FROZENSET, RANGE, SLICE, PROPERTY, STATICMETHOD, CLASSMETHOD, SUPER),
    )
}
"""The classes that a program can name, by their names."""


def class_of(value: Value) -> Class | None:
    """The class of ``value``; None if the value is unknown, a union or opaque."""
    if isinstance(value, Instance):
        return value.cls
    known = _BY_HOST_TYPE.get(type(value))
    if known is not None:
        return known
    if isinstance(value, Class):
        return value.metaclass or TYPE
    if isinstance(value, Set):
        return FROZENSET if value.frozen else SET
    if isinstance(value, Iter):
        return GENERATOR if value.kind == "generator" else ITERATOR
    if isinstance(value, Wrapper):
        return STATICMETHOD if value.kind == "staticmethod" else CLASSMETHOD
    return None


def either_class(a: Value, b: Value) -> tuple[Value, ...] | None:
    """The tuple of classes that ``a | b`` stands for, as ``isinstance`` takes it; None if none."""
    if a is b is None:
        return None
    parts = (*(a if isinstance(a, tuple) else (a,)), *(b if isinstance(b, tuple) else (b,)))
    classes = tuple(dict.fromkeys(class_of(part) if part is None else part for part in parts))
    return classes if all(isinstance(one, Class) for one in classes) else None


BUILTINS: dict[str, Value] = {**HOST_CLASSES, **EXCEPTIONS}
"""The namespace of module ``builtins``."""

_Host = Callable[..., Value]


def function(name: str, *, pure: bool = False) -> Callable[[_Host], _Host]:
    """Register ``host(interp, *args, **kwargs)`` as the built-in function ``name``."""

    def register(host: _Host) -> _Host:
        assert isinstance(host, FunctionType)
        BUILTINS[name] = Builtin(name, host, pure=pure)
        return host

    return register


def method(cls: Class, name: str, *, pure: bool = False) -> Callable[[_Host], _Host]:
    """Register ``host(interp, self, *args, **kwargs)`` as a method of a built-in class."""

    def register(host: _Host) -> _Host:
        cls.names[name] = Builtin(f"{cls.name}.{name}", host, binds=name != "__new__", pure=pure)
        return host

    return register


def is_subclass(cls: Class, parent: Class) -> bool:
    """Whether ``parent`` is in the method resolution order of ``cls``."""
    return parent in cls.mro or parent is OBJECT


def payload_of(value: Value) -> Value:
    """The built-in value in an instance of a subclass such as ``class A(dict)``, or ``value``."""
    if isinstance(value, Instance) and value.payload is not MISSING:
        return value.payload
    return value
