"""Long names lose what says the least, never the indices of loops before that."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scope_lsp.features.fold import Pattern, fold
from scope_lsp.features.shorten import share, shared_parts, shorten, shorten_patterns

BERT = "bert/encoder/layer_{0..11}/attention/self/{query,key}/kernel:0"
BATCH_NORM = ("gamma", "beta", "moving_mean", "moving_variance")


@pytest.mark.parametrize(
    ("name", "width", "known", "expected"),
    [
        ("a/w:0", 43, 0, "a/w:0"),
        (BERT, 60, 0, "bert/…/layer_{0..11}/attention/self/{query,key}/kernel:0"),
        (BERT, 43, 0, "bert/…/layer_{0..11}/…/{query,key}/kernel:0"),
        (BERT, 43, 1, "…/layer_{0..11}/…/self/{query,key}/kernel:0"),
        (BERT, 47, 1, "…/encoder/layer_{0..11}/…/{query,key}/kernel:0"),
        (BERT, 30, 0, "…/layer_{0..11}/…/kernel:0"),
        ("discriminator/deep/h1_conv/w", 15, 0, "…/h1_conv/w"),
        ("discriminator/deep/h1_conv/w", 27, 0, "discriminator/…/h1_conv/w"),
        (BERT, 12, 0, "…/kernel:0"),
        (BERT, 8, 0, "…ernel:0"),
        (BERT, 1, 0, "…"),
        (BERT, 0, 0, ""),
    ],
)
def test_shorten(name: str, width: int, known: int, expected: str) -> None:
    assert shorten(name, width, known) == expected


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


def variables(*scopes: str, of: tuple[str, ...] = BATCH_NORM) -> list[str]:
    return [f"{scope}/{name}:0" for scope in scopes for name in of]


BLOCKS = variables("net/a/bn", "net/b/bn1", "net/c/bn2/x")


@pytest.mark.parametrize(
    ("names", "width", "expected"),
    [
        pytest.param(["x/y:0", "z/w:0"], 12, "x/y:0, z/w:0", id="all"),
        pytest.param(["x/y:0", "z/w:0"], 11, "x/y, z/w", id="the suffix goes first"),
        pytest.param(BLOCKS, 43, "3 × batch norm in net/", id="sets in a scope"),
        pytest.param(BLOCKS, 20, "3 × batch norm", id="sets"),
        pytest.param(
            [*BLOCKS, "net/w:0"], 43, "3 × batch norm +1 in net/", id="one is not in them"
        ),
        pytest.param(variables("a/bn"), 20, "batch norm in a/bn/", id="one set"),
        pytest.param(variables("net/b/bn"), 21, "batch norm in …/bn/", id="its own scope"),
        pytest.param(
            variables(*(f"net/layer_{n}/deep/last_norm" for n in range(3))),
            60,
            "3 × batch norm in net/layer_{0..2}/deep/last_norm/",
            id="one set in each round of a loop",
        ),
        pytest.param(
            variables(*(f"net/layer_{n}/deep/norm" for n in range(3))),
            64,
            "net/layer_{0..2}/…/norm/{gamma,beta,moving_mean,moving_variance}",
            id="with its own scope",
        ),
        pytest.param(
            variables("m/a/d", "m/b/e", of=("kernel", "bias")),
            26,
            "2 × {kernel,bias} in m/",
            id="sets of anything",
        ),
        pytest.param(
            ["net/abc/first:0", "net/d/second:0"], 24, "2 variables in net/", id="all different"
        ),
        pytest.param(["abcd/first:0", "e/f/second:0"], 16, "abcd/first +1", id="nothing shared"),
        pytest.param(["abcd/first:0", "e/f/second:0"], 10, "…/first +1", id="the last part"),
        pytest.param(
            ["abcdefgh/first:0", "e/f/second:0", "g/h/i:0"], 26, "3 variables", id="too many more"
        ),
        pytest.param(
            [*BLOCKS, *(f"net/{n}/{n}:0" for n in ("u", "vw", "xyz"))],
            40,
            "3 × batch norm +3 in net/",
            id="few more",
        ),
        pytest.param(
            [*BLOCKS, *(f"net/{n}/{n}:0" for n in ("u", "vw", "xyz", "k"))],
            40,
            "16 variables in net/",
            id="more than there are sets",
        ),
        pytest.param(["a/very_long:0", "b/longer_yet:0"], 12, "2 variables", id="a number"),
    ],
)
def test_several_names_that_do_not_fit_are_counted(
    names: list[str], width: int, expected: str
) -> None:
    assert shorten_patterns(fold(names), width) == expected


def test_what_all_names_begin_with_is_said_where_nothing_else_can_be() -> None:
    names = [*variables("net/a", of=("w", "b")), *variables("net/c"), "net/d/e:0", "net/d/f/g:0"]
    assert shorten_patterns(fold(names), 40, known=1) == "8 variables in net/"


@given(st.lists(NAMES, min_size=1, max_size=5), st.integers(0, 60))
def test_several_names_are_never_longer_than_allowed(names: list[str], width: int) -> None:
    patterns = [Pattern(name, 1) for name in names]
    assert len(shorten_patterns(patterns, width)) <= width


def test_what_all_names_begin_with() -> None:
    assert shared_parts(["bert/a/w:0", "bert/a/b:0", "bert/b/w:0"]) == 1
    assert shared_parts(["bert/a/w:0"]) == 2
    assert shared_parts(["bert/a/w:0", "w:0"]) == 0
    assert shared_parts([]) == 0


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
