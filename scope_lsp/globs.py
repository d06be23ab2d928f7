"""Glob patterns, in the only syntax of all settings and options: that of ``.gitignore``.

``*.py`` and ``tests`` match at any depth.  ``jobs/*.py`` and ``/setup.py`` are relative to the
folder of the file that contains the pattern.  ``**`` spans folders, the pattern of a folder matches
everything below it, and ``!`` cancels an earlier match.  Patterns are stored as absolute ones, so
that those of several sources form one list.  There is no disk access here.
"""

from __future__ import annotations

import os.path
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_SPECIAL = re.compile(r"([\\*?\[\]!# ])")

_STARS = re.compile(r"\*+")
_MOST_STARS = 3
"""Limits for one part of a path, and for ``**`` in a pattern: enough in practice, and they bound
the work."""


def anchored(pattern: str, folder: str) -> str:
    """The pattern as an absolute one; raises ``ValueError`` if it is invalid.

    It is relative to ``folder``.
    """
    if not pattern.strip() or "\0" in pattern or "\n" in pattern:
        raise ValueError(pattern)
    segments = pattern.split("/")
    if any(len(_STARS.findall(one)) > _MOST_STARS for one in segments) or (
        segments.count("**") > _MOST_STARS
    ):
        raise ValueError(pattern)  # matching could take forever
    negated = pattern.startswith("!")
    text = pattern[negated:].replace("\\", "/") if os.sep == "\\" else pattern[negated:]
    top = _SPECIAL.sub(r"\\\1", _slashed(folder).strip("/"))
    if text in (".", "./"):
        text = "/**"
    text = text[1:] if text.startswith("./") else text
    if os.path.isabs(text) and _is_below(text, folder):
        text = text[len(folder.rstrip("/")) :]
    if "/" in text.rstrip("/"):
        full = f"{top}/{text.lstrip('/')}" if top else text.lstrip("/")
    else:
        full = f"{top}/**/{text}" if top else f"**/{text}"
    found = f"{'!' * negated}/{full}"
    _spec((found,))
    return found


def matches(patterns: Iterable[str], path: str, is_folder: bool = False) -> bool:
    """Whether anchored ``patterns`` match an absolute path; the last matching one decides."""
    patterns = tuple(patterns)
    return bool(patterns) and decides(patterns, path, is_folder) is True


def decides(patterns: Sequence[str], path: str, is_folder: bool = False) -> bool | None:
    """The decision of the last matching pattern; None if none matches, False for one with ``!``."""
    name = _slashed(path).lstrip("/") + ("/" if is_folder else "")
    return _spec(tuple(patterns)).check_file(name).include


@lru_cache(maxsize=256)
def _spec(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec  # slow to import, and most projects have no patterns

    return GitIgnoreSpec.from_lines(patterns)


def _slashed(path: str) -> str:
    return path.replace(os.sep, "/")


def _is_below(pattern: str, folder: str) -> bool:
    return pattern.startswith(folder.rstrip("/") + "/") and bool(folder.strip("/"))
