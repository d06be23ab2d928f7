"""Regular expressions on constants, with a bound: a hostile pattern must not hang the analysis.

The host's engine backtracks and cannot be interrupted, so what it is given is judged first: the
number of ways in which a pattern may match is estimated from its parsed form, as a polynomial in
the length of the text whose degree is the number of unbounded repetitions that can follow each
other; repetitions inside repetitions are refused unless they are trivial.
"""

from __future__ import annotations

import re
import warnings
from functools import lru_cache
from typing import Any

MAX_PATTERN = 500
"""Longest pattern: what programs write by hand is shorter."""

MAX_TEXT = 10_000
"""Longest text: names, flags and paths are far shorter."""

MAX_WORK = 3_000_000
"""Most steps of the estimate, some hundredths of a second of the host's engine."""

_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")


class TooCostly(Exception):
    """A pattern or text beyond the bound."""


def compiled(pattern: str, flags: int, text_length: int) -> re.Pattern[str]:
    """The compiled pattern, for a text of some length.  Raises ``TooCostly`` and ``re.error``."""
    if len(pattern) > MAX_PATTERN or text_length > MAX_TEXT:
        raise TooCostly
    expression, degree, factor = _judged(pattern, flags)
    if factor * max(text_length, 1) ** (degree + 1) > MAX_WORK:
        raise TooCostly
    return expression


@lru_cache(maxsize=512)
def _judged(pattern: str, flags: int) -> tuple[re.Pattern[str], int, int]:
    """The compiled pattern, the degree of its cost and a factor of it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        parsed: Any = _parse(pattern, flags)
        degree, factor = _cost(parsed, 0)
        return re.compile(pattern, flags), degree, factor


def _parse(pattern: str, flags: int) -> Any:
    try:
        from re import _parser  # type: ignore[attr-defined]
    except ImportError:
        import sre_parse as _parser  # type: ignore[no-redef]
    # Bounded repetitions of large counts cost memory when they are compiled.
    if any(int(number) > 1000 for number in re.findall(r"\{(\d{1,9})", pattern)):
        raise TooCostly
    if re.search(r"\{\d{10}|,\d{5}", pattern):
        raise TooCostly
    return _parser.parse(pattern, flags)


def _cost(parsed: Any, inside: int) -> tuple[int, int]:
    """The degree and factor of matching a sequence; ``inside`` counts enclosing repetitions."""
    degree, factor = 0, 1
    for operation, argument in parsed:
        name = str(operation)
        if name in _REPEATS:
            low, high, body = argument
            wide = high - low > 1
            if wide and inside:
                raise TooCostly
            more, inner = _cost(body, inside + (1 if wide or high > 1 else 0))
            degree += more + (1 if high > 1000 else 0)
            factor *= inner * (1 if high > 1000 or high == low else min(high - low + 1, 1000))
        elif name == "BRANCH":
            costs = [_cost(option, inside) for option in argument[1]]
            if inside and len(costs) > 1:
                # Alternatives inside a repetition may match the same text in many ways.
                raise TooCostly
            degree += max((cost for cost, _ in costs), default=0)
            factor *= sum(inner for _, inner in costs) or 1
        elif name == "SUBPATTERN":
            more, inner = _cost(argument[3], inside)
            degree, factor = degree + more, factor * inner
        elif name in ("ASSERT", "ASSERT_NOT"):
            more, inner = _cost(argument[1], inside)
            degree, factor = degree + more, factor * inner
        elif name == "ATOMIC_GROUP":
            more, inner = _cost(argument, inside)
            degree, factor = degree + more, factor * inner
        elif name == "GROUPREF_EXISTS":
            raise TooCostly
        factor = min(factor, 10**9)
    return degree, factor
