"""Module ``operator``: the operators as functions, itemgetter and so on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from scope_lsp.interpreter import operators, subscripts
from scope_lsp.interpreter.builtins.common import absorb
from scope_lsp.interpreter.builtins.inspection import getattr_
from scope_lsp.interpreter.values import Builtin, Namespace, Value

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter

_BINARY = {
    "add": "+",
    "sub": "-",
    "mul": "*",
    "truediv": "/",
    "floordiv": "//",
    "mod": "%",
    "pow": "**",
    "matmul": "@",
    "lshift": "<<",
    "rshift": ">>",
    "and_": "&",
    "or_": "|",
    "xor": "^",
    "concat": "+",
    "div": "/",
}
_COMPARE = {
    "eq": "==",
    "ne": "!=",
    "lt": "<",
    "le": "<=",
    "gt": ">",
    "ge": ">=",
    "is_": "is",
    "is_not": "is not",
}
_UNARY = {"neg": "-", "pos": "+", "inv": "~", "invert": "~"}

_Host = Callable[..., Value]


def namespace() -> Namespace:
    """The names of the module."""
    functions: dict[str, _Host] = {}
    for name, op in _BINARY.items():
        functions[name] = _binary(op)
        functions[f"i{name.rstrip('_')}"] = _binary(op)
    for name, op in _COMPARE.items():
        functions[name] = _compare(op)
    for name, op in _UNARY.items():
        functions[name] = _unary(op)
    functions |= {
        "not_": _not,
        "truth": _truth,
        "abs": lambda interp, value: interp.call(interp.builtins["abs"], [value]),
        "index": lambda interp, value: interp.call(interp.builtins["int"], [value]),
        "contains": lambda interp, box, item: operators.contains(interp, box, item),
        "getitem": lambda interp, box, key: subscripts.getitem(interp, box, key),
        "setitem": lambda interp, box, key, item: subscripts.setitem(interp, box, key, item),
        "delitem": lambda interp, box, key: subscripts.delitem(interp, box, key),
        "countOf": lambda interp, box, item: interp.call(interp.get_attr(box, "count"), [item]),
        "indexOf": lambda interp, box, item: interp.call(interp.get_attr(box, "index"), [item]),
        "length_hint": lambda interp, box, *default: operators.length(interp, box),
        "itemgetter": itemgetter,
        "attrgetter": attrgetter,
        "methodcaller": methodcaller,
    }
    names: Namespace = {name: Builtin(name, host) for name, host in functions.items()}
    for name in (*_BINARY, *_COMPARE, *_UNARY, "not_", "abs", "contains", "getitem"):
        names[f"__{name.rstrip('_')}__"] = names[name]
    return names


def _binary(op: str) -> _Host:
    return lambda interp, a, b: operators.binary(interp, op, a, b)


def _compare(op: str) -> _Host:
    return lambda interp, a, b: operators.compare(interp, op, a, b)


def _unary(op: str) -> _Host:
    return lambda interp, value: operators.unary(interp, op, value)


def _truth(interp: Interpreter, value: Value) -> Value:
    known = interp.truth(value)
    return absorb("a truth that is not known", value) if known is None else known


def _not(interp: Interpreter, value: Value) -> Value:
    known = interp.truth(value)
    return absorb("a truth that is not known", value) if known is None else not known


def itemgetter(interp: Interpreter, *keys: Value) -> Value:
    """A function that reads one item, or a tuple of several."""

    def read(interp: Interpreter, box: Value) -> Value:
        found = tuple([subscripts.getitem(interp, box, key) for key in keys])
        return found[0] if len(found) == 1 else found

    return Builtin("itemgetter", read)


def attrgetter(interp: Interpreter, *names: Value) -> Value:
    """A function that reads one dotted attribute, or a tuple of several."""

    def one(interp: Interpreter, value: Value, name: Value) -> Value:
        if not isinstance(name, str):
            return getattr_(interp, value, name)
        for part in name.split("."):
            value = interp.get_attr(value, part)
        return value

    def read(interp: Interpreter, value: Value) -> Value:
        found = tuple([one(interp, value, name) for name in names])
        return found[0] if len(found) == 1 else found

    return Builtin("attrgetter", read)


def methodcaller(interp: Interpreter, name: Value, /, *args: Value, **kwargs: Value) -> Value:
    """A function that calls one method."""

    def call(interp: Interpreter, value: Value) -> Value:
        return interp.call(getattr_(interp, value, name), list(args), kwargs)

    return Builtin("methodcaller", call)
