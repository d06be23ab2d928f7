r"""Regular expressions on constants, with a bound: a hostile pattern must not hang the analysis.

The host's engine backtracks and cannot be interrupted, so what it is given is judged first: the
number of ways in which a pattern may match is estimated from its parsed form, as a polynomial in
the length of the text whose degree is the number of unbounded repetitions that can follow each
other without a character that tells where one ends; repetitions inside repetitions are refused
unless a delimiter keeps their rounds apart, as in ``(?:\w+/)*``.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

MAX_PATTERN = 500
"""The maximum length of a pattern: patterns that people write are shorter."""

MAX_TEXT = 10_000
"""The maximum length of a text: names, flags and paths are far shorter."""

MAX_WORK = 3_000_000
"""The maximum number of estimated steps, some hundredths of a second of the host's engine."""

_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")


class TooCostly(Exception):
    """A pattern or text beyond the bound."""


def compiled(
    pattern: str, flags: int, text_length: int, *, anchored: bool = False
) -> re.Pattern[str]:
    """The compiled pattern, for a text of some length.  Raises ``TooCostly`` and ``re.error``.

    ``anchored`` says that it is tried in one place of the text only, not from each.
    """
    if len(pattern) > MAX_PATTERN or text_length > MAX_TEXT:
        raise TooCostly
    expression, degree, factor = _judged(pattern, flags)
    starts = 0 if anchored else 1
    if factor * max(text_length, 1) ** (degree + starts) > MAX_WORK:
        raise TooCostly
    return expression


@lru_cache(maxsize=512)
def _judged(pattern: str, flags: int) -> tuple[re.Pattern[str], int, int]:
    """The compiled pattern, the degree of its cost and a factor."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        parsed: Any = _parse(pattern, flags)
        degree, factor = _cost(parsed, 0)
        return re.compile(pattern, flags), degree, factor


def _parse(pattern: str, flags: int) -> Any:
    try:
        from re import _parser  # type: ignore[attr-defined]
    except ImportError:
        import sre_parse as _parser
    # Bounded repetitions of large counts cost memory when they are compiled.
    if any(int(number) > 1000 for number in re.findall(r"\{(\d{1,9})", pattern)):
        raise TooCostly
    if re.search(r"\{\d{10}|,\d{5}", pattern):
        raise TooCostly
    return _parser.parse(pattern, flags)


def _cost(
    parsed: Any, inside: int, follow: Sequence[Any] = (), after: tuple[int, int] = (0, 1)
) -> tuple[int, int]:
    """The degree and factor of matching a sequence and what comes after it.

    ``inside`` counts enclosing repetitions, ``follow`` holds the elements behind the sequence and
    ``after`` what those cost.  A repetition that can end in one place only is scanned once; any
    other has what follows it tried again for each of its rounds.
    """
    items = list(parsed)
    degree, factor = after
    for index in reversed(range(len(items))):
        operation, argument = items[index]
        name = str(operation)
        rest = (*items[index + 1 :], *follow)
        if name in _REPEATS:
            low, high, body = argument
            wide = high - low > 1
            if wide and not inside and _is_delimited(body):
                degree += 2
                continue
            if inside and high != low:
                raise TooCostly
            if not wide and high == 1:
                more, inner = _cost(body, inside, rest, (degree, factor))
                degree, factor = max(degree, more), factor + inner
                continue
            more, inner = _cost(body, inside + 1)
            if high <= 1000:
                degree += more
                factor *= inner * max(int(high), int(high - low) + 1)
            elif _ends_once(body, rest):
                degree = max(degree, more + 1)
                factor += inner
            else:
                degree += more + 1
                factor *= inner
        elif name == "BRANCH":
            if inside and len(argument[1]) > 1:
                # Alternatives inside a repetition may match the same text in many ways.
                raise TooCostly
            costs = [_cost(option, inside, rest, (degree, factor)) for option in argument[1]]
            degree = max(cost for cost, _ in costs)
            factor = sum(inner for _, inner in costs)
        elif name in ("SUBPATTERN", "ATOMIC_GROUP"):
            body = argument[3] if name == "SUBPATTERN" else argument
            degree, factor = _cost(body, inside, rest, (degree, factor))
        elif name in ("ASSERT", "ASSERT_NOT"):
            more, inner = _cost(argument[1], inside)
            degree, factor = degree + more, factor * inner
        elif name == "GROUPREF_EXISTS":
            raise TooCostly
        factor = min(factor, 10**9)
    return degree, factor


_CHARACTERS = (*range(256), 0x4E00, 0x1F600)
"""A sample large enough to compare sets: any other character is in both of two sets or in
neither."""


def _ends_once(body: Any, follow: Sequence[Any]) -> bool:
    """Whether a repetition of one character can only end in one place: where it cannot continue.

    This is so if whatever may come next matches none of its characters, or if nothing comes.
    """
    items = list(body)
    if len(items) != 1 or str(items[0][0]) not in ("LITERAL", "NOT_LITERAL", "IN"):
        return False
    own = {
        alike for item in _CHARACTERS if _matches(*_plain(items[0]), item) for alike in _alike(item)
    }
    firsts = _firsts(follow)
    if firsts is None:
        return False
    return not any(_matches(*first, item) for first in firsts for item in own)


def _plain(item: Any) -> tuple[str, Any]:
    return str(item[0]), item[1]


def _alike(character: int) -> set[int]:
    """A character in both cases, because a flag may make them equal."""
    text = chr(character)
    return {character, *map(ord, text.lower()), *map(ord, text.upper())}


def _firsts(follow: Sequence[Any]) -> list[tuple[str, Any]] | None:
    """The elements that may match the next character; None if unknown."""
    found: list[tuple[str, Any]] = []
    for index, (operation, argument) in enumerate(follow):
        name = str(operation)
        rest = follow[index + 1 :]
        if name in ("LITERAL", "NOT_LITERAL", "IN"):
            return [*found, (name, argument)]
        if name == "AT":
            continue
        if name == "SUBPATTERN":
            more = _firsts((*argument[3], *rest))
        elif name == "BRANCH":
            options = [_firsts((*option, *rest)) for option in argument[1]]
            if any(option is None for option in options):
                return None
            more = [first for option in options for first in option or ()]
        elif name in _REPEATS:
            low, _, body = argument
            more = _firsts(tuple(body)) if low else _firsts((*body, *rest))
            if more is not None and not low:
                skipped = _firsts(rest)
                more = None if skipped is None else more + skipped
        else:
            return None
        return None if more is None else found + more
    return found


def _is_delimited(body: Any) -> bool:
    """Whether a repetition in ``body`` can only end in one way, at a character that it excludes.

    The character comes right after it, or opens a body that it closes.
    """
    items = list(body)
    while len(items) == 1 and str(items[0][0]) == "SUBPATTERN":
        items = list(items[0][1][3])
    places = [index for index, item in enumerate(items) if str(item[0]) in _REPEATS]
    singles = ("LITERAL", "NOT_LITERAL", "IN", "ANY", *_REPEATS)
    if len(places) != 1 or any(str(item[0]) not in singles for item in items):
        return False
    place = places[0]
    inner = items[place][1][2]
    if len(inner) != 1 or str(inner[0][0]) not in singles[:4]:
        return False
    delimiters = items[place + 1 : place + 2] or items[:1]
    operation, character = delimiters[0]
    if str(operation) != "LITERAL":
        return False
    return not any(_matches(*_plain(inner[0]), one) for one in _alike(character))


def _matches(operation: str, argument: Any, character: int) -> bool:
    """Whether one parsed element matches a character; if in doubt, True."""
    if operation == "LITERAL":
        return bool(argument == character)
    if operation == "NOT_LITERAL":
        return bool(argument != character)
    if operation != "IN":
        return True
    parts = [(str(kind), value) for kind, value in argument]
    negated = ("NEGATE", None) in parts
    return negated != any(_has(kind, value, character) for kind, value in parts)


_CATEGORIES = {"DIGIT": r"\d", "SPACE": r"\s", "WORD": r"\w"}


def _has(kind: str, value: Any, character: int) -> bool:
    """Whether one part of a set of characters has a character."""
    if kind == "LITERAL":
        return bool(value == character)
    if kind == "RANGE":
        return bool(value[0] <= character <= value[1])
    if kind == "CATEGORY":
        name = str(value).removeprefix("CATEGORY_")
        known = _CATEGORIES.get(name.removeprefix("NOT_"))
        if known is None:
            return True
        return (re.match(known, chr(character)) is not None) != name.startswith("NOT_")
    return False
