"""What functions of an analysed program tell of themselves: names, defaults, ``__code__``.

Attributes that a program sets on a function are in its namespace (``attributes``).
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from scope_lsp.interpreter.builtins.classes import OBJECT
from scope_lsp.interpreter.loader import Origin
from scope_lsp.interpreter.values import (
    MISSING,
    Class,
    Dict,
    Function,
    Instance,
    ModelName,
    Module,
    Symbolic,
    Unknown,
    Value,
    hole,
    key_of,
)

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter


def about_function(interp: Interpreter, function: Function, name: str) -> Value:
    """An attribute that each function has; MISSING if ``name`` is none."""
    if name == "__name__":
        return _name(interp, function)
    if name == "__qualname__":
        return function.qualname
    if name == "__module__":
        return module_seen(interp, module_attribute(function.module))
    if name == "__doc__":
        return _docstring(function)
    if name == "__defaults__":
        return function.defaults or None
    if name == "__kwdefaults__":
        named = function.kw_defaults
        return Dict({key_of(key): (key, value) for key, value in named.items()}) if named else None
    if name == "__call__":
        return function
    if name in ("__code__", "func_code"):
        return _code_object(function)
    if name in ("__globals__", "__closure__", "__annotations__"):
        return Unknown(f"{name} of a function")
    return MISSING


def module_attribute(module: Module) -> Value:
    """``__module__`` of what a module defines."""
    name = module.names.get("__name__", module.name)  # a module can set it
    if name != module.name:
        return name
    is_part = module.source.origin is not Origin.USER and "._" in module.name
    return ModelName(name) if (module.is_model or is_part) and isinstance(name, str) else name


def module_seen(interp: Interpreter, name: Value) -> Value:
    """The same as it is read: models see their own modules, programs only the library's name."""
    if not isinstance(name, ModelName):
        return name
    frame = interp.frame
    if frame is None or frame.module.is_model:
        return str(name)
    return Symbolic(name.partition(".")[0] + hole(Unknown("where a library defines it", "?")))


def _name(interp: Interpreter, function: Function) -> str:
    """``__name__``; of a model's function, the public name under which a module has it.

    Models make many functions by one that they share, and those all have the name of its inner
    function.
    """
    own = function.code.name
    if not function.module.is_model or function.module.names.get(own) is function:
        return own
    models = [module for module in interp.modules.values() if module.is_model]
    for module in (function.module, *models):
        for name, value in module.names.items():
            if value is function and not name.startswith("_"):
                return name.rstrip("_")  # `abs_`: so that `abs` stays Python's in the model
    return own


_CODE = Class("code", (OBJECT,), is_open=True)


def _code_object(function: Function) -> Instance:
    """Return ``__code__`` of a function: its parameters and its position."""
    code, parameters = function.code, function.code.parameters
    rest = [name for name in (parameters.variadic, parameters.keywords) if name is not None]
    found = Instance(_CODE)
    found.names.update(
        __function__=function,  # for code that creates another function from it
        co_name=code.name,
        co_argcount=len(parameters.positional),
        co_kwonlyargcount=len(parameters.keyword_only),
        co_varnames=(*parameters.positional, *parameters.keyword_only, *rest),
        co_flags=4 * (parameters.variadic is not None) + 8 * (parameters.keywords is not None),
        co_filename=function.module.source.path,
        co_firstlineno=getattr(code.node, "lineno", 1),
    )
    return found


def _docstring(function: Function) -> Value:
    node = function.code.node
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return ast.get_docstring(node, clean=False)
    return None
