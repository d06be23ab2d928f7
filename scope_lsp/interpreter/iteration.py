"""Truth and iteration of values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from scope_lsp.interpreter.builtins.classes import class_of, payload_of
from scope_lsp.interpreter.builtins.symbolic import has_literal
from scope_lsp.interpreter.orders import has_order
from scope_lsp.interpreter.picking import holds_code
from scope_lsp.interpreter.unknown_calls import call_unknown
from scope_lsp.interpreter.values import (
    MISSING,
    UNSEEN,
    Class,
    Dict,
    Instance,
    Iter,
    List,
    Opaque,
    Raised,
    Set,
    Symbolic,
    Union,
    Unknown,
    Value,
    unite,
)

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter

_ASTRAY = "the next item of an iterator that an undecided branch may have advanced"


def truth(interp: Interpreter, value: Value) -> bool | None:
    """Whether a value counts as true; None if unknown."""
    if value is True or value is False:
        return value
    if value is None:
        return False
    if isinstance(value, (int, float, str, tuple, bytes, complex, range)):
        return bool(value)
    if isinstance(value, List):
        if len(value.items) > len(value.doubtful):
            return True
        return None if value.items or value.uncounted else False
    if isinstance(value, (Dict, Set)):
        if len(value.entries) > len(value.doubtful):
            return True
        return None if value.entries or value.open else False
    if isinstance(value, Instance):
        return _instance_truth(interp, value)
    if isinstance(value, Unknown):
        return None
    if isinstance(value, Union):
        verdicts = {truth(interp, option) for option in value.options}
        return verdicts.pop() if len(verdicts) == 1 else None
    if isinstance(value, Symbolic):
        # A library asks whether a name was given; nobody gives it an empty one.
        asked_by_model = interp.frame is not None and interp.frame.module.is_model
        return True if asked_by_model or has_literal(value.text) else None
    if isinstance(value, Opaque):
        return None
    if isinstance(value, Class) and value.metaclass is not None:
        hook = value.metaclass.find("__bool__")
        if hook is not MISSING:
            return truth(interp, interp.call(interp.bind(hook, value, value.metaclass)))
    return True


def _instance_truth(interp: Interpreter, value: Instance) -> bool | None:
    cls = value.cls
    for name in ("__bool__", "__nonzero__", "__len__"):
        hook = cls.find(name)
        if hook is not MISSING and (name != "__len__" or value.payload is MISSING):
            return truth(interp, interp.call(interp.bind(hook, value, cls)))
    if value.payload is not MISSING:
        return truth(interp, value.payload)
    return None if cls.open else True


def iterate(interp: Interpreter, value: Value) -> Iterator[Value] | None:
    """The elements of an iterable, lazily; None if unknown.

    Before an element that may be absent, ``interp.unsure_item`` is set: see ``marked``.  ``UNSEEN``
    is among them where there may be any number of others, which loops pass over.
    """
    if isinstance(value, List):
        return None if is_unseen(value) else _list(interp, value)
    if isinstance(value, (tuple, range)):
        return iter(value)
    if isinstance(value, str):
        return iter(value)
    if isinstance(value, bytes):
        return iter(list(value))
    if isinstance(value, Dict):
        return None if value.open else keys_of(interp, value)
    if isinstance(value, Set):
        return None if value.open else entries_of(interp, value)
    if isinstance(value, Iter):
        if value.meant is not None:
            return iterate(interp, value.meant)
        return None if value.astray else _rest(interp, value)
    if isinstance(value, Instance):
        return _instance(interp, value)
    if isinstance(value, Union):
        return _alternatives(value)
    if isinstance(value, Class) and value.metaclass is not None:
        hook = value.metaclass.find("__iter__")
        if hook is not MISSING:
            return iterate(interp, interp.call(interp.bind(hook, value, value.metaclass)))
    cls = class_of(value)
    if cls is None or isinstance(value, Symbolic) or cls.open:
        return None
    interp.raise_error("TypeError", f"'{cls.name}' object is not iterable")


def advance(interp: Interpreter, value: Iter) -> Value:
    """The next item of an iterator; raises the host's StopIteration at its end."""
    if value.astray:
        interp.unsure_item = True
        return call_unknown(interp, Unknown(_ASTRAY, builds=value.builds), (), None)
    interp.heap.touch(value)
    if value.place in value.given:
        item, interp.unsure_item = value.given[value.place]
        value.place += 1
        return item
    about_to_advance(interp, value)
    events = interp.events
    item = next(value.host)
    value.builds = value.builds or interp.events != events or holds_code(item)
    if interp.heap.levels and value.kind != "generator":
        value.given[value.taken] = item, interp.unsure_item
    value.step()
    return item


def about_to_advance(interp: Interpreter, value: Iter) -> None:
    """Must be called before an iterator moves on: a round that is undone must not take an item."""
    if value.born < interp.trying:
        interp.observe()


def _rest(interp: Interpreter, value: Iter) -> Iterator[Value]:
    while True:
        if value.astray:
            interp.open_end = True
            yield advance(interp, value)
            return
        try:
            item = advance(interp, value)
        except StopIteration:
            return
        yield item


def is_unseen(value: List) -> bool:
    """Whether a list may have items, none of which is known."""
    return value.uncounted and not value.items


def may_be_empty(value: Value) -> bool:
    """Whether a list was filled in uncounted rounds, of which there may have been none."""
    return isinstance(value, List) and value.uncounted and len(value.items) <= len(value.doubtful)


def element_of(value: Value) -> Value:
    """An element of an iterable with an unknown number of elements."""
    if isinstance(value, List):
        return unite(list(value.items))
    if isinstance(value, Unknown):
        return value.product()
    return Unknown("an element of something unknown")


def marked(interp: Interpreter, items: Iterator[Value]) -> Iterator[tuple[Value, bool]]:
    """The elements of ``iterate``, each with whether it may be absent."""
    while True:
        interp.unsure_item = False
        try:
            item = next(items)
        except StopIteration:
            return
        unsure, interp.unsure_item = interp.unsure_item, False
        yield item, unsure


def to_list(interp: Interpreter, value: Value) -> list[Value] | None:
    """See the interpreter's method."""
    if isinstance(value, List):
        return None if value.doubtful or value.uncounted else list(value.items)
    if isinstance(value, tuple):
        return list(value)
    found = to_marked(interp, value)
    if found is None or any(unsure for _, unsure in found):
        return None
    return [item for item, _ in found]


def to_marked(interp: Interpreter, value: Value) -> list[tuple[Value, bool]] | None:
    """See the interpreter's method."""
    if isinstance(value, List):
        if is_unseen(value):
            return None
        others = [(UNSEEN, True)]
        before, after = others * (value.scattered and value.uncounted), others * value.uncounted
        return [*before, *value.marked(), *after]
    items = iterate(interp, value)
    if items is None:
        return None
    interp.open_end = False
    found = list(islice(marked(interp, _counted(interp, items)), interp.budget.items + 1))
    if interp.open_end or (isinstance(value, Iter) and value.uncertain):
        return None
    return None if len(found) > interp.budget.items else found


def _counted(interp: Interpreter, items: Iterator[Value]) -> Iterator[Value]:
    for item in items:
        interp.budget.tick()
        yield item
        if interp.open_end:
            return


def _list(interp: Interpreter, value: List) -> Iterator[Value]:
    index = 0
    if value.scattered and value.uncounted:
        interp.unsure_item = True
        yield UNSEEN
    while index < len(value.items):
        if index in value.doubtful:
            interp.unsure_item = True
        yield value.items[index]
        index += 1
    if value.uncounted:
        interp.unsure_item = True
        yield UNSEEN


def _alternatives(value: Union) -> Iterator[Value] | None:
    """The elements of one of several sequences, place by place, if they are constants.

    All must have as many.  What is done with one of several objects is tried for each, which is too
    much work for each place of a list.
    """
    rows: list[list[Value]] = []
    for option in value.options:
        if isinstance(option, List) and not option.doubtful and not option.uncounted:
            rows.append(option.items)
        elif isinstance(option, tuple):
            rows.append(list(option))
        else:
            return None
        if not all(item is None or type(item) in _CONSTANTS for item in rows[-1]):
            return None
    if len({len(row) for row in rows}) != 1:
        return None
    return iter([unite(list(place)) for place in zip(*rows, strict=True)])


_CONSTANTS = (int, str, float, bool)


def entries_of(interp: Interpreter, value: Dict | Set) -> Iterator[Any]:
    """The pairs of a dict or the members of a set that is not open, like ``iterate``."""
    doubtful = value.doubtful
    entries: Iterable[tuple[Any, Any]] = list(value.entries.items())
    if isinstance(value, Set) and has_order(value):
        by_member = {entry: (key, entry) for key, entry in entries}
        entries = [by_member[member] for member in set(by_member)]
    for key, entry in entries:
        if key in doubtful:
            interp.unsure_item = True
        yield entry


def keys_of(interp: Interpreter, value: Dict) -> Iterator[Value]:
    """The keys of a dict that is not open, like ``iterate``."""
    for key, _ in entries_of(interp, value):
        yield key


def values_of(interp: Interpreter, value: Dict) -> Iterator[Value]:
    """The values of a dict that is not open, like ``iterate``."""
    for _, item in entries_of(interp, value):
        yield item


def _instance(interp: Interpreter, value: Instance) -> Iterator[Value] | None:
    cls = value.cls
    hook = cls.find("__iter__")
    if hook is not MISSING and not (value.payload is not MISSING and _is_builtin(cls, "__iter__")):
        iterator = interp.call(interp.bind(hook, value, cls))
        if iterator is value or (
            isinstance(iterator, Instance) and iterator.cls.find("__next__") is not MISSING
        ):
            return _next_calls(interp, iterator)
        return iterate(interp, iterator)
    if value.payload is not MISSING:
        return iterate(interp, payload_of(value))
    if cls.find("__next__") is not MISSING:
        return _next_calls(interp, value)
    hook = cls.find("__getitem__")
    if hook is not MISSING:
        return _item_calls(interp, interp.bind(hook, value, cls))
    if cls.open:
        return None
    interp.raise_error("TypeError", f"'{cls.name}' object is not iterable")


def _is_builtin(cls: Class, name: str) -> bool:
    for base in cls.mro:
        if name in base.names:
            return base.module == "builtins"
    return False


def _next_calls(interp: Interpreter, iterator: Value) -> Iterator[Value]:
    assert isinstance(iterator, Instance)
    hook = iterator.cls.find("__next__")
    if hook is MISSING:
        hook = iterator.cls.find("next")
    function = interp.bind(hook, iterator, iterator.cls)
    while True:
        try:
            with interp.expecting("StopIteration") as ends:
                value = interp.call(function)
        except Raised as raised:
            if interp.matches(raised.value, "StopIteration"):
                return
            raise
        if ends:
            interp.open_end = True
        yield value


def _item_calls(interp: Interpreter, function: Value) -> Iterator[Value]:
    index = 0
    while True:
        try:
            with interp.expecting("IndexError") as ends:
                value = interp.call(function, [index])
        except Raised as raised:
            if interp.matches(raised.value, "IndexError"):
                return
            raise
        if ends:
            interp.open_end = True
        yield value
        index += 1
