"""Lines and columns are those that an editor counts."""

from __future__ import annotations

import ast

import pytest

from scope_lsp.syntax import Source, parse


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("odd", ["\f", "\v", "\x1c", "\x1e", "\x85", "\u2028", "\u2029"])
def test_only_three_line_ends_count(end: str, odd: str) -> None:
    text = f"a = '{odd}'{end}b = '''{end}{odd}{end}'''{end}c = 1 # {odd}{end}d = 2"
    lines = Source(text).lines
    names = [ast.unparse(each.targets[0]) for each in parse(text).tree.body]  # type: ignore[attr-defined]
    assert names == ["a", "b", "c", "d"]
    for statement, name in zip(parse(text).tree.body, names, strict=True):
        assert lines[statement.lineno - 1].startswith(name)


def test_form_feed_before_a_statement_counts_as_a_column() -> None:
    node = parse("\fx = 1").tree.body[0]
    assert Source("\fx = 1").start(node) == (1, 2)


@pytest.mark.parametrize("before", ["", "é", "日本", "😀", "a\u0301", "\u2028"])
def test_columns_count_code_points(before: str) -> None:
    text = f"'{before}'; name"
    node = parse(text).tree.body[1]
    source = Source(text)
    line, column = source.start(node)
    end_line, end_column = source.end(node)
    assert (line, end_line) == (1, 1)
    assert text[column - 1 : end_column - 1] == "name"


def test_columns_behind_a_lone_surrogate_and_a_byte_order_mark() -> None:
    text = "\ufeff'\udc80'; name"
    source = Source(text)
    column = source.start(parse(text).tree.body[1])[1]
    assert text[column - 1 :] == "name"


def test_places_outside_of_the_text_are_moved_into_it() -> None:
    source = Source("é = 1\nb")
    assert source.column(1, 999) == 6
    assert source.column(2, 999) == 2
    assert source.column(99, 0) == 1
    assert source.column(1, -5) == 1
