"""How the naming model calls functions of the program: initializers, partitioners, regularizers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from scope_lsp.analysis.convert import Converter
from scope_lsp.interpreter.values import Value
from scope_lsp.naming.variable import Tensor


class ProgramCallbacks:
    """What naming asks about values of the program, answered by functions of the stubs."""

    def __init__(self, converter: Converter, table: dict[str, Value]) -> None:
        self._converter = converter
        self._table = table

    def __getattr__(self, name: str) -> Callable[..., object]:
        function = self._converter.callback(self._table[name])
        if name not in ("call", "convert", "slice"):
            return function

        def tensor(*args: object) -> Tensor:
            result = function(*args)
            return Tensor(*result) if isinstance(result, tuple) else Tensor(None, None)

        return tensor


def thunk(converter: Converter, function: Any) -> Callable[[], Tensor] | None:
    """An initial value's function as naming calls it, None where there is none."""
    if function is None:
        return None
    call = converter.callback(function)

    def initial() -> Tensor:
        result = call()
        return Tensor(*result) if isinstance(result, tuple) else Tensor(None, None)

    return initial
