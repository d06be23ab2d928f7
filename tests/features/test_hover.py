"""What a hover says."""

from __future__ import annotations

from dataclasses import replace
from textwrap import dedent
from typing import Any

import pytest

from scope_lsp.analysis.result import Certainty, Kept, NamePart
from scope_lsp.features.hover import hover
from tests.support.fixture import Hand, parse, view

CALL = 'tf.get_variable("w")'
HERE = "file:///project/model.py"


def check(source: str, fill: Any, expected: str | None, markdown: bool = True) -> None:
    """The hover at ``$0`` is exactly what is expected."""
    fixture = parse(source)
    hand = Hand(fixture.text)
    fill(hand)
    found = hover(view(fixture.text, hand.done()), fixture.cursor, markdown)
    text = None if found is None else found.contents.value  # type: ignore[union-attr]
    shown = text and "\n".join(line.rstrip() for line in text.split("\n"))
    assert shown == (None if expected is None else dedent(expected).lstrip("\n"))


def test_a_created_variable_tells_how_its_name_came_about() -> None:
    source = """
        with tf.variable_scope("a"):
            w = tf.get_va$0riable("w")
    """

    def fill(hand: Hand) -> None:
        scope = hand.span('tf.variable_scope("a")')
        parts = (
            NamePart("a", scope),
            NamePart("w", hand.span(CALL)),
        )
        hand.variable(CALL, "a/w:0", parts=parts)

    check(
        source,
        fill,
        f"""
        **`a/w:0`**: created
        shape `[3, 4]` · `float32` · trainable · 12 parameters

        Where the name comes from:

        - `a`, [model.py:1](<{HERE}#L1>): `with tf.variable_scope("a"):`
        - `w`, [model.py:2](<{HERE}#L2>): `w = tf.get_variable("w")`
        """,
    )


def test_a_shared_variable_tells_where_it_was_created_and_who_called() -> None:
    source = """
        tf.get_variable("w")
        def f():
            fet$0ch()
        f(1)
        f(2)
    """

    def fill(hand: Hand) -> None:
        for caller in ("f(1)", "f(2)"):
            hand.variable("fetch()", "w:0", reused=True, created=CALL, callers=[caller])

    check(
        source,
        fill,
        f"""
        **`w:0`**: shared
        shape `[3, 4]` · `float32` · trainable · 12 parameters

        Created at [model.py:1](<{HERE}#L1>).

        Called from:

        - [model.py:4](<{HERE}#L4>) in `<module>`
        - [model.py:3](<{HERE}#L3>) in `f`

        And from:

        - [model.py:5](<{HERE}#L5>) in `<module>`
        - [model.py:3](<{HERE}#L3>) in `f`
        """,
    )


def test_plain_text_for_clients_that_want_it() -> None:
    check(
        'w = tf.get$0_variable("w")',
        lambda hand: hand.variable(CALL, "w:0", shape=(None, 4)),
        """
        w:0: created
        shape [?, 4] · float32 · trainable
        """,
        markdown=False,
    )


def test_created_then_shared_by_one_call() -> None:
    check(
        'w = tf.get$0_variable("w")',
        lambda hand: hand.variable(CALL, "w:0", shape=(1,)).variable(CALL, "w:0", reused=True),
        """
        **`w:0`**: created, then shared once
        shape `[1]` · `float32` · trainable · 1 parameter
        """,
    )


def test_possible_and_unknown() -> None:
    check(
        'w = tf.get$0_variable("w")',
        lambda hand: hand.variable(CALL, "w:0", shape=None, certainty=Certainty.POSSIBLE),
        """
        **`w:0`**: created, only on some paths
        shape unknown · `float32` · trainable
        """,
    )


def test_a_layer_makes_several_variables() -> None:
    check(
        "dense$0(x)",
        lambda hand: hand.variable("dense(x)", "d/kernel:0").variable(
            "dense(x)", "d/bias:0", shape=(4,)
        ),
        """
        **`d/kernel:0`**: created
        shape `[3, 4]` · `float32` · trainable · 12 parameters

        **`d/bias:0`**: created
        shape `[4]` · `float32` · trainable · 4 parameters
        """,
    )


def test_very_many_names_are_folded() -> None:
    check(
        "dense$0(x)",
        lambda hand: hand.variable("dense(x)", *(f"l_{n}/w:0" for n in range(40))),
        """
        **`l_{0..39}/w:0`**

        40 variables; the first one:

        **`l_0/w:0`**: created
        shape `[3, 4]` · `float32` · trainable · 12 parameters
        """,
    )


def test_a_scope_shows_both_prefixes() -> None:
    check(
        'with tf.variable$0_scope("a"):\n    pass',
        lambda hand: hand.scope('tf.variable_scope("a")', "a", "a_1", "a"),
        """
        variables `a/` · ops `a_1/`
        """,
    )


def test_a_name_bound_to_a_variable() -> None:
    check(
        '$0w = tf.get_variable("w")',
        lambda hand: hand.variable(CALL, "a/w:0").value("w", "a/w:0"),
        """
        **`a/w:0`**: created
        shape `[3, 4]` · `float32` · trainable · 12 parameters
        """,
    )


def test_the_innermost_call_is_meant() -> None:
    check(
        "outer(in$0ner())",
        lambda hand: hand.variable("outer(inner())", "o:0").variable("inner()", "i:0"),
        """
        **`i:0`**: created
        shape `[3, 4]` · `float32` · trainable · 12 parameters
        """,
    )


def test_nothing_elsewhere() -> None:
    check('x = $01\ntf.get_variable("w")', lambda hand: hand.variable(CALL, "w:0"), None)


@pytest.mark.parametrize(
    ("origin", "line"),
    [
        (
            {"program": "/project/a/train.py"},
            "In the program [train.py](<file:///project/a/train.py>).",
        ),
        ({"uncalled": "build"}, "Nothing here calls `build`: this is what it creates on its own."),
    ],
)
def test_whose_name_it_is(origin: dict[str, str], line: str) -> None:
    fixture = parse('tf.get_va$0riable("w")')
    hand = Hand(fixture.text).variable(CALL, "a/w:0")
    analysis = hand.done()
    (event,) = analysis.variables
    analysis = replace(analysis, variables=(replace(event, **origin),))  # type: ignore[arg-type]
    found = hover(view(fixture.text, analysis), fixture.cursor, True)
    assert found is not None and line in found.contents.value.split("\n")  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("key", "shape", "fits", "line"),
    [
        ("w", (3,), True, "in model.ckpt"),
        ("w", (4, 2), False, "in model.ckpt with shape `[4, 2]`"),
        ("net/w", (3,), False, "in model.ckpt probably as `net/w`, shape `[3]`"),
        (None, None, False, "not in model.ckpt"),
    ],
)
def test_a_checkpoint_that_the_settings_name_is_looked_up(
    key: str | None, shape: tuple[int, ...] | None, fits: bool, line: str
) -> None:
    fixture = parse('tf.get_va$0riable("w")')
    hand = Hand(fixture.text)
    hand.variable('tf.get_variable("w")', "w:0", shape=(3,))
    kept = Kept("w", "model.ckpt", key, shape, "float32", fits)
    analysis = replace(hand.done(), kept=(kept,))
    found = hover(view(fixture.text, analysis), fixture.cursor, True)
    assert found is not None
    assert line in found.contents.value.splitlines()  # type: ignore[union-attr]
