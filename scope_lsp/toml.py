"""Reading TOML that may be anybody's: bounded in time and depth, one kind of error.

Python's reader takes time that grows with the square of some texts, and nests as they do.  Not what
the documents mean.
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
"""Characters."""
_COSTLY = re.compile(
    r"""(?:\.[ \t]*(?:[\w-]{1,99}|"[^"\n]{0,99}"|'[^'\n]{0,99}')[ \t]*){50}|\d[\d_]{2000}"""
)
"""A key of very many parts, or a number of very many digits; as a text it is just as odd."""


def loads(text: str) -> dict[str, Any]:
    """The document; raises ``ValueError`` where it is none, or costs too much to read."""
    if len(text) > MAXIMUM_SIZE:
        raise ValueError("too large")
    if _COSTLY.search(text):
        raise ValueError("a key or a number that is too long")
    try:
        found: dict[str, Any] = tomllib.loads(text)
    except RecursionError:
        raise ValueError("it nests too deep") from None
    return found
