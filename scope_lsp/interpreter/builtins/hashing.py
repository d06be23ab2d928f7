"""Hashes: what cannot have one, and which of them are equal.

How dicts and sets find a key is in ``values.keys``.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from scope_lsp.interpreter.builtins.common import absorb
from scope_lsp.interpreter.values import (
    MISSING,
    Builtin,
    Dict,
    Instance,
    List,
    Set,
    Unhashable,
    Value,
    key_of,
)
from scope_lsp.interpreter.values.unknown import MAX_NESTING

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter


def unhashable(interp: Interpreter, key: Value, depth: int = 0) -> None:
    """Raise the program's TypeError when ``key`` is a container that cannot be a key."""
    kinds = {List: "list", Dict: "dict", Set: "set"}
    name = kinds.get(type(key))
    if name is not None and not (isinstance(key, Set) and key.frozen):
        interp.raise_error("TypeError", f"unhashable type: '{name}'")
    if isinstance(key, tuple) and depth <= MAX_NESTING:
        for item in key:
            unhashable(interp, item, depth + 1)


def hash_of(value: Value) -> Value:
    """The hash that a built-in ``__hash__`` gives: known for numbers.

    Of others only their equality is known: texts and addresses differ from run to run.
    """
    if isinstance(value, (int, float)):
        return hash(value)
    found = absorb("a hash", value)
    if not _hashes_itself(value):
        with suppress(Unhashable):
            found.hashed = key_of(value)
    return found


def _hashes_itself(value: Value, depth: int = 0) -> bool:
    """Whether the program's own ``__hash__`` counts, which may make different objects equal."""
    if isinstance(value, tuple):
        return depth > MAX_NESTING or any(_hashes_itself(item, depth + 1) for item in value)
    if not isinstance(value, Instance) or "__key__" in value.names:
        return False
    found = value.cls.find("__hash__")
    return found is not MISSING and found is not None and not isinstance(found, Builtin)
