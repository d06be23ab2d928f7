"""All calls that touch one variable, in a list and highlighted."""

from __future__ import annotations

import pytest
from lsprotocol import types

from scope_lsp.features.document_highlight import document_highlight
from scope_lsp.features.references import references
from tests.support.fixture import Fixture, analysed, parse

PROGRAM = """
    import tensorflow as tf

    with tf.variable_scope("a", reuse=tf.AUTO_REUSE):
        w = tf.get_vari{0}able("w{1}", [3])
        b = tf.get_variable("b", [4{2}])
        again = tf.get_variable("w", [3])
    print({3}w)
"""


def fixture(where: int) -> Fixture:
    return parse(PROGRAM.format(*("$0" if place == where else "" for place in range(4))))


def line_of(found: Fixture) -> str:
    return found.text.split("\n")[found.cursor.line]


@pytest.mark.parametrize(
    ("where", "declaration", "lines"),
    [(0, True, [4, 6]), (1, True, [4, 6]), (1, False, [6]), (2, True, []), (3, True, [4, 6])],
)
def test_references(where: int, declaration: bool, lines: list[int]) -> None:
    found = fixture(where)
    view = analysed(found.text)
    locations = references(view, found.cursor, line_of(found), declaration)
    assert [location.range.start.line + 1 for location in locations] == lines


def test_highlights_tell_creation_from_use() -> None:
    found = fixture(1)
    places = document_highlight(analysed(found.text), found.cursor, line_of(found))
    read, write = types.DocumentHighlightKind.Read, types.DocumentHighlightKind.Write
    assert [(one.range.start.line + 1, one.range.start.character, one.kind) for one in places] == [
        (4, 4, read),
        (4, 8, write),
        (6, 4, read),
        (6, 12, read),
        (7, 6, read),
    ]
