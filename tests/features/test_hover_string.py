"""Hover of strings: variables as calls tell of them, filters with what they match and nearly."""

from __future__ import annotations

from scope_lsp.features.hover import hover
from tests.features.test_named import at


def told(line: str, markdown: bool = False) -> str:
    view, cursor, _ = at(line)
    found = hover(view, cursor, markdown)
    assert found is not None
    return str(found.contents.value)  # type: ignore[union-attr]


def test_one_variable() -> None:
    text = told('g.get_tensor_by_name("gen/$0w:0")', markdown=True)
    assert text.startswith("**`gen/w:0`** · created  \nshape `[3]` · `float32`")
    assert "[model.py:4](<file:///project/model.py#L4>)" in text


def test_a_filter() -> None:
    assert told('tf.global_variables("gen/$0")') == (
        "gen/ matches 2 of 3 variables\n\n"
        "It matches:\n- gen/{w,b}:0\n\n"
        "It nearly matches:\n- generator/w:0\n\n"
        "Opened at:\n- model.py:4\n"
    )


def test_a_filter_that_matches_nothing() -> None:
    line = '[v for v in tf.trainable_variables() if "genn$0" in v.op.name]'
    assert told(line).startswith("genn matches 0 of 3 variables\n\nIt nearly matches:\n- gen/")


def test_an_op_and_nothing() -> None:
    assert told('g.get_tensor_by_name("ima$0ges:0")') == "images:0 · an op of the graph\n"
    assert told('g.get_tensor_by_name("no$0thing:0")').startswith(
        "nothing:0 · nothing has this name"
    )
