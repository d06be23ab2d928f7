"""Lengths, and filling dicts from values that may not be wholly known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scope_lsp.interpreter.builtins.classes import class_of, payload_of
from scope_lsp.interpreter.python2_lists import as_list
from scope_lsp.interpreter.subscripts import put_item
from scope_lsp.interpreter.values import (
    MISSING,
    Dict,
    Instance,
    Iter,
    List,
    Set,
    Symbolic,
    Union,
    Unknown,
    Value,
    unite,
)

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter


def length(interp: Interpreter, value: Value) -> int | Union | Unknown:
    """``len(value)``; one of several numbers if some items may be absent."""
    if isinstance(value, Instance):
        function = value.cls.find("__len__")
        if function is not MISSING:
            result = interp.call(interp.bind(function, value, value.cls), [])
            return result if isinstance(result, int) else Unknown("a length that is not known")
        if value.cls.open:
            return Unknown("the length of something whose class is not known")
        value = payload_of(value)
    elif isinstance(value, Iter):
        value = as_list(interp, value)
    if isinstance(value, List):
        if value.uncounted:
            return Unknown("the length of a list")
        return _one_of(len(value.items), len(value.doubtful))
    if isinstance(value, (Dict, Set)):
        if value.open:
            return Unknown("the length of something not wholly known")
        return _one_of(len(value.entries), len(value.doubtful))
    if isinstance(value, (str, bytes, tuple)):
        return len(value)
    if isinstance(value, range):
        return len(value) if abs(value.stop - value.start) < 2**62 else Unknown("a huge range")
    cls = class_of(value)
    if cls is None or isinstance(value, (Symbolic, Iter)):
        return Unknown("the length of something unknown", _spelled_length(value))
    interp.raise_error("TypeError", f"object of type '{cls.name}' has no len()")


def _one_of(most: int, doubtful: int) -> int | Union | Unknown:
    """The number of items when some of them may be absent."""
    if not doubtful:
        return most
    united: Any = unite(list(range(most, most - doubtful - 1, -1)))
    return united  # type: ignore[no-any-return]


def _spelled_length(value: Value) -> str | None:
    spelling = value.spelling if isinstance(value, Unknown) else None
    return f"len({spelling})" if spelling else None


def merge(target: Dict, source: Dict) -> None:
    """Enter the pairs of another dict, doubtful ones as such; existing keys keep both values."""
    for key, (original, value) in list(source.entries.items()):
        old = target.entries.get(key)
        if key not in source.doubtful:
            target.settle(key)
        elif old is None:
            target.doubtful |= {key}
        else:
            value = unite([old[1], value])
        target.entries[key] = (original if old is None else old[0], value)
    target.open = target.open or source.open


def update_dict(interp: Interpreter, target: Dict, source: Value) -> None:
    """Enter all pairs of ``source``, a dict or another mapping; unknown ones open ``target``."""
    source = payload_of(source)
    if isinstance(source, Dict):
        merge(target, source)
        return
    keys = interp.find_attr(source, "keys") if isinstance(source, Instance) else MISSING
    items = None if keys is MISSING else interp.to_list(interp.call(keys))
    if items is None:
        target.open = True
        return
    for key in items:
        put_item(interp, target, key, interp.getitem(source, key))


def spread_keywords(
    interp: Interpreter, value: Value, named: dict[str, Value], doubtful: set[str]
) -> bool:
    """Enter the pairs of ``**value`` into keywords; False if some are unknown.

    The keywords that may be absent are also added to ``doubtful``.
    """
    spread = Dict()
    update_dict(interp, spread, value)
    for known, (key, item) in spread.entries.items():
        if not isinstance(key, str):
            return False
        named[key] = item
        if known in spread.doubtful:
            doubtful.add(key)
    return not spread.open
