"""Places of a notebook's joined text and places of its cells."""

from __future__ import annotations

from lsprotocol import types

from scope_lsp.analysis.result import Span
from scope_lsp.features.cells import CellConverter
from scope_lsp.features.positions import PositionConverter
from scope_lsp.features.uris import uri_of
from scope_lsp.syntax.notebook import Notebook

PATH = "/project/net.ipynb"
CELLS = ['é = "x"', 'a = 1\nb = "😀"; c', "d"]
URIS = [f"vscode-notebook-cell:net.ipynb#{n}" for n in range(len(CELLS))]
NUMBERS = [1, 3, 4]
"""The second cell of the notebook is text."""
NOTEBOOK = Notebook(CELLS)
LINES = NOTEBOOK.text.split("\n")
SECOND = NOTEBOOK.starts[1] + 2
"""The line of the joined text that is the second of the second cell."""


def converter(cell: int) -> CellConverter:
    base = PositionConverter(
        "utf-16", lambda path, line: LINES[line - 1] if path == PATH else None, uri_of
    )
    return CellConverter(base, PATH, NOTEBOOK, URIS, NUMBERS, cell)


def test_positions_count_from_the_cell_that_holds_the_place() -> None:
    column = LINES[SECOND - 1].index("c") + 1
    position = types.Position(1, column)  # the emoji takes two units
    assert converter(1).position(PATH, SECOND, column) == position
    assert converter(1).point(PATH, position) == (SECOND, column)


def test_what_lies_in_another_cell_is_told_with_its_address() -> None:
    found = converter(0).location(Span(PATH, SECOND, 1, SECOND, 2))
    assert found.uri == URIS[1]
    assert found.range.start == types.Position(1, 0)


def test_people_find_a_line_by_its_cell() -> None:
    assert converter(0).place(PATH, SECOND) == ("cell 3, line 2", f"{URIS[1]}#L2")
    helper = "/project/helper.py"
    assert converter(0).place(helper, 7) == ("helper.py:7", f"{uri_of(helper)}#L7")


def test_other_files_are_files() -> None:
    span = Span("/project/helper.py", 7, 1, 7, 2)
    assert converter(2).location(span).uri == uri_of(span.path)
    assert converter(2).point(span.path, types.Position(6, 0)) == (7, 1)
