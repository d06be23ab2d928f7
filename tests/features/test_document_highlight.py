"""The calls and strings of a file that touch what stands at the cursor."""

from __future__ import annotations

import pytest
from lsprotocol import types

from scope_lsp.features.document_highlight import document_highlight
from tests.support.fixture import analysed, parse

PROGRAM = """\
import tensorflow as tf
with tf.variable_scope("a"):
    w = tf.get_variable("w", [3])
    v = tf.get_variable("v", [3])
with tf.variable_scope("a", reuse=True):
    again = tf.get_variable("w", [3])
found = [v for v in tf.global_variables() if v.name == "a/w:0"]
"""
LETTERS = {types.DocumentHighlightKind.Read: "read", types.DocumentHighlightKind.Write: "write"}


def highlighted(marked: str) -> list[tuple[int, str]]:
    """The lines (1-based) that are highlighted for the cursor ``$0``, and as what."""
    fixture = parse(PROGRAM.replace(marked.replace("$0", ""), marked, 1))
    line = fixture.text.split("\n")[fixture.cursor.line]
    found = document_highlight(analysed(fixture.text), fixture.cursor, line)
    return [(one.range.start.line + 1, LETTERS[one.kind]) for one in found if one.kind]


@pytest.mark.parametrize(
    "marked", ['again = tf.get_$0variable("w"', 'w = tf.get_var$0iable("w"', '"a/$0w:0"']
)
def test_a_variable(marked: str) -> None:
    found = highlighted(marked)
    assert (3, "write") in found and (6, "read") in found and (7, "read") in found
    assert not [line for line, _ in found if line == 4]


def test_a_scope() -> None:
    assert highlighted('with tf.variable_$0scope("a"):') == [(2, "write"), (5, "write")]


def test_nothing_at_other_arguments() -> None:
    assert highlighted('with tf.variable_scope("a", reu$0se=True)') == []
