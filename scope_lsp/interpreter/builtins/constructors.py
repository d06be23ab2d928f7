"""Calling a built-in class: ``__new__`` of the constants and containers.

For a subclass defined by the program, ``cls.__new__`` creates an instance that carries the built-in
value.  ``type``, ``object``, ``property`` and so on are in ``class_tools``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scope_lsp.interpreter.builtins import dicts
from scope_lsp.interpreter.builtins.classes import (
    BOOL,
    BYTEARRAY,
    BYTES,
    COMPLEX,
    DICT,
    FLOAT,
    FROZENSET,
    INT,
    LIST,
    RANGE,
    SET,
    SLICE,
    STR,
    TUPLE,
    class_of,
    method,
    payload_of,
)
from scope_lsp.interpreter.builtins.common import (
    NotKnown,
    absorb,
    apply,
    items_or_unknown,
    map_union,
    marked_or_unknown,
    of_choices,
    set_from,
    to_host,
    type_name,
)
from scope_lsp.interpreter.builtins.formatting import to_str
from scope_lsp.interpreter.builtins.hashing import unhashable
from scope_lsp.interpreter.builtins.numbers import by_method
from scope_lsp.interpreter.orders import is_unordered
from scope_lsp.interpreter.values import (
    MISSING,
    UNSEEN,
    Builtin,
    Class,
    Dict,
    Instance,
    List,
    Property,
    Scattered,
    Set,
    Symbolic,
    Union,
    Unknown,
    Value,
    hole,
    make_list,
)

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter

MAX_DIGITS = 1200
"""The maximum length of a number's text: as many decimal digits as the budget's bits make."""


def made(cls: Value, own: Class, value: Value) -> Value:
    """``value``, carried by an instance if ``cls`` is a subclass of the built-in ``own``."""
    if isinstance(cls, Class) and cls is not own and not isinstance(value, Unknown):
        return Instance(cls, value)
    return value


@method(INT, "__new__", pure=True)
def int_new(interp: Interpreter, cls: Value, value: Value = 0, base: Value = MISSING) -> Value:
    """``int(value)``, ``int(text, base)``."""
    return made(cls, INT, _int(interp, value, base))


def _int(interp: Interpreter, value: Value, base: Value) -> Value:
    found = (
        by_method(interp, value, "__int__", "__index__", "__trunc__")
        if (not _carries(value))
        else MISSING
    )
    if found is not MISSING:
        if found is None or isinstance(found, (str, bytes, float, complex)):
            interp.raise_error("TypeError", f"__int__ returned non-int (type {type_name(found)})")
        return found
    value = payload_of(value)
    if isinstance(value, Unknown):
        return value
    if isinstance(value, (str, bytes)) and len(value) > MAX_DIGITS:
        return Unknown("a number with too many digits")
    if isinstance(value, (Symbolic, Instance)) or class_of(value) is None:
        return absorb("a number that is not known", value)
    if isinstance(value, (List, Dict, Set, tuple)):
        interp.raise_error(
            "TypeError",
            "int() argument must be a string, a bytes-like object or a real number, "
            f"not '{type_name(value)}'",
        )
    return apply(interp, int, value) if base is MISSING else apply(interp, int, value, base)


def _carries(value: Value) -> bool:
    """Whether a built-in value is available without calling methods of the program."""
    return not isinstance(value, Instance) or isinstance(value.payload, (int, float, str, bytes))


@method(FLOAT, "__new__", pure=True)
def float_new(interp: Interpreter, cls: Value, value: Value = 0.0) -> Value:
    """``float(value)``."""
    found = MISSING if _carries(value) else by_method(interp, value, "__float__", "__index__")
    value = payload_of(value)
    if found is not MISSING:
        return found if isinstance(found, Unknown) else made(cls, FLOAT, found)
    if isinstance(value, Unknown):
        return value
    if isinstance(value, (Symbolic, Instance)) or class_of(value) is None:
        return absorb("a number that is not known", value)
    return made(cls, FLOAT, apply(interp, float, value))


@method(COMPLEX, "__new__", pure=True)
def complex_new(interp: Interpreter, cls: Value, *args: Value, **kwargs: Value) -> Value:
    """``complex(real, imag)``."""
    return made(cls, COMPLEX, apply(interp, complex, *args, **kwargs))


@method(BOOL, "__new__", pure=True)
def bool_new(interp: Interpreter, cls: Value, value: Value = False) -> Value:
    """``bool(value)``."""
    known = interp.truth(value)
    if known is None:
        return value if isinstance(value, Unknown) else absorb("a truth that is not known", value)
    return made(cls, BOOL, known)


@method(STR, "__new__")
def str_new(
    interp: Interpreter, cls: Value, value: Value = "", *encoding: Value, **named: Value
) -> Value:
    """``str(value)``; Python 2's ``unicode`` too."""
    value = named.pop("object", value)
    if isinstance(value, bytes) and (encoding or named):
        return interp.call(interp.get_attr(value, "decode"), list(encoding), named)
    text = to_str(interp, value)
    if isinstance(text, Unknown) and text.spelling:
        text = Symbolic(hole(text))
    return made(cls, STR, text)


@method(BYTES, "__new__")
def bytes_new(interp: Interpreter, cls: Value, value: Value = b"", *encoding: Value) -> Value:
    """``bytes(value)``."""
    value = payload_of(value)
    if isinstance(value, str):
        return interp.call(interp.get_attr(value, "encode"), list(encoding))
    if isinstance(value, int) and value > interp.budget.items:
        return Unknown("bytes that are too long")
    if isinstance(value, (bytes, int)):
        return made(cls, BYTES, apply(interp, bytes, value))
    items = items_or_unknown(interp, value)
    if isinstance(items, Unknown):
        return Unknown(items.reason)
    return made(cls, BYTES, apply(interp, bytes, List(items)))


@method(BYTEARRAY, "__new__")
def bytearray_new(interp: Interpreter, cls: Value, *args: Value) -> Value:
    """``bytearray(...)``: its contents are not modelled."""
    return absorb("a bytearray", *args)


@method(TUPLE, "__new__")
def tuple_new(interp: Interpreter, cls: Value, iterable: Value = ()) -> Value:
    """``tuple(iterable)``."""
    items = items_or_unknown(interp, iterable)
    make = Scattered if is_unordered(iterable) else tuple
    if isinstance(items, Unknown) and isinstance(payload_of(iterable), (List, Dict, Set)):
        marked = interp.to_marked(iterable)
        if marked is None:
            return Unknown(items.reason)
        found = of_choices(marked, lambda chosen: make(chosen))
        return map_union(found, lambda one: made(cls, TUPLE, one))
    return items if isinstance(items, Unknown) else made(cls, TUPLE, make(items))


@method(LIST, "__new__")
def list_new(interp: Interpreter, cls: Value, iterable: Value = (), *rest: Value) -> Value:
    """``list(iterable)``; an instance of a subclass starts empty."""
    if isinstance(cls, Class) and cls is not LIST:
        return Instance(cls, List([]))
    marked = marked_or_unknown(interp, iterable)
    if isinstance(marked, Unknown):
        return marked
    made_list = make_list(marked)
    made_list.scattered |= is_unordered(iterable)
    return made_list


@method(LIST, "__init__")
def list_init(interp: Interpreter, self: Value, iterable: Value = ()) -> Value:
    """Fill an instance of a subclass of list."""
    target = payload_of(self)
    if isinstance(target, List):
        marked = marked_or_unknown(interp, iterable)
        interp.touch(target)
        target.fill([(UNSEEN, True)] if isinstance(marked, Unknown) else marked)
    return None


@method(DICT, "__new__")
def dict_new(interp: Interpreter, cls: Value, /, *args: Value, **kwargs: Value) -> Value:
    """``dict(mapping, **more)``; an instance of a subclass starts empty."""
    result = Dict()
    if isinstance(cls, Class) and cls is not DICT:
        return Instance(cls, result)
    dict_init(interp, result, *args, **kwargs)
    return result


@method(DICT, "__init__")
def dict_init(interp: Interpreter, self: Value, /, *args: Value, **kwargs: Value) -> Value:
    """Enter the pairs of a mapping and of keywords."""
    if len(args) > 1:
        interp.raise_error("TypeError", f"dict expected at most 1 argument, got {len(args)}")
    return dicts.dict_update(interp, self, *args, **kwargs)


def _members(interp: Interpreter, iterable: Value) -> list[tuple[Value, bool]] | Unknown:
    marked = marked_or_unknown(interp, iterable)
    if not isinstance(marked, Unknown):
        for item, _ in marked:
            unhashable(interp, item)
    return marked


@method(SET, "__new__")
def set_new(interp: Interpreter, cls: Value, iterable: Value = (), *rest: Value) -> Value:
    """``set(iterable)``; an instance of a subclass starts empty."""
    if isinstance(cls, Class) and cls is not SET:
        return Instance(cls, Set())
    items = _members(interp, iterable)
    return items if isinstance(items, Unknown) else set_from(iterable, items)


@method(SET, "__init__")
def set_init(interp: Interpreter, self: Value, iterable: Value = ()) -> Value:
    """Fill an instance of a subclass of set."""
    target = payload_of(self)
    if isinstance(target, Set):
        items = _members(interp, iterable)
        interp.touch(target)
        more = Set() if isinstance(items, Unknown) else set_from(iterable, items)
        target.doubtful |= more.doubtful - target.entries.keys()
        target.entries.update(more.entries)
        target.open = target.open or more.open or isinstance(items, Unknown)
    return None


@method(FROZENSET, "__new__")
def frozenset_new(interp: Interpreter, cls: Value, iterable: Value = ()) -> Value:
    """``frozenset(iterable)``."""
    items = _members(interp, iterable)
    if isinstance(items, Unknown):
        return items
    return made(cls, FROZENSET, set_from(iterable, items, frozen=True))


@method(RANGE, "__new__")
def range_new(interp: Interpreter, cls: Value, *args: Value) -> Value:
    """``range(...)``: nothing is counted here, however long it is."""
    if any(isinstance(arg, Union) for arg in args):
        return _range_of_one(interp, cls, args)
    given: list[Any] = []
    for arg in args:
        number = by_method(interp, arg, "__index__") if not _carries(arg) else payload_of(arg)
        if isinstance(number, float):
            interp.raise_error("TypeError", "'float' object cannot be interpreted as an integer")
        given.append(number)
    if not all(isinstance(number, int) for number in given):
        strange = next(number for number in given if not isinstance(number, int))
        if class_of(strange) is not None and not isinstance(strange, Instance):
            interp.raise_error(
                "TypeError",
                f"'{type_name(strange)}' object cannot be interpreted as an integer",
            )
        return absorb("a range whose bounds are not known", *given)
    return apply(interp, range, *given)


def _range_of_one(interp: Interpreter, cls: Value, args: tuple[Value, ...]) -> Value:
    """``range`` up to one of several ends: a list whose last numbers are doubtful."""
    if len(args) > 2 or not all(type(arg) is int for arg in args[:-1]):
        return absorb("a range whose bounds are not known", *args)
    end = args[-1]
    stops = end.options if isinstance(end, Union) else (end,)
    start: Any = args[0] if len(args) == 2 else 0
    ints: list[Any] = [stop for stop in stops if type(stop) is int]
    if len(ints) < len(stops) or max(ints) - start > interp.budget.items:
        return absorb("a range whose bounds are not known", *args)
    return make_list([(number, number >= min(ints)) for number in range(start, max(ints))])


@method(SLICE, "__new__", pure=True)
def slice_new(interp: Interpreter, cls: Value, *args: Value) -> Value:
    """``slice(...)``."""
    try:
        return slice(*[to_host(arg) for arg in args])
    except NotKnown:
        return absorb("a slice whose bounds are not known", *args)


@method(SLICE, "indices", pure=True)
def slice_indices(interp: Interpreter, self: Value, length: Value) -> Value:
    """Start, stop and step for a sequence of some length."""
    return apply(interp, slice.indices, self, length)


def _bound(name: str) -> Property:
    def read(interp: Interpreter, self: Value) -> Value:
        if isinstance(self, (range, slice)):
            return getattr(self, name)
        return absorb("a bound that is not known", self)

    return Property(Builtin(name, read))


for _cls in (RANGE, SLICE):
    for _name in ("start", "stop", "step"):
        _cls.names[_name] = _bound(_name)
