"""Which values lead to nothing that the program has made: numbers, texts and arrays of them."""

from __future__ import annotations

from scope_lsp.interpreter.values.containers import Dict, List
from scope_lsp.interpreter.values.objects import Class, Instance
from scope_lsp.interpreter.values.unknown import MAX_NESTING, Symbolic, Union, Unknown, Value

_PLAIN = (bool, bytes, complex, float, int, str, Symbolic, type(None), type(...), slice)
MAX_ITEMS = 100
"""How many items of a container are looked at; a longer one is not known to be data."""


def is_data(value: Value, depth: int = 0) -> bool:
    """Whether a value is certainly data, with nothing in it that the program has made."""
    if isinstance(value, Unknown):
        return value.is_data
    if isinstance(value, _PLAIN):
        return True
    if isinstance(value, Union):
        return all(is_data(option, depth) for option in value.options)
    if isinstance(value, Class):
        return _is_numpy(value) or value.module == "builtins"
    if isinstance(value, Instance):
        return _is_numpy(value.cls)
    if isinstance(value, tuple):
        items = value
    elif isinstance(value, List):
        items = tuple(value.items)
    elif isinstance(value, Dict):
        items = tuple(item for _, item in value.entries.values())
    else:
        return False
    if len(items) > MAX_ITEMS or depth > MAX_NESTING:
        return False
    return all(is_data(item, depth + 1) for item in items)


def _is_numpy(cls: Class) -> bool:
    return cls.module.partition(".")[0] == "numpy"
