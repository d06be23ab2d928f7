"""Hover, as Markdown and as plain text, for programs as the analysis sees them."""

from __future__ import annotations

from dataclasses import replace
from textwrap import dedent

import pytest
from lsprotocol.types import Position

from scope_lsp.analysis.result import CallFrame, Kept
from scope_lsp.features.hover import hover
from scope_lsp.features.inlay_hints import inlay_hints
from scope_lsp.features.view import Indexed
from tests.support.fixture import WHOLE, analysed, parse

HERE = "file:///project/model.py"


def check(source: str, expected: str | None, markdown: bool = True) -> None:
    """The hover at ``$0`` is exactly what is expected."""
    fixture = parse(f"import tensorflow as tf\n{dedent(source).lstrip()}")
    found = hover(analysed(fixture.text), fixture.cursor, markdown)
    text = None if found is None else found.contents.value  # type: ignore[union-attr]
    shown = text and "\n".join(line.rstrip() for line in text.split("\n"))
    assert shown == (None if expected is None else dedent(expected).lstrip("\n"))


def test_a_created_variable_tells_how_its_name_came_about() -> None:
    check(
        """
        with tf.variable_scope("a"):
            w = tf.get_va$0riable("w", [3, 4])
        """,
        f"""
        **`a/w:0`** · created
        shape `[3, 4]` · `float32` · trainable · 12 parameters

        Where the name comes from:

        - `a` · [model.py:2](<{HERE}#L2>) · `with tf.variable_scope("a"):`
        - `w` · [model.py:3](<{HERE}#L3>) · `w = tf.get_variable("w", [3, 4])`
        """,
    )


def test_a_shared_variable_tells_where_it_was_created_and_who_called() -> None:
    check(
        """
        tf.get_variable("w", [3, 4])
        tf.get_variable_scope().reuse_variables()
        def f():
            tf.get$0_variable("w")
        f()
        f()
        """,
        f"""
        **`w:0`** · shared
        shape `[3, 4]` · `float32` · trainable · 12 parameters

        Where the name comes from:

        - `w` · [model.py:2](<{HERE}#L2>) · `tf.get_variable("w", [3, 4])`

        Created at [model.py:2](<{HERE}#L2>).

        Called from:

        - [model.py:6](<{HERE}#L6>) in `<module>`
        - [model.py:5](<{HERE}#L5>) in `f`

        And from:

        - [model.py:7](<{HERE}#L7>) in `<module>`
        """,
    )


def test_plain_text_for_clients_that_want_it() -> None:
    check(
        """
        import os
        w = tf.get$0_variable("w", [int(os.environ["N"]), 4])
        """,
        """
        w:0 · created
        shape [?, 4] · float32 · trainable

        Where the name comes from:
        - w · model.py:3 · w = tf.get_variable("w", [int(os.environ["N"]), 4])
        """,
        markdown=False,
    )


def test_created_then_shared_by_one_call() -> None:
    check(
        """
        for _ in range(2):
            w = tf.get$0_variable("w", [1])
            tf.get_variable_scope().reuse_variables()
        """,
        f"""
        **`w:0`** · created, then shared once
        shape `[1]` · `float32` · trainable · 1 parameter

        Where the name comes from:

        - `w` · [model.py:3](<{HERE}#L3>) · `w = tf.get_variable("w", [1])`
        """,
    )


def test_call_chains_do_not_repeat_what_they_share() -> None:
    check(
        """
        def conv(name):
            tf.get$0_variable(name, [1])
        def build():
            conv("a")
            conv("b")
        build()
        """,
        f"""
        **`a:0`** · created
        shape `[1]` · `float32` · trainable · 1 parameter

        **`b:0`** · created
        shape `[1]` · `float32` · trainable · 1 parameter

        Where the name comes from:

        - `a` · [model.py:3](<{HERE}#L3>) · `tf.get_variable(name, [1])`

        Called from:

        - [model.py:7](<{HERE}#L7>) in `<module>`
        - [model.py:5](<{HERE}#L5>) in `build`
        - [model.py:3](<{HERE}#L3>) in `conv`
        """,
    )


def test_ways_of_different_length() -> None:
    check(
        """
        def conv(reuse):
            with tf.variable_scope("a", reuse=reuse):
                tf.get$0_variable("w", [1])
        def again():
            conv(True)
        conv(False)
        again()
        """,
        f"""
        **`a/w:0`** · created, then shared once
        shape `[1]` · `float32` · trainable · 1 parameter

        Where the name comes from:

        - `a` · [model.py:3](<{HERE}#L3>) · `with tf.variable_scope("a", reuse=reuse):`
        - `w` · [model.py:4](<{HERE}#L4>) · `tf.get_variable("w", [1])`

        Called from:

        - [model.py:7](<{HERE}#L7>) in `<module>`
        - [model.py:4](<{HERE}#L4>) in `conv`

        And from:

        - [model.py:8](<{HERE}#L8>) in `<module>`
        - [model.py:6](<{HERE}#L6>) in `again`
        """,
    )


def test_a_name_with_an_unknown_part_is_symbolic() -> None:
    check(
        """
        def layer(i):
            tf.get$0_variable(f"w_{i}", [1])
        """,
        f"""
        **`w_{{i}}:0`** · created (symbolic)
        shape `[1]` · `float32` · trainable · 1 parameter

        Nothing calls `layer` here: this is what it creates on its own.

        Where the name comes from:

        - `w_{{i}}` · [model.py:3](<{HERE}#L3>) · `tf.get_variable(f"w_{{i}}", [1])`
        """,
    )


def test_possible_and_unknown() -> None:
    check(
        """
        import os
        if os.environ.get("LARGE"):
            w = tf.get$0_variable("w", [int(os.environ["SIZE"])])
        """,
        f"""
        **`w:0`** · created, only on some paths
        shape `[?]` · `float32` · trainable

        Where the name comes from:

        - `w` · [model.py:4](<{HERE}#L4>) · `w = tf.get_variable("w", [int(os.environ["SIZE"])])`
        """,
    )


def test_a_layer_makes_several_variables() -> None:
    check(
        """
        x = tf.zeros([1, 3])
        tf.layers.de$0nse(x, 4, name="d")
        """,
        f"""
        **`d/kernel:0`** · created
        shape `[3, 4]` · `float32` · trainable · 12 parameters

        **`d/bias:0`** · created
        shape `[4]` · `float32` · trainable · 4 parameters

        Where the name comes from:

        - `d` · [model.py:3](<{HERE}#L3>) · `tf.layers.dense(x, 4, name="d")`
        - `kernel` · [model.py:3](<{HERE}#L3>) · `tf.layers.dense(x, 4, name="d")`
        """,
    )


def test_very_many_names_are_folded() -> None:
    check(
        """
        for n in range(40):
            tf.get_va$0riable("l_%d/w" % n, [3, 4])
        """,
        f"""
        **`l_{{0..39}}/w:0`**

        40 variables; the first one:

        **`l_0/w:0`** · created
        shape `[3, 4]` · `float32` · trainable · 12 parameters

        Where the name comes from:

        - `l_0/w` · [model.py:3](<{HERE}#L3>) · `tf.get_variable("l_%d/w" % n, [3, 4])`
        """,
    )


def test_a_scope_shows_both_prefixes() -> None:
    check(
        """
        with tf.name_scope("a"):
            pass
        with tf.variable$0_scope("a"):
            pass
        """,
        """
        variables `a/` · ops `a_1/`
        """,
    )


def test_a_name_bound_to_a_variable() -> None:
    check(
        """
        $0w = tf.get_variable("w", [3, 4])
        """,
        f"""
        **`w:0`** · created
        shape `[3, 4]` · `float32` · trainable · 12 parameters

        Where the name comes from:

        - `w` · [model.py:2](<{HERE}#L2>) · `w = tf.get_variable("w", [3, 4])`
        """,
    )


def test_the_innermost_call_is_meant() -> None:
    check(
        """
        tf.identity(tf.get_$0variable("i", [3, 4]), name="o")
        """,
        f"""
        **`i:0`** · created
        shape `[3, 4]` · `float32` · trainable · 12 parameters

        Where the name comes from:

        - `i` · [model.py:2](<{HERE}#L2>) · `tf.identity(tf.get_variable("i", [3, 4]), name="o")`
        """,
    )


def test_nothing_elsewhere() -> None:
    check('x = $01\ntf.get_variable("w", [3])', None)


@pytest.mark.parametrize(
    ("program", "line"),
    [
        (
            "def build():\n    tf.get_va$0riable('w', [3])",
            "Nothing calls `build` here: this is what it creates on its own.",
        ),
    ],
)
def test_whose_name_it_is(program: str, line: str) -> None:
    fixture = parse(f"import tensorflow as tf\n{program}\n")
    found = hover(analysed(fixture.text), fixture.cursor, True)
    assert found is not None and line in found.contents.value.split("\n")  # type: ignore[union-attr]


def test_the_program_that_leads_to_a_file_is_named() -> None:
    """What a background analysis adds to an event; how it comes there is the server's affair."""
    fixture = parse("import tensorflow as tf\ntf.get_va$0riable('w', [3])\n")
    shown = analysed(fixture.text)
    events = [
        replace(one, program="/project/a/train.py") for one in shown.source.analysis.variables
    ]
    told = replace(shown.source.analysis, variables=tuple(events))
    found = hover(replace(shown, source=Indexed(told)), fixture.cursor, True)
    line = "In the program [train.py](<file:///project/a/train.py>)."
    assert found is not None and line in found.contents.value.split("\n")  # type: ignore[union-attr]


def test_several_programs_are_named_once() -> None:
    """In the hover, not also in the tooltip of the hint above it."""
    fixture = parse("import tensorflow as tf\ntf.get_va$0riable('w', [3])\n")
    shown = analysed(fixture.text)
    (event,) = shown.source.analysis.variables
    paths = [f"/project/{name}.py" for name in ("train", "evaluate")]
    mains = [CallFrame(replace(event.span, path=path), "<module>") for path in paths]
    events = [
        replace(event, program=path, trace=(main, *event.trace))
        for path, main in zip(paths, mains, strict=True)
    ]
    told = replace(shown.source.analysis, variables=tuple(events))
    both = replace(shown, source=Indexed(told))
    found = hover(both, fixture.cursor, False)
    line = "In the programs train.py, evaluate.py."
    assert found is not None and line in found.contents.value.split("\n")  # type: ignore[union-attr]
    (hint,) = inlay_hints(both, WHOLE)
    assert hint.tooltip is None


@pytest.mark.parametrize(
    ("key", "shape", "fits", "line"),
    [
        ("w", (3,), True, "in model.ckpt"),
        ("w", (4, 2), False, "in model.ckpt with shape `[4, 2]`"),
        ("net/w", (3,), False, "in model.ckpt probably as `net/w` with shape `[3]`"),
        (None, None, False, "not in model.ckpt"),
    ],
)
def test_a_checkpoint_that_the_settings_name_is_looked_up(
    key: str | None, shape: tuple[int, ...] | None, fits: bool, line: str
) -> None:
    """What the reading of a checkpoint adds to an analysis."""
    fixture = parse("import tensorflow as tf\ntf.get_va$0riable('w', [3])\n")
    shown = analysed(fixture.text)
    kept = Kept("w", "model.ckpt", key, shape, "float32", fits)
    told = replace(shown.source.analysis, kept=(kept,))
    found = hover(replace(shown, source=Indexed(told)), fixture.cursor, True)
    assert found is not None
    assert line in found.contents.value.splitlines()  # type: ignore[union-attr]


def test_an_answer_from_before_the_last_change_says_so() -> None:
    view, place = analysed('import tensorflow as tf\ntf.get_variable("w", [1])\n'), Position(1, 5)
    fresh, old = (hover(view, place, False, is_old=is_old) for is_old in (False, True))
    assert fresh is not None and old is not None
    note = "The last change is still being analysed: this is from before it.\n\n"
    assert old.contents.value == note + fresh.contents.value  # type: ignore[union-attr]
    assert hover(view, Position(0, 5), is_old=True) is None
    expected = hover(replace(view, is_expected=True), place, False, is_old=True)
    assert expected is not None
    note = "The last change is still being analysed: this is what it will probably give.\n\n"
    assert expected.contents.value == note + fresh.contents.value  # type: ignore[union-attr]
