"""Calls with arguments that do not fit a model's function, and whether the library refuses them.

If the loader says that the model has the same parameters as the library, it is believed for
arguments that the program wrote in the call itself.  What came by ``*`` or ``**`` may be a guess of
ours.  Binding is in ``binding``, and the handling of failures in ``failures``.
"""

from __future__ import annotations

import ast

from scope_lsp.interpreter.environment import Frame
from scope_lsp.interpreter.loader import Origin
from scope_lsp.interpreter.values import Dict, Function, Misfit, Raised, key_of

_MAKERS = ("__init__", "__new__")


def name_of(function: Function, spelled: str | None) -> str:
    """The name that Python gives to a function that was called as ``spelled``.

    A model may have one function for several of the library's, and may create them inside another.
    """
    if not function.module.is_model:
        return function.code.name
    if function.python_name is not None:
        return function.python_name
    name = function.code.name
    if name.startswith("__"):
        return name
    if function.takes is True and function.closure is not None:
        return name
    bound = _bound_as(function)
    if spelled in bound:
        return spelled
    if function.closure is not None or name.startswith("_"):
        name = bound[0] if bound else spelled or name
    return name.strip("_")  # a stub's own marker, or its replacement for a builtin's name


def spelled_name(node: ast.AST | None) -> str | None:
    """The last word of the called expression."""
    called = node.func if isinstance(node, ast.Call) else None
    if isinstance(called, ast.Attribute):
        return called.attr
    return called.id if isinstance(called, ast.Name) else None


def is_handed_on(misfit: Misfit, frame: Frame) -> bool:
    """Whether ``frame`` belongs to a model's function that passed its arguments on."""
    if misfit.keyword is None or not frame.module.is_model:
        return False
    if misfit.by_hand:
        return True
    rest = frame.names.get(frame.code.parameters.keywords or "")
    if isinstance(rest, Dict) and key_of(misfit.keyword) in rest.entries:
        return True
    return _is_wrapper(frame)


def is_refused(raised: Raised, frame: Frame, node: ast.AST) -> bool:
    """Whether a call, evaluated in ``frame``, does not fit for certain."""
    misfit, interp = raised.misfit, frame.interp
    source = frame.module.source
    if misfit is None or interp.calls_back or source.path in interp.damaged:
        return False
    if misfit.from_library:
        return True
    if source.origin is not Origin.USER or not isinstance(node, ast.Call):
        return False
    if not (misfit.by_hand or is_public(misfit.function)) or not _is_written(misfit, frame, node):
        return False
    return interp.loader.has_exact_parameters(misfit.function.module.name)


def is_public(function: Function) -> bool:
    """Whether the model says that these are the library's parameters."""
    if function.module.source.origin is not Origin.STUB:
        return False
    if function.takes is not None:
        return function.takes is not False
    owner, name = function.owner, function.code.name
    if owner is not None:
        return not owner.name.startswith("_") and (name in _MAKERS or not name.startswith("_"))
    if (
        function.closure is not None
    ):  # a function that another function created and returned may be anything
        return bool(_bound_as(function))
    return not name.startswith("_")


def _bound_as(function: Function) -> list[str]:
    """The names under which its class or module has a function, public ones first."""
    scope = function.module if function.owner is None else function.owner
    names = [name for name, value in scope.names.items() if value is function]
    return sorted(names, key=lambda name: name.startswith("_"))


def _is_written(misfit: Misfit, frame: Frame, node: ast.Call) -> bool:
    """Whether the wrong argument is written in the call itself."""
    if misfit.keyword is not None:
        return any(keyword.arg == misfit.keyword for keyword in node.keywords)
    spread = any(isinstance(arg, ast.Starred) for arg in node.args)
    if misfit.caller is not frame or spread or not all(keyword.arg for keyword in node.keywords):
        return False
    is_bound = misfit.function.owner is not None
    return misfit.given - len(node.args) in ((0, 1) if is_bound else (0,))


def _is_wrapper(frame: Frame) -> bool:
    """Whether a frame belongs to a wrapper of another function, according to ``__wrapped__``."""
    parameters = frame.code.parameters
    return (
        frame.function is not None
        and "__wrapped__" in frame.function.names
        and parameters.variadic is not None
        and parameters.keywords is not None
        and not parameters.positional
    )
