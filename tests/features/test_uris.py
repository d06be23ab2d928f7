"""Paths and URIs, to and fro."""

from __future__ import annotations

import sys

import pytest

from scope_lsp.features.uris import is_file, path_of, uri_of

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="paths of this system")


@POSIX
@pytest.mark.parametrize(
    ("uri", "path"),
    [
        ("file:///home/me/a.py", "/home/me/a.py"),
        ("file:///home/my%20self/%C3%BC%20%23%3F%25.py", "/home/my self/ü #?%.py"),
        ("file://localhost/a.py", "/a.py"),
        ("untitled:Untitled-1", "untitled:Untitled-1"),
        ("vscode-notebook-cell://h:80/a.ipynb#W1s", "vscode-notebook-cell://h:80/a.ipynb#W1s"),
    ],
)
def test_path_of(uri: str, path: str) -> None:
    assert path_of(uri) == path


@POSIX
@pytest.mark.parametrize("path", ["/a.py", "/b c/ü#?%[1].py", "/a/b:c.py"])
def test_there_and_back(path: str) -> None:
    assert path_of(uri_of(path)) == path
    assert is_file(path)


def test_what_is_no_file_stays_as_it_is() -> None:
    assert uri_of("untitled:Untitled-1") == "untitled:Untitled-1"
    assert not is_file("untitled:Untitled-1")
    assert path_of("file://[broken/a.py") == "file://[broken/a.py"
