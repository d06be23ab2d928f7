"""Pinning names, names to copy, and the rules' fixes."""

from __future__ import annotations

from collections.abc import Collection

import pytest
from lsprotocol import types

from scope_lsp.analysis.result import Certainty, Span
from scope_lsp.features.code_action import REWRITE, code_action
from scope_lsp.rules.rule import Edit, Finding, Fix, Severity
from tests.support.fixture import PATH, analysed, parse

HEAD = "import tensorflow as tf\nx = tf.zeros([1, 3])\ntf.layers.dense(x, 2)\n"


def actions(text: str, line: int, only: Collection[str] = ()) -> list[types.CodeAction]:
    wanted = types.Range(types.Position(line - 1, 0), types.Position(line - 1, 80))
    return code_action(analysed(text), [], wanted, only=only)


def pinned(call: str) -> str | None:
    """A program's fourth line after its name was pinned."""
    text = HEAD + call + "\n"
    found = [action for action in actions(text, 4) if action.title.startswith("Pin")]
    if not found:
        return None
    ((_, edits),) = found[0].edit.changes.items()  # type: ignore[union-attr]
    (edit,) = edits
    lines = text.split("\n")
    line, column = edit.range.start.line, edit.range.start.character
    lines[line] = lines[line][:column] + edit.new_text + lines[line][column:]
    return "\n".join(lines[3:]).rstrip("\n")


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ("y = tf.layers.dense(x, 2)", "y = tf.layers.dense(x, 2, name='dense_1')"),
        ("tf.layers.dense(x, 2,)", "tf.layers.dense(x, 2, name='dense_1',)"),
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


def test_names_are_offered_in_full() -> None:
    commands = [one.command for one in actions(HEAD, 3) if one.command is not None]
    assert [(one.command, one.arguments) for one in commands] == [
        ("scopeLsp.showName", ["dense/kernel:0"]),
        ("scopeLsp.showName", ["dense/bias:0"]),
    ]


def test_only_what_is_asked_for() -> None:
    assert actions(HEAD, 3, ["quickfix"]) == []
    assert len(actions(HEAD, 3, ["refactor"])) == 3
    assert len(actions(HEAD, 3, [REWRITE])) == 3
    assert actions(HEAD, 2) == []


def test_the_fixes_of_a_rule() -> None:
    view = analysed(parse(HEAD).text)
    span = Span(PATH, 3, 1, 3, 10)
    fix = Fix("Mend it", (Edit(Span(PATH, 3, 1, 3, 3), "TF"),))
    finding = Finding("a-rule", Severity.WARNING, "...", span, Certainty.DEFINITE, fixes=(fix,))
    where = types.Range(types.Position(2, 0), types.Position(2, 9))
    told = types.Diagnostic(where, "...", code="a-rule", source="scope-lsp")
    (action,) = code_action(view, [finding], where, [told], ["quickfix"])
    assert action.title == "Mend it" and action.diagnostics == [told]
    assert action.edit is not None and action.edit.changes is not None
    ((edit,),) = action.edit.changes.values()
    assert edit.new_text == "TF" and edit.range.end == types.Position(2, 2)
