"""What models of launchers need from the host: choices that only the command line makes.

This is a part of ``_scope_lsp_host``.  The models know the commands and their arguments.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from scope_lsp.interpreter.branches import fork_values
from scope_lsp.interpreter.builtins.common import absorb
from scope_lsp.interpreter.code import Run
from scope_lsp.interpreter.environment import Frame
from scope_lsp.interpreter.running import run_frame
from scope_lsp.interpreter.values import (
    Dict,
    Function,
    Method,
    Namespace,
    Unknown,
    Value,
    unite,
)

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter


def alternatives(interp: Interpreter, functions: Value) -> Value:
    """Call one of several functions, or none, each from the same state."""
    items = interp.to_list(functions)
    frame = interp.frame
    if items is None or frame is None:
        return absorb("one of several commands", functions)

    def arm(function: Value) -> Run:
        return lambda inner: interp.call(function)

    return fork_values(frame, [*map(arm, items), lambda inner: None])


def one_of(interp: Interpreter, values: Value) -> Value:
    """One of several values."""
    items = interp.to_list(values)
    return absorb("one of several values", values) if items is None else unite(items)


def wants_arguments(interp: Interpreter) -> bool:
    """Whether arguments are assumed; records that the program does more if it has some."""
    interp.asked_arguments = True
    return interp.supposes_arguments


def parameter_annotations(interp: Interpreter, function: Value) -> Value:
    """The annotations of a function's parameters as the source spells them, by name."""
    while isinstance(function, Method):
        function = function.function
    found: Namespace = {}
    node = function.code.node if isinstance(function, Function) else None
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        args = node.args
        for arg in (*args.posonlyargs, *args.args, *args.kwonlyargs):
            if arg.annotation is not None:
                found[arg.arg] = ast.unparse(arg.annotation)
    return interp.dict_of(found)


def function_locals(interp: Interpreter, function: Value, given: Value, fixed: Value) -> Value:
    """Run a function's body and return its local variables.

    ``given`` are the values of parameters by name.  The variables in ``fixed`` keep their values,
    whatever the body assigns.
    """
    if not (isinstance(function, Function) and isinstance(given, Dict)):
        return Unknown("the local variables of a function")
    kept = _pairs(fixed) if isinstance(fixed, Dict) else {}
    names = _Kept(kept)
    names.update(_pairs(given))
    interp.reached.add(function.code.node)
    function.code.complete()
    frame = Frame(interp, function.code, function.module, function.closure, names, interp.frame)
    frame.function = function
    run_frame(frame)
    return interp.dict_of({key: value for key, value in names.items() if key[0] != "."})


def _pairs(mapping: Dict) -> Namespace:
    return {key: value for key, value in mapping.entries.values() if isinstance(key, str)}


class _Kept(dict[str, Value]):
    """Local variables of which some keep their values."""

    def __init__(self, kept: Namespace) -> None:
        super().__init__(kept)
        self._kept = kept

    def __setitem__(self, name: str, value: Value) -> None:
        kept = self._kept.get(name)
        if isinstance(kept, Dict) and isinstance(value, Dict):
            _overlay(value, kept)
        elif name in self._kept:
            return
        super().__setitem__(name, value)


def _overlay(value: Dict, kept: Dict) -> None:
    for key, (spelled, inner) in kept.entries.items():
        old = value.entries.get(key)
        if old is not None and isinstance(old[1], Dict) and isinstance(inner, Dict):
            _overlay(old[1], inner)
        else:
            value.entries[key] = (spelled, inner)
