"""Functions by which stubs ask about TensorFlow's modules.  They do not use the naming model."""

from __future__ import annotations

from collections.abc import Callable

from scope_lsp.interpreter.interpreter import Interpreter
from scope_lsp.interpreter.values import Builtin, List, Namespace, Value
from scope_lsp.resolve.module_table import module_table


def _module_member(interp: Interpreter, module: Value, name: Value) -> Value:
    found = module_table().member(str(module), str(name))
    if found is None:
        return None
    value = List(list(found.value)) if isinstance(found.value, list) else found.value
    return (found.kind, found.home, found.name, found.public, value)


def _module_names(interp: Interpreter, module: Value) -> Value:
    names = module_table().members(str(module))
    return List([name for name in names if not name.startswith("_")])


def inventory() -> Namespace:
    """The functions, by their names in ``_scope_lsp``."""
    functions: dict[str, Callable[..., Value]] = {
        "module_member": _module_member,
        "module_names": _module_names,
    }
    return {name: Builtin(name, function) for name, function in functions.items()}
