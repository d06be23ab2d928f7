"""Special methods of the built-in classes as methods that a program can name.

``super().__getitem__(key)``, ``dict.__setitem__(self, ...)`` and their kind reach the built-in
value that an instance carries.  What they do is in ``operators`` and ``subscripts``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from scope_lsp.interpreter import operators, subscripts
from scope_lsp.interpreter.builtins import dicts
from scope_lsp.interpreter.builtins.classes import (
    BOOL,
    BYTES,
    COMPLEX,
    DICT,
    FLOAT,
    FROZENSET,
    INT,
    LIST,
    RANGE,
    SET,
    STR,
    TUPLE,
    method,
    payload_of,
)
from scope_lsp.interpreter.builtins.common import absorb
from scope_lsp.interpreter.builtins.constructors import float_new, int_new
from scope_lsp.interpreter.builtins.formatting import join_parts, to_repr, to_str
from scope_lsp.interpreter.builtins.hashing import hash_of, unhashable
from scope_lsp.interpreter.builtins.iteration import reversed_
from scope_lsp.interpreter.builtins.kinds import alike, beside, compared, divides_by_zero, joined
from scope_lsp.interpreter.builtins.lists import extend
from scope_lsp.interpreter.builtins.sets import update as set_update
from scope_lsp.interpreter.values import (
    MISSING,
    Class,
    Dict,
    Instance,
    Iter,
    Set,
    Symbolic,
    Unknown,
    Value,
)

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter

_NUMBERS = (INT, FLOAT, COMPLEX)
_SEQUENCES = (STR, BYTES, TUPLE, LIST, RANGE)
_SETS = (SET, FROZENSET)
_CONTAINERS = (*_SEQUENCES, *_SETS, DICT)

_BINARY = {
    "+": ("add", (*_NUMBERS, STR, BYTES, TUPLE, LIST)),
    "-": ("sub", (*_NUMBERS, *_SETS)),
    "*": ("mul", (*_NUMBERS, STR, BYTES, TUPLE, LIST)),
    "/": ("truediv", _NUMBERS),
    "//": ("floordiv", _NUMBERS),
    "%": ("mod", (*_NUMBERS, STR)),
    "**": ("pow", _NUMBERS),
    "<<": ("lshift", (INT,)),
    ">>": ("rshift", (INT,)),
    "&": ("and", (INT, *_SETS)),
    "|": ("or", (INT, *_SETS, DICT)),
    "^": ("xor", (INT, *_SETS)),
}
_COMPARE = {"==": "eq", "!=": "ne", "<": "lt", "<=": "le", ">": "gt", ">=": "ge"}


def _is_plain(value: Value) -> bool:
    """Whether no method of the program defines what an operator does with ``value``."""
    return not isinstance(value, Instance) or value.payload is not MISSING


def _computed(interp: Interpreter, op: str, a: Value, b: Value) -> Value:
    pair = beside(interp, op, a, b)
    if pair is not None:
        return operators.binary(interp, op, *pair)
    x, y = payload_of(a), payload_of(b)
    if divides_by_zero(op, a, b, y):
        return Unknown("a division by zero")
    return joined(op, a, b, operators.binary(interp, op, x, y))


def _register_binary(cls: Class, op: str, name: str) -> None:
    def forward(interp: Interpreter, self: Value, other: Value, *rest: Value) -> Value:
        if not _is_plain(other):
            return NotImplemented
        return _computed(interp, op, self, other)

    def backward(interp: Interpreter, self: Value, other: Value, *rest: Value) -> Value:
        if not _is_plain(other):
            return NotImplemented
        return _computed(interp, op, other, self)

    method(cls, f"__{name}__")(forward)
    method(cls, f"__r{name}__")(backward)


def _register_compare(cls: Class, op: str, name: str) -> None:
    def run(interp: Interpreter, self: Value, other: Value) -> Value:
        if not _is_plain(other) or (payload_of(self) is self and isinstance(self, Instance)):
            return NotImplemented
        found = operators.compare(interp, op, payload_of(self), payload_of(other))
        return compared(self, other, found)

    method(cls, f"__{name}__")(run)


for _op, (_name, _classes) in _BINARY.items():
    for _cls in _classes:
        _register_binary(_cls, _op, _name)
for _op, _name in _COMPARE.items():
    for _cls in (*_NUMBERS, *_CONTAINERS):
        if _cls not in (DICT, COMPLEX, RANGE) or _op in ("==", "!="):
            _register_compare(_cls, _op, _name)


def _unary(op: str) -> Callable[..., Value]:
    return lambda interp, self: alike(self, operators.unary(interp, op, payload_of(self)))


for _cls in _NUMBERS:
    method(_cls, "__neg__")(_unary("-"))
    method(_cls, "__pos__")(_unary("+"))
    method(_cls, "__bool__")(lambda interp, self: interp.truth(payload_of(self)))
method(INT, "__invert__")(_unary("~"))


def _length(interp: Interpreter, self: Value) -> Value:
    return operators.length(interp, payload_of(self))


def _contains(interp: Interpreter, self: Value, item: Value) -> Value:
    return operators.contains(interp, payload_of(self), item)


def _iterate(interp: Interpreter, self: Value) -> Value:
    host = interp.iterate(payload_of(self))
    return absorb("the items of something not known", self) if host is None else Iter(host)


def _getitem(interp: Interpreter, self: Value, key: Value) -> Value:
    return subscripts.getitem(interp, payload_of(self), key)


for _cls in _CONTAINERS:
    method(_cls, "__len__")(_length)
    method(_cls, "__contains__")(_contains)
    method(_cls, "__iter__")(_iterate)
for _cls in _SEQUENCES:
    method(_cls, "__getitem__")(_getitem)


@method(DICT, "__getitem__")
def dict_getitem(interp: Interpreter, self: Value, key: Value) -> Value:
    """``self[key]``, with ``__missing__`` of a subclass."""
    source = payload_of(self)
    if isinstance(source, Dict) and isinstance(self, Instance) and not source.open:
        hook = self.cls.find("__missing__")
        if hook is not MISSING and dicts.lookup(interp, source, key) is MISSING:
            return interp.call(interp.bind(hook, self, self.cls), [key])
    return subscripts.getitem(interp, source, key)


def _setitem(interp: Interpreter, self: Value, key: Value, value: Value) -> Value:
    target = payload_of(self)
    if isinstance(target, Dict):
        dicts.put(interp, target, key, value)
    else:
        subscripts.setitem(interp, target, key, value)
    return None


def _delitem(interp: Interpreter, self: Value, key: Value) -> Value:
    subscripts.delitem(interp, payload_of(self), key)
    return None


for _cls in (LIST, DICT):
    method(_cls, "__setitem__")(_setitem)
    method(_cls, "__delitem__")(_delitem)
    method(_cls, "__reversed__")(lambda interp, self: reversed_(interp, payload_of(self)))


@method(LIST, "__iadd__")
def list_iadd(interp: Interpreter, self: Value, other: Value) -> Value:
    """``self += other``: the same list, longer."""
    extend(interp, self, other)
    return self


@method(SET, "__ior__")
def set_ior(interp: Interpreter, self: Value, other: Value) -> Value:
    """``self |= other``: the same set."""
    set_update(interp, self, other)
    return self


@method(DICT, "__ior__")
def dict_ior(interp: Interpreter, self: Value, other: Value) -> Value:
    """``self |= other``: the same dict."""
    dicts.dict_update(interp, self, other)
    return self


def _hash(interp: Interpreter, self: Value) -> Value:
    value = payload_of(self)
    unhashable(interp, value)
    return hash_of(value)


def _repr(interp: Interpreter, self: Value) -> Value:
    text = to_repr(interp, payload_of(self))
    if isinstance(self, Instance) and isinstance(self.payload, Set):
        return join_parts([f"{self.cls.name}(", text if self.payload.entries else "", ")"])
    return text


for _cls in (*_NUMBERS, *_CONTAINERS, BOOL):
    method(_cls, "__repr__")(_repr)
    if _cls not in (LIST, DICT, SET):
        method(_cls, "__hash__")(_hash)


@method(STR, "__str__")
def str_str(interp: Interpreter, self: Value) -> Value:
    """The text itself."""
    text = payload_of(self)
    return text if isinstance(text, (str, Symbolic)) else to_str(interp, text)


for _cls in (INT, FLOAT):
    method(_cls, "__int__")(lambda interp, self: int_new(interp, INT, payload_of(self)))
    method(_cls, "__float__")(lambda interp, self: float_new(interp, FLOAT, payload_of(self)))
method(INT, "__index__")(lambda interp, self: payload_of(self))

for _cls in (TUPLE, STR, INT, FLOAT):
    method(_cls, "__getnewargs__")(lambda interp, self: (payload_of(self),))
