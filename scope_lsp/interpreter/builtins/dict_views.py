"""The results of ``dict.keys()``, ``values()`` and ``items()``: live views, with set operations.

Python 2's lists can be indexed and added, so the views support both as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from scope_lsp.interpreter import operators, subscripts
from scope_lsp.interpreter.builtins.classes import DICT, OBJECT, method, payload_of
from scope_lsp.interpreter.builtins.common import absorb, make_set
from scope_lsp.interpreter.iteration import entries_of, keys_of, marked, values_of
from scope_lsp.interpreter.values import (
    Builtin,
    Class,
    Dict,
    Instance,
    Iter,
    List,
    Set,
    Unknown,
    Value,
    make_list,
)

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter


Reader = Callable[["Interpreter", Dict], Iterator[Value]]


def _view(name: str, read: Reader) -> Class:
    """The class of a view.  Its instances have the dict in their attribute ``mapping``."""
    cls = Class(f"dict_{name}", (OBJECT,))

    def source_of(self: Value) -> Dict | None:
        source = self.names.get("mapping") if isinstance(self, Instance) else None
        return source if isinstance(source, Dict) else None

    def items_of(interp: Interpreter, self: Value) -> list[Value] | None:
        found = list_of(interp, self)
        return None if found is None or found.doubtful else found.items

    def list_of(interp: Interpreter, self: Value) -> List | None:
        source = source_of(self)
        if source is None or source.open:
            return None
        return make_list(list(marked(interp, read(interp, source))))

    def iterate(interp: Interpreter, self: Value) -> Value:
        source = source_of(self)
        if source is None or source.open:
            return Unknown("the items of a dict that is not wholly known")
        return Iter(read(interp, source))

    def length(interp: Interpreter, self: Value) -> Value:
        source = source_of(self)
        return Unknown("a dict") if source is None else operators.length(interp, source)

    def contains(interp: Interpreter, self: Value, item: Value) -> Value:
        source = source_of(self)
        if source is None:
            return Unknown("a dict")
        if name == "keys":
            return operators.contains(interp, source, item)
        listed = make_list(list(marked(interp, read(interp, source))))
        found = operators.contains(interp, listed, item)
        return Unknown("a dict that is not wholly known") if source.open and not found else found

    def view_repr(interp: Interpreter, self: Value) -> Value:
        from scope_lsp.interpreter.builtins.formatting import join_parts, to_repr

        listed = list_of(interp, self)
        if listed is None:
            return Unknown("the items of a dict that is not wholly known")
        return join_parts([f"dict_{name}(", to_repr(interp, listed), ")"])

    def item(interp: Interpreter, self: Value, key: Value) -> Value:
        listed = list_of(interp, self)
        if listed is None:
            return Unknown("the items of a dict that is not wholly known")
        return subscripts.getitem(interp, listed, key)

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


Items = Callable[["Interpreter", Value], list[Value] | None]


def _concatenate(items_of: Items) -> Callable[..., Value]:
    """Python 2's ``d.keys() + other``."""

    def add(interp: Interpreter, self: Value, other: Value) -> Value:
        ours, theirs = items_of(interp, self), items_of(interp, other) or interp.to_list(other)
        if ours is None or theirs is None:
            return Unknown("the items of a dict that is not wholly known")
        return List(ours + theirs)

    return add


def _set_operations(cls: Class, items_of: Items) -> None:
    def as_set(interp: Interpreter, value: Value) -> Set | None:
        if isinstance(value, Set):
            return value
        items = items_of(interp, value) if isinstance(value, Instance) else None
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
        if left.doubtful or right.doubtful:
            return Unknown("the members of a set that may not be there")
        return not (left.entries.keys() & right.entries.keys())

    cls.names["isdisjoint"] = Builtin(f"{cls.name}.isdisjoint", isdisjoint, binds=True)


DICT_KEYS, DICT_VALUES, DICT_ITEMS = (
    _view(_name, _read)
    for _name, _read in (("keys", keys_of), ("values", values_of), ("items", entries_of))
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
        return Iter(read(interp, source))

    method(DICT, plain)(view)
    method(DICT, f"view{plain}")(view)
    method(DICT, f"iter{plain}")(lazily)


for _cls, _name, _read in (
    (DICT_KEYS, "keys", keys_of),
    (DICT_VALUES, "values", values_of),
    (DICT_ITEMS, "items", entries_of),
):
    _register_view(_cls, _name, _read)
