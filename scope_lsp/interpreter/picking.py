"""The value of a choice that is not known: it is unknown, and may be a function that builds.

If such a value is called, the call may build, and a gap is recorded.  A choice among data builds
nothing.  Choices that can be followed are elsewhere: ``subscripts`` joins a few items of a list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from scope_lsp.interpreter.loader import Origin
from scope_lsp.interpreter.values import (
    Class,
    Dict,
    Function,
    Instance,
    List,
    Method,
    Module,
    Set,
    Union,
    Unknown,
    Value,
    Wrapper,
)

MAX_SEEN = 200
"""How many candidates are looked at: registries are short."""

MAX_NESTED = 2
"""How many containers inside each other are looked into: a registry may have a table per kind."""


def picked(reason: str, candidates: Iterable[Value]) -> Unknown:
    """One of ``candidates``, it is not known which."""
    values = list(islice(candidates, MAX_SEEN))
    if _any_code(values, 0):
        return Unknown(reason, builds=True)
    return Unknown(reason, builds=None if _any_unseen(values, 0) else False)


def one_of_unseen(items: List) -> Unknown:
    """An item of a list in which there may be others anywhere."""
    return picked("an item of a list of unknown length", items.items)


def holds_code(value: Value) -> bool:
    """Whether a value is code that may build, an object with such code, or a container with one."""
    return _is_code(value, 0)


def _any_code(candidates: Iterable[Value], depth: int) -> bool:
    return any(_is_code(value, depth) for value in islice(candidates, MAX_SEEN))


def _any_unseen(candidates: Iterable[Value], depth: int) -> bool:
    """Whether a candidate is not known, or a container of them not wholly."""
    return any(_is_unseen(value, depth) for value in islice(candidates, MAX_SEEN))


def _is_unseen(value: Value, depth: int) -> bool:
    if isinstance(value, (Unknown, Union)) or depth > MAX_NESTED:
        return True
    if isinstance(value, (Class, Instance)):
        return (value if isinstance(value, Class) else value.cls).open
    if isinstance(value, List) and value.uncounted:
        return True
    if isinstance(value, (Dict, Set)) and value.open:
        return True
    return _any_unseen(_contents(value), depth + 1)


def _is_code(value: Value, depth: int) -> bool:
    while isinstance(value, (Method, Wrapper)):
        value = value.function
    if isinstance(value, Function):
        return may_build(value.module)
    if isinstance(value, Module):
        return may_build(value)
    if isinstance(value, Class):
        return value.answer(_has_code)
    if isinstance(value, Instance):
        return value.cls.answer(_gives_code)
    if isinstance(value, Union):
        return _any_code(value.options, depth)
    if depth >= MAX_NESTED:
        return False
    if isinstance(value, Dict) and value.holds_code:
        return True
    return _any_code(_contents(value), depth + 1)


def _has_code(cls: Class) -> bool:
    """Whether a class or a base of it has a method that may build."""
    return any(isinstance(part, Function) and may_build(part.module) for part in _parts(cls))


def _gives_code(cls: Class) -> bool:
    """Whether its instances have a method that may build: one of the program's, or a call."""
    called = cls.find("__call__")
    return any(
        isinstance(part, Function)
        and (part.module.source.origin is Origin.USER or part is called)
        and may_build(part.module)
        for part in _parts(cls)
    )


def _contents(value: Value) -> Sequence[Value]:
    """What is in a container; nothing in anything else."""
    if isinstance(value, List):
        return value.items
    if isinstance(value, tuple):
        return value
    if isinstance(value, Dict):
        return [item for _, item in list(value.entries.values())]
    return list(value.entries.values()) if isinstance(value, Set) else ()


def may_build(module: Module) -> bool:
    """Whether a module's code may reach the outside state."""
    return module.source.origin is Origin.USER or module.source.may_build


def _parts(cls: Class) -> Iterator[Value]:
    """What a class and its bases define."""
    for each in cls.mro:
        if each.module != "builtins":
            yield from list(each.names.values())
