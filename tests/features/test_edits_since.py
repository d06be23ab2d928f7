"""Where spans lie after edits."""

from __future__ import annotations

import pytest

from scope_lsp.analysis.result import Span
from scope_lsp.features.edits_since import EditsSince, TextChange

SPAN = Span("/a.py", 2, 5, 2, 9)


def moved(*changes: TextChange) -> tuple[int, int, int, int] | None:
    edits = EditsSince()
    for change in changes:
        edits.add(change)
    found = edits.move(SPAN)
    return found and (found.line, found.column, found.end_line, found.end_column)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param(TextChange((1, 1), (1, 1), (3, 1)), (4, 5, 4, 9), id="two lines above"),
        pytest.param(TextChange((1, 1), (2, 1), (1, 1)), (1, 5, 1, 9), id="a line above taken out"),
        pytest.param(TextChange((2, 1), (2, 3), (2, 1)), (2, 3, 2, 7), id="left of it"),
        pytest.param(TextChange((2, 5), (2, 5), (2, 7)), (2, 7, 2, 11), id="directly before"),
        pytest.param(TextChange((2, 9), (2, 9), (2, 12)), (2, 5, 2, 9), id="directly behind"),
        pytest.param(TextChange((3, 1), (9, 1), (3, 1)), (2, 5, 2, 9), id="below"),
        pytest.param(TextChange((2, 6), (2, 7), (2, 7)), None, id="inside"),
        pytest.param(TextChange((2, 1), (2, 6), (2, 1)), None, id="over its start"),
        pytest.param(TextChange((2, 6), (2, 7), (2, 9), True), (2, 5, 2, 11), id="a name inside"),
        pytest.param(TextChange((2, 5), (2, 7), (2, 9), True), None, id="a name at its start"),
    ],
)
def test_one_edit(change: TextChange, expected: tuple[int, ...] | None) -> None:
    assert moved(change) == expected


def test_typing_a_word_is_one_entry_and_all_of_it_counts() -> None:
    edits = EditsSince()
    for column in range(1, 6):
        edits.add(TextChange((2, column), (2, column), (2, column + 1)))
    assert edits.count == 5
    assert len(edits._edits) == 1
    assert edits.move(SPAN) == Span("/a.py", 2, 10, 2, 14)


def test_a_line_typed_above_and_taken_out_again() -> None:
    assert moved(
        TextChange((1, 1), (1, 1), (2, 1)),
        TextChange((3, 9), (3, 9), (3, 12)),
        TextChange((1, 1), (2, 1), (1, 1)),
    ) == (2, 5, 2, 9)


def test_without_edits_it_is_the_span_itself() -> None:
    assert EditsSince().move(SPAN) is SPAN
