"""Variables by their full names."""

from __future__ import annotations

import pytest
from lsprotocol import types

from scope_lsp.features.workspace_symbol import workspace_symbol
from tests.support.fixture import WHOLE, analysed, parse

VIEW = analysed(
    parse(
        """
        import tensorflow as tf

        for name in ("encoder", "decoder"):
            with tf.variable_scope(name, reuse=tf.AUTO_REUSE):
                tf.get_variable("w", [3])
                tf.get_variable("w", [3])
                tf.get_variable("bias", [3])
        """
    ).text
)


def test_what_the_program_names_comes_before_slots() -> None:
    source = """
        import tensorflow as tf

        b = tf.get_variable("net/b", [3])
        w = tf.get_variable("net/w", [3])
        tf.train.AdamOptimizer().minimize(tf.reduce_sum(w * b))
    """
    names = [one.name for one in workspace_symbol([analysed(parse(source).text)], "net")]
    assert names == ["net/b:0", "net/w:0", *names[2:]] and len(names) == 6


def test_variables_of_files_without_a_view() -> None:
    place = types.Location("file:///other.py", WHOLE)
    found = workspace_symbol([VIEW], "encoder", [("encoder/other:0", place, False)])
    assert [one.name for one in found] == ["encoder/bias:0", "encoder/other:0", "encoder/w:0"]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("encoder/w", ["encoder/w:0"]),
        ("DEC", ["decoder/bias:0", "decoder/w:0"]),
        ("bias", ["decoder/bias:0", "encoder/bias:0"]),
        ("ecb", ["decoder/bias:0", "encoder/bias:0"]),
        ("nothing", []),
    ],
)
def test_a_query_finds_names_that_hold_it(query: str, names: list[str]) -> None:
    assert [symbol.name for symbol in workspace_symbol([VIEW], query)] == names
