"""How changes are spelled as edits: arguments added and removed, statements put below a line."""

from __future__ import annotations

import ast

import pytest

from scope_lsp.fixes.judgement import applied
from scope_lsp.fixes.texts import File, keyword_of


def call_of(text: str) -> tuple[File, ast.Call]:
    file = File("/a.py", text)
    return file, next(one for one in ast.walk(file.tree) if isinstance(one, ast.Call))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("f()", "f(a=1)"),
        ("f(x)", "f(x, a=1)"),
        ("f(x,)", "f(x, a=1,)"),
        ("f((x))", "f((x), a=1)"),
        ("f(b=(1 + 2))", "f(b=(1 + 2), a=1)"),
        ("f(\n    x,  # why (\n)", "f(\n    x, a=1,  # why (\n)"),
        ("f(\n    (\n        x  # )\n    )\n)", "f(\n    (\n        x  # )\n    ), a=1\n)"),
        ("f(**more)", "f(**more, a=1)"),
        ("f('größe', ß)", "f('größe', ß, a=1)"),
        ("f(x for x in y)", None),
    ],
)
def test_an_argument_is_added(before: str, after: str | None) -> None:
    file, call = call_of(before)
    edit = file.added(call, "a=1")
    assert (edit and applied(before, [edit])) == after


def test_an_argument_is_removed() -> None:
    text = "f(x, a=1,\n  b=2)"
    file, call = call_of(text)
    for name, after in (("a", "f(x,\n  b=2)"), ("b", "f(x, a=1)")):
        keyword = keyword_of(call, name)
        assert keyword is not None
        edit = file.removed(call, keyword.value)
        assert edit is not None and applied(text, [edit]) == after
    assert file.removed(call, call.args[0]) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("f()\n", "with s:\n    f()\n"),
        ("if x:\n\tf(\n\t\t1)\n", "if x:\n\twith s:\n\t\tf(\n\t\t\t1)\n"),
        ('f("""\na\n""")  # b\n', 'with s:\n    f("""\na\n""")  # b\n'),
        ("g(); f()\n", None),
    ],
)
def test_a_statement_is_put_below_a_line(before: str, after: str | None) -> None:
    file = File("/a.py", before)
    statement = next(
        one
        for one in ast.walk(file.tree)
        if isinstance(one, ast.Expr) and "f" in ast.dump(one.value)
    )
    edits = file.wrapped(statement, "with s:")
    assert (applied(before, edits) if edits else None) == after


@pytest.mark.parametrize(
    ("before", "after"), [("'a'", "'b'"), ('u"a"', 'u"b"'), ('"a" ""', None), ("'\\x61'", None)]
)
def test_a_string_keeps_its_quotes(before: str, after: str | None) -> None:
    file = File("/a.py", before)
    (string,) = [one for one in ast.walk(file.tree) if isinstance(one, ast.Constant)]
    edit = file.string(string, "b")
    assert (edit and applied(before, [edit])) == after
