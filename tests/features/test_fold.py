"""Names are folded as a shell would write them, and a shell gets the very same names back."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scope_lsp.features.fold import fold


def expand(text: str) -> list[str]:
    """What a shell makes of braces."""
    depth, start = 0, -1
    commas: list[int] = []
    for index, character in enumerate(text):
        if character == "{":
            if depth == 0:
                start, commas = index, []
            depth += 1
        elif character == "}":
            depth -= 1
            if depth == 0:
                inner = text[start + 1 : index]
                edges = [start, *commas, index]
                choices = [text[a + 1 : b] for a, b in pairwise(edges)]
                if not commas:
                    low, high = inner.split("..")
                    choices = [str(number) for number in range(int(low), int(high) + 1)]
                return [
                    text[:start] + choice + rest
                    for inside in choices
                    for choice in expand(inside)
                    for rest in expand(text[index + 1 :])
                ]
        elif character == "," and depth == 1:
            commas.append(index)
    return [text]


def texts(*names: str) -> list[str]:
    return [pattern.text for pattern in fold(names)]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        pytest.param(["a/w:0"], ["a/w:0"], id="one"),
        pytest.param(["d/kernel:0", "d/bias:0"], ["d/{kernel,bias}:0"], id="words"),
        pytest.param(["conv1/w:0", "conv2/w:0"], ["conv{1,2}/w:0"], id="two numbers"),
        pytest.param([f"l_{n}/w" for n in range(12)], ["l_{0..11}/w"], id="a range"),
        pytest.param([f"l_{n}/w" for n in (0, 1, 2, 3, 7)], ["l_{{0..3},7}/w"], id="a gap"),
        pytest.param(["l_2/w", "l_10/w", "l_1/w"], ["l_{1,2,10}/w"], id="numbers as numbers"),
        pytest.param(["l_08/w", "l_09/w"], ["{l_08,l_09}/w"], id="leading zeros are text"),
        pytest.param(
            ["dense/w", "dense_1/w", "dense_2/w"], ["{dense,dense_{1,2}}/w"], id="made unique"
        ),
        pytest.param(
            [f"b{n}_c{m}/w" for n in (1, 2) for m in (1, 2)], ["b{1,2}_c{1,2}/w"], id="a grid"
        ),
        pytest.param(["a/w", "a/b/w"], ["a/w", "a/b/w"], id="other depths"),
        pytest.param(["a/w", "a/b", "c/w"], ["a/{w,b}", "c/w"], id="no full product"),
        pytest.param(["a/w:0", "a/w:0"], ["a/w:0"], id="twice the same"),
        pytest.param(
            ["layer_{i}/w:0", "layer_{i}/b:0"], ["layer_{i}/{w,b}:0"], id="an unknown part"
        ),
        pytest.param(["x{a/b}/w", "x{a/b}/v"], ["x{a/b}/{w,v}"], id="a slash in an unknown part"),
    ],
)
def test_fold(names: list[str], expected: list[str]) -> None:
    assert texts(*names) == expected


def test_bert_as_in_the_manual() -> None:
    names = [
        f"bert/encoder/layer_{n}/attention/self/{part}/kernel:0"
        for n in range(12)
        for part in ("query", "key")
    ]
    (pattern,) = fold(names)
    assert pattern.text == "bert/encoder/layer_{0..11}/attention/self/{query,key}/kernel:0"
    assert pattern.count == 24


PARTS = st.sampled_from(["a", "b", "w", "l_0", "l_1", "l_2", "l_3", "l_10", "l_01", "c1_2", "c2_2"])
NAMES = st.lists(st.lists(PARTS, min_size=1, max_size=3).map("/".join), min_size=1, max_size=14)


@settings(max_examples=400)
@given(NAMES, st.sampled_from(["", ":0"]))
def test_expanding_gives_the_names_back(names: list[str], suffix: str) -> None:
    names = [name + suffix for name in names]
    patterns = fold(names)
    expanded = [name for pattern in patterns for name in expand(pattern.text)]
    assert sorted(expanded) == sorted(set(names))
    assert sum(pattern.count for pattern in patterns) == len(expanded)
    assert patterns == fold(names)
