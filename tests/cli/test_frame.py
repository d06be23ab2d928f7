"""The code frame below a diagnostic: the place is marked, whatever the line holds."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from scope_lsp.analysis.result import Span
from scope_lsp.cli.console import Paint
from scope_lsp.cli.report.frame import frame
from tests.cli.test_program import TWICE, scope_lsp

PLAIN = Paint(io.StringIO())


@pytest.mark.parametrize(
    ("line", "column", "end", "shown", "mark"),
    [
        ("w = f()", 5, 8, "w = f()", "    ^^^"),
        ("    w = f()", 9, 12, "w = f()", "    ^^^"),
        ("\tw = f()", 6, 9, "w = f()", "    ^^^"),
        ("w = '名' + f()", 11, 14, "w = '名' + f()", "           ^^^"),
        ("w = f(\x1b)", 5, 9, "w = f(\\x1b)", "    ^^^^^^^"),
        ("w = f()", 5, 5, "w = f()", "    ^"),
        ("w = f()", 5, 99, "w = f()", "    ^^^"),
        ("w = f()", 9, 9, "w = f()", "       ^"),
    ],
)
def test_a_place_is_marked(line: str, column: int, end: int, shown: str, mark: str) -> None:
    span = Span("/a.py", 12, column, 12, end)
    bar, code, below = frame(span, line, PLAIN, "red")
    assert (bar, code, below) == ("     |", f"  12 | {shown}", f"     | {mark}")


def test_of_a_long_line_the_part_around_the_place_is_shown() -> None:
    line = "x = [" + "1, " * 200 + "f(), " + "2, " * 200 + "]"
    column = line.index("f()") + 1
    _, code, below = frame(Span("/a.py", 1, column, 1, column + 3), line, PLAIN, "red")
    assert len(code) < 130 and code.endswith("…")
    place = below.index("^")
    assert code[place : place + 3] == "f()" and below.endswith(" ^^^")


def test_a_call_over_several_lines_is_marked_to_the_end_of_its_first() -> None:
    _, _, below = frame(Span("/a.py", 1, 5, 3, 2), "w = f(", PLAIN, "red")
    assert below == "    |     ^^"


def test_a_line_that_is_not_to_be_had_has_no_frame() -> None:
    assert frame(Span("/a.py", 1, 1, 1, 2), "", PLAIN, "red") == []


def test_check_shows_frames_in_colour_with_links(tmp_path: Path) -> None:
    (tmp_path / "twice.py").write_text(TWICE)
    done = scope_lsp("check", "twice.py", cwd=tmp_path)
    assert done.stdout.splitlines()[1:4] == [
        "    |",
        '  3 | v = tf.get_variable("w", [3])',
        "    |     ^^^^^^^^^^^^^^^^^^^^^^^^^",
    ]
    done = scope_lsp("check", "twice.py", cwd=tmp_path, FORCE_COLOR="1")
    assert "\x1b[31m^^^" in done.stdout
    assert (
        "\x1b]8;;file://" in done.stdout and "documentation.md#variable-exists\x1b" in done.stdout
    )
    done = scope_lsp("check", "twice.py", "--format", "concise", cwd=tmp_path)
    assert len(done.stdout.splitlines()) == 3
