"""The methods of dict, and its views.

A dict whose keys are not all known is ``open``: a key that is missing from it is unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from scope_lsp.interpreter import operators, subscripts
from scope_lsp.interpreter.builtins.classes import DICT, OBJECT, method, payload_of
from scope_lsp.interpreter.builtins.common import (
    absorb,
    items_or_unknown,
    make_set,
    unhashable,
)
from scope_lsp.interpreter.values import (
    MISSING,
    Builtin,
    Class,
    Dict,
    Instance,
    Iter,
    List,
    Module,
    NamespaceDict,
    Scope,
    Set,
    Unhashable,
    Unknown,
    Value,
    Wrapper,
    key_of,
    unite,
)

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter


def lookup(interp: Interpreter, source: Dict, key: Value) -> Value:
    """The value of ``key``, MISSING when there is none, Unknown when that is not known."""
    try:
        known = key_of(key)
        entry = source.entries.get(known)
        if entry is None:
            entry = source.entries.get(subscripts.equal_key(interp, source, key, known))
    except Unhashable:
        unhashable(interp, key)
        return absorb("the value of a key that is not known", key)
    if entry is not None:
        return entry[1]
    return Unknown("a key that may not be there") if source.open else MISSING


def put(interp: Interpreter, target: Dict, key: Value, value: Value) -> None:
    """``target[key] = value``; a key that is not known may have been any of those there."""
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


def update(interp: Interpreter, target: Dict, source: Value) -> None:
    """Enter the pairs of a mapping or of an iterable of pairs."""
    interp.touch(target)
    inner = payload_of(source)
    if isinstance(inner, Dict):
        for key, (original, value) in list(inner.entries.items()):
            original = target.entries[key][0] if key in target.entries else original
            target.entries[key] = (original, value)
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
    pairs = items_or_unknown(interp, source)
    if isinstance(pairs, Unknown):
        forget(target, pairs.reason)
        return
    for pair in pairs:
        both = items_or_unknown(interp, pair)
        if isinstance(both, Unknown):
            forget(target, both.reason)
        elif len(both) != 2:
            interp.raise_error(
                "ValueError",
                f"dictionary update sequence element has length {len(both)}; 2 is required",
            )
        else:
            put(interp, target, both[0], both[1])


def forget(target: Dict, reason: str, known: Dict | None = None) -> None:
    """Any key of ``target`` may have got a new value, except those that ``known`` has."""
    target.open = True
    if isinstance(target, NamespaceDict):
        open_up(target.owner)
    for key, (original, _) in list(target.entries.items()):
        if known is None or key not in known.entries:
            target.entries[key] = (original, Unknown(reason))


def open_up(owner: Scope) -> None:
    """Any attribute of ``owner`` may be there from now on."""
    if isinstance(owner, Instance):
        if not owner.cls.open:
            cls = owner.cls
            owner.cls = Class(cls.name, (cls,), module=cls.module, is_open=True)
    elif isinstance(owner, Class):
        owner.open = True
    elif isinstance(owner, Module):
        owner.names["__open__"] = True


@method(DICT, "get")
def get(interp: Interpreter, self: Value, key: Value, default: Value = None) -> Value:
    """The value of a key, or a default."""
    source = payload_of(self)
    if not isinstance(source, Dict):
        return absorb("a value of a dict that is not known", self)
    found = lookup(interp, source, key)
    return default if found is MISSING else found


@method(DICT, "setdefault")
def setdefault(interp: Interpreter, self: Value, key: Value, default: Value = None) -> Value:
    """The value of a key, which is entered when it is not there."""
    target = payload_of(self)
    if not isinstance(target, Dict):
        return absorb("a value of a dict that is not known", self)
    found = lookup(interp, target, key)
    if found is not MISSING:
        return found
    put(interp, target, key, default)
    return default


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
    interp.touch(target)
    try:
        target.entries.pop(key_of(key), None)
    except Unhashable:
        target.open = True
    return found


@method(DICT, "popitem")
def popitem(interp: Interpreter, self: Value) -> Value:
    """Remove and return the last pair."""
    target = payload_of(self)
    if not isinstance(target, Dict) or target.open:
        return absorb("a pair of a dict that is not known", self)
    if not target.entries:
        interp.raise_error("KeyError", "popitem(): dictionary is empty")
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
        target.open = False
    return None


@method(DICT, "copy")
def copy(interp: Interpreter, self: Value) -> Value:
    """A shallow copy."""
    source = payload_of(self)
    if not isinstance(source, Dict):
        return absorb("a dict that is not known", self)
    result = Dict(dict(source.entries))
    result.open = source.open
    result.default = source.default
    return result


@method(DICT, "has_key", pure=True)
def has_key(interp: Interpreter, self: Value, key: Value) -> Value:
    """Python 2's spelling of ``key in self``."""
    return operators.contains(interp, self, key)


def _fromkeys(interp: Interpreter, cls: Value, keys: Value, value: Value = None) -> Value:
    items = items_or_unknown(interp, keys)
    result = Dict()
    if isinstance(items, Unknown):
        result.open = True
    else:
        for key in items:
            put(interp, result, key, value)
    return interp.call(cls, [result]) if cls is not DICT else result


DICT.names["fromkeys"] = Wrapper("classmethod", Builtin("dict.fromkeys", _fromkeys, binds=True))


def _keys(source: Dict) -> Iterator[Value]:
    for key, _ in list(source.entries.values()):
        yield key


def _values(source: Dict) -> Iterator[Value]:
    for _, value in list(source.entries.values()):
        yield value


def _pairs(source: Dict) -> Iterator[Value]:
    yield from list(source.entries.values())


Reader = Callable[[Dict], Iterator[Value]]


def _view(name: str, read: Reader) -> Class:
    """The class of a view, whose instances keep the dict that they look at as ``mapping``."""
    cls = Class(f"dict_{name}", (OBJECT,))

    def source_of(self: Value) -> Dict | None:
        source = self.names.get("mapping") if isinstance(self, Instance) else None
        return source if isinstance(source, Dict) else None

    def items_of(self: Value) -> list[Value] | None:
        source = source_of(self)
        return None if source is None or source.open else list(read(source))

    def iterate(interp: Interpreter, self: Value) -> Value:
        source = source_of(self)
        if source is None or source.open:
            return Unknown("the items of a dict that is not wholly known")
        return Iter(read(source))

    def length(interp: Interpreter, self: Value) -> Value:
        source = source_of(self)
        return Unknown("a dict") if source is None else operators.length(interp, source)

    def contains(interp: Interpreter, self: Value, item: Value) -> Value:
        source = source_of(self)
        if source is None:
            return Unknown("a dict")
        if name == "keys":
            return operators.contains(interp, source, item)
        found = operators.contains(interp, List(list(read(source))), item)
        return Unknown("a dict that is not wholly known") if source.open and not found else found

    def view_repr(interp: Interpreter, self: Value) -> Value:
        from scope_lsp.interpreter.builtins.formatting import join_parts, to_repr

        items = items_of(self)
        if items is None:
            return Unknown("the items of a dict that is not wholly known")
        return join_parts([f"dict_{name}(", to_repr(interp, List(items)), ")"])

    def item(interp: Interpreter, self: Value, key: Value) -> Value:
        items = items_of(self)
        if items is None:
            return Unknown("the items of a dict that is not wholly known")
        return subscripts.getitem(interp, List(items), key)

    methods: dict[str, Callable[..., Value]] = {
        "__iter__": iterate,
        "__len__": length,
        "__contains__": contains,
    }
    # Python 2's keys(), values() and items() were lists.
    methods |= {"__repr__": view_repr, "__getitem__": item}
    for key, host in methods.items():
        cls.names[key] = Builtin(f"dict_{name}.{key}", host, binds=True)
    if name != "values":
        _set_operations(cls, items_of)
    else:
        cls.names["__add__"] = Builtin("dict_values.__add__", _concatenate(items_of), binds=True)
    return cls


Items = Callable[[Value], list[Value] | None]


def _concatenate(items_of: Items) -> Callable[..., Value]:
    """Python 2's ``d.keys() + other``."""

    def add(interp: Interpreter, self: Value, other: Value) -> Value:
        ours, theirs = items_of(self), items_of(other) or interp.to_list(other)
        if ours is None or theirs is None:
            return Unknown("the items of a dict that is not wholly known")
        return List(ours + theirs)

    return add


def _set_operations(cls: Class, items_of: Items) -> None:
    def as_set(interp: Interpreter, value: Value) -> Set | None:
        if isinstance(value, Set):
            return value
        items = items_of(value) if isinstance(value, Instance) else None
        if items is None and not isinstance(value, Unknown):
            items = interp.to_list(value)
        return None if items is None else make_set(items)

    def register(name: str, op: str, *, swap: bool = False) -> None:
        def run(interp: Interpreter, self: Value, other: Value) -> Value:
            if op == "==" and not isinstance(other, (Set, Instance)):
                return NotImplemented
            left, right = as_set(interp, self), as_set(interp, other)
            if left is None or right is None:
                return Unknown("the items of a dict that is not wholly known")
            if swap:
                left, right = right, left
            if op in ("==", "!=", "<", "<=", ">", ">="):
                return operators.compare(interp, op, left, right)
            return operators.binary(interp, op, left, right)

        cls.names[name] = Builtin(f"{cls.name}.{name}", run, binds=True)

    for name, op in (("and", "&"), ("or", "|"), ("sub", "-"), ("xor", "^")):
        register(f"__{name}__", op)
        register(f"__r{name}__", op, swap=True)
    for name, op in (("eq", "=="), ("lt", "<"), ("le", "<="), ("gt", ">"), ("ge", ">=")):
        register(f"__{name}__", op)
    cls.names["__add__"] = Builtin(f"{cls.name}.__add__", _concatenate(items_of), binds=True)

    def isdisjoint(interp: Interpreter, self: Value, other: Value) -> Value:
        left, right = as_set(interp, self), as_set(interp, other)
        if left is None or right is None:
            return Unknown("the items of a dict that is not wholly known")
        return not (left.entries.keys() & right.entries.keys())

    cls.names["isdisjoint"] = Builtin(f"{cls.name}.isdisjoint", isdisjoint, binds=True)


DICT_KEYS, DICT_VALUES, DICT_ITEMS = (
    _view(_name, _read)
    for _name, _read in (("keys", _keys), ("values", _values), ("items", _pairs))
)


def _register_view(cls: Class, plain: str, read: Reader) -> None:
    def view(interp: Interpreter, self: Value) -> Value:
        source = payload_of(self)
        if not isinstance(source, Dict):
            return absorb("a dict that is not known", self)
        result = Instance(cls)
        result.names["mapping"] = source
        return result

    def lazily(interp: Interpreter, self: Value) -> Value:
        source = payload_of(self)
        if not isinstance(source, Dict) or source.open:
            return absorb("a dict that is not known", self)
        return Iter(read(source))

    method(DICT, plain)(view)
    method(DICT, f"view{plain}")(view)
    method(DICT, f"iter{plain}")(lazily)


for _cls, _name, _read in (
    (DICT_KEYS, "keys", _keys),
    (DICT_VALUES, "values", _values),
    (DICT_ITEMS, "items", _pairs),
):
    _register_view(_cls, _name, _read)
