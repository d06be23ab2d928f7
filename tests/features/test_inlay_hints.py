"""Inlay hints: what each line shows, for programs as the analysis sees them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from lsprotocol import types

from scope_lsp.features.edits_since import EditsSince, TextChange
from scope_lsp.features.inlay_hints import inlay_hints
from tests.support.fixture import PATH, WHOLE, analysed, hint_texts, parse

TF = "import tensorflow as tf\n"


def check(source: str, **settings: Any) -> None:
    """Each line shows what its ``#=>`` says."""
    fixture = parse(f"{TF}{source}")
    shown = inlay_hints(analysed(fixture.text, **settings), WHOLE)
    assert hint_texts(shown) == fixture.hints


def test_a_created_variable_and_the_scope_that_says_so_itself() -> None:
    check(
        """\
with tf.variable_scope("a"):
    w = tf.get_variable("w", [3])  #=> a/w:0
"""
    )


def test_a_shared_variable_is_marked() -> None:
    check(
        """\
tf.get_variable("w", [3])  #=> w:0
tf.get_variable_scope().reuse_variables()
w = tf.get_variable("w", [3])  #=> ↺ w:0
"""
    )


def test_created_and_then_fetched_by_the_same_call_is_shared() -> None:
    check(
        """\
for _ in range(2):
    w = tf.get_variable("w", [3])  #=> ↺ w:0
    tf.get_variable_scope().reuse_variables()
"""
    )


def test_some_created_some_shared() -> None:
    check(
        """\
def weights():
    return tf.get_variable("w", [3])  #=> b/w:0 · ↺ w:0
tf.get_variable("w", [3])  #=> w:0
with tf.variable_scope("b"):
    weights()
tf.get_variable_scope().reuse_variables()
weights()
"""
    )


def test_several_names_are_folded() -> None:
    check(
        """\
with tf.variable_scope("net"):
    for i in (1, 2, 3):
        with tf.variable_scope("conv%d" % i):  #=> net/conv{1..3}/
            w = tf.get_variable("w", [3])  #=> net/conv{1..3}/w:0
"""
    )


def test_without_output_suffix() -> None:
    check('w = tf.get_variable("w", [3])  #=> w', inlay_hints_output_suffix=False)


SHORT = "generator/…/transposed/"
LONG = "generator/block_1/convolution/transposed/"


def test_all_hints_of_a_line_together_fit() -> None:
    line = f'[tf.Variable(0, name="{LONG}a"), tf.Variable(0, name="{LONG}b")]'
    check(f"{line}  #=> …/transposed/a | …/transposed/b", inlay_hints_maximum_length=36)
    first = "other = tf.Variable(0)  #=> Variable:0"
    both = f"{SHORT}a | {SHORT}b"
    check(f"{first}\n{line}  #=> {both}", inlay_hints_maximum_length=48)
    check(f"{line}  #=> {LONG}a:0 | {LONG}b:0", inlay_hints_maximum_length=0)


def test_optimizer_slots_are_not_shown() -> None:
    check(
        """\
w = tf.get_variable("w", [3])  #=> w:0
tf.train.AdamOptimizer().minimize(tf.reduce_sum(w))
"""
    )


def test_hints_can_be_switched_off() -> None:
    check('w = tf.get_variable("w", [3])', inlay_hints_enable=False)


def test_a_nested_scope_shows_where_it_is() -> None:
    nested = 'with tf.variable_scope("a"):\n    with tf.variable_scope("b"):{}\n        pass\n'
    check(nested.format("  #=> a/b/"))
    check(nested.format(""), inlay_hints_scopes=False)


TWO_PREFIXES = """\
with tf.variable_scope("a"):
    pass
with tf.variable_scope("a"):{}
    with tf.variable_scope("b"):{}
        pass
"""


def test_ops_are_shown_on_request() -> None:
    check(TWO_PREFIXES.format("", "  #=> a/b/"))
    with_ops = TWO_PREFIXES.format("  #=> a/ · ops a_1/", "  #=> a/b/ · ops a_1/b/")
    check(with_ops, inlay_hints_ops=True)


@pytest.mark.parametrize(
    ("line", "before"),
    [
        ("with tf.variable_scope('b'):", ""),
        ("with tf.variable_scope('b') as scope :  # the second one", "  # the second one"),
        ("with tf.variable_scope('b'), tf.device('/cpu:0'):", ", tf.device('/cpu:0'):"),
    ],
)
def test_the_hint_of_a_scope_follows_the_colon(line: str, before: str) -> None:
    text = f"{TF}with tf.variable_scope('a'):\n    {line}\n        pass\n"
    (hint,) = inlay_hints(analysed(text), WHOLE)
    assert f"    {line}"[hint.position.character :] == before


HELPER = """\
def layer(x, name):
    with tf.variable_scope(name):
        return tf.layers.dense(x, 2)  #=> {a,b}/dense/{kernel,bias}:0
def net(x):
    return layer(layer(x, "a"), "b")%s
net(tf.zeros([1, 2]))%s
"""


def test_calls_of_helpers_are_shown_on_request() -> None:
    check(HELPER % ("", ""))
    inside = "  #=> a/dense/{kernel,bias} | b/dense/{kernel,bias}"
    around = "  #=> {a,b}/dense/{kernel,bias}:0"
    check(HELPER % (inside, around), inlay_hints_calls=True, inlay_hints_maximum_length=43)


def test_the_tooltip_of_a_helper_lists_what_it_makes() -> None:
    text = parse(TF + HELPER % ("", "")).text
    hint = inlay_hints(analysed(text, inlay_hints_calls=True), WHOLE)[-1]
    assert hint.tooltip == "\n".join(
        f"{scope}/dense/{name}:0 (created)" for scope in "ab" for name in ("kernel", "bias")
    )
    assert not isinstance(hint.label, str) and hint.label[0].location is None


@pytest.mark.parametrize("kind", ["variables", "scopes"])
def test_each_kind_of_hint_has_its_switch(kind: str) -> None:
    source = """\
with tf.variable_scope("a"):
    with tf.variable_scope("b"):{}
        w = tf.get_variable("w", []){}
"""
    shown = {"variables": ("  #=> a/b/", ""), "scopes": ("", "  #=> a/b/w:0")}
    check(source.format(*shown[kind]), **{f"inlay_hints_{kind}": False})


def test_a_name_scope_has_only_ops() -> None:
    check(
        """\
with tf.name_scope("a"):
    pass
with tf.name_scope("a"):  #=> a_1/
    pass
"""
    )


def test_hint_follows_the_closing_parenthesis_in_every_encoding() -> None:
    text = f'{TF}é = "漢😀"; w = tf.get_variable("w", [3])  # x\n'
    column = text.splitlines()[1].index(")") + 1
    for encoding, extra in (("utf-32", 0), ("utf-16", 1), ("utf-8", 1 + 2 + 3)):
        (hint,) = inlay_hints(analysed(text, encoding=encoding), WHOLE)
        assert hint.position == types.Position(1, column + extra)
        assert hint.padding_left


def test_only_the_lines_that_are_asked_for() -> None:
    text = TF + "".join(f'tf.get_variable("w{n}", [3])\n' for n in range(2, 11))
    wanted = types.Range(types.Position(3, 0), types.Position(4, 5))
    assert hint_texts(inlay_hints(analysed(text), wanted)) == {4: ["w4:0"], 5: ["w5:0"]}


def test_the_tooltip_says_only_what_the_hover_of_its_location_does_not() -> None:
    text = f"""{TF}tf.get_variable("w", [3])
for name in ("a", "b"):
    with tf.variable_scope("", reuse=name == "b"):
        tf.get_variable("v", [3])
    tf.Variable(0, name=name)
if len(tf.trainable_variables()) > float(open("n").read()):
    tf.Variable(0, name="c")
"""
    tooltips = {hint.position.line + 1: hint.tooltip for hint in inlay_hints(analysed(text), WHOLE)}
    assert tooltips == {
        2: None,
        5: "created, shared",
        6: None,
        8: "created, only on some paths",
    }


def test_label_links_to_the_creating_call() -> None:
    long = "/".join(["scope"] * 20) + "/w"
    text = f"""{TF}def fetch(reuse):
    with tf.variable_scope(tf.get_variable_scope(), reuse=reuse):
        return tf.get_variable("{long}", [3])
fetch(False)
with tf.variable_scope("", reuse=True):
    tf.get_variable("{long}", [3])
"""
    hint = inlay_hints(analysed(text), WHOLE)[-1]
    assert not isinstance(hint.label, str)
    location = hint.label[0].location
    assert location is not None and location.range.start == types.Position(3, 15)
    assert hint.tooltip == "shared"
    assert len(hint.label[0].value) <= 64


def test_hints_move_with_edits_and_go_where_they_are_touched() -> None:
    base = analysed(f'{TF}tf.get_variable("w", [3])\ntf.get_variable("v", [3])\n')
    edits = EditsSince()
    edits.add(TextChange((2, 5), (2, 5), (2, 6)))
    edits.add(TextChange((3, 1), (3, 1), (5, 3)))
    moved = replace(base, edits={PATH: edits})
    assert hint_texts(inlay_hints(moved, WHOLE)) == {5: ["v:0"]}
