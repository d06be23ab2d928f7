"""Reading source files: bounded, never blocking, decoded as Python would.

This does not find files: it is given their paths.  It caches texts, not trees.
"""

from __future__ import annotations

import codecs
import os
import re
import stat
from functools import lru_cache
from typing import Any

from scope_lsp.resolve import disk

MAXIMUM_SIZE = 5_000_000
"""The maximum size in bytes.  No program that people write is larger."""

_COOKIE = re.compile(rb"^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)")
_BLANK = re.compile(rb"^[ \t\f]*(?:#.*)?$")


MAXIMUM_NOTEBOOK = 200_000_000
"""The maximum size in bytes.  Most of a notebook's file are the pictures that its cells
produced."""


def read_source(path: str) -> str | None:
    """The text of the regular file at ``path``, or None: missing, unreadable, special, too big."""
    text: Any = disk.ask("text", path)
    return text  # type: ignore[no-any-return]


def _source(path: str) -> str | None:
    return _own_source(path) if disk.is_own(path) else _current_source(path)


def _current_source(path: str) -> str | None:
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return None
    if not stat.S_ISREG(found.st_mode) or found.st_size > MAXIMUM_SIZE:
        return None
    return _read(path, found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns)


@lru_cache(maxsize=4096)
def _own_source(path: str) -> str | None:
    """The text of a model, asked for once: an analysis looks for hundreds of them."""
    return _current_source(path)


def read_notebook(path: str) -> str | None:
    """The text of a notebook's file, as ``read_source``; not remembered."""
    text: Any = disk.ask("notebook", path)
    return text  # type: ignore[no-any-return]


def is_regular(path: str) -> bool:
    """Whether ``path`` is a regular file (behind symbolic links)."""
    return disk.is_file(path)


@lru_cache(maxsize=256)
def _read(path: str, *signature: int) -> str | None:
    return _read_anew(path, MAXIMUM_SIZE)


def _read_anew(path: str, maximum: int) -> str | None:
    try:
        # Non-blocking, in case the path became a fifo or a device in the meantime.
        handle = os.open(
            path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        )
    except (OSError, ValueError):
        return None
    try:
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                return None
            data = file.read(maximum + 1)
    except OSError:
        return None
    return None if len(data) > maximum else decode(data)


disk.ASKED["text"] = _source
disk.ASKED["notebook"] = lambda path: _read_anew(path, MAXIMUM_NOTEBOOK)


def decode(data: bytes) -> str:
    """Decode the text of a source file: byte-order mark, then PEP 263, then utf-8, else latin-1."""
    if data.startswith(codecs.BOM_UTF8):
        return data[3:].decode("utf-8", "replace")
    encoding = _declared(data) or "utf-8"
    try:
        return data.decode(encoding)
    except (LookupError, ValueError):
        pass
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def encoding_of(data: bytes) -> str:
    """The encoding with which ``decode`` reads ``data``, so that a text can be written back."""
    text = decode(data)
    for encoding in ("utf-8-sig" if data.startswith(codecs.BOM_UTF8) else "utf-8", _declared(data)):
        try:
            if encoding and data.decode(encoding) == text and text.encode(encoding) == data:
                return encoding
        except (LookupError, ValueError):
            pass
    return "latin-1"


def _declared(data: bytes) -> str | None:
    """The encoding that one of the first two lines declares, per PEP 263."""
    for line in re.split(rb"\r\n|\r|\n", data[:1000])[:2]:
        found = _COOKIE.match(line)
        if found:
            return found.group(1).decode("ascii", "replace")
        if not _BLANK.match(line):
            break
    return None
