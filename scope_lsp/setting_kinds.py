"""The kinds of values that settings have: how each is named, described and read."""

from __future__ import annotations

import os.path
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from scope_lsp import globs

SEVERITIES = ("error", "warning", "information", "hint", "off")


@dataclass(frozen=True, slots=True)
class Kind:
    """A type of value: its name, its JSON schema, and how to read a raw value."""

    expected: str
    """For messages: ``expected <this>``."""
    schema: Mapping[str, object]
    read: Callable[[object], object]
    """Returns the value; raises ``ValueError`` if it is not of this kind."""
    is_path: bool = False
    """Whether relative entries start at the folder of the file that contains them."""
    codes: Callable[[Any], Iterable[str]] | None = None
    """The rules that a value names."""


class WrongEntry(ValueError):
    """A value of the right kind with a wrong part; the message says which."""


def _boolean(raw: object) -> bool:
    if not isinstance(raw, bool):
        raise ValueError
    return raw


def _length(raw: object) -> int:
    if isinstance(raw, bool) or not isinstance(raw, int) or raw < 0:
        raise ValueError
    return raw


def _text(raw: object) -> str:
    if not isinstance(raw, str) or "\0" in raw:
        raise ValueError
    return raw.strip()


def _seconds(raw: object) -> float:
    if isinstance(raw, bool) or not isinstance(raw, (int, float)) or not 0 < raw < float("inf"):
        raise ValueError
    return float(raw)


def _texts(raw: object) -> tuple[str, ...]:
    if not isinstance(raw, (list, tuple)) or not all(isinstance(item, str) for item in raw):
        raise ValueError
    return tuple(raw)


def _globs(raw: object) -> tuple[str, ...]:
    found = _texts(raw)
    for pattern in found:
        globs.anchored(pattern, os.sep)
    return found


def _per_file(raw: object) -> dict[str, tuple[str, ...]]:
    if not isinstance(raw, Mapping):
        raise ValueError
    _globs(tuple(raw))
    return {pattern: _texts(codes) for pattern, codes in raw.items()}


def _severities(raw: object) -> dict[str, str]:
    if not isinstance(raw, Mapping):
        raise ValueError
    for code, value in raw.items():
        if value not in SEVERITIES:
            raise WrongEntry(f"{code} is {value!r:.40}")
    return dict(raw)


def _text_map(raw: object) -> dict[str, str]:
    if not isinstance(raw, Mapping):
        raise ValueError
    if not all(isinstance(text, str) and text and "\0" not in text for text in raw.values()):
        raise ValueError
    return {str(key): value for key, value in raw.items()}


def choice(*words: str) -> Kind:
    """The kind of a setting that is one of some words; whole numbers are accepted as words."""

    def read(raw: object) -> str:
        text = str(raw) if isinstance(raw, int) and not isinstance(raw, bool) else raw
        if not isinstance(text, str) or text not in words:
            raise ValueError
        return text

    expected = "one of " + ", ".join(f'"{word}"' for word in words)
    return Kind(expected, {"type": "string", "enum": list(words)}, read)


BOOLEAN = Kind("true or false", {"type": "boolean"}, _boolean)
LENGTH = Kind("a whole number, 0 or more", {"type": "integer", "minimum": 0}, _length)
SECONDS = Kind("a number of seconds above 0", {"type": "number", "exclusiveMinimum": 0}, _seconds)
PATH = Kind("a path", {"type": "string"}, _text, is_path=True)
_TEXT_LIST = {"type": "array", "items": {"type": "string"}}
PATHS = Kind("a list of folders", _TEXT_LIST, _texts, is_path=True)
GLOBS = Kind("a list of glob patterns", _TEXT_LIST, _globs)
CODES = Kind("a list of rule codes", _TEXT_LIST, _texts, codes=tuple)
PER_FILE = Kind(
    "a map from glob patterns to lists of rule codes",
    {"type": "object", "additionalProperties": _TEXT_LIST},
    _per_file,
    codes=lambda value: [code for codes in value.values() for code in codes],
)
PATH_MAP = Kind(
    "a map from glob patterns of programs to paths of checkpoints",
    {"type": "object", "additionalProperties": {"type": "string"}},
    _text_map,
    is_path=True,
)
SEVERITY_MAP = Kind(
    "a map from rule codes to one of " + ", ".join(f'"{word}"' for word in SEVERITIES),
    {"type": "object", "additionalProperties": {"type": "string", "enum": list(SEVERITIES)}},
    _severities,
    codes=tuple,
)


def holds_null(value: object) -> bool:
    """Whether a text in a value contains a null byte, which is invalid in paths and patterns."""
    if isinstance(value, str):
        return "\0" in value
    if isinstance(value, Mapping):
        return any(map(holds_null, value)) or any(map(holds_null, value.values()))
    return isinstance(value, tuple) and any(map(holds_null, value))


def without(value: object, codes: Collection[str]) -> object:
    """A value that names rules, without those ``codes``."""
    if isinstance(value, tuple):
        return tuple(code for code in value if code not in codes)
    if isinstance(value, dict):
        return {
            key: without(item, codes) if isinstance(item, tuple) else item
            for key, item in value.items()
            if key not in codes
        }
    return value
