"""Names as strings that may have unknown parts: notation, display, TensorFlow's patterns.

An unknown part of a name is enclosed in the private-use characters U+E000 and U+E001 around its
spelling in the source.  So a name is always a plain ``str``, and string operations work on it.
This module does not know graphs or scopes.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache
from typing import Final

OPEN: Final = "\ue000"
CLOSE: Final = "\ue001"


class UnknownType(Enum):
    """The type of ``UNKNOWN``."""

    UNKNOWN = "unknown"

    def __bool__(self) -> bool:
        raise TypeError("an unknown value has no truth")


UNKNOWN: Final = UnknownType.UNKNOWN
"""A value of the analysed program that is not known: an argument, a flag, a shape."""


class DoubtfulName(str):
    """A name that the program most likely gives or is told, but that may be another one.

    ``known`` is the same name with unknown parts, which has only what is certain.
    """

    __slots__ = ("known",)

    known: str

    @classmethod
    def read(cls, known: str) -> DoubtfulName:
        """Return the name that is ``known`` but for parts of which the likely text is given."""
        name = cls(_LIKELY_PART.sub(lambda part: part[1], known))
        name.known = known
        return name


Name = str | UnknownType
"""A name that the program gives, which may be unknown."""

_LIKELY: Final = f"{OPEN}likely "
"""How an unknown part begins that says what is likely there: ``{likely dense_1}/kernel``."""

AUTO_REUSE: Final = "AUTO_REUSE"
"""``tf.AUTO_REUSE``."""

SOME_NAME: Final = f"{OPEN}name{CLOSE}"
"""Stands for a name that is completely unknown."""

_UNKNOWN_PART = re.compile(f"{OPEN}[^{CLOSE}]*{CLOSE}")
_LIKELY_PART = re.compile(f"{_LIKELY}([^{CLOSE}]*){CLOSE}")
_OP_NAME = re.compile(r"^[A-Za-z0-9.][A-Za-z0-9_.\-/]*$")
_SCOPE_NAME = re.compile(r"^[A-Za-z0-9_.\-/]*$")


def is_symbolic(name: str) -> bool:
    """Whether ``name`` has a part that is not known."""
    return OPEN in name


def is_open(name: str) -> bool:
    """Whether nothing at all is known of a name: it may not even have been given."""
    return _UNKNOWN_PART.fullmatch(name) is not None and not name.startswith(_LIKELY)


def likely_part(text: str) -> str:
    """``text`` as an unknown part of a name."""
    return f"{_LIKELY}{text}{CLOSE}"


def display(name: str) -> str:
    """The name for people, its unknown parts in braces: ``layer_{i}``."""
    return name.replace(OPEN, "{").replace(CLOSE, "}")


@lru_cache(maxsize=1024)
def pattern(name: str) -> re.Pattern[str]:
    """Return a pattern for the names that ``name`` may stand for: unknown parts match anything."""
    return re.compile(_UNKNOWN_PART.sub(".+", re.escape(name)))


@lru_cache(maxsize=256)
def scope_pattern(scope: str) -> re.Pattern[str] | None:
    """The pattern that ``get_collection`` matches names with; None if it is not a valid one."""
    try:
        return re.compile(_UNKNOWN_PART.sub(".+", scope))
    except re.error:
        return None


def is_open_below(name: Name, prefix: str) -> bool:
    """Whether a name with an unknown end may continue as ``prefix`` does."""
    if isinstance(name, UnknownType):
        return True
    head, unknown, _ = name.partition(OPEN)
    return bool(unknown) and (prefix.startswith(head) or head.startswith(prefix))


def is_valid_op_name(name: str) -> bool:
    """Whether an op may have this name (framework/ops.py, ``_VALID_OP_NAME_REGEX``).

    A name with an unknown part counts as valid.
    """
    return _OP_NAME.match(name) is not None or OPEN in name


def is_valid_scope_name(name: str) -> bool:
    """Whether a scope below another may have this name (``_VALID_SCOPE_NAME_REGEX``).

    A name with an unknown part counts as valid.
    """
    return _SCOPE_NAME.match(name) is not None or OPEN in name


def as_name(name: str | UnknownType) -> str:
    """A name as a string, whatever is known of it."""
    return SOME_NAME if isinstance(name, UnknownType) else name


def strip_slash(scope: str) -> str:
    """The scope's name without the slash at its end (ops.py, ``name_from_scope_name``)."""
    return scope[:-1] if scope.endswith("/") else scope
