"""What stubs ask about the knowledge of a value, rather than about names: no part of ``naming``."""

from __future__ import annotations

from collections.abc import Callable

from scope_lsp.interpreter.builtins.inspection import isinstance_
from scope_lsp.interpreter.interpreter import Interpreter
from scope_lsp.interpreter.values import Builtin, Function, Method, Namespace, Union, Unknown, Value


def _required_arguments(interp: Interpreter, function: Value) -> int | None:
    """How many positional parameters a function has that need a value; None: not known."""
    bound = 0
    while isinstance(function, Method):
        bound += 1
        function = function.function
    if not isinstance(function, Function):
        return None
    positional = function.code.parameters.positional
    return max(len(positional) - len(function.defaults) - bound, 0)


def _unknown(interp: Interpreter, reason: Value) -> Unknown:
    interp.outside += 1
    return Unknown(str(reason))


def _is_known(interp: Interpreter, value: Value) -> bool:
    return value.__class__ is not Unknown and value.__class__ is not Union


def _is_a(interp: Interpreter, value: Value, cls: Value) -> Value:
    """Whether a value is known and of a class, or of one of several."""
    if value.__class__ is Unknown or value.__class__ is Union:
        return False
    return isinstance_(interp, value, cls)


def knowledge() -> Namespace:
    """The functions by their names in ``_scope_lsp``."""
    functions: dict[str, Callable[..., Value]] = {
        "is_known": _is_known,
        "is_a": _is_a,
        "required_arguments": _required_arguments,
        "unknown": _unknown,
    }
    return {name: Builtin(name, function) for name, function in functions.items()}
