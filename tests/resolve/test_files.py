"""Files are decoded as Python decodes them, and no special file makes the reader wait."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from scope_lsp.resolve.files import MAXIMUM_SIZE, decode, read_source


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\xef\xbb\xbfx = '\xc3\xa9'", "x = 'é'"),
        (b"x = '\xc3\xa9'", "x = 'é'"),
        (b"# -*- coding: latin-1 -*-\nx = '\xe9'", "# -*- coding: latin-1 -*-\nx = 'é'"),
        (
            b"#!python\n# vim: set fileencoding=cp1252 :\n\x80",
            "#!python\n# vim: set fileencoding=cp1252 :\n€",
        ),
        (b"x = 1\n# coding: cp1252\n\xe2\x82\xac", "x = 1\n# coding: cp1252\n€"),
        (b"# coding: no-such-thing\n\xc3\xa9", "# coding: no-such-thing\né"),
        (b"# coding: rot13\nabc", "# coding: rot13\nabc"),
        (b"# coding: utf-8\n\xe9", "# coding: utf-8\né"),
        (b"a\r\nb\rc", "a\r\nb\rc"),
    ],
)
def test_decoding(data: bytes, text: str) -> None:
    assert decode(data) == text


def test_what_is_no_readable_file_is_none(tmp_path: Path) -> None:
    assert read_source(str(tmp_path)) is None
    assert read_source(str(tmp_path / "missing.py")) is None
    assert read_source("a\0b") is None
    big = tmp_path / "big.py"
    big.write_bytes(b"#" * (MAXIMUM_SIZE + 1))
    assert read_source(str(big)) is None


@pytest.mark.skipif(sys.platform == "win32", reason="no fifos")
def test_fifos_and_devices_are_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo.py")
    assert read_source(str(tmp_path / "fifo.py")) is None
    os.symlink("/dev/zero", tmp_path / "device.py")
    assert read_source(str(tmp_path / "device.py")) is None


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_text("one")
    assert read_source(str(path)) == "one"
    path.write_text("other")
    assert read_source(str(path)) == "other"
