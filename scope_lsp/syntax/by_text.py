"""Remembers what was computed from texts without keeping the texts themselves.

Every key in an editor makes another text of the same file.  ``functools.lru_cache`` would keep
hundreds of them as its keys.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from hashlib import blake2b
from typing import TypeVar

T = TypeVar("T")


def by_text(kept: int) -> Callable[[Callable[[str], T]], Callable[[str], T]]:
    """Decorate a function of one text: the last ``kept`` results are remembered."""

    def decorate(function: Callable[[str], T]) -> Callable[[str], T]:
        known: OrderedDict[bytes, T] = OrderedDict()

        @wraps(function)
        def remembering(text: str) -> T:
            data = text.encode("utf-8", "surrogatepass")
            key = blake2b(data, digest_size=20, usedforsecurity=False).digest()
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
