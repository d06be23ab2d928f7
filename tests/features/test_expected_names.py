"""Names that are shown while their string is being typed, before the program is analysed again.

``<<x>>`` marks what is typed.  All hints are compared with those of an analysis of the new text.
"""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent

import pytest

from scope_lsp.features import expected_names as tested
from tests.robustness import expected_names
from tests.support.fixture import PATH

EXAMPLES = Path(__file__).parents[2] / "examples"

NET = """
    import tensorflow as tf

    def block(x, name, mode="w"):
        with tf.variable_scope(name):
            w = tf.get_variable("w", [4, 4])
            return tf.layers.dense(tf.matmul(x, w), 4, name="out")

    x = tf.zeros([1, 4])
    with tf.variable_scope("net"):
        x = block(x, "first")
        for i in range(2):
            x = block(x, "block_%d" % i)
    for i in range(2):
        with tf.variable_scope(None, "default"):
            with tf.variable_scope("inner"):
                tf.get_variable("q", [])
    with tf.variable_scope("again") as scope:
        tf.get_variable("r", [])
    with tf.variable_scope(scope):
        with tf.variable_scope("inside"):
            tf.get_variable("s", [])
    v = tf.Variable(x, name="v", trainable=False)
    block(x, "kernel", "w")
"""
SHARED = """
    import tensorflow as tf

    def tower(x):
        with tf.variable_scope("tower", reuse=tf.AUTO_REUSE):
            return x * tf.get_variable("w", [])

    tower(tower(1.0))
    with tf.variable_scope("other"):
        tf.get_variable("v", [])
    with tf.variable_scope("other", reuse=True):
        tf.get_variable("v", [])
    tf.Variable(1.0, name="twice")
    tf.Variable(1.0, name="once")
"""


def hints_after(source: str, old: str, marked: str) -> dict[int, str] | None:
    """The hints by line directly after a text was typed; None if no names are expected."""
    text = dedent(source).lstrip("\n")
    before, new, after = re.split("<<|>>", marked)
    assert before + after == old
    start = text.index(old) + len(before)
    line = text.count("\n", 0, start)
    column = start - text.rfind("\n", 0, start) - 1
    analysis = expected_names.analyzed(PATH, text)
    found = expected_names.typed(PATH, text, analysis, line, column, new)
    if found is None:
        return None
    document, hints = found
    fresh = expected_names.analyzed(PATH, document.text)
    assert hints == expected_names.hints(document, expected_names.Result(None), fresh)
    return {number + 1: label for number, _, label in hints}


@pytest.mark.parametrize(
    ("old", "new", "line", "hint"),
    [
        pytest.param('"net"', '"net<<x>>"', 4, "netx/{first,block_{0,1}}/, kernel/", id="a scope"),
        pytest.param(
            '"w", [4', '"w<<1>>", [4', 5, "net/{first,block_{0,1}}/w1:0, kernel/w1:0", id="w"
        ),
        pytest.param('"out"', '"<<m>>out"', 6, "4 × {kernel,bias}", id="a layer"),
        pytest.param(
            '"first"', '"first<<x>>"', 4, "net/{firstx,block_{0,1}}/, kernel/", id="helper"
        ),
        pytest.param(
            '"block_%d"', '"block_<<x>>%d"', 4, "net/{first,block_x{0,1}}/, kernel/", id="format"
        ),
        pytest.param(
            '"default"', '"default<<x>>"', 15, "{defaultx,defaultx_1}/inner/", id="default"
        ),
        pytest.param('"again"', '"again<<x>>"', 20, "againx/inside/", id="a scope entered again"),
        pytest.param('"v", tr', '"v<<x>>", tr', 22, "vx:0", id="tf.Variable"),
    ],
)
def test_the_names_that_follow(old: str, new: str, line: int, hint: str) -> None:
    found = hints_after(NET, old, new)
    assert found is not None and found[line] == hint


def test_a_string_that_names_nothing_is_not_expected_to() -> None:
    assert hints_after(NET, '"kernel", "w")', '"kernel", "w<<x>>")') is None


def test_a_function_that_shares_with_itself_is_renamed_as_a_whole() -> None:
    found = hints_after(SHARED, '"tower", reuse', '"tower<<x>>", reuse')
    assert found is not None and found[5] == "↺ towerx/w:0"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param('"other"):', '"other<<x>>"):', id="the scope of a variable that is shared"),
        pytest.param('"v", [])\n', '"v<<x>>", [])\n', id="a variable that is shared"),
        pytest.param('"once"', '"<<tw>>once"', id="another name"),
    ],
)
def test_what_is_shared_elsewhere_is_left_to_the_analysis(old: str, new: str) -> None:
    if "once" in old:
        assert hints_after(SHARED, old, new) is not None
        text = SHARED.replace('"twice"', '"oncex"')
        assert hints_after(text, '"once"', '"once<<x>>"') is None
    else:
        assert hints_after(SHARED, old, new) is None


def test_large_programs_are_left_to_the_analysis(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tested, "MOST_EVENTS", 3)
    assert hints_after(NET, '"net"', '"net<<x>>"') is None


@pytest.mark.parametrize("name", ["encoder.py", "siamese.py", "finetune.py"])
def test_random_letters_in_the_examples(name: str) -> None:
    path = EXAMPLES / name
    edits, expected, wrong = expected_names.compare(str(path), path.read_text(), 12, 1)
    assert wrong == []
    assert expected >= edits / 3
