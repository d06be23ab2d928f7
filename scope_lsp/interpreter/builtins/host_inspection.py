"""Information about functions and classes of the program, for the stub of ``inspect``.

Each function takes and returns values of the program.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from scope_lsp.interpreter.builtins.classes import class_of
from scope_lsp.interpreter.builtins.common import absorb
from scope_lsp.interpreter.loader import Origin
from scope_lsp.interpreter.values import (
    Builtin,
    Class,
    Function,
    Instance,
    List,
    Method,
    Module,
    Unknown,
    Value,
)

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter


def may_catch(interp: Interpreter, function: Value) -> Value:
    """Whether the body of a generator function may catch an exception.

    Decided by its text: an ``except`` clause, or a ``with`` whose manager's name says so.
    """
    node = function.code.node if isinstance(function, Function) else None
    if node is None:
        return True
    for part in ast.walk(node):
        if isinstance(part, ast.ExceptHandler):
            return True
        if isinstance(part, ast.withitem):
            written = ast.unparse(part.context_expr).lower()
            if any(word in written for word in ("suppress", "stack", "raises", "ignore", "catch")):
                return True
    return False


def cleans_up(interp: Interpreter, function: Value) -> bool:
    """Whether the body of a generator function has code that runs when an exception passes."""
    node = function.code.node if isinstance(function, Function) else ast.Pass()
    return any(isinstance(part, ast.Try) and part.finalbody for part in ast.walk(node))


def _asked_by_program(interp: Interpreter) -> bool:
    """Whether the innermost caller, apart from models of the standard library, is the program."""
    frame = interp.frame
    while frame is not None and frame.module.source.origin is Origin.STANDARD:
        frame = frame.back
    return frame is None or frame.module.source.origin is Origin.USER


def signature(interp: Interpreter, function: Value) -> Value:
    """The parameters of a function of the program: (name, kind, has default, default) each.

    ``kind`` is the number that ``inspect`` uses.  Bound arguments are left out.
    """
    skip = 0
    while isinstance(function, Method):
        function = function.function
        skip += 1
    if isinstance(function, Class):
        initializer = function.find("__init__")
        if not isinstance(initializer, Function):
            return Unknown("the signature of a class")
        function, skip = initializer, 1
    if isinstance(function, Instance):
        found = function.cls.find("__call__")
        function, skip = found, 1
    if not isinstance(function, Function):
        return absorb("the signature of something that is not a function", function)
    if function.module.source.origin is Origin.STUB and _asked_by_program(interp):
        return Unknown("the signature of a function that is modelled")
    parameters = function.code.parameters
    positional = parameters.positional
    first_default = len(positional) - len(function.defaults)
    found_all: list[Value] = []
    for index, name in enumerate(positional):
        default = function.defaults[index - first_default] if index >= first_default else None
        kind = 0 if index < len(parameters.positional_only) else 1
        found_all.append((name, kind, index >= first_default, default))
    found_all = found_all[skip:]
    if parameters.variadic is not None:
        found_all.append((parameters.variadic, 2, False, None))
    for name in parameters.keyword_only:
        has = name in function.kw_defaults
        found_all.append((name, 3, has, function.kw_defaults.get(name)))
    if parameters.keywords is not None:
        found_all.append((parameters.keywords, 4, False, None))
    return List(found_all)


def kind_of(interp: Interpreter, value: Value) -> Value:
    """The kind of a value, in a word; Unknown if not known."""
    if isinstance(value, Function):
        if isinstance(value.code.node, ast.AsyncFunctionDef):
            return "coroutinefunction"
        value.code.complete()
        return "generatorfunction" if value.code.generator is not None else "function"
    for kind, name in ((Method, "method"), (Class, "class"), (Module, "module")):
        if isinstance(value, kind):
            return name
    if isinstance(value, Builtin):
        return "builtin"
    cls = class_of(value)
    if cls is None:
        return absorb("the kind of something that is not known", value)
    stands_for = cls.find("_stands_for")  # a model's class may say what its objects are instead
    return stands_for if isinstance(stands_for, str) else cls.name


def source_line(interp: Interpreter, function: Value) -> Value:
    """The first line of a function's definition."""
    if isinstance(function, Function):
        return function.code.first_line
    return Unknown("where something is defined")


def arguments_doc(interp: Interpreter, function: Value) -> Value:
    """The docstring of a function of the program."""
    node = function.code.node if isinstance(function, Function) else None
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return ast.get_docstring(node)
    return None
