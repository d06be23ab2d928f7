"""Converts between the interpreter's values and the naming model's plain data.

Constants are the same on both sides, and so are unknown parts of names.  Objects of the program
pass unchanged.  Handles of the model become ``Opaque`` values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from scope_lsp.interpreter.interpreter import Interpreter
from scope_lsp.interpreter.values import (
    LIKELY_HOLE,
    Builtin,
    Class,
    Dict,
    Function,
    Instance,
    Iter,
    List,
    Method,
    Module,
    Opaque,
    Set,
    Symbolic,
    Union,
    Unknown,
    Value,
    hole,
)
from scope_lsp.naming.name import UNKNOWN, DoubtfulName, is_symbolic

_PLAIN = frozenset((str, int, float, bool, bytes, type(None)))
"""Types of constants, which are the same on both sides."""

_HELD = _PLAIN | {Symbolic}
"""Types of what an object may hold that derives from a type of Python's, such as ``str``."""

_PROGRAM = (Instance, Function, Method, Builtin, Class, Module, Iter)
"""Values of the program that the model only returns."""

_OF_PROGRAM = (*_PROGRAM, List, Dict, Set, Unknown, Symbolic, Opaque)
"""What the model may have been given that is already a value of the program."""

NAMES = frozenset(("name", "name_or_scope", "default_name", "prefix", "key", "op_type"))
"""Arguments that are names: an unknown value becomes a name with an unknown part."""

MAX_PARTS = 20_000
"""The maximum number of containers in one value: with shared parts, a small value may stand for
very many."""
MAX_DEPTH = 100
"""The maximum depth of nested containers."""


class Uncertain(list[object]):
    """A list whose items are not exactly known."""

    def __init__(
        self, items: Iterable[object], *, absent: Iterable[int] = (), uncounted: bool = True
    ) -> None:
        super().__init__(items)
        self.absent = frozenset(absent)
        """The indices of the items that may be absent."""
        self.uncounted = uncounted
        """Whether there may be more, anywhere in it."""


class Converter:
    """Converts values for one run.  A handle always becomes the same ``Opaque``."""

    def __init__(self, interp: Interpreter) -> None:
        self.interp = interp
        self._handles: dict[int, Opaque] = {}
        self._depth = 0
        self._room = 0
        """The number of containers that the value being converted may still contain."""

    def inward(self, value: Value, name: str = "") -> object:
        """Convert a value for the model; ``name`` is the parameter that it is for."""
        if value.__class__ in _PLAIN:
            return value
        if value.__class__ in _PROGRAM:
            if isinstance(value, Instance) and value.payload.__class__ in _HELD:
                kept = name in ("", "value")  # and given back as it is
                return value if kept else self.inward(value.payload, name)
            return value
        if isinstance(value, Symbolic):
            return DoubtfulName.read(value.text) if LIKELY_HOLE in value.text else value.text
        if isinstance(value, Unknown):
            return hole(value) if name in NAMES else UNKNOWN
        if isinstance(value, Opaque):
            return value.payload
        if isinstance(value, Union):
            return self._one_of(value)
        if not isinstance(value, (List, tuple, Set, Dict)):
            return value
        if not self._depth:
            self._room = MAX_PARTS
        if self._depth > MAX_DEPTH or self._room <= 0:
            return UNKNOWN
        self._depth += 1
        try:
            return self._container(value)
        finally:
            self._depth -= 1
            if not self._depth:
                self.interp.budget.charge(MAX_PARTS - self._room)

    def _container(self, value: List | tuple[Value, ...] | Set | Dict) -> object:
        self._room -= 1
        if not isinstance(value, tuple) and value.doubtful:
            return UNKNOWN
        if isinstance(value, List):
            return [self.inward(item) for item in value.items]
        if isinstance(value, tuple):
            return tuple([self.inward(item) for item in value])
        if isinstance(value, Set):
            return [self.inward(item) for item in value.entries.values()]
        return {str(key): self.inward(item, str(key)) for key, item in value.entries.values()}

    def _one_of(self, union: Union) -> object:
        """One of several values: what they have in common, an object of the program or nothing."""
        if all(isinstance(option, _PROGRAM) for option in union.options):
            return union.options[0]
        return UNKNOWN

    def outward(self, value: object) -> Value:
        """Convert what the model returns to a value of the program."""
        if isinstance(value, str):
            if isinstance(value, DoubtfulName):
                return Symbolic(value.known)
            return Symbolic(value) if is_symbolic(value) else value
        if value.__class__ in _PLAIN or isinstance(value, _OF_PROGRAM):
            return value
        if value is UNKNOWN:
            return Unknown("not known to the naming model")
        if isinstance(value, (list, tuple)):
            items = [self.outward(item) for item in value]
            if isinstance(value, tuple):
                return tuple(items)
            if not isinstance(value, Uncertain):
                return List(items)
            more = value.uncounted
            return List(items, doubtful=value.absent, uncounted=more, scattered=more)
        if isinstance(value, dict):
            return Dict({key: (key, self.outward(item)) for key, item in value.items()})
        known = self._handles.get(id(value))
        if known is None:
            known = self._handles[id(value)] = Opaque(value)
        return known

    def callback(self, function: Value) -> Callable[..., object]:
        """Make a function of the program a host function over the model's data."""

        def call(*args: object) -> object:
            given = [self.outward(arg) for arg in args]
            return self.inward(self.interp.call(function, given))

        return call
