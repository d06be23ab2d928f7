"""Jobs for edited texts."""

from __future__ import annotations

from scope_lsp.server.fixing import with_texts
from scope_lsp.server.jobs import Job


def test_cells_of_a_notebook_move_with_the_lines_that_are_added() -> None:
    text = "prelude\na\nb\nc\n"
    job = Job("/n.ipynb", text, {"/n.ipynb": text, "/m.py": "m"}, cells=((2, 2), (3, 3), (4, 4)))
    new = {"/n.ipynb": "prelude\na\nx\nb\nc\n", "/o.py": "o"}
    edited = with_texts(job, new, {"/n.ipynb": text}.get)
    assert edited.cells == ((2, 2), (3, 4), (5, 5))
    assert (edited.text, edited.buffers) == (new["/n.ipynb"], {**new, "/m.py": "m"})
