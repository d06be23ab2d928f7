"""Pinning automatic names: of one call, of a scope, of a file."""

from __future__ import annotations

import pytest
from lsprotocol import types

from scope_lsp.features.pins import pins
from scope_lsp.fixes.judgement import applied
from scope_lsp.rules.rule import Fix
from tests.support.fixture import analysed

HEAD = "import tensorflow as tf\nx = tf.zeros([1, 3])\ntf.layers.dense(x, 2)\n"


def found(text: str, line: int) -> dict[str, Fix]:
    wanted = types.Range(types.Position(line - 1, 0), types.Position(line - 1, 80))
    return {pin.title: pin for pin in pins(analysed(text), wanted)}


def pinned(call: str) -> str | None:
    """A program's fourth line after its name was pinned."""
    text = HEAD + call + "\n"
    fixes = [pin for title, pin in found(text, 4).items() if title.startswith("Pin the")]
    if not fixes:
        return None
    return "\n".join(applied(text, fixes[0].edits).split("\n")[3:]).rstrip("\n")


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ("y = tf.layers.dense(x, 2)", "y = tf.layers.dense(x, 2, name='dense_1')"),
        ("tf.layers.dense(x, 2,)", "tf.layers.dense(x, 2, name='dense_1',)"),
        ("tf.layers.dense(x, (2))", "tf.layers.dense(x, (2), name='dense_1')"),
        (
            'tf.layers.conv1d(tf.zeros([1, 4, 1]), 2, 3, padding="same")',
            'tf.layers.conv1d(tf.zeros([1, 4, 1]), 2, 3, padding="same", name="conv1d")',
        ),
        (
            "tf.layers.dense(\n    x,\n    2,  # units\n)",
            "tf.layers.dense(\n    x,\n    2, name='dense_1',  # units\n)",
        ),
        (
            "tf.contrib.layers.fully_connected(x, 2)",
            "tf.contrib.layers.fully_connected(x, 2, scope='fully_connected')",
        ),
        ("tf.Variable(1.0)", "tf.Variable(1.0, name='Variable')"),
        ("tf.layers.dense(x, 2, name='mine')", None),
        ("tf.get_variable('w', [3])", None),
        ("[tf.layers.dense(x, 2) for _ in range(2)]", None),
    ],
)
def test_pinning_writes_the_name_that_there_is(call: str, expected: str | None) -> None:
    assert pinned(call) == expected
    if expected is not None:
        before, after = (analysed(HEAD + text + "\n") for text in (call, expected))
        assert [e.name for e in before.source.analysis.variables] == [
            e.name for e in after.source.analysis.variables
        ]


PROGRAM = (
    HEAD
    + """with tf.variable_scope("net"):
    tf.layers.dense(x, 2)
    tf.layers.dense(x, 2)
    tf.layers.dense(x, 2, name="mine")
"""
)


def test_all_automatic_names_of_a_scope_and_of_a_file() -> None:
    (scope,) = found(PROGRAM, 4).values()
    assert scope.title == "Pin all 2 automatic names of this scope"
    _, whole = found(PROGRAM, 3).values()
    assert whole.title == "Pin all 3 automatic names of this file"
    before = [event.name for event in analysed(PROGRAM).source.analysis.variables]
    for pin in (scope, whole):
        after = analysed(applied(PROGRAM, pin.edits)).source.analysis.variables
        assert [event.name for event in after] == before
        assert sum(event.unnamed is None for event in after) == 2 + 2 * len(pin.edits)
