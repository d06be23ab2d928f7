"""Lengths, and filling dicts from values that may not be wholly known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scope_lsp.interpreter.builtins.classes import class_of, payload_of
from scope_lsp.interpreter.subscripts import put_item
from scope_lsp.interpreter.values import (
    MISSING,
    Dict,
    Instance,
    Iter,
    List,
    Set,
    Symbolic,
    Unknown,
    Value,
)

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter


def length(interp: Interpreter, value: Value) -> int | Unknown:
    """``len(value)``."""
    if isinstance(value, Instance):
        function = value.cls.find("__len__")
        if function is not MISSING:
            result = interp.call(interp.bind(function, value, value.cls), [])
            return result if isinstance(result, int) else Unknown("a length that is not known")
        if value.cls.open:
            return Unknown("the length of something whose class is not known")
        value = payload_of(value)
    if isinstance(value, List):
        return Unknown("the length of a list") if value.uncounted else len(value.items)
    if isinstance(value, (Dict, Set)):
        return (
            Unknown("the length of something not wholly known")
            if value.open
            else len(value.entries)
        )
    if isinstance(value, (str, bytes, tuple)):
        return len(value)
    if isinstance(value, range):
        return len(value) if abs(value.stop - value.start) < 2**62 else Unknown("a huge range")
    cls = class_of(value)
    if cls is None or isinstance(value, (Symbolic, Iter)):
        return Unknown("the length of something unknown", _spelled_length(value))
    interp.raise_error("TypeError", f"object of type '{cls.name}' has no len()")


def _spelled_length(value: Value) -> str | None:
    spelling = value.spelling if isinstance(value, Unknown) else None
    return f"len({spelling})" if spelling else None


def update_dict(interp: Interpreter, target: Dict, source: Value) -> None:
    """Enter all pairs of ``source``, a dict or another mapping; unknown ones open ``target``."""
    source = payload_of(source)
    if isinstance(source, Dict):
        target.entries.update(source.entries)
        target.open = target.open or source.open
        return
    keys = interp.find_attr(source, "keys") if isinstance(source, Instance) else MISSING
    items = None if keys is MISSING else interp.to_list(interp.call(keys))
    if items is None:
        target.open = True
        return
    for key in items:
        put_item(interp, target, key, interp.getitem(source, key))


def spread_keywords(interp: Interpreter, value: Value, named: dict[str, Value]) -> bool:
    """Enter the pairs of ``**value`` into keywords; False when some are not known."""
    spread = Dict()
    update_dict(interp, spread, value)
    for key, item in spread.entries.values():
        if not isinstance(key, str):
            return False
        named[key] = item
    return not spread.open
