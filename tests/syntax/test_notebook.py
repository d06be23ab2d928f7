"""Cells joined into one program, and what IPython adds to Python."""

from __future__ import annotations

import ast

import pytest

from scope_lsp.syntax.notebook import Notebook, python_lines


def test_lines_lead_back_to_cells() -> None:
    notebook = Notebook(["a = 1\nb = 2", "", "c = 3\n"])
    assert notebook.text.split("\n")[1:4] == ["a = 1", "b = 2", ""]
    assert (notebook.starts, notebook.ends) == ([1, 3, 4], [3, 4, 6])
    assert [notebook.cell_at(line) for line in range(1, 7)] == [0, 0, 0, 1, 2, 2]
    ast.parse(notebook.text)


def test_no_cells() -> None:
    assert Notebook([]).cell_at(1) == 0


@pytest.mark.parametrize(
    ("cell", "lines"),
    [
        ("%matplotlib inline\nx = 1", ["pass", "x = 1"]),
        ("if x:\n    !ls -l\n    y = 1", ["if x:", "    pass", "    y = 1"]),
        ("files = !ls", ["files = None"]),
        ("x?\nx = 1", ["pass", "x = 1"]),
        ("%%time\nx = 1", ["pass", "x = 1"]),
        ("%time x = f(1)", ["if 1: x = f(1)"]),
        ("if x:\n  %timeit f(x)", ["if x:", "  if 1:   f(x)"]),
        ("%timeit -n 10 f(x)", ["pass"]),
        ("%time", ["pass"]),
        ("%%bash\nls -l\necho", ["", "", ""]),
        ('s = """\n%d items\n"""', ['s = """', "%d items", '"""']),
        ("x = 5\\\n% 3", ["x = 5\\", "% 3"]),
    ],
)
def test_what_only_ipython_understands_is_blanked_out(cell: str, lines: list[str]) -> None:
    assert python_lines(cell) == lines
