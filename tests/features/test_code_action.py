"""Names to copy, and the fixes of findings as actions."""

from __future__ import annotations

from collections.abc import Collection

from lsprotocol import types

from scope_lsp.analysis.result import Certainty, Span
from scope_lsp.features.code_action import REWRITE, code_action, fix_all
from scope_lsp.rules.rule import Edit, Finding, Fix, Severity
from tests.support.fixture import PATH, analysed, parse

HEAD = "import tensorflow as tf\nx = tf.zeros([1, 3])\ntf.layers.dense(x, 2)\n"


def actions(text: str, line: int, only: Collection[str] = ()) -> list[types.CodeAction]:
    wanted = types.Range(types.Position(line - 1, 0), types.Position(line - 1, 80))
    return code_action(analysed(text), [], wanted, only=only)


def test_names_are_offered_in_full() -> None:
    commands = [one.command for one in actions(HEAD, 3) if one.command is not None]
    assert [(one.command, one.arguments) for one in commands] == [
        ("scopeLsp.showName", ["dense/kernel:0"]),
        ("scopeLsp.showName", ["dense/bias:0"]),
    ]


def test_only_what_is_asked_for() -> None:
    assert actions(HEAD, 3, ["quickfix"]) == []
    assert len(actions(HEAD, 3, ["refactor"])) == 2
    assert len(actions(HEAD, 3, [REWRITE])) == 2
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


def test_the_fixes_that_hold_take_the_place_of_the_rules_own_and_one_is_preferred() -> None:
    view = analysed(parse(HEAD).text)
    span = Span(PATH, 3, 1, 3, 10)
    finding = Finding("a-rule", Severity.WARNING, "...", span, Certainty.DEFINITE)
    fixes = tuple(
        Fix(title, (Edit(Span(PATH, 3, 1, 3, 3), title),), preferred=title != "first")
        for title in ("first", "second", "third")
    )
    where = types.Range(types.Position(2, 0), types.Position(2, 9))
    found = code_action(view, [finding], where, only=["quickfix"], fixes={finding: fixes})
    assert [(one.title, one.is_preferred) for one in found] == [
        ("first", None),
        ("second", True),
        ("third", None),
    ]


def test_all_safe_fixes_are_one_action() -> None:
    before = parse(HEAD).text
    after = before.replace("[1, 3]", "[1, 4]") + "# end\n"
    found = fix_all(analysed(before), before, after, 2)
    assert found is not None and found.edit is not None and found.edit.changes is not None
    ((_, edits),) = found.edit.changes.items()
    assert (found.title, found.kind) == (
        "Apply 2 safe fixes of scope-lsp",
        "source.fixAll.scopeLsp",
    )
    assert [(one.range.start.line, one.range.end.line, one.new_text) for one in edits] == [
        (1, 2, "x = tf.zeros([1, 4])\n"),
        (3, 3, "# end\n"),
    ]
