"""Columns as we count them and as editors count them."""

from __future__ import annotations

import pytest
from lsprotocol import types

from scope_lsp.analysis.result import Span
from scope_lsp.features.positions import PositionConverter, to_code_points, to_units

LINE = 'é = "漢😀"; w'
AFTER_EMOJI = LINE.index("😀") + 1
ENCODINGS = [
    pytest.param("utf-32", AFTER_EMOJI, id="utf-32"),
    pytest.param("utf-16", AFTER_EMOJI + 1, id="utf-16"),
    pytest.param("utf-8", AFTER_EMOJI + 1 + 2 + 3, id="utf-8"),
]


def converter(encoding: str) -> PositionConverter:
    lines = {"/a.py": ["x", LINE]}
    return PositionConverter(
        encoding,
        lambda path, number: lines[path][number - 1] if path in lines else None,
        lambda path: f"file://{path}",
    )


@pytest.mark.parametrize(("encoding", "units"), ENCODINGS)
def test_there_and_back(encoding: str, units: int) -> None:
    assert to_units(LINE, AFTER_EMOJI, encoding) == units
    assert to_code_points(LINE, units, encoding) == AFTER_EMOJI
    position = types.Position(1, units)
    assert converter(encoding).position("/a.py", 2, AFTER_EMOJI + 1) == position
    assert converter(encoding).point("/a.py", position) == (2, AFTER_EMOJI + 1)


@pytest.mark.parametrize(("encoding", "units"), ENCODINGS[1:])
def test_inside_a_character_is_at_its_start(encoding: str, units: int) -> None:
    assert to_code_points(LINE, units - 1, encoding) == AFTER_EMOJI - 1


def test_what_lies_beyond_the_end_is_the_end() -> None:
    assert to_units("ab", 9, "utf-16") == 2
    assert to_code_points("é", 9, "utf-16") == 1
    assert to_code_points("ab", -1, "utf-16") == 0


def test_columns_of_a_line_that_is_not_known_are_taken_as_they_are() -> None:
    assert converter("utf-8").position("/b.py", 3, 5) == types.Position(2, 4)
    assert converter("utf-8").point("/b.py", types.Position(2, 4)) == (3, 5)


def test_a_span_with_its_file() -> None:
    found = converter("utf-16").location(Span("/a.py", 2, 1, 2, 2))
    assert found.uri == "file:///a.py"
    assert found.range == types.Range(types.Position(1, 0), types.Position(1, 1))
