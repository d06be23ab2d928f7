"""What a document's view shows of an analysis: by place, moved by edits, cut to a window."""

from __future__ import annotations

from dataclasses import replace

from lsprotocol import types

from scope_lsp.features.edits_since import EditsSince, TextChange
from scope_lsp.features.view import CallSite
from tests.support.fixture import PATH, analysed

TEXT = """\
import tensorflow as tf
def weights():
    return tf.get_variable("w", [3])
with tf.variable_scope("a"):
    weights()
with tf.variable_scope("a", reuse=True):
    weights()
v = tf.Variable(tf.get_variable("u", [3]))
"""
VIEW = analysed(TEXT)
EVERYTHING = types.Range(types.Position(0, 0), types.Position(99, 0))


def test_one_call_is_one_site_however_often_it_is_reached() -> None:
    names = [[event.name for event in site.events] for site in VIEW.index.calls]
    assert ["a/w:0", "a/w:0"] in names
    assert [site.span.line for site in VIEW.index.scopes] == [4, 6]
    assert VIEW.index.creations["a/w:0"].reused is False


def test_the_smallest_thing_at_a_position() -> None:
    inner = TEXT.splitlines()[7].index("get_variable")
    found = VIEW.at(types.Position(7, inner))
    assert found is not None and isinstance(found[0], CallSite)
    assert [event.name for event in found[0].events] == ["u:0"]
    assert VIEW.at(types.Position(0, 3)) is None


def test_places_move_with_edits() -> None:
    edits = EditsSince()
    edits.add(TextChange((1, 1), (1, 1), (3, 1)))
    moved = replace(VIEW, edits={PATH: edits})
    span = VIEW.index.scopes[0].span
    shown = moved.range(span)
    assert shown is not None and shown.start.line == span.line - 1 + 2
    edits.add(TextChange((6, 8), (6, 9), (6, 9)))
    assert moved.range(span) is None and moved.location(span) is None


def test_a_window_shows_its_lines_only() -> None:
    window = replace(VIEW, window=(4, 5))
    first, second = VIEW.index.scopes
    assert window.range(first.span) is not None
    assert window.range(second.span) is None
    assert window.lines(EVERYTHING) == (4, 5)


def test_the_text_comes_line_by_line() -> None:
    assert VIEW.text(PATH) == TEXT
    assert VIEW.text("/nowhere.py") == ""
