"""Strings are places: what they name, from there to the calls, and from the calls to them."""

from __future__ import annotations

import pytest
from lsprotocol import types

from scope_lsp.features.definition import definition
from scope_lsp.features.document_highlight import document_highlight
from scope_lsp.features.named import string_told
from scope_lsp.features.references import references
from scope_lsp.features.view import View
from tests.support.fixture import analysed, parse

PROGRAM = """import tensorflow as tf

x = tf.placeholder(tf.float32, [1, 3], name="images")
with tf.variable_scope("gen"):
    w = tf.get_variable("w", [3])
    tf.get_variable("b", [3])
with tf.variable_scope("generator"):
    tf.get_variable("w", [3])
g = tf.get_default_graph()
"""


def at(line: str) -> tuple[View, types.Position, str]:
    fixture = parse(PROGRAM + line + "\n")
    text = fixture.text.split("\n")[fixture.cursor.line]
    return analysed(fixture.text), fixture.cursor, text


@pytest.mark.parametrize(
    ("line", "names", "near"),
    [
        ('g.get_tensor_by_name("gen/$0w:0")', ["gen/w:0"], []),
        ('g.get_tensor_by_name("gen/$0v:0")', [], ["gen/w:0", "gen/b:0"]),
        ('g.get_operation_by_name("gen/$0w")', ["gen/w:0"], []),
        ('tf.global_variables("gen$0")', ["gen/w:0", "gen/b:0", "generator/w:0"], []),
        ('tf.global_variables("gen$0/")', ["gen/w:0", "gen/b:0"], ["generator/w:0"]),
        ('tf.global_variables("gen/$0.*w")', ["gen/w:0"], []),
        (
            '[v for v in tf.trainable_variables("generator") if "w$0" in v.name]',
            ["generator/w:0"],
            [],
        ),
        (
            '[v for v in tf.trainable_variables() if v.name.startswith("Gen$0/")]',
            [],
            ["gen/w:0", "gen/b:0"],
        ),
        ('[v for v in tf.trainable_variables() if v.name == "gen/w$0"]', [], ["gen/w:0"]),
        ('[v for v in tf.trainable_variables() if v.op.name == "gen/w$0"]', ["gen/w:0"], []),
        ('[v for v in tf.trainable_variables() if v.op.name.endswith("/b$0")]', ["gen/b:0"], []),
        ('EXCLUDE = ["gen$0/"]', ["gen/w:0", "gen/b:0"], []),
        ('tf.train.Saver({"gen/$0w": w})', ["gen/w:0"], []),
    ],
)
def test_what_a_string_names(line: str, names: list[str], near: list[str]) -> None:
    view, cursor, _ = at(line)
    told = string_told(view, cursor)
    assert told is not None
    assert (list(told.names), list(told.near)) == (names, near)


@pytest.mark.parametrize("line", ['print("data/$0train")', 'print("ge$0n")', 'g.get$0("gen/")'])
def test_a_string_that_names_nothing(line: str) -> None:
    view, cursor, _ = at(line)
    assert string_told(view, cursor) is None


def test_an_op() -> None:
    view, cursor, _ = at('g.get_tensor_by_name("ima$0ges:0")')
    told = string_told(view, cursor)
    assert told is not None and (told.op, told.names) == ("images", ())


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        ('g.get_tensor_by_name("gen/$0w:0")', [5]),
        ('tf.global_variables("gen/$0")', [4]),
        ('[v for v in tf.trainable_variables() if "/$0b" in v.name]', [6]),
        ('g.get_tensor_by_name("none$0:0")', []),
    ],
)
def test_definition_of_what_a_string_names(line: str, lines: list[int]) -> None:
    view, cursor, text = at(line)
    assert [one.range.start.line + 1 for one in definition(view, cursor, text)] == lines


def test_references_from_a_string_and_to_it() -> None:
    line = 'g.get_tensor_by_name("gen/w:0"); NAMES = ["gen/$0w", "gen/b", "gen/"]'
    view, cursor, text = at(line)
    found = references(view, cursor, text)
    assert [(one.range.start.line + 1, one.range.start.character) for one in found] == [
        (5, 8),
        (10, 21),
        (10, 42),
    ]
    call = types.Position(4, 12)
    assert references(view, call, '    w = tf.get_variable("w", [3])') == found


def test_a_scope_its_calls_and_the_strings_that_name_it() -> None:
    view, cursor, text = at('NAMES = ["gen/w", "gen$0/"]; tf.global_variables("gen")')
    found = references(view, cursor, text)
    places = [(4, 5), (10, 18), (10, 47)]
    assert [(one.range.start.line + 1, one.range.start.character) for one in found] == places
    scope = types.Position(3, 26)
    assert references(view, scope, 'with tf.variable_scope("gen"):') == found
    marks = document_highlight(view, cursor, text)
    assert [(one.range.start.line + 1, one.range.start.character) for one in marks] == places
