"""Too much text or data costs itself, and little time."""

from __future__ import annotations

import ast
import time

import pytest

from scope_lsp.syntax import parse


@pytest.mark.parametrize(
    "text",
    [
        "a = 1\nx = [" + "1," * 1_500_000 + "]\nb = 2\n",
        "a = 1\nx = [" + "1," * 1_500_000 + "\nb = 2\n",
        "a = 1\nx = [\n" + "1,\n" * 200_000 + "]\nb = 2\n",
        "a = 1\nx = " + "+".join(["1"] * 500_000) + "\nb = 2\n",
        "a = 1\nx = '" + "y " * 1_500_000 + "'\nb = 2\n",
        "a = 1\nx = '" + "y " * 1_500_000 + "\nb = 2\n",
        "a = 1\n" + "x=1;" * 750_000 + "\nb = 2\n",
        "a = 1\n" + "(" * 3_000_000 + "\nb = 2\n",
    ],
    ids=["list", "open list", "lines", "sum", "string", "open string", "semicolons", "brackets"],
)
def test_huge_data_costs_its_own_statement_and_little_time(text: str) -> None:
    started = time.perf_counter()
    tree = parse(text).tree
    assert time.perf_counter() - started < 3
    names = {
        target.id
        for each in tree.body
        if isinstance(each, ast.Assign)
        for target in each.targets
        if isinstance(target, ast.Name)
    }
    assert {"a", "b"} <= names


def test_a_broken_file_of_a_thousand_lines_is_quick() -> None:
    function = (
        "def f{0}(a):\n    c = g(a, [{0}], name='x')\n    if c:\n        c += 1\n    return c\n"
    )
    text = "".join(function.format(i) for i in range(200)) + "x = f(\n"
    parse("x = (")
    started = time.perf_counter()
    result = parse(text)
    assert time.perf_counter() - started < 0.5
    assert len(result.tree.body) == 201


def test_too_much_in_brackets_is_lost_and_nothing_else() -> None:
    data = "1,\n" * 100_000
    for text, last in (
        (f"a = 1\nf([\n{data}], b)\nc = 2\n", "f(*__lost__, **__lost__)"),
        (f"a = 1\nx = g(1) + [\n{data}]\nc = 2\n", "x = g(1) + __lost__"),
        (f"a = 1\nif a in (\n{data}): pass\nc = 2\n", "if a in __lost__:\n    pass"),
        (f"a = 1\nx: list = [\n{data}]\nc = 2\n", "x: list = __lost__"),
    ):
        found = parse(text)
        assert [ast.unparse(node) for node in found.tree.body] == ["a = 1", last, "c = 2"]
        assert found.tree.body[-1].lineno == text.count("\n")
        assert [problem.message for problem in found.problems] == [
            "too much data on one line to be analysed"
        ]


def test_of_too_long_a_text_the_beginning_is_kept() -> None:
    found = parse("x=1\n" * 400_000)
    assert 100_000 < len(found.tree.body) < 200_000
    assert [problem.message for problem in found.problems] == ["too much text to be analysed"]
    assert found.problems[0].line == len(found.tree.body) + 1
