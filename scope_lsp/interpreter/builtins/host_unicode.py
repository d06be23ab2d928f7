"""Module ``unicodedata``, for characters about which all versions of Python say the same."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from scope_lsp.interpreter.builtins.common import absorb
from scope_lsp.interpreter.values import Builtin, Namespace, Unknown, Value

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter

MAX_TEXT = 10_000
"""The maximum length of a text that is normalized, in characters."""

_OLDEST = unicodedata.ucd_3_2_0
_NAMES = (
    *("normalize", "category", "combining", "name", "bidirectional", "decomposition"),
    *("east_asian_width", "mirrored", "numeric", "decimal", "digit"),
)


def _function(name: str) -> Builtin:
    now, then = getattr(unicodedata, name), getattr(_OLDEST, name)

    def run(interp: Interpreter, *args: Value) -> Value:
        if not args or not all(isinstance(arg, (str, int, float)) or arg is None for arg in args):
            return absorb("a character that is not known", *args)
        text = args[1] if name == "normalize" and len(args) > 1 else args[0]
        if not isinstance(text, str) or len(text) > MAX_TEXT:
            return Unknown("a text that is not examined")
        if any(_OLDEST.category(letter) == "Cn" for letter in text):
            return Unknown("a character that is not in all versions of Python")
        outcome = _outcome(now, args)
        if outcome != _outcome(then, args):
            return Unknown("what versions of Python say differently of a character")
        if isinstance(outcome, tuple):
            interp.raise_error(*outcome)
        return outcome

    return Builtin(f"unicodedata.{name}", run, pure=True)


def _outcome(function: Callable[..., Any], args: tuple[Value, ...]) -> Any:
    """What a function returns, or the name and text of what it raises."""
    try:
        return function(*args)
    except (TypeError, ValueError) as error:
        return type(error).__name__, str(error)


def namespace() -> Namespace:
    """The names of the module."""
    return {
        **{name: _function(name) for name in _NAMES},
        "unidata_version": Unknown("unicodedata.unidata_version"),
    }
