"""For ``_scope_lsp_host``: who called a stub, from where, and whether the result is kept."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from scope_lsp.interpreter.environment import Frame
from scope_lsp.interpreter.loader import Origin
from scope_lsp.interpreter.values import Opaque, Value

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter


def call_site(interp: Interpreter) -> Value:
    """The current call in the program, for ``is_dropped``."""
    frame = _program(interp.frame)
    return None if frame is None else Opaque((frame, frame.node))


def is_dropped(interp: Interpreter, made: Value) -> Value:
    """Whether the asking method was called on the result of ``made``, which is not kept.

    As in ``tf.name_scope("a").__enter__()``: Python then ends the generator at once.
    """
    frame = interp.frame
    caller = None if frame is None else frame.back
    if caller is None or not isinstance(made, Opaque) or caller is not _program(caller):
        return False
    call = caller.node
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
        return False
    return made.payload == (caller, call.func.value)


def calling_names(interp: Interpreter) -> Value:
    """The names of the bodies that are being run, the innermost first, as their frames have them.

    They end at the first that a library called, which may have come through others of its own,
    and at the first comprehension, which has a frame in some versions of Python only.
    """
    frame = _program(interp.frame)
    names: list[Value] = []
    while frame is not None and frame.module.source.origin is Origin.USER:
        kind = frame.code.kind
        if kind == "comprehension":
            break
        names.append({"module": "<module>", "lambda": "<lambda>"}.get(kind, frame.code.name))
        frame = frame.back
    return tuple(names)


def _program(frame: Frame | None) -> Frame | None:
    """The innermost frame of the program."""
    while frame is not None and frame.module.source.origin is not Origin.USER:
        frame = frame.back
    return frame
