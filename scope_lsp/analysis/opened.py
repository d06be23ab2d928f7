"""What a primitive opens for the body of a stub's ``with``: a context manager as a value.

The state changes when the primitive is called, or when the body is entered, and is restored
whenever the body is left.  What to do then is stored here and not on a stack, because an undecided
branch may leave a body twice.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from scope_lsp.interpreter.builtins.classes import OBJECT
from scope_lsp.interpreter.interpreter import Interpreter
from scope_lsp.interpreter.values import Builtin, Class, Instance, Opaque, Value

_OPENED = Class("opened", (OBJECT,), module="_scope_lsp")


class _Opened(NamedTuple):
    enter: Callable[[], Value]
    close: Callable[[], object]
    drop: Callable[[], object] | None = None


def opened(value: Value, close: Callable[[], object]) -> Instance:
    """Return a context manager with the value ``value`` that calls ``close`` when it is left."""
    return managed(lambda: value, close)


def managed(
    enter: Callable[[], Value],
    close: Callable[[], object],
    drop: Callable[[], object] | None = None,
) -> Instance:
    """Return one that is entered some time after, by ``enter``, which gives its value.

    ``drop`` is what its method of that name does: nobody will leave it.
    """
    return Instance(_OPENED, Opaque(_Opened(enter, close, drop)))


def _enter(interp: Interpreter, manager: Instance) -> Value:
    return _payload(manager).enter()


def _exit(interp: Interpreter, manager: Instance, *exception: Value) -> None:
    _payload(manager).close()


def _drop(interp: Interpreter, manager: Instance) -> None:
    drop = _payload(manager).drop
    assert drop is not None
    drop()


def _payload(manager: Instance) -> _Opened:
    assert isinstance(manager.payload, Opaque)
    assert isinstance(manager.payload.payload, _Opened)
    return manager.payload.payload


_OPENED.names["__enter__"] = Builtin("__enter__", _enter, binds=True)
_OPENED.names["__exit__"] = Builtin("__exit__", _exit, binds=True, builds=True)
_OPENED.names["drop"] = Builtin("drop", _drop, binds=True, builds=True)
