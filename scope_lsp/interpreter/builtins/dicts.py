"""The methods of dict; its views are in ``dict_views``.

A dict with unknown keys is ``open``: the value of a missing key is unknown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scope_lsp.interpreter import operators, subscripts
from scope_lsp.interpreter.builtins.classes import DICT, method, payload_of
from scope_lsp.interpreter.builtins.common import (
    absorb,
    items_or_unknown,
    marked_or_unknown,
)
from scope_lsp.interpreter.builtins.hashing import unhashable
from scope_lsp.interpreter.orders import is_unordered
from scope_lsp.interpreter.picking import picked
from scope_lsp.interpreter.sizes import merge
from scope_lsp.interpreter.values import (
    MISSING,
    Builtin,
    Dict,
    Instance,
    NamespaceDict,
    Unhashable,
    Unknown,
    Value,
    Wrapper,
    key_of,
    open_up,
    unite,
)

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter


def lookup(interp: Interpreter, source: Dict, key: Value) -> Value:
    """The value of ``key``; MISSING if there is none, Unknown if it is not known."""
    try:
        known = key_of(key)
        entry = source.entries.get(known)
        if entry is None:
            entry = source.entries.get(subscripts.equal_key(interp, source, key, known))
    except Unhashable:
        unhashable(interp, key)
        if source.empty:
            return MISSING
        value = subscripts.one_of_values(source)
        if value is not MISSING:
            return value
        return picked(absorb("the value of a key that is not known", key).reason, (source,))
    if entry is not None and not (source.open and known in source.doubtful):
        return entry[1]
    if entry is None and not source.open:
        return MISSING
    unseen = Unknown("a key that may not be there", builds=source.holds_code or None)
    return unseen if entry is None else unite([entry[1], unseen])


def is_doubtful(source: Dict, key: Value) -> bool:
    """Whether a key may be absent, of which it is known what it would give."""
    try:
        return bool(source.doubtful) and key_of(key) in source.doubtful
    except Unhashable:
        return subscripts.one_of_values(source) is not MISSING


def put(interp: Interpreter, target: Dict, key: Value, value: Value) -> None:
    """``target[key] = value``; an unknown key may have been any of the existing ones."""
    interp.touch(target)
    try:
        known = key_of(key)
    except Unhashable:
        unhashable(interp, key)
        target.open = True
        for entry, (original, old) in list(target.entries.items()):
            target.entries[entry] = (original, unite([old, value]))
        return
    if known not in target.entries:
        known = subscripts.equal_key(interp, target, key, known)
    original = target.entries[known][0] if known in target.entries else key
    target.entries[known] = (original, value)
    target.settle(known)


def update(interp: Interpreter, target: Dict, source: Value) -> None:
    """Enter the pairs of a mapping or of an iterable of pairs."""
    interp.touch(target)
    target.scattered |= is_unordered(source)
    inner = payload_of(source)
    if isinstance(inner, Dict):
        merge(target, inner)
        if inner.open:
            forget(target, "a dict that was updated with keys that are not known", inner)
        return
    if isinstance(source, Instance) and interp.find_attr(source, "keys") is not MISSING:
        keys = items_or_unknown(interp, interp.call(interp.get_attr(source, "keys")))
        if isinstance(keys, Unknown):
            forget(target, keys.reason)
            return
        for key in keys:
            put(interp, target, key, subscripts.getitem(interp, source, key))
        return
    pairs = marked_or_unknown(interp, source)
    if isinstance(pairs, Unknown):
        forget(target, pairs.reason)
        return
    for pair, unsure in pairs:
        both = items_or_unknown(interp, pair)
        if isinstance(both, Unknown):
            forget(target, both.reason)
        elif len(both) != 2:
            interp.raise_error(
                "ValueError",
                f"dictionary update sequence element has length {len(both)}; 2 is required",
            )
        else:
            more = Dict()
            put(interp, more, both[0], both[1])
            if unsure:
                more.doubtful = frozenset(more.entries)
            merge(target, more)


def forget(target: Dict, reason: str, known: Dict | None = None) -> None:
    """Any key of ``target`` may have got a new value, except those in ``known``."""
    target.open = True
    if isinstance(target, NamespaceDict):
        open_up(target.owner)
    for key, (original, _) in list(target.entries.items()):
        if known is None or key not in known.entries:
            target.entries[key] = (original, Unknown(reason))


@method(DICT, "get")
def get(interp: Interpreter, self: Value, key: Value, default: Value = None) -> Value:
    """The value of a key, or a default."""
    source = payload_of(self)
    if not isinstance(source, Dict):
        return absorb("a value of a dict that is not known", self)
    found = lookup(interp, source, key)
    if is_doubtful(source, key):
        return unite([found, default])
    return default if found is MISSING else found


@method(DICT, "setdefault")
def setdefault(interp: Interpreter, self: Value, key: Value, default: Value = None) -> Value:
    """The value of a key, which is added if it is missing."""
    target = payload_of(self)
    if not isinstance(target, Dict):
        return absorb("a value of a dict that is not known", self)
    found = lookup(interp, target, key)
    if found is MISSING:
        put(interp, target, key, default)
        return default
    if is_doubtful(target, key):
        found = unite([found, default])
        put(interp, target, key, found)
    elif isinstance(found, Unknown):
        put(interp, target, key, unite([found, default]))
    return found


@method(DICT, "pop")
def pop(interp: Interpreter, self: Value, key: Value, *default: Value) -> Value:
    """Remove a key and return its value."""
    target = payload_of(self)
    if not isinstance(target, Dict):
        return absorb("a value of a dict that is not known", self)
    found = lookup(interp, target, key)
    if found is MISSING:
        if default:
            return default[0]
        interp.raise_error("KeyError", key)
    if default and is_doubtful(target, key):
        found = unite([found, default[0]])
    interp.touch(target)
    try:
        known = key_of(key)
        target.entries.pop(known, None)
        target.settle(known)
    except Unhashable:
        target.open = True
    return found


@method(DICT, "popitem")
def popitem(interp: Interpreter, self: Value) -> Value:
    """Remove and return the last pair."""
    target = payload_of(self)
    if not isinstance(target, Dict) or target.open or target.doubtful:
        return absorb("a pair of a dict that is not known", self)
    if not target.entries:
        interp.raise_error("KeyError", "popitem(): dictionary is empty")
    if is_unordered(target):
        interp.touch(target)
        target.doubtful = frozenset(target.entries)
        return picked("one of several in an unknown order", target.entries.values())
    interp.touch(target)
    return target.entries.popitem()[1]


@method(DICT, "update")
def dict_update(interp: Interpreter, self: Value, /, *sources: Value, **kwargs: Value) -> Value:
    """Enter the pairs of other mappings."""
    target = payload_of(self)
    if not isinstance(target, Dict):
        return None
    for source in sources:
        update(interp, target, source)
    for name, value in kwargs.items():
        put(interp, target, name, value)
    return None


@method(DICT, "clear")
def clear(interp: Interpreter, self: Value) -> Value:
    """Remove all pairs."""
    target = payload_of(self)
    if isinstance(target, Dict):
        interp.touch(target)
        target.entries.clear()
        target.doubtful = frozenset()
        target.open = False
    return None


@method(DICT, "copy")
def copy(interp: Interpreter, self: Value) -> Value:
    """A shallow copy."""
    source = payload_of(self)
    if not isinstance(source, Dict):
        return absorb("a dict that is not known", self)
    result = Dict(dict(source.entries))
    result.doubtful = source.doubtful
    result.open = source.open
    result.default = source.default
    return result


@method(DICT, "has_key", pure=True)
def has_key(interp: Interpreter, self: Value, key: Value) -> Value:
    """Python 2's spelling of ``key in self``."""
    return operators.contains(interp, self, key)


def _fromkeys(interp: Interpreter, cls: Value, keys: Value, value: Value = None) -> Value:
    marked = marked_or_unknown(interp, keys)
    result = Dict()
    result.scattered = is_unordered(keys)
    if isinstance(marked, Unknown):
        result.open = True
    else:
        for key, unsure in marked:
            before = len(result.entries)
            put(interp, result, key, value)
            if unsure and len(result.entries) > before:
                result.doubtful |= {next(reversed(result.entries))}
    return interp.call(cls, [result]) if cls is not DICT else result


DICT.names["fromkeys"] = Wrapper("classmethod", Builtin("dict.fromkeys", _fromkeys, binds=True))
