"""Every kind of problem and of error that an analysis records is read by a rule."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import get_args

import pytest

import scope_lsp
from scope_lsp.analysis.kinds import ProblemKind
from scope_lsp.analysis.result import Analysis
from scope_lsp.naming.errors import ErrorKind
from scope_lsp.rules.registry import RULES
from tests.support import made

STUBS = Path(scope_lsp.__file__).parent / "stubs"


@pytest.mark.parametrize("kind", ProblemKind)
def test_a_problem_of_each_kind_is_found_by_a_rule(kind: ProblemKind) -> None:
    analysis = Analysis("/main.py", problems=(made.problem(3, kind, "something"),))
    assert [found.code for rule in RULES.values() for found in rule.check(analysis)]


@pytest.mark.parametrize("kind", get_args(ErrorKind))
def test_an_error_of_each_kind_is_found_by_the_rule_of_its_name(kind: str) -> None:
    analysis = Analysis("/main.py", errors=(made.error(3, kind),))
    assert [found.code for found in RULES[kind].check(analysis)] == [kind]


def test_stubs_fail_with_errors_of_these_kinds() -> None:
    codes = {
        node.args[1].value
        for path in STUBS.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) == "_scope_lsp.fail"
        and len(node.args) > 1
        and isinstance(node.args[1], ast.Constant)
    }
    assert codes
    assert codes <= set(get_args(ErrorKind))
