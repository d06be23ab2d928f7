"""File system paths and URIs: how the analysis and the editor name a file.

The analysis names a file by its absolute path and any other buffer (``untitled:Untitled-1``, a
notebook's cell) by its URI.  The server remembers how the client spells the URI of an open
document.
"""

from __future__ import annotations

import os
import re
from urllib.parse import quote, unquote, urlsplit

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")
"""At least two letters: one letter and a colon is a Windows drive."""
_DRIVE = re.compile(r"/[A-Za-z]:(/|$)")


def path_of(uri: str) -> str:
    """The path of a ``file:`` URI; any other URI is returned unchanged."""
    if uri[:5].lower() != "file:":
        return uri
    try:
        parts = urlsplit(uri)
    except ValueError:
        return uri
    path = unquote(parts.path)
    if _DRIVE.match(path):
        path = path[1:]
    elif parts.netloc and parts.netloc != "localhost":
        path = f"//{unquote(parts.netloc)}{path}"
    return os.path.normpath(path) if path else uri


def uri_of(path: str) -> str:
    """The ``file:`` URI of an absolute path; a URI is returned unchanged."""
    if _SCHEME.match(path):
        return path
    path = path.replace(os.sep, "/")
    if path.startswith("//"):
        return "file:" + quote(path)
    if not path.startswith("/"):
        return "file:///" + quote(path, safe="/:")
    return "file://" + quote(path)


def is_file(path: str) -> bool:
    """Whether this names a file on disk rather than a buffer without one."""
    return not _SCHEME.match(path)
