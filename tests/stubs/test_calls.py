"""How stubs call: what comes after three arguments is named, so that a reader need not count."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import scope_lsp

STUBS = Path(scope_lsp.__file__).parent / "stubs"

MOST = 3
"""Most arguments that are given by position alone."""
BY_POSITION = {
    "cls._generate_next_value_": "the program's own, which Python calls so",
    "estimator.model_fn": "the program's own, which TensorFlow calls so",
    "leave": "the __exit__ of any context manager",
    "loop_fn": "the program's own, which TensorFlow calls so",
    "regex": "takes what each function of `re` takes",
    "self._attention_fn": "the program's own, which TensorFlow calls so",
    "self._self_wrapper": "the program's own, which wrapt calls so",
    "type.__new__": "has no names for its parameters",
    "zip": "takes any number of arguments",
}


@cache
def trees() -> dict[str, ast.Module]:
    return {
        path.relative_to(STUBS).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(STUBS.rglob("*.py"))
    }


def takes_any_number() -> set[str]:
    """The names of functions and classes of the stubs that have a parameter with `*`."""
    found = set()
    for tree in trees().values():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                made = [n for n in node.body if isinstance(n, ast.FunctionDef)]
                if any(n.args.vararg for n in made if n.name in ("__init__", "__new__")):
                    found.add(node.name)
            elif isinstance(node, ast.FunctionDef) and node.args.vararg:
                found.add(node.name)
    return found - {"__init__", "__new__"}


def long_calls() -> Iterator[tuple[str, ast.Call]]:
    """Calls with too many arguments by position, and their places.

    A call that hands on `*args` has no other way.
    """
    for path, tree in trees().items():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or len(node.args) <= MOST:
                continue
            if not any(isinstance(argument, ast.Starred) for argument in node.args):
                yield f"{path}:{node.lineno}", node


def test_what_comes_after_three_arguments_is_named() -> None:
    open_ended = takes_any_number()
    assert [
        f"{place} {called}"
        for place, call in long_calls()
        for called in [ast.unparse(call.func)]
        if called not in BY_POSITION and called.rpartition(".")[2] not in open_ended
    ] == []


def test_exceptions_are_needed() -> None:
    called = {ast.unparse(call.func) for _, call in long_calls()}
    assert BY_POSITION.keys() - called == set()
