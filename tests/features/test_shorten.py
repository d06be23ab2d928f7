"""Long names lose their middle, never their last part while it fits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scope_lsp.features.fold import Pattern
from scope_lsp.features.shorten import share, shorten, shorten_patterns

BERT = "bert/encoder/layer_{0..11}/attention/self/{query,key}/kernel:0"


@pytest.mark.parametrize(
    ("name", "width", "expected"),
    [
        ("a/w:0", 43, "a/w:0"),
        (BERT, 43, "bert/encoder/…/self/{query,key}/kernel:0"),
        (BERT, 30, "bert/…/{query,key}/kernel:0"),
        (BERT, 12, "…/kernel:0"),
        (BERT, 8, "…ernel:0"),
        (BERT, 1, "…"),
        (BERT, 0, ""),
    ],
)
def test_shorten(name: str, width: int, expected: str) -> None:
    assert shorten(name, width) == expected


NAMES = st.lists(st.sampled_from(["a", "bert", "layer_{0..11}", "{q,k}"]), min_size=1).map(
    lambda parts: "/".join([*parts, "kernel:0"])
)


@given(NAMES, st.integers(0, 60))
def test_never_longer_than_allowed_and_the_end_stays(name: str, width: int) -> None:
    short = shorten(name, width)
    assert len(short) <= width
    if width >= len("…/kernel:0"):
        assert short.endswith("kernel:0")
        assert short == name or "…" in short


def test_several_patterns_that_do_not_fit_are_counted() -> None:
    patterns = (Pattern(BERT, 24), Pattern("x/y:0", 1), Pattern("z/{0..2}", 3))
    assert shorten_patterns(patterns, 43) == "bert/encoder/…/self/{query,key}/kernel:0 +4"
    assert shorten_patterns(patterns[1:], 43) == "x/y:0, z/{0..2}"


@pytest.mark.parametrize(
    ("needs", "room", "expected"),
    [
        ([10, 10], 43, [10, 10]),
        ([60], 43, [43]),
        ([5, 60], 43, [5, 38]),
        ([60, 60], 43, [21, 22]),
        ([60, 3, 60], 43, [20, 3, 20]),
        ([5], -3, [0]),
    ],
)
def test_share(needs: list[int], room: int, expected: list[int]) -> None:
    assert share(needs, room) == expected
