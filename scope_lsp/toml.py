"""Reads TOML from untrusted sources: bounded in time and depth, with one kind of error.

For some texts, the time that Python's reader takes grows with the square of their length, and its
recursion with their nesting.  What the documents mean is decided elsewhere.
"""

from __future__ import annotations

import re
import sys
from typing import Any

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

MAXIMUM_SIZE = 1_000_000
"""In characters."""
_COSTLY = re.compile(
    r"""(?:\.[ \t]*(?:[\w-]{1,99}|"[^"\n]{0,99}"|'[^'\n]{0,99}')[ \t]*){50}|\d[\d_]{2000}"""
)
"""A key with very many parts, or a number with very many digits."""


def loads(text: str) -> dict[str, Any]:
    """The document; raises ``ValueError`` if it is invalid, or too expensive to read."""
    if len(text) > MAXIMUM_SIZE:
        raise ValueError("too large")
    if _COSTLY.search(text):
        raise ValueError("a key or a number that is too long")
    try:
        found: dict[str, Any] = tomllib.loads(text)
    except RecursionError:
        raise ValueError("it nests too deep") from None
    return found
