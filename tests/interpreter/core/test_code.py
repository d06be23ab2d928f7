"""Code is compiled at its first call, and shared between analyses."""

from __future__ import annotations

import ast

import pytest

from scope_lsp.interpreter.code import Code


def test_what_could_not_be_compiled_is_tried_again() -> None:
    tries = []

    def compile_body() -> None:
        tries.append(len(tries))
        if len(tries) == 1:
            raise RecursionError
        code.body = lambda frame: None

    code = Code("f", ast.Pass(), "function", pending=compile_body)
    with pytest.raises(RecursionError):
        code.complete()
    assert code.body is None
    code.complete()
    assert code.body is not None
    code.complete()
    assert tries == [0, 1]


def test_a_body_is_not_done_while_it_is_compiled() -> None:
    seen = []
    code = Code("f", ast.Pass(), "function", pending=lambda: seen.append(code.pending))
    code.complete()
    assert seen != [None]
    assert code.pending is None
