"""Iterators: iter, next, zip, map, filter, enumerate, reversed; generator methods.

What makes one value of all items is in ``folding``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from scope_lsp.interpreter import operators, subscripts
from scope_lsp.interpreter.builtins.classes import (
    GENERATOR,
    ITERATOR,
    function,
    method,
    payload_of,
)
from scope_lsp.interpreter.builtins.common import absorb, marked_or_unknown
from scope_lsp.interpreter.further import further_rounds
from scope_lsp.interpreter.iteration import about_to_advance, advance, marked
from scope_lsp.interpreter.orders import is_unordered
from scope_lsp.interpreter.picking import picked
from scope_lsp.interpreter.python2_lists import made
from scope_lsp.interpreter.selecting import only_test
from scope_lsp.interpreter.unknown_calls import call_perhaps
from scope_lsp.interpreter.values import (
    MISSING,
    UNSEEN,
    Instance,
    Iter,
    List,
    Raised,
    Unknown,
    Value,
    unite,
)

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter


def host_iterators(
    interp: Interpreter, iterables: tuple[Value, ...]
) -> list[Iterator[Value]] | Unknown:
    """Host iterators over values of the program, or the reason why one of them is unknown."""
    found: list[Iterator[Value]] = []
    for iterable in iterables:
        host = None if isinstance(iterable, Unknown) else interp.iterate(iterable)
        if host is None:
            return absorb("an iterable whose items are not known", iterable)
        if len(iterables) > 1 and is_unordered(iterable):
            host = _in_any_order(host)
        found.append(host)
    return found


def _in_any_order(host: Iterator[Value]) -> Iterator[Value]:
    """As many items, of which it is not known which comes first."""
    items = list(host)
    return iter([picked("one of several in an unknown order", items)] * len(items))


@function("iter")
def iter_(interp: Interpreter, iterable: Value, sentinel: Value = MISSING) -> Value:
    """An iterator over an iterable, or over the results of a function up to a sentinel."""
    if sentinel is not MISSING:
        return Iter(_until(interp, iterable, sentinel))
    if isinstance(iterable, (Iter, Unknown)):
        return iterable
    if isinstance(iterable, Instance):
        found = iterable.cls.find("__iter__")
        if found is not MISSING:
            return interp.call(interp.bind(found, iterable, iterable.cls), [])
    host = interp.iterate(iterable)
    if host is not None and is_unordered(iterable):
        host = _in_any_order(host)
    return absorb("an iterable that is not known", iterable) if host is None else Iter(host)


def _until(interp: Interpreter, producer: Value, sentinel: Value) -> Iterator[Value]:
    while True:
        interp.budget.tick()
        value = interp.call(producer, [])
        if interp.truth(operators.compare(interp, "==", value, sentinel)) is not False:
            return
        yield value


@function("next")
def next_(interp: Interpreter, iterator: Value, default: Value = MISSING) -> Value:
    """The next item, or a default at the end."""
    if isinstance(iterator, Iter):
        interp.unsure_item = False
        try:
            item = advance(interp, iterator)
        except StopIteration as stop:
            if default is not MISSING:
                return default
            raise_stop(interp, stop.value)
        unsure, interp.unsure_item = interp.unsure_item, False
        if unsure and iterator.kind != "generator":
            return Unknown("the next of items that may not be there")
        return picked("one of several in an unknown order", [item]) if iterator.scattered else item
    if isinstance(iterator, Instance):
        function = interp.get_attr(iterator, "__next__")
        if default is MISSING:
            return interp.call(function, [])
        try:
            with interp.expecting("StopIteration"):
                return interp.call(function, [])
        except Raised as raised:
            if interp.matches(raised.value, "StopIteration"):
                return default
            raise
    if isinstance(iterator, Unknown):
        return Unknown(iterator.reason)
    if interp.find_attr(iterator, "__next__") is MISSING:
        interp.raise_error("TypeError", "object is not an iterator")
    return absorb("an item of something that is not known", iterator)


def raise_stop(interp: Interpreter, value: Value) -> Value:
    """Raise the program's StopIteration, with the value that a generator returned."""
    cls = interp.builtins["StopIteration"]
    raise Raised(interp.call(cls, [] if value is None else [value]))


@method(ITERATOR, "__next__")
def iterator_next(interp: Interpreter, self: Value) -> Value:
    """The next item."""
    return next_(interp, self)


method(ITERATOR, "next")(iterator_next)


@method(ITERATOR, "__iter__")
def iterator_iter(interp: Interpreter, self: Value) -> Value:
    """Return the iterator itself."""
    return self


for _name, _host in (
    ("__next__", iterator_next),
    ("next", iterator_next),
    ("__iter__", iterator_iter),
):
    method(GENERATOR, _name)(_host)


def _resume(name: str) -> Callable[..., Value]:
    def run(interp: Interpreter, self: Value, *args: Value) -> Value:
        if not isinstance(self, Iter):
            return absorb("a generator that is not known", self)
        host: Any = self.host
        if not hasattr(host, name):
            return Unknown(f"{name} of an iterator")
        if self.astray:
            return advance(interp, self)
        about_to_advance(interp, self)
        interp.heap.touch(self)
        self.step()
        try:
            return getattr(host, name)(*_exception(interp, name, args))
        except StopIteration as stop:
            return raise_stop(interp, stop.value)

    return run


def _exception(interp: Interpreter, name: str, args: tuple[Value, ...]) -> tuple[Any, ...]:
    """The host arguments of ``throw``: the exception that travels."""
    if name != "throw":
        return args
    given: Value = next((arg for arg in args[:2][::-1] if isinstance(arg, Instance)), None)
    if given is None:
        rest = args[1:2] if len(args) > 1 and args[1] is not None else ()
        given = interp.call(args[0], list(rest))
    thrown = Raised(given)
    thrown.deliberate = True
    return (thrown,)


for _name in ("send", "throw"):
    method(GENERATOR, _name)(_resume(_name))


@method(GENERATOR, "close")
def generator_close(interp: Interpreter, self: Value) -> Value:
    """Finish a generator."""
    close = getattr(self.host, "close", None) if isinstance(self, Iter) else None
    if close is not None and isinstance(self, Iter):
        about_to_advance(interp, self)
        close()
    return None


MAX_UNSURE = 8
"""After this many items that may be absent, the numbers of later ones are unknown."""


@function("enumerate")
def enumerate_(interp: Interpreter, iterable: Value, start: Value = 0) -> Value:
    """Pairs of a number and an item."""
    hosts = host_iterators(interp, (iterable,))
    if isinstance(hosts, Unknown):
        found = [enumerate_(interp, one, start) for one in others_of(iterable)]
        return unite([Unknown(hosts.reason), *found])
    numbers = Unknown("a number in an order that is not known")
    return Iter(
        ((numbers, item) for item in hosts[0])
        if is_unordered(iterable)
        else _enumerate(interp, hosts[0], start)
    )


def others_of(iterable: Value = MISSING) -> tuple[Value, ...]:
    """The iterables that something unknown may be instead."""
    return iterable.others if isinstance(iterable, Unknown) else ()


def _enumerate(interp: Interpreter, host: Iterator[Value], start: Value) -> Iterator[Value]:
    """Numbers and items; after items that may be absent, a number is one of several."""
    unsure = 0
    unseen = False
    for index, (item, doubtful) in enumerate(marked(interp, host)):
        if item is UNSEEN or unseen:
            unseen = interp.unsure_item = True
            number = Unknown("a number after items that are not seen")
            yield item if item is UNSEEN else (number, item)
            continue
        first = index - min(unsure, MAX_UNSURE)
        numbers: list[Value] = [
            one + start if type(start) is int else operators.binary(interp, "+", start, one)
            for one in range(first, index + 1)
        ]
        unsure += doubtful
        interp.unsure_item = doubtful
        yield unite(numbers), item


@function("zip")
def zip_(interp: Interpreter, *iterables: Value, strict: Value = False) -> Value:
    """Tuples of items, as many as the shortest iterable has."""
    hosts = host_iterators(interp, iterables)
    if isinstance(hosts, Unknown):
        place = next((i for i, one in enumerate(iterables) if others_of(one)), 0)
        found = [
            zip_(interp, *iterables[:place], one, *iterables[place + 1 :], strict=strict)
            for one in others_of(*iterables[place : place + 1])
        ]
        return unite([Unknown(hosts.reason), *found])
    return made(interp, Iter(_zip(interp, hosts, interp.truth(strict) is True)))


def _zip(interp: Interpreter, hosts: list[Iterator[Value]], strict: bool) -> Iterator[Value]:
    try:
        for items in zip(*hosts, strict=strict):
            if hosts and all(item is UNSEEN for item in items):
                yield UNSEEN
                continue
            unsure = interp.unsure_item
            yield items
            if unsure and len(hosts) > 1:  # from here on, it is unknown which items belong together
                break
        else:
            return
        for items in zip(*hosts, strict=False):
            interp.unsure_item = True
            yield tuple([Unknown("an item that is paired with one of several") for _ in items])
    except ValueError as error:
        interp.raise_error("ValueError", str(error))


@function("map")
def map_(interp: Interpreter, mapped: Value, *iterables: Value) -> Value:
    """The results of a function on the items of iterables, computed on demand."""
    hosts = host_iterators(interp, iterables)
    if isinstance(hosts, Unknown):
        if interp.frame is not None:
            with further_rounds(interp.frame, interp.frame.node, hosts):
                call_perhaps(interp, mapped, [hosts.product() for _ in iterables])
        return Unknown(hosts.reason)
    if mapped is None:
        return List(list(hosts[0])) if len(hosts) == 1 else Iter(_zip(interp, hosts, strict=False))
    result = Iter(_map(interp, mapped, hosts))
    result.scattered = len(hosts) == 1 and is_unordered(iterables[0])
    return made(interp, result)


def _map(interp: Interpreter, mapped: Value, hosts: list[Iterator[Value]]) -> Iterator[Value]:
    for items, unsure in marked(interp, _zip(interp, hosts, strict=False)):
        interp.budget.tick()
        if items is UNSEEN:
            interp.unsure_item = True
            yield UNSEEN
            continue
        assert isinstance(items, tuple)
        given: list[Value] = list(items)
        value = perhaps(interp, mapped, given) if unsure else interp.call(mapped, given)
        interp.unsure_item = unsure
        yield value


def perhaps(interp: Interpreter, function: Value, given: list[Value]) -> Value:
    """The result of a function for an item that may be absent: it may not be called."""
    values: list[Value] = []
    call_perhaps(interp, function, given, values)
    return values[0] if values else Unknown("the result of a call that failed")


@function("filter")
def filter_(interp: Interpreter, test: Value, iterable: Value) -> Value:
    """The items that pass a test; Unknown if the test of one of them is unknown."""
    items = marked_or_unknown(interp, iterable)
    if isinstance(items, Unknown):
        call_perhaps(interp, test, [items.product()])
        return Unknown(items.reason)
    kept: list[tuple[Value, bool]] = []
    verdicts: list[tuple[Value, bool]] = []
    for item, unsure in items:
        interp.budget.tick()
        if item is UNSEEN:
            kept.append((item, unsure))
            continue
        answer = item
        if test is not None:
            answer = perhaps(interp, test, [item]) if unsure else interp.call(test, [item])
        passed = interp.truth(answer)
        if passed is None:
            return absorb("a filter whose test is not known", item)
        if passed:
            kept.append((item, unsure))
        verdicts.append((item, passed))
    frame = interp.frame
    condition = only_test(test, frame.module) if frame is not None else None
    if frame is not None and condition is not None:
        interp.note_filter(frame, condition, verdicts)
    result = over(interp, kept)
    result.scattered = is_unordered(iterable)
    return result if isinstance(iterable, (str, tuple)) else made(interp, result)


def over(interp: Interpreter, items: list[tuple[Value, bool]]) -> Iter:
    """An iterator over items, each with whether it may be absent."""

    def run() -> Iterator[Value]:
        for item, unsure in items:
            if unsure:
                interp.unsure_item = True
            yield item

    return Iter(run())


@function("reversed")
def reversed_(interp: Interpreter, sequence: Value) -> Value:
    """An iterator from the end to the start."""
    if isinstance(sequence, Unknown):
        return Unknown(sequence.reason)
    found = sequence.cls.find("__reversed__") if isinstance(sequence, Instance) else MISSING
    if found is not MISSING and isinstance(sequence, Instance):
        return interp.call(interp.bind(found, sequence, sequence.cls), [])
    inner = payload_of(sequence)
    if isinstance(inner, Instance):
        length = operators.length(interp, inner)
        if not isinstance(length, int):
            return Unknown("a sequence whose length is not known")
        return Iter(subscripts.getitem(interp, inner, i) for i in range(length - 1, -1, -1))
    if isinstance(inner, range):
        return Iter(iter(reversed(inner)))
    if isinstance(inner, Iter):
        interp.raise_error("TypeError", "'generator' object is not reversible")
    items = marked_or_unknown(interp, inner)
    if isinstance(items, Unknown):
        return Unknown(items.reason)
    result = over(interp, items[::-1])
    result.scattered = is_unordered(inner)
    return result
