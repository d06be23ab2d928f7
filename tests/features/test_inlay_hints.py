"""What stands behind each line."""

from __future__ import annotations

from typing import Any

from lsprotocol import types

from scope_lsp.features.edits_since import EditsSince, TextChange
from scope_lsp.features.inlay_hints import inlay_hints
from tests.support.fixture import WHOLE, Hand, hint_texts, parse, view

CALL = 'tf.get_variable("w")'


def check(source: str, fill: Any, **settings: Any) -> None:
    """Each line shows what its ``#=>`` says, after ``fill`` has put events into the analysis."""
    fixture = parse(source)
    hand = Hand(fixture.text)
    fill(hand)
    shown = inlay_hints(view(fixture.text, hand.done(), **settings), WHOLE)
    assert hint_texts(shown) == fixture.hints


def test_a_created_variable() -> None:
    check(
        'w = tf.get_variable("w")  #=> a/w:0',
        lambda hand: hand.variable(CALL, "a/w:0"),
    )


def test_a_shared_variable_is_marked() -> None:
    check(
        'w = tf.get_variable("w")  #=> ↺ a/w:0',
        lambda hand: hand.variable(CALL, "a/w:0", reused=True),
    )


def test_created_and_then_fetched_by_the_same_call_is_shared() -> None:
    check(
        'w = tf.get_variable("w")  #=> ↺ a/w:0',
        lambda hand: hand.variable(CALL, "a/w:0").variable(CALL, "a/w:0", reused=True),
    )


def test_some_created_some_shared() -> None:
    check(
        'w = tf.get_variable("w")  #=> b/w:0 · ↺ a/w:0',
        lambda hand: hand.variable(CALL, "a/w:0", reused=True).variable(CALL, "b/w:0"),
    )


def test_several_names_are_folded() -> None:
    check(
        'w = tf.get_variable("w")  #=> conv{1..3}/w:0',
        lambda hand: hand.variable(CALL, "conv1/w:0", "conv2/w:0", "conv3/w:0"),
    )


def test_without_output_suffix() -> None:
    check(
        'w = tf.get_variable("w")  #=> a/w',
        lambda hand: hand.variable(CALL, "a/w:0"),
        inlay_hints_output_suffix=False,
    )


def test_all_hints_of_a_line_together_fit() -> None:
    long = "generator/block_1/convolution/transposed/"
    check(
        "f(a(), b())  #=> generator/…/a:0 | generator/…/b:0",
        lambda hand: hand.variable("a()", f"{long}a:0").variable("b()", f"{long}b:0"),
    )
    check(
        f"f(a(), b())  #=> {long}a:0 | {long}b:0",
        lambda hand: hand.variable("a()", f"{long}a:0").variable("b()", f"{long}b:0"),
        inlay_hints_maximum_length=0,
    )


def test_optimizer_slots_are_not_shown() -> None:
    check(
        "opt.minimize(loss)",
        lambda hand: hand.variable("opt.minimize(loss)", "w/Adam:0", slot=True),
    )


def test_hints_can_be_switched_off() -> None:
    check(
        'w = tf.get_variable("w")',
        lambda hand: hand.variable(CALL, "a/w:0"),
        inlay_hints_enable=False,
    )


def test_a_scope_that_is_what_its_argument_says_needs_no_hint() -> None:
    check(
        'with tf.variable_scope("a"):\n    pass',
        lambda hand: hand.scope('tf.variable_scope("a")', "a", "a", "a"),
    )


def test_a_nested_scope_shows_where_it_is() -> None:
    check(
        'with tf.variable_scope("b"):  #=> a/b/\n    pass',
        lambda hand: hand.scope('tf.variable_scope("b")', "a/b", "a/b", "b"),
    )


def test_two_prefixes_that_differ() -> None:
    check(
        'with tf.variable_scope("a"):  #=> variables a/ · ops a_1/\n    pass',
        lambda hand: hand.scope('tf.variable_scope("a")', "a", "a_1", "a"),
    )


def test_a_name_scope_has_only_ops() -> None:
    check(
        'with tf.name_scope("a"):  #=> ops a_1/\n    pass',
        lambda hand: hand.scope('tf.name_scope("a")', None, "a_1", "a"),
    )
    check(
        'with tf.name_scope("a"):\n    pass',
        lambda hand: hand.scope('tf.name_scope("a")', None, "a", "a"),
    )


def test_a_scope_opened_several_times_is_folded() -> None:
    place = "tf.variable_scope(name)"
    check(
        "with tf.variable_scope(name):  #=> conv{1,2}/\n    pass",
        lambda hand: hand.scope(place, "conv1", "conv1", "conv1").scope(
            place, "conv2", "conv2", "conv2x"
        ),
    )


def test_scopes_can_be_switched_off() -> None:
    check(
        'with tf.variable_scope("b"):\n    pass',
        lambda hand: hand.scope('tf.variable_scope("b")', "a/b", "a/b", "b"),
        inlay_hints_scopes=False,
    )


def test_hint_follows_the_closing_parenthesis_in_every_encoding() -> None:
    text = 'é = "漢😀"; w = tf.get_variable("w")  # x\n'
    analysis = Hand(text).variable(CALL, "w:0").done()
    column = text.index(")") + 1
    for encoding, extra in (("utf-32", 0), ("utf-16", 1), ("utf-8", 1 + 2 + 3)):
        (hint,) = inlay_hints(view(text, analysis, encoding), WHOLE)
        assert hint.position == types.Position(0, column + extra)
        assert hint.padding_left


def test_only_the_lines_that_are_asked_for() -> None:
    text = 'tf.get_variable("w")\n' * 9
    hand = Hand(text)
    for nth in range(1, 10):
        hand.variable(hand.span(CALL, nth), f"w{nth}:0")
    wanted = types.Range(types.Position(3, 0), types.Position(4, 5))
    assert hint_texts(inlay_hints(view(text, hand.done()), wanted)) == {4: ["w4:0"], 5: ["w5:0"]}


def test_label_links_to_the_creating_call_and_tooltip_has_everything() -> None:
    text = 'tf.get_variable("w")\n\nfetch()\n'
    long = "/".join(["scope"] * 20)
    hand = Hand(text).variable(CALL, f"{long}/w:0")
    hand.variable("fetch()", f"{long}/w:0", reused=True, created=CALL)
    _, hint = inlay_hints(view(text, hand.done()), WHOLE)
    assert not isinstance(hint.label, str)
    location = hint.label[0].location
    assert location is not None and location.range.start == types.Position(0, 0)
    assert hint.tooltip == f"{long}/w:0 (shared)"
    assert len(hint.label[0].value) <= 43


def test_hints_move_with_edits_and_go_where_they_are_touched() -> None:
    text = 'tf.get_variable("w")\ntf.get_variable("v")\n'
    analysis = Hand(text).variable(CALL, "w:0").variable('tf.get_variable("v")', "v:0").done()
    edits = EditsSince()
    edits.add(TextChange((1, 5), (1, 5), (1, 6)))
    edits.add(TextChange((2, 1), (2, 1), (4, 3)))
    base = view("x\n" * 9, analysis)
    moved = type(base)(base.path, base.source, base.convert, base.settings, {analysis.path: edits})
    assert hint_texts(inlay_hints(moved, WHOLE)) == {4: ["v:0"]}
