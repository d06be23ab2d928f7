"""What the files of built-ins share: constants, conversion to and from host values, unknowns.

This is not a group of built-ins: nothing here is visible to a program.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from scope_lsp.interpreter.picking import picked
from scope_lsp.interpreter.values import (
    MISSING,
    UNSEEN,
    Class,
    Dict,
    Instance,
    List,
    Set,
    Unhashable,
    Union,
    Unknown,
    Value,
    key_of,
    unite,
)

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter

_Item = TypeVar("_Item")

ATOMS = frozenset((str, int, float, bool, bytes, complex, type(None), type(Ellipsis), range, slice))
"""Types of host values that represent themselves."""

MAX_DEPTH = 60
"""The maximum nesting of containers that are converted or printed; deeper ones are cycles or
hostile."""

HOST_ERRORS = (
    ArithmeticError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
    StopIteration,
    NotImplementedError,
)
"""What a host function applied to constants may raise on the program's behalf."""


class NotKnown(Exception):
    """A value cannot be converted to a host value: part of it is unknown or of the program."""


MAX_NODES = 400_000
"""The maximum number of parts that are converted: with shared parts, a value may be far larger than
it looks."""

MAX_LITERAL = 20_000
"""The maximum length of a text that is read as a literal; longer ones cost more than they are
worth."""


def is_constant(value: Value) -> bool:
    """Whether ``value`` and all its parts are host constants."""
    if type(value) in ATOMS:
        return True
    if type(value) is not tuple:
        return False
    return all(type(item) in ATOMS for item in value) or _is_nested_constant(value)


def _is_nested_constant(value: Value) -> bool:
    pending = [value]
    for _ in range(MAX_NODES):
        if not pending:
            return True
        part = pending.pop()
        if isinstance(part, tuple):
            pending.extend(part)
        elif type(part) not in ATOMS:
            return False
    return False


def flat(parent: Value) -> Value:
    """A tuple of classes without nested tuples and duplicates."""
    if parent.__class__ is not tuple or not any(one.__class__ is tuple for one in parent):
        return parent
    found: list[Value] = []
    seen: set[int] = set()
    pending = [parent]
    while pending:
        one = pending.pop()
        if isinstance(one, tuple):
            if id(one) not in seen:
                seen.add(id(one))
                pending.extend(reversed(one))
        else:
            found.append(one)
    return tuple(found)


def first_unknown(*values: Value) -> Unknown | None:
    """The first of ``values``, or of the options and items in them, that is unknown."""
    for value in values:
        if isinstance(value, Unknown):
            return value
        if isinstance(value, Union):
            found = next((one for one in value.options if isinstance(one, Unknown)), None)
        elif isinstance(value, tuple):
            found = next((item for item in value if isinstance(item, Unknown)), None)
        elif isinstance(value, List):
            found = next((item for item in value.items if isinstance(item, Unknown)), None)
        else:
            continue
        if found is not None:
            return found
    return None


def absorb(reason: str, *values: Value) -> Unknown:
    """An unknown value with the reason of the first unknown one of ``values``, else ``reason``.

    It may be an item of one of ``values``.
    """
    found = first_unknown(*values)
    containers = [value for value in values if isinstance(value, (List, tuple, Dict, Set))]
    return picked(found.reason if found is not None else reason, containers)


def to_host(value: Value) -> Any:
    """The host value of ``value``; containers are copied.  Raises ``NotKnown``."""
    if type(value) in ATOMS:
        return value
    return _Conversion().convert(value, 0)


class _Conversion:
    """One conversion to a host value, and the number of parts converted so far."""

    __slots__ = ("nodes",)

    def __init__(self) -> None:
        self.nodes = 0

    def convert(self, value: Value, depth: int) -> Any:
        """The host value; raises ``NotKnown`` also if it is too deep or too large."""
        if type(value) in ATOMS:
            return value
        if depth > MAX_DEPTH:
            raise NotKnown
        if isinstance(value, Instance) and isinstance(value.payload, (str, int, float, List, Dict)):
            value = value.payload
            if type(value) in ATOMS:
                return value
        if isinstance(value, tuple):
            return tuple(self.items(value, depth))
        if isinstance(value, (List, Dict, Set)) and value.doubtful:
            raise NotKnown
        if isinstance(value, List):
            return self.items(value.items, depth)
        if isinstance(value, Dict) and not value.open:
            keys = self.items([key for key, _ in value.entries.values()], depth)
            items = self.items([item for _, item in value.entries.values()], depth)
            return dict(zip(keys, items, strict=True))
        if isinstance(value, Set) and not value.open:
            items = self.items(list(value.entries.values()), depth)
            return frozenset(items) if value.frozen else set(items)
        raise NotKnown

    def items(self, values: Sequence[Value], depth: int) -> list[Any]:
        """The host values of some parts."""
        self.nodes += len(values) + 1
        if self.nodes > MAX_NODES:
            raise NotKnown
        return [self.convert(value, depth + 1) for value in values]


def from_host(value: Any) -> Value:
    """The abstract value of a host value made of constants and containers."""
    kind = type(value)
    if kind in ATOMS:
        return value
    if kind is tuple:
        return tuple([from_host(item) for item in value])
    if kind is list:
        return List([from_host(item) for item in value])
    if isinstance(value, dict):
        return make_dict([(from_host(key), from_host(item)) for key, item in value.items()])
    if isinstance(value, (set, frozenset)):
        return make_set([from_host(item) for item in value], frozen=isinstance(value, frozenset))
    return Unknown("a value that is not modelled")


def make_dict(pairs: list[tuple[Value, Value]]) -> Dict:
    """A dict of ``pairs``; an unknown key makes it open."""
    result = Dict()
    for key, value in pairs:
        try:
            known = key_of(key)
        except Unhashable:
            result.open = True
            continue
        original = result.entries[known][0] if known in result.entries else key
        result.entries[known] = (original, value)
    return result


def make_set(items: list[Value], *, frozen: bool = False) -> Set:
    """A set of ``items``; an unknown item makes it open."""
    return make_marked_set([(item, False) for item in items], frozen=frozen)


def set_from(iterable: Value, marked: list[tuple[Value, bool]], *, frozen: bool = False) -> Set:
    """The set of the items of ``iterable``, which may have more of them than is known."""
    result = make_marked_set(marked, frozen=frozen)
    source = iterable.payload if isinstance(iterable, Instance) else iterable
    result.open |= isinstance(source, List) and source.uncounted
    return result


def make_marked_set(marked: list[tuple[Value, bool]], *, frozen: bool = False) -> Set:
    """A set of items, each with whether it may be absent."""
    result = Set(frozen=frozen)
    for item, unsure in marked:
        try:
            known = key_of(item)
        except Unhashable:
            result.open = True
            continue
        if not unsure:
            result.settle(known)
        elif known not in result.entries:
            result.doubtful |= {known}
        result.entries.setdefault(known, item)
    return result


def raise_as(interp: Interpreter, error: BaseException) -> NoReturn:
    """Raise a host error as the program's."""
    name = type(error).__name__
    if isinstance(error, KeyError):
        interp.raise_error("KeyError", error.args[0] if error.args else "")
    interp.raise_error(name, str(error))


def apply(interp: Interpreter, host: Callable[..., Any], *args: Value, **kwargs: Value) -> Value:
    """A host function applied to constants; errors are the program's; Unknown if not known.

    The result may be a few times as large as the arguments, but no larger.  Before using a function
    that makes a large result of small arguments, the caller must check these.
    """
    try:
        given = [to_host(arg) for arg in args]
        named = {name: to_host(arg) for name, arg in kwargs.items()}
    except NotKnown:
        return absorb("part of it is not known", *args, *kwargs.values())
    try:
        result = host(*given, **named)
        if _is_too_large(interp, result):
            return Unknown("too large to compute")
        return from_host(result)
    except HOST_ERRORS as error:
        raise_as(interp, error)
    except (MemoryError, RecursionError):
        return Unknown("too large to compute")


def _is_too_large(interp: Interpreter, result: Any) -> bool:
    """Whether a result of the host is longer than the program's may be."""
    if isinstance(result, (str, bytes)):
        return len(result) > text_limit(interp)
    if isinstance(result, int):
        return result.bit_length() > interp.budget.digits
    return isinstance(result, (list, tuple, dict)) and len(result) > interp.budget.items


def pure(host: Callable[..., Any]) -> Callable[..., Value]:
    """A built-in that is ``host`` on constants and Unknown for anything else."""

    def run(interp: Interpreter, *args: Value, **kwargs: Value) -> Value:
        return apply(interp, host, *args, **kwargs)

    return run


def map_union(value: Value, function: Callable[[Value], Value]) -> Value:
    """``function`` of ``value``, alternative by alternative where it is a union."""
    if isinstance(value, Union):
        return unite([function(option) for option in value.options])
    return function(value)


def text_limit(interp: Interpreter) -> int:
    """The maximum length of a string that is still computed."""
    return interp.budget.items * 10


def items_or_unknown(interp: Interpreter, iterable: Value) -> list[Value] | Unknown:
    """The items of an iterable, all certainly present, or why they are unknown."""
    return _or_unknown(iterable, interp.to_list)


def marked_or_unknown(interp: Interpreter, iterable: Value) -> list[tuple[Value, bool]] | Unknown:
    """The items of an iterable, each with whether it may be absent, or why they are unknown."""
    return _or_unknown(iterable, interp.to_marked)


def _or_unknown(
    iterable: Value, read: Callable[[Value], list[_Item] | None]
) -> list[_Item] | Unknown:
    if isinstance(iterable, Unknown):
        return iterable
    found = read(iterable)
    return absorb("an iterable whose items are not known", iterable) if found is None else found


MAX_DOUBTFUL = 2
"""The maximum number of doubtful items for which each choice is tried; their number doubles with
each item."""


def choices(marked: list[tuple[Value, bool]]) -> list[list[Value]] | None:
    """The possible selections of some items, the largest first; None if there are too many.

    ``UNSEEN`` is in all of them.
    """
    if sum(doubtful for item, doubtful in marked if item is not UNSEEN) > MAX_DOUBTFUL:
        return None
    found: list[list[Value]] = [[]]
    for item, doubtful in marked:
        doubtful = doubtful and item is not UNSEEN
        with_it = [[*items, item] for items in found]
        found = with_it + found if doubtful else with_it
    return found


def of_choices(marked: list[tuple[Value, bool]], function: Callable[[list[Value]], Value]) -> Value:
    """``function``, which has no effect, of some items, for each choice of them."""
    found = choices(marked)
    if found is None or any(item is UNSEEN for item, _ in marked):
        return Unknown("items of which many may not be there")
    return unite([function(items) for items in found])


def type_name(value: Value) -> str:
    """The name of the class of ``value``, as error messages spell it."""
    from scope_lsp.interpreter.builtins.classes import class_of

    cls = class_of(value)
    return cls.name if isinstance(cls, Class) else "object"


def literal(text: str) -> Value:
    """The value of a Python literal; MISSING if ``text`` is not one."""
    if len(text) > MAX_LITERAL:
        return Unknown("a literal that is too long")
    try:
        return from_host(ast.literal_eval(text.strip()))
    except (ValueError, SyntaxError, TypeError):
        return MISSING
    except (MemoryError, RecursionError):
        return Unknown("a literal that is too deep")
