"""Remembers what was computed from texts without keeping the texts themselves.

Every key in an editor makes another text of the same file.  ``functools.lru_cache`` would keep
hundreds of them as its keys.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

T = TypeVar("T")


def by_text(kept: int) -> Callable[[Callable[[str], T]], Callable[[str], T]]:
    """Decorate a function of one text: the last ``kept`` results are remembered."""

    def decorate(function: Callable[[str], T]) -> Callable[[str], T]:
        known: OrderedDict[tuple[int, int], T] = OrderedDict()

        @wraps(function)
        def remembering(text: str) -> T:
            # Python keeps the hash of a text with it, so that asking often costs nothing.  Its seed
            # is random unless PYTHONHASHSEED sets it, so nobody can make two texts that share one.
            key = hash(text), len(text)
            try:
                known.move_to_end(key)
                return known[key]
            except KeyError:
                pass
            result = known[key] = function(text)
            if len(known) > kept:
                known.popitem(last=False)
            return result

        return remembering

    return decorate
