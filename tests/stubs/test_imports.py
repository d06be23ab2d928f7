"""Stubs import at their top; what a function imports says why on its line."""

from __future__ import annotations

import ast
from pathlib import Path

import scope_lsp

STUBS = Path(scope_lsp.__file__).parent / "stubs"


def test_imports_inside_of_functions_say_why() -> None:
    silent = []
    for path in sorted(STUBS.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        lines = text.splitlines()
        silent += [
            f"{path.relative_to(STUBS)}:{node.lineno}"
            for function in ast.walk(ast.parse(text))
            if isinstance(function, ast.FunctionDef)
            for node in ast.walk(function)
            if isinstance(node, ast.Import | ast.ImportFrom) and "#" not in lines[node.lineno - 1]
        ]
    assert silent == []
