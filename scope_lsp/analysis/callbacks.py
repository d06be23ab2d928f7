"""How the naming model calls functions of the program: initializers, partitioners, regularizers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from scope_lsp.analysis.convert import Converter
from scope_lsp.interpreter.values import Instance, Value
from scope_lsp.naming.name import UNKNOWN
from scope_lsp.naming.variable import Tensor


class ProgramCallbacks:
    """What naming asks about values of the program.  The functions are in the stubs."""

    def __init__(self, converter: Converter, table: dict[str, Value]) -> None:
        self._converter = converter
        self._table = table
        self._asked: object = self
        """The initializer whose kind was asked for last; at first none."""
        self._kind: object = None

    def kind(self, initializer: object) -> object:
        """What kind of initializer it is, which is asked several times for one variable."""
        if self._asked is not initializer:
            self._kind = self._converter.callback(self._table["kind"])(initializer)
            self._asked = initializer
        return self._kind

    def partition(self, *args: object) -> object:
        """The numbers of parts, which may be of a class derived from int, such as NumPy's."""
        found = self._converter.callback(self._table["partition"])(*args)
        return [_plain(part) for part in found] if isinstance(found, (list, tuple)) else found

    def __getattr__(self, name: str) -> Callable[..., object]:
        function = self._converter.callback(self._table[name])
        return _of_tensor(function) if name in ("call", "convert", "slice") else function


def _plain(number: object) -> object:
    held = number.payload if isinstance(number, Instance) else None
    return held if isinstance(held, int) else number


def thunk(converter: Converter, function: Any) -> Callable[[], Tensor] | None:
    """Return the function for an initial value in naming's form; None if there is none."""
    return None if function is None else _of_tensor(converter.callback(function))


def _of_tensor(function: Callable[..., object]) -> Callable[..., Tensor]:
    """Return a function that returns a tensor; an unknown tensor if the parts are missing."""

    def tensor(*args: object) -> Tensor:
        result = function(*args)
        return Tensor(*result) if isinstance(result, tuple) else Tensor(UNKNOWN, None)

    return tensor
