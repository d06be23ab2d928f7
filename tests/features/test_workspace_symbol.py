"""Variables by their full names."""

from __future__ import annotations

import pytest

from scope_lsp.features.workspace_symbol import workspace_symbol
from tests.support.fixture import analysed, parse

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
