"""Frozen dataclasses as JSON and back, checked against their types.

The JSON may come from anyone.  Reading it creates only the classes that were asked for, with values
of their fields' types.  Equal parts are written once: call chains have most of their parts in
common.
"""

from __future__ import annotations

import json
import types
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import lru_cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints


class Writer:
    """Writes values; ``parts`` are to be kept with what ``write`` gives."""

    def __init__(self) -> None:
        self.parts: list[list[Any]] = []
        self._known: dict[str, int] = {}

    def write(self, value: Any) -> Any:
        """A value as JSON has it; a dataclass is the number of its part."""
        if is_dataclass(value) and not isinstance(value, type):
            part = [self.write(getattr(value, one.name)) for one in fields(value)]
            key = type(value).__name__ + json.dumps(part)
            if key not in self._known:
                self._known[key] = len(self.parts)
                self.parts.append(part)
            return self._known[key]
        if isinstance(value, Enum):
            return value.value
        if isinstance(value, (tuple, list)):
            return [self.write(one) for one in value]
        if isinstance(value, (set, frozenset)):
            return sorted((self.write(one) for one in value), key=json.dumps)
        if value is None or isinstance(value, (bool, int, float, str)):
            return value
        raise TypeError(f"{type(value).__name__} cannot be kept")


class Reader:
    """Reads what a ``Writer`` wrote; whatever is not of the right type raises ``ValueError``."""

    def __init__(self, parts: Any) -> None:
        if not isinstance(parts, list):
            raise ValueError("no parts")
        self._parts = parts
        self._made: dict[tuple[type, int], Any] = {}

    def read(self, kind: Any, data: Any) -> Any:
        """The value of a type; raises ``ValueError``."""
        if isinstance(kind, type) and is_dataclass(kind):
            return self._part(kind, data)
        origin, arguments = get_origin(kind), get_args(kind)
        if origin in (Union, types.UnionType):
            return self._one_of(arguments, data)
        if origin is tuple:
            return self._tuple(arguments, data)
        if origin is frozenset:
            return frozenset(self._tuple((arguments[0], ...), data))
        if isinstance(kind, type) and issubclass(kind, Enum):
            return kind(data)
        if origin is Literal and data in arguments:
            return data
        if kind is type(None) or kind is None:
            if data is not None:
                raise ValueError(data)
            return None
        if kind in (str, int, bool, float) and type(data) is kind:
            return data
        raise ValueError(f"{data!r} is no {kind}")

    def _one_of(self, kinds: tuple[Any, ...], data: Any) -> Any:
        for kind in kinds:
            try:
                return self.read(kind, data)
            except ValueError:
                continue
        raise ValueError(data)

    def _tuple(self, kinds: tuple[Any, ...], data: Any) -> tuple[Any, ...]:
        if not isinstance(data, list):
            raise ValueError(data)
        if len(kinds) == 2 and kinds[1] is ...:
            return tuple(self.read(kinds[0], one) for one in data)
        if len(kinds) != len(data):
            raise ValueError(data)
        return tuple(self.read(kind, one) for kind, one in zip(kinds, data, strict=True))

    def _part(self, kind: Any, data: Any) -> Any:
        if type(data) is not int or not 0 <= data < len(self._parts):
            raise ValueError(data)
        key = kind, data
        if key not in self._made:
            part, hints = self._parts[data], _fields(kind)
            if not isinstance(part, list) or len(part) != len(hints):
                raise ValueError(part)
            values = [self.read(hint, one) for hint, one in zip(hints, part, strict=True)]
            self._made[key] = kind(*values)
        return self._made[key]


@lru_cache(maxsize=64)
def _fields(kind: type) -> tuple[Any, ...]:
    """The types of a dataclass's fields; none of the classes holds one of its own kind."""
    hints = get_type_hints(kind)
    return tuple(hints[one.name] for one in fields(kind))
