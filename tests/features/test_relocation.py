"""An analysis moved to where its text lies now."""

from __future__ import annotations

from scope_lsp.features.edits_since import EditsSince, TextChange
from scope_lsp.features.relocation import Places
from tests.support.fixture import PATH, analysed

TEXT = """\
import tensorflow as tf
with tf.variable_scope("a"):
    w = tf.get_variable("w", [3])
v = tf.get_variable("v", [3])
"""
ANALYSIS = analysed(TEXT).source.analysis


def edited(*changes: TextChange) -> dict[str, EditsSince]:
    edits = EditsSince()
    for change in changes:
        edits.add(change)
    return {PATH: edits}


def test_everything_moves_with_its_text() -> None:
    found = Places(ANALYSIS).moved(edited(TextChange((2, 1), (2, 1), (4, 1))))
    assert [(event.name, event.span.line) for event in found.variables] == [
        ("a/w:0", 5),
        ("v:0", 6),
    ]
    (scope,) = found.scopes
    assert scope.span.line == 4
    part, _ = found.variables[0].parts
    assert part.span is not None and part.span.line == 4


def test_what_an_edit_reached_into_is_left_out() -> None:
    found = Places(ANALYSIS).moved(edited(TextChange((3, 10), (3, 11), (3, 11))))
    assert [event.name for event in found.variables] == ["v:0"]


def test_edits_of_other_files_change_nothing() -> None:
    edits = EditsSince()
    edits.add(TextChange((1, 1), (1, 1), (2, 1)))
    assert Places(ANALYSIS).moved({"/other.py": edits}) == ANALYSIS
    assert Places(ANALYSIS).moved(edited()) is ANALYSIS
