"""The keys of dicts and sets: values of the program in a form that the host can hash."""

from __future__ import annotations

from typing import Any

from scope_lsp.interpreter.values.containers import Dict, List, Set
from scope_lsp.interpreter.values.mutable import MISSING
from scope_lsp.interpreter.values.objects import Instance
from scope_lsp.interpreter.values.unknown import MAX_NESTING, Symbolic, Union, Unknown, Value

_HASH = object()
"""Before the key of a hash: no tuple of the program has it."""


class Unhashable(Exception):
    """A key that is not known well enough to be looked up (or not hashable)."""


def key_of(value: Value, depth: int = 0) -> Any:
    """A hashable form of ``value`` with Python's equality; raises ``Unhashable``."""
    kind = type(value)
    if kind in (str, int, float, bool, bytes, complex) or value is None or value is Ellipsis:
        return value
    if kind is tuple:
        if depth > MAX_NESTING:
            raise Unhashable
        return tuple([key_of(item, depth + 1) for item in value])  # type: ignore[attr-defined]
    if isinstance(value, Instance):
        return _key_of_instance(value)
    if isinstance(value, Unknown) and value.hashed is not None:
        return (_HASH, value.hashed)
    if isinstance(value, (Unknown, Symbolic, Union, List, Dict)):
        raise Unhashable
    if isinstance(value, Set):
        if not value.frozen or value.open or value.doubtful:
            raise Unhashable
        return frozenset(value.entries)
    if kind is range or kind is slice:
        return repr(value)
    return ("object", id(value))


def _key_of_instance(value: Instance) -> Any:
    if value.payload is not MISSING:
        return key_of(value.payload)
    known = value.names.get("__key__", MISSING)
    if known is not MISSING:
        compares = value.cls.find("__eq__") is not MISSING
        if compares and value.cls.find("__hash__") is not MISSING:
            return key_of(known)
    return ("instance", id(value))
