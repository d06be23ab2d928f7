"""Glob patterns of all settings and options: the syntax of ``.gitignore``."""

from __future__ import annotations

import time

import pytest

from scope_lsp.globs import anchored, matches

FOLDER = "/project/a [b]"


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("*.py", "x.py", True),
        ("*.py", "deep/er/x.py", True),
        ("tests", "deep/tests/x.py", True),
        ("tests/", "tests/x.py", True),
        ("/setup.py", "setup.py", True),
        ("/setup.py", "deep/setup.py", False),
        ("./setup.py", "deep/setup.py", False),
        ("./setup.py", "setup.py", True),
        ("jobs/*.py", "jobs/x.py", True),
        ("jobs/*.py", "jobs/deep/x.py", False),
        ("jobs/**", "jobs/deep/x.py", True),
        ("**/x.py", "deep/er/x.py", True),
        ("[a-c].py", "b.py", True),
        ("[!a-c].py", "b.py", False),
        ("x?.py", "x/.py", False),
        (".", "x.py", True),
        ("/project/a [b]/x.py", "x.py", True),
    ],
)
def test_a_pattern_starts_at_its_folder(pattern: str, path: str, fits: bool) -> None:
    assert matches([anchored(pattern, FOLDER)], f"{FOLDER}/{path}") is fits
    assert not matches([anchored(pattern, FOLDER)], f"/elsewhere/{path}")


def test_the_last_pattern_that_fits_decides() -> None:
    patterns = [anchored(one, FOLDER) for one in ("*.py", "!keep.py")]
    assert matches(patterns, f"{FOLDER}/x.py")
    assert not matches(patterns, f"{FOLDER}/keep.py")


@pytest.mark.parametrize("pattern", ["", "  ", "a\0b", "a\nb", "*a*a*a*b", "**/a/**/a/**/a/**/b"])
def test_what_is_no_pattern_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError):
        anchored(pattern, FOLDER)


def test_no_pattern_takes_for_ever() -> None:
    worst = anchored("*a*a*b", FOLDER), anchored("**/a/**/a/**/b", FOLDER)
    begin = time.process_time()
    assert not matches(worst, f"{FOLDER}/{'a' * 250}")
    assert not matches(worst, f"{FOLDER}/{'a/' * 60}c")
    assert time.process_time() - begin < 5
