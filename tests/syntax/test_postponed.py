"""Models are read function by function, and their trees are those of whole texts."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

import scope_lsp
from scope_lsp.syntax.postponed import Body, parse_postponed

STUBS = Path(scope_lsp.__file__).parent / "stubs"
TEXT = '''"""Of a model."""

import a


@a.b
def one(
    c,
    d=3,
):
    """A docstring.

    With a paragraph.
    """

    def inner():
        return d

    # A remark.
    return c + inner()


class Two:
    def method(self): ...

    async def other(self, é="é"):
        if é:
            yield é
'''


@pytest.mark.parametrize("folder", [path for path in sorted(STUBS.iterdir()) if path.is_dir()])
def test_trees_of_models_are_those_of_their_texts(folder: Path) -> None:
    for path in sorted(folder.rglob("*.py")):
        _check(path.read_text(encoding="utf-8"), str(path))


def test_trees_of_single_files_are_those_of_their_texts() -> None:
    for path in sorted(STUBS.glob("*.py")):
        _check(path.read_text(encoding="utf-8"), str(path))


@pytest.mark.parametrize("text", [TEXT, "", "x = 1\n", "if x:\n    def f():\n        pass\n"])
def test_trees_of_other_texts(text: str) -> None:
    _check(text, text)


def test_a_body_is_parsed_when_it_is_read() -> None:
    tree = parse_postponed("def f():\n    return )\n\n\ndef g():\n    return 1\n")
    assert isinstance(tree.body[1], ast.FunctionDef)
    assert isinstance(tree.body[1].body[0], ast.Return)
    with pytest.raises(SyntaxError):
        list(tree.body[0].body)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "read",
    [
        list,
        lambda body: [*body],
        lambda body: [statement for statement in body if statement],
        lambda body: [body[index] for index in range(len(body))],
        lambda body: body[:],
        lambda body: list(reversed(list(reversed(body)))),
        lambda body: list(ast.iter_child_nodes(ast.Module(body, []))),
    ],
)
def test_a_body_is_complete_however_it_is_read(
    read: Callable[[Iterable[ast.stmt]], list[ast.stmt]],
) -> None:
    body = parse_postponed("def f():\n    a = 1\n    return a\n").body[0].body  # type: ignore
    assert isinstance(body, Body)
    assert [type(each) for each in read(body)] == [ast.Assign, ast.Return]


def test_a_body_is_compared_by_its_statements() -> None:
    function = parse_postponed("def f():\n    return 1\n").body[0]
    assert function.body != []  # type: ignore[attr-defined]


def _check(text: str, where: str) -> None:
    mine, whole = parse_postponed(text), ast.parse(text)
    assert ast.dump(mine) == ast.dump(whole), where
    assert [_place(node) for node in ast.walk(mine)] == [_place(node) for node in ast.walk(whole)]


def _place(node: ast.AST) -> tuple[object, ...]:
    """The type of a node and where it is, without the end of what may end with a function."""
    start = (type(node), getattr(node, "lineno", 0), getattr(node, "col_offset", 0))
    if hasattr(node, "body") and not isinstance(node, ast.expr):
        return start
    return (*start, getattr(node, "end_lineno", 0), getattr(node, "end_col_offset", 0))
