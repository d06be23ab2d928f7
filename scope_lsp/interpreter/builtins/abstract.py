"""Abstract base classes that recognise others by their methods or by being numbers.

The stubs of ``collections.abc`` and ``numbers`` define their names as Python imports them.
"""

from __future__ import annotations

from collections.abc import Callable

from scope_lsp.interpreter.builtins.classes import (
    BOOL,
    BUILTIN,
    BYTES,
    COMPLEX,
    DICT,
    FLOAT,
    FROZENSET,
    FUNCTION,
    GENERATOR,
    INT,
    ITERATOR,
    LIST,
    METHOD,
    OBJECT,
    RANGE,
    SET,
    STR,
    TUPLE,
    TYPE,
)
from scope_lsp.interpreter.builtins.dict_views import DICT_ITEMS, DICT_KEYS, DICT_VALUES
from scope_lsp.interpreter.values import MISSING, Class

Test = Callable[[Class], bool]

ABSTRACT: dict[Class, Test] = {}
"""How each abstract class recognises a subclass that does not name it as a base."""


def _has(*names: str) -> Test:
    return lambda cls: all(cls.find(name) not in (MISSING, None) for name in names)


def _one_of(*classes: Class) -> Test:
    return lambda cls: any(base in cls.mro for base in classes)


def _either(*tests: Test) -> Test:
    return lambda cls: any(test(cls) for test in tests)


def _define(name: str, module: str, test: Test, *bases: Class) -> Class:
    cls = Class(name, bases or (OBJECT,), module=module)
    ABSTRACT[cls] = test
    return cls


def _collections() -> dict[str, Class]:
    iterables = (STR, BYTES, TUPLE, LIST, DICT, SET, FROZENSET, RANGE, ITERATOR, GENERATOR)
    views = (DICT_KEYS, DICT_VALUES, DICT_ITEMS)
    mutable = _one_of(LIST, DICT, SET)
    tests: dict[str, tuple[Test, str]] = {
        "Hashable": (lambda cls: not mutable(cls), ""),
        "Callable": (_either(_has("__call__"), _one_of(FUNCTION, METHOD, BUILTIN, TYPE)), ""),
        "Iterable": (_either(_has("__iter__"), _one_of(*iterables)), ""),
        "Sized": (_has("__len__"), ""),
        "Container": (_has("__contains__"), ""),
        "Iterator": (_has("__next__", "__iter__"), "Iterable"),
        "Generator": (_has("send", "throw", "__next__"), "Iterator"),
        "Reversible": (_has("__reversed__", "__iter__"), "Iterable"),
        "Collection": (_has("__len__", "__iter__", "__contains__"), "Iterable"),
        "Sequence": (_one_of(STR, BYTES, TUPLE, LIST, RANGE), "Collection"),
        "MutableSequence": (_one_of(LIST), "Sequence"),
        "ByteString": (_one_of(BYTES), "Sequence"),
        "Set": (_one_of(SET, FROZENSET, DICT_KEYS, DICT_ITEMS), "Collection"),
        "MutableSet": (_one_of(SET), "Set"),
        "Mapping": (_one_of(DICT), "Collection"),
        "MutableMapping": (_one_of(DICT), "Mapping"),
        "MappingView": (_one_of(*views), "Sized"),
        "KeysView": (_one_of(DICT_KEYS), "MappingView"),
        "ItemsView": (_one_of(DICT_ITEMS), "MappingView"),
        "ValuesView": (_one_of(DICT_VALUES), "MappingView"),
        "Awaitable": (_has("__await__"), ""),
        "AsyncIterable": (_has("__aiter__"), ""),
        "Coroutine": (_has("send", "throw", "close", "__await__"), "Awaitable"),
    }
    found: dict[str, Class] = {}
    for name, (test, base) in tests.items():
        bases = (found[base],) if base else ()
        found[name] = _define(name, "collections.abc", test, *bases)
    return found


COLLECTIONS = _collections()
"""The classes of ``collections.abc`` by name."""

_NUMBER = _define("Number", "numbers", _one_of(INT, FLOAT, COMPLEX, BOOL))
_COMPLEX = _define("Complex", "numbers", _one_of(INT, FLOAT, COMPLEX), _NUMBER)
_REAL = _define("Real", "numbers", _one_of(INT, FLOAT), _COMPLEX)
_RATIONAL = _define("Rational", "numbers", _one_of(INT), _REAL)
_INTEGRAL = _define("Integral", "numbers", _one_of(INT), _RATIONAL)
NUMBERS: dict[str, Class] = {
    cls.name: cls for cls in (_NUMBER, _COMPLEX, _REAL, _RATIONAL, _INTEGRAL)
}
"""The classes of ``numbers`` by name."""
