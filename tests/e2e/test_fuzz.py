"""A sample of what ``fuzz`` does at length."""

from __future__ import annotations

import pytest

from tests.e2e import fuzz


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_random_edits_and_requests_do_no_harm(seed: int) -> None:
    done = fuzz.main(seed, 300)
    assert done.answered > 50


@pytest.mark.parametrize("seed", [4, 5])
def test_notebooks_that_come_in_disorder_do_no_harm(seed: int) -> None:
    done = fuzz.main(seed, 300, reorders=True)
    assert done.answered > 50


def test_the_mirror_counts_as_the_protocol_says() -> None:
    mirror = fuzz.Mirror("a😀b\r\nc")
    where = {"start": {"line": 0, "character": 2}, "end": {"line": 0, "character": 2}}
    mirror.edit(where, "x")
    assert mirror.text == "ax😀b\r\nc"
    mirror.edit({"start": {"line": 9, "character": 0}, "end": {"line": 9, "character": 9}}, "d")
    assert mirror.text == "ax😀b\r\ncd"
