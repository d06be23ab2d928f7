"""Truth and iteration of values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scope_lsp.interpreter.builtins.classes import class_of, payload_of
from scope_lsp.interpreter.values import (
    MISSING,
    Class,
    Dict,
    Instance,
    Iter,
    List,
    Opaque,
    Raised,
    Set,
    Symbolic,
    Union,
    Unknown,
    Value,
)

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter


def truth(interp: Interpreter, value: Value) -> bool | None:
    """Whether a value counts as true; None where that is not known."""
    if value is True or value is False:
        return value
    if value is None:
        return False
    if isinstance(value, (int, float, str, tuple, bytes, complex, range)):
        return bool(value)
    if isinstance(value, List):
        return len(value.items) > value.perhaps or (None if value.items else False)
    if isinstance(value, (Dict, Set)):
        return True if value.entries else None if value.open else False
    if isinstance(value, Instance):
        return _instance_truth(interp, value)
    if isinstance(value, Unknown):
        return None
    if isinstance(value, Union):
        verdicts = {truth(interp, option) for option in value.options}
        return verdicts.pop() if len(verdicts) == 1 else None
    if isinstance(value, Symbolic):
        return True if _has_literal(value) else None
    if isinstance(value, Opaque):
        return None
    if isinstance(value, Class) and value.metaclass is not None:
        hook = value.metaclass.find("__bool__")
        if hook is not MISSING:
            return truth(interp, interp.call(interp.bind(hook, value, value.metaclass)))
    return True


def _has_literal(value: Symbolic) -> bool:
    return not value.text.startswith("\ue000") or not value.text.endswith("\ue001")


def _instance_truth(interp: Interpreter, value: Instance) -> bool | None:
    cls = value.cls
    for name in ("__bool__", "__nonzero__", "__len__"):
        hook = cls.find(name)
        if hook is not MISSING and (name != "__len__" or value.payload is MISSING):
            return truth(interp, interp.call(interp.bind(hook, value, cls)))
    if value.payload is not MISSING:
        return truth(interp, value.payload)
    return None if cls.open else True


def iterate(interp: Interpreter, value: Value) -> Iterator[Value] | None:
    """The elements of an iterable, lazily; None when they are not known."""
    if isinstance(value, List):
        return _list(value)
    if isinstance(value, (tuple, range)):
        return iter(value)
    if isinstance(value, str):
        return iter(value)
    if isinstance(value, bytes):
        return iter(list(value))
    if isinstance(value, Dict):
        return None if value.open else iter([key for key, _ in value.entries.values()])
    if isinstance(value, Set):
        return None if value.open else iter(list(value.entries.values()))
    if isinstance(value, Iter):
        return value.host
    if isinstance(value, Instance):
        return _instance(interp, value)
    if isinstance(value, Class) and value.metaclass is not None:
        hook = value.metaclass.find("__iter__")
        if hook is not MISSING:
            return iterate(interp, interp.call(interp.bind(hook, value, value.metaclass)))
    cls = class_of(value)
    if cls is None or isinstance(value, Symbolic) or cls.open:
        return None
    interp.raise_error("TypeError", f"'{cls.name}' object is not iterable")


def _list(value: List) -> Iterator[Value]:
    index = 0
    while index < len(value.items):
        yield value.items[index]
        index += 1


def _instance(interp: Interpreter, value: Instance) -> Iterator[Value] | None:
    cls = value.cls
    hook = cls.find("__iter__")
    if hook is not MISSING and not (value.payload is not MISSING and _is_builtin(cls, "__iter__")):
        iterator = interp.call(interp.bind(hook, value, cls))
        if iterator is value or (
            isinstance(iterator, Instance) and iterator.cls.find("__next__") is not MISSING
        ):
            return _next_calls(interp, iterator)
        return iterate(interp, iterator)
    if value.payload is not MISSING:
        return iterate(interp, payload_of(value))
    if cls.find("__next__") is not MISSING:
        return _next_calls(interp, value)
    hook = cls.find("__getitem__")
    if hook is not MISSING:
        return _item_calls(interp, interp.bind(hook, value, cls))
    if cls.open:
        return None
    interp.raise_error("TypeError", f"'{cls.name}' object is not iterable")


def _is_builtin(cls: Class, name: str) -> bool:
    for base in cls.mro:
        if name in base.names:
            return base.module == "builtins"
    return False


def _next_calls(interp: Interpreter, iterator: Value) -> Iterator[Value]:
    assert isinstance(iterator, Instance)
    hook = iterator.cls.find("__next__")
    if hook is MISSING:
        hook = iterator.cls.find("next")
    function = interp.bind(hook, iterator, iterator.cls)
    while True:
        try:
            with interp.expecting("StopIteration") as ends:
                value = interp.call(function)
        except Raised as raised:
            if interp.matches(raised.value, "StopIteration"):
                return
            raise
        if ends:
            interp.open_end = True
        yield value


def _item_calls(interp: Interpreter, function: Value) -> Iterator[Value]:
    index = 0
    while True:
        try:
            with interp.expecting("IndexError") as ends:
                value = interp.call(function, [index])
        except Raised as raised:
            if interp.matches(raised.value, "IndexError"):
                return
            raise
        if ends:
            interp.open_end = True
        yield value
        index += 1
