"""Which variables or which scope a position is about."""

from __future__ import annotations

import pytest

from scope_lsp.features.target import events_at, names_at, scope_at
from tests.support.fixture import analysed, parse

PROGRAM = """\
import tensorflow as tf
with tf.variable_scope("a"):
    w = tf.get_variable("w", [3])
found = tf.get_default_graph().get_tensor_by_name("a/w:0")
"""


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        pytest.param("tf.get_va$0riable", {"a/w:0"}, id="callee"),
        pytest.param('get_variable("w$0"', {"a/w:0"}, id="name"),
        pytest.param("$0w = tf", {"a/w:0"}, id="bound name"),
        pytest.param('"a/$0w:0"', {"a/w:0"}, id="string"),
        pytest.param('"w", [$03]', set(), id="other arguments"),
        pytest.param("import tens$0orflow", set(), id="elsewhere"),
    ],
)
def test_variables(marked: str, names: set[str]) -> None:
    fixture = parse(PROGRAM.replace(marked.replace("$0", ""), marked, 1))
    line = fixture.text.split("\n")[fixture.cursor.line]
    view = analysed(fixture.text)
    assert set(names_at(view, fixture.cursor, line)) == names
    assert {event.name for event in events_at(view, fixture.cursor, line)} == names


@pytest.mark.parametrize(
    ("marked", "scope"),
    [
        pytest.param("tf.variable_$0scope", "a", id="callee"),
        pytest.param("tf.get_va$0riable", None, id="a variable"),
    ],
)
def test_scopes(marked: str, scope: str | None) -> None:
    fixture = parse(PROGRAM.replace(marked.replace("$0", ""), marked, 1))
    line = fixture.text.split("\n")[fixture.cursor.line]
    assert scope_at(analysed(fixture.text), fixture.cursor, line) == scope
