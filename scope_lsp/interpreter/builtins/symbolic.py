"""Operations on strings with holes that keep what is known of them.

Pure text work, not built-ins: a hole is taken for a run of characters that contains neither the
separators nor the affixes asked about.  ``None`` means that the answer is not known.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from scope_lsp.interpreter.values import (
    HOLE_END,
    HOLE_START,
    LIKELY_HOLE,
    Symbolic,
    Union,
    Unknown,
    Value,
    hole,
    unite,
)

_HOLE = re.compile(f"{HOLE_START}[^{HOLE_END}]*{HOLE_END}")
MAX_UNIONS = 2
"""The maximum number of unions in one string whose alternatives are all tried; with more, the text
is unknown."""

MAX_TEXT = 2_000_000
"""The maximum length of a string that is put together, in characters: far longer than any name."""

TEMPORARY = "temporary "
"""The start of the spelling of what the module `tempfile` gives."""

_FIXED = re.compile(f"{HOLE_START}(?:~|{TEMPORARY}[a-z0-9 ]*){HOLE_END}")
"""A hole that stands for one text in a run: what the home folder is called, or a temporary file."""

_STAND_IN = 0xF0000
"""The first of the private-use characters that replace holes while their text is processed."""


def text_value(text: str) -> str | Symbolic:
    """``text`` as a value: a plain string when it has no hole."""
    return Symbolic(text) if HOLE_START in text else text


def has_literal(text: str) -> bool:
    """Whether a text has a part that is known, or likely."""
    return _HOLE.sub("", text) != "" or text.partition(LIKELY_HOLE)[2][:1] not in ("", HOLE_END)


def same_text(a: Value, b: Value) -> bool:
    """Whether two values are surely the same text, though parts of it may not be known."""
    if isinstance(a, Symbolic) and isinstance(b, Symbolic):
        return a.text == b.text and HOLE_START not in _FIXED.sub("", a.text)
    return isinstance(a, str) and isinstance(b, str) and a == b


def join_parts(parts: list[Value]) -> Value:
    """The concatenation of strings; unknown parts become holes spelled as the source does.

    A union among them is tried alternative by alternative as long as the results are few.  A
    single unknown part that the source has no name for yet stays the unknown value itself.
    """
    for index, part in enumerate(parts):
        if isinstance(part, Union):
            return unite(
                [
                    join_parts([*parts[:index], option, *parts[index + 1 :]])
                    for option in part.options
                ]
                if sum(isinstance(other, Union) for other in parts) <= MAX_UNIONS
                else [Unknown("more alternatives than are kept apart")]
            )
    if len(parts) == 1 and isinstance(parts[0], Unknown) and parts[0].spelling is None:
        return parts[0]
    texts = [text_of(part) for part in parts]
    if sum(map(len, texts)) > MAX_TEXT:
        return Unknown("a string that is too long")
    return text_value("".join(texts))


def text_of(part: Value) -> str:
    """The text of one part of a string, with holes for what is not known."""
    if isinstance(part, str):
        return part
    if isinstance(part, Symbolic):
        return part.text
    return hole(part if isinstance(part, Unknown) else Unknown("not known"))


def known_prefix(text: str) -> str:
    """The text before the first hole."""
    return text.partition(HOLE_START)[0]


def known_suffix(text: str) -> str:
    """The text after the last hole."""
    return text.rpartition(HOLE_END)[2]


def protect(text: str) -> tuple[str, list[str]]:
    """``text`` with one private-use character for each hole, and the holes."""
    holes: list[str] = []

    def stand_in(match: re.Match[str]) -> str:
        holes.append(match.group())
        return chr(_STAND_IN + len(holes) - 1)

    return _HOLE.sub(stand_in, text), holes


def has_stand_in(text: str, holes: list[str]) -> bool:
    """Whether a part of a protected text has one of its holes."""
    return any(0 <= ord(char) - _STAND_IN < len(holes) for char in text)


def unprotect(text: str, holes: list[str]) -> str | Symbolic:
    """The inverse of ``protect``."""
    if not holes:
        return text_value(text)
    return text_value(text.translate(dict(enumerate(holes, _STAND_IN))))


def restore(value: Value, holes: list[str]) -> Value:
    """``unprotect`` of a string as far as it is known."""
    if isinstance(value, (str, Symbolic)):
        return unprotect(text_of(value), holes)
    return value


def map_known(text: str, function: Callable[[str], str]) -> str | Symbolic:
    """``function`` of the known parts."""
    protected, holes = protect(text)
    return unprotect(function(protected), on_likely(holes, function))


def on_likely(holes: list[str], function: Callable[[str], str]) -> list[str]:
    """The holes, with ``function`` of the texts that are likely in them."""
    start = len(LIKELY_HOLE)
    return [
        f"{LIKELY_HOLE}{function(part[start:-1])}{HOLE_END}" if LIKELY_HOLE in part else part
        for part in holes
    ]


def map_known_parts(text: str, function: Callable[[str], str]) -> str | Symbolic:
    """``function`` of each known part by itself."""
    parts = _HOLE.split(text)
    holes = [*_HOLE.findall(text), ""]
    return text_value(
        "".join([function(part) + written for part, written in zip(parts, holes, strict=True)])
    )


def split(text: str, function: Callable[[str], list[str] | tuple[str, ...]]) -> list[Value]:
    """A method that splits a string, such as ``split`` or ``partition``."""
    protected, holes = protect(text)
    return [unprotect(part, holes) for part in function(protected)]


def starts_with(text: str, prefix: str) -> bool | None:
    """Whether ``text`` starts with ``prefix``, if its known part decides that."""
    known = known_prefix(text)
    if known.startswith(prefix):
        return True
    return None if prefix.startswith(known) else False


def ends_with(text: str, suffix: str) -> bool | None:
    """Whether ``text`` ends with ``suffix``, if its known part decides that."""
    known = known_suffix(text)
    if known.endswith(suffix):
        return True
    return None if suffix.endswith(known) else False


def contains(text: str, part: str) -> bool | None:
    """Whether ``part`` occurs in ``text``: True if a known piece contains it, otherwise unknown."""
    return True if any(part in piece for piece in _HOLE.split(text)) else None


def equals(text: str, other: str) -> bool | None:
    """Whether ``text`` can be ``other``: False when a known prefix or suffix differs."""
    if starts_with(other, known_prefix(text)) is False:
        return False
    if ends_with(other, known_suffix(text)) is False:
        return False
    return None


def sliced(text: str, key: Value) -> Value:
    """An item or slice of a string with holes, known where it ends outside of them."""
    prefix, suffix = known_prefix(text), known_suffix(text)
    if isinstance(key, slice) and key.step in (None, 1):
        start = 0 if key.start is None else key.start
        stop = key.stop
        if not isinstance(start, int) or not (stop is None or isinstance(stop, int)):
            return _UNKNOWN_PART
        if stop is not None and 0 <= start <= len(prefix) and 0 <= stop <= len(prefix):
            return prefix[start:stop]
        if -len(suffix) <= start < 0 and (stop is None or -len(suffix) <= stop <= 0):
            return suffix[start:stop]
        if 0 <= start <= len(prefix) and (stop is None or -len(suffix) <= stop < 0):
            return text_value(text[start:stop])
    elif isinstance(key, int) and -len(suffix) <= key < len(prefix):
        return prefix[key] if key >= 0 else suffix[key]
    return _UNKNOWN_PART


_UNKNOWN_PART = Unknown("a part of a name that is not wholly known")


def may_equal(a: str, b: str) -> bool:
    """Whether two strings, with or without holes, can be the same, whatever the holes are."""
    if HOLE_START not in a:
        a, b = b, a
    if HOLE_START in b:
        starts = zip(known_prefix(a), known_prefix(b), strict=False)
        ends = zip(reversed(known_suffix(a)), reversed(known_suffix(b)), strict=False)
        return all(x == y for x, y in (*starts, *ends))
    pattern = "".join(
        part if index % 2 else re.escape(part)
        for index, part in enumerate(_HOLE.sub("\0.*\0", a).split("\0"))
    )
    return re.fullmatch(pattern, b, re.DOTALL) is not None
