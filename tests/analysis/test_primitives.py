"""The file that declares the primitives and the table that implements them agree."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path

import scope_lsp
from scope_lsp.analysis.primitives import Primitives
from scope_lsp.analysis.recorder import Recorder
from scope_lsp.interpreter.budget import Budget
from scope_lsp.interpreter.machine import Machine
from scope_lsp.interpreter.outside import alone
from scope_lsp.naming.state import State
from tests.interpreter.running import NoFiles

STUBS = Path(scope_lsp.__file__).parent / "stubs"


def declared() -> dict[str, list[str]]:
    tree = ast.parse((STUBS / "_scope_lsp.py").read_text(encoding="utf-8"))
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    assert all(ast.get_docstring(node) for node in functions)
    return {node.name: [arg.arg for arg in node.args.args] for node in functions}


CONSTANTS = {"AUTO_REUSE", "UNSURE"}


def primitives() -> Primitives:
    interp = Machine(Budget(), alone(NoFiles()))
    return Primitives(interp, State(), Recorder(interp))


def test_every_primitive_is_declared_and_every_declared_one_is_there() -> None:
    assert set(declared()) | CONSTANTS == set(primitives().namespace())


def test_parameters_agree() -> None:
    table = primitives()
    for name, parameters in declared().items():
        if hasattr(table, name):
            given = inspect.signature(getattr(table, name)).parameters.values()
            assert [p.name for p in given if p.kind is not p.VAR_KEYWORD] == parameters, name


def test_stubs_use_only_what_is_declared() -> None:
    known = {*declared(), *CONSTANTS}
    for path in STUBS.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                used = node.value.id == "_scope_lsp"
                assert not used or node.attr in known, f"{path}: {node.attr}"
