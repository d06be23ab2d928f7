"""Values that are unknown, or only partly known.

Known constants represent themselves (``int``, ``str``, ``tuple`` and so on).  Nothing here
evaluates or prints anything.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import TypeAlias

Value: TypeAlias = object
"""An abstract value: a Python constant that represents itself, or one of the classes here."""

HOLE_START = "\ue000"
HOLE_END = "\ue001"
"""The end of an unknown part in the text of a ``Symbolic``.  These are private-use characters."""

LIKELY_HOLE = HOLE_START + "likely "
"""The start of a hole whose spelling has the most likely text: ``{likely dense_1}/kernel``."""

MAX_SPELLING = 40
"""The maximum length of an unknown part's spelling, in characters: a name must stay readable."""

MAX_NESTING = 12
"""The maximum nesting of tuples that are compared or hashed: doubling n times makes 2**n items."""

MAX_OPTIONS = 6
"""The maximum number of alternatives in a ``Union``.  More of them are unknown."""


class _Truth:
    """The type of ``TRUTH``."""


TRUTH = _Truth()
"""In the place of a constant: that the value is true."""


@dataclass(frozen=True, slots=True)
class Supposition:
    """What an arm of a branch supposes: that a value equals a constant, or that it does not."""

    value: Unknown
    constant: Value
    holds: bool

    def excludes(self, other: Supposition) -> bool:
        """Whether both cannot be so at once."""
        if self.value is not other.value:
            return False
        if self.constant is TRUTH or other.constant is TRUTH:
            return self.constant is other.constant and self.holds is not other.holds
        if self.constant == other.constant:
            return self.holds is not other.holds
        return self.holds and other.holds


class Unknown:
    """Any value at all (top), with the first reason why it is unknown.

    ``spelling`` is how the source writes it (``i``, ``config.size``), for symbolic names.
    ``builds`` says whether calling it may change the outside state (a graph): True for code that
    may reach it by itself, False for code that cannot, None for code that can only if it is given
    something that leads there.  ``about`` is what the value says of another one if it is a test.
    ``is_data`` says that it leads to nothing that the program has made: an array, a table or a
    picture of a library that computes them, or something of which such a library makes them.
    ``others`` are known values that it may be instead, on another path: what is called, read or
    looped over is followed for each of these too.  All else takes it as wholly unknown.
    ``hashed`` is the key (see ``keys``) of the value of which it is the hash, if it is one: it is
    equal to other hashes of the same, and to nothing else.
    """

    __slots__ = (
        *("about", "builds", "hashed", "is_data", "origin", "others", "parts", "reason"),
        "spelling",
    )

    about: Supposition | None

    def __init__(
        self,
        reason: str,
        spelling: str | None = None,
        builds: bool | None = None,
        is_data: bool = False,
    ) -> None:
        self.reason = reason
        self.spelling = spelling
        self.builds = builds
        self.is_data = is_data
        self.about = None
        self.hashed: Hashable | None = None
        self.others: tuple[Value, ...] = ()
        self.origin: Unknown | None = None
        """The same value, as it was before the source gave it a name, or as it was read first."""
        self.parts: dict[str, Unknown] | None = None
        """Attributes and items that were read, as they were then; only the origin has them."""

    def spelled(self, spelling: str) -> Unknown:
        """The same unknown, with the name by which the source now knows it."""
        same = Unknown(self.reason, spelling[:MAX_SPELLING], self.builds, self.is_data)
        same.about, same.origin, same.hashed = self.about, self.origin or self, self.hashed
        same.others = self.others
        return same

    def alone(self) -> Unknown:
        """The same unknown on the path on which it is none of the others."""
        if not self.others:
            return self
        same = Unknown(self.reason, self.spelling, self.builds, self.is_data)
        same.origin = self.origin or self
        return same

    def part(self, suffix: str) -> Unknown:
        """A part of this unknown, spelled with ``suffix`` after it while that stays short.

        It is the same value each time, until the program sets it.
        """
        spelling = None if self.spelling is None else self.spelling + suffix
        if spelling is not None and len(spelling) > MAX_SPELLING:
            spelling = None
        found = Unknown(self.reason, spelling, self.builds, self.is_data)
        owner = self.origin or self
        if owner.parts is None:
            owner.parts = {}
        first = owner.parts.setdefault(suffix, found)
        found.origin = None if first is found else first
        return found

    def forget_part(self, suffix: str) -> None:
        """A part is set: what was read of it is past."""
        owner = self.origin or self
        if owner.parts is not None:
            owner.parts.pop(suffix, None)

    def product(self, spelling: str | None = None) -> Unknown:
        """The result of a call, an item or a round of it."""
        return Unknown(self.reason, spelling, self.builds, self.is_data)

    def __repr__(self) -> str:
        return f"Unknown({self.reason!r}, {self.spelling!r})"


class Symbolic:
    """A string with known and unknown parts, such as ``layer_{i}``."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text

    def __repr__(self) -> str:
        return f"Symbolic({self.text!r})"


class Union:
    """One of a few known alternatives, depending on an undecided branch."""

    __slots__ = ("options",)

    def __init__(self, options: tuple[Value, ...]) -> None:
        self.options = options

    def __repr__(self) -> str:
        return f"Union{self.options!r}"


class Opaque:
    """Something of the outside model that the program only passes on."""

    __slots__ = ("payload",)

    def __init__(self, payload: object) -> None:
        self.payload = payload


def hole(value: Unknown) -> str:
    """The text of ``value`` as a part of a ``Symbolic``."""
    return f"{HOLE_START}{value.spelling or '?'}{HOLE_END}"


def readable(text: str) -> str:
    """The text of a ``Symbolic`` for people, its unknown parts in braces."""
    return text.replace(HOLE_START, "{").replace(HOLE_END, "}")


def same(a: Value, b: Value, depth: int = 0) -> bool:
    """Whether two values are interchangeable: identical, or equal constants of one type.

    Tuples nested deeper than ``MAX_NESTING`` count as different, which only makes a join less
    exact.
    """
    if a is b:
        return True
    kind = type(a)
    if kind is not type(b):
        return False
    if isinstance(a, tuple) and isinstance(b, tuple):
        if len(a) != len(b) or depth > MAX_NESTING:
            return False
        return all(same(x, y, depth + 1) for x, y in zip(a, b, strict=True))
    if kind in (int, str, float, bytes, bool, complex, range):
        return a == b
    if isinstance(a, Symbolic) and isinstance(b, Symbolic):
        return a.text == b.text
    if isinstance(a, Union) and isinstance(b, Union):
        return same(a.options, b.options, depth + 1)
    if not isinstance(a, Unknown) or not isinstance(b, Unknown):
        return False
    return a.spelling == b.spelling and a.hashed == b.hashed


UNSEEN = Unknown("an item that is not seen here")
"""In the items that ``iterate`` gives: there may be any number of others here."""


def unite(values: list[Value]) -> Value:
    """Join ``values``: the value itself if all are the same, otherwise a union, or unknown.

    Without any, as for an element of what was only seen while it was empty, it is unknown.
    """
    options: list[Value] = []
    for value in values:
        if isinstance(value, Unknown):
            return _unknown_or(value, values)
    for value in values:
        for option in value.options if isinstance(value, Union) else (value,):
            if not any(same(option, other) for other in options):
                options.append(option)
        if len(options) > MAX_OPTIONS:
            return Unknown("more alternatives than are kept apart")
    if not options:
        return Unknown("something that was not seen")
    return options[0] if len(options) == 1 else Union(tuple(options))


def _unknown_or(unknown: Unknown, values: list[Value]) -> Unknown:
    """One of several values of which one is not known, with the known ones that can be followed."""
    if unknown.hashed is not None:
        if all(same(value, unknown) for value in values):
            return unknown
        unknown = unknown.product(unknown.spelling)
    others: list[Value] = []
    for value in values:
        for option in alternatives(value):
            if isinstance(option, Unknown) or type(option) in _PLAIN:
                continue
            if not any(same(option, other) for other in others):
                others.append(option)
    if not others or len(others) > MAX_OPTIONS or same(tuple(others), unknown.others):
        return unknown
    result = Unknown(unknown.reason, unknown.spelling, unknown.builds, unknown.is_data)
    result.others = tuple(others)
    return result


_PLAIN = (type(None), bool, int, float, complex, str, bytes, Symbolic)
"""Constants: what a program does with one of them is not worth another path."""


def alternatives(value: Value) -> tuple[Value, ...]:
    """The values of which ``value`` is one; only itself if it is not one of several."""
    if isinstance(value, Union):
        return value.options
    if isinstance(value, Unknown) and value.others:
        return (value.alone(), *value.others)
    return (value,)


def supposed(value: Value, *, holds: bool) -> Supposition | None:
    """What is supposed where an unknown test is taken as true, or as false; None for others."""
    if not isinstance(value, Unknown):
        return None
    about = value.about
    if about is None:
        return Supposition(value.origin or value, TRUTH, holds)
    return about if holds else Supposition(about.value, about.constant, not about.holds)


def comparison(op: str, a: Value, b: Value) -> Unknown:
    """The result of comparing something unknown, with what it says of it."""
    result = Unknown("a comparison with something unknown")
    if op in ("==", "!="):
        value, constant = (a, b) if isinstance(a, Unknown) else (b, a)
        if isinstance(value, Unknown) and type(constant) in (str, int, bool, float):
            result.about = Supposition(value.origin or value, constant, op == "==")
    return result


def opposite(value: Value) -> Unknown:
    """``not`` of a value whose truth is unknown."""
    result = Unknown("not something unknown")
    result.about = supposed(value, holds=False)
    return result
