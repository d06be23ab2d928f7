"""Exceptions that the analysis derives, rather than a ``raise`` of the program.

The interpreter assumes an open world.  A ``raise`` statement that ran is believed, and so is what
TensorFlow's naming refuses.  Any other exception (a missing attribute, an argument that does not
fit, an unpacking of another length) is far more likely to be a gap in our models than a fault in
the program.  So the smallest expression that failed becomes unknown, with its reason, and the run
continues.  If a handler of the program waits for exactly this exception, it is raised as in Python.
If a handler may have been meant, both ways are followed.

How ``try`` statements run is in ``try_and_with``, and the cost of a gap in ``analysis``.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from scope_lsp.interpreter import stars
from scope_lsp.interpreter.builtins.classes import EXCEPTIONS
from scope_lsp.interpreter.builtins.common import is_constant
from scope_lsp.interpreter.code import TEXT
from scope_lsp.interpreter.environment import Frame
from scope_lsp.interpreter.loader import ModuleSource, Origin
from scope_lsp.interpreter.misfits import is_handed_on, is_refused
from scope_lsp.interpreter.spelling import spelling_of
from scope_lsp.interpreter.values import (
    MISSING,
    Instance,
    Module,
    Raised,
    Symbolic,
    Unknown,
    Value,
    hole,
    readable,
)
from scope_lsp.syntax.by_text import by_text
from scope_lsp.syntax.statement_repair import LOST

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Catcher, Interpreter

_MODULE_NAMES = frozenset(("__file__", "__builtins__", "__spec__", "__loader__", "__path__"))

_FILLS_ITSELF = re.compile(
    r"\b(?:globals|vars|locals|exec|execfile|setattr|__import__|eval)\s*\(|\bsys\.modules\b"
    r"|\b__getattr__\b|\bimport\s*\*"
)
"""Text that binds names in a module although no assignment shows them."""

_ABOUT_DATA = ("LookupError", "ValueError", "ArithmeticError", "OSError", "StopIteration")

MAX_SPELLED = 60
"""The maximum length of a failed expression in a reason, which must fit on one line."""


def survive(frame: Frame, raised: Raised, node: ast.AST) -> Unknown:
    """Return the value for ``node``, whose evaluation in ``frame`` raised; raises if that is meant.

    Records the gap, or the program's end if the failure is certain.
    """
    interp = frame.interp
    value = raised.caught().value
    if raised.deliberate or not interp.matches(value, "Exception"):
        raise raised
    if raised.misfit is not None:
        if is_handed_on(raised.misfit, frame):
            raise raised
        if is_refused(raised, frame, node):
            interp.frame, frame.node = frame, node
            interp.refuse(raised)
            return Unknown(describe(value), builds=None)
    catcher = interp.catcher_of(value) if raised.certain else _waiting(interp, value, frame)
    if catcher is not None:
        if raised.certain or _is_expected(catcher, raised, frame):
            raise raised
        if not frame.module.is_model:
            catcher.possible.append(raised)
    elif interp.prunes and (
        frame.module.is_model
        or _is_about_none(value)
        or (frame.arms and isinstance(node, ast.Assert))
    ):
        raise raised  # most likely the path that is never taken
    interp.frame = frame
    if raised.certain and catcher is None:
        interp.note_end(raised)
        return Unknown(describe(value), builds=None)
    reason = f"{_spelled(node)} could not be followed ({describe(value)})"
    interp.note_gap(reason, frame, node)
    return Unknown(reason, builds=raised.builds)


def known_items(frame: Frame, value: Value, node: ast.AST) -> list[Value] | None:
    """All elements of an iterable; None if they are unknown or it seems not to be iterable."""
    try:
        return frame.interp.to_list(value)
    except Raised as raised:
        survive(frame, raised, node)
        return None


def marked_items(frame: Frame, value: Value, node: ast.AST) -> list[tuple[Value, bool]] | None:
    """All elements, each with whether it may be absent; None as in ``known_items``."""
    try:
        return frame.interp.to_marked(value)
    except Raised as raised:
        survive(frame, raised, node)
        return None


def known_rounds(frame: Frame, value: Value, node: ast.AST) -> Iterator[Value] | None:
    """The elements of an iterable, lazily; None as in ``known_items``."""
    try:
        return frame.interp.iterate(value)
    except Raised as raised:
        survive(frame, raised, node)
        return None


def not_in_module(interp: Interpreter, module: Module, name: str, error: Raised) -> Value:
    """Return the value for a name that a module lacks; raises ``error`` if that is meant.

    The program's own modules are completely known.  A model may lack what the library has.
    """
    if module.source.origin is Origin.USER and not module.source.path.startswith("<"):
        complete = module.complete and module.source.path not in interp.damaged
        error.certain = complete and not module.lost and not fills_itself(module.source.text)
        error.builds = True if module.lost else None
        raise error
    error.builds = not interp.loader.is_inert(module.name)
    if module.lacks(name):
        is_model = interp.frame is None or interp.frame.module.is_model
        error.certain = module.source.is_public and not is_model
        raise error
    return not_modelled(interp, f"{module.name}.{name}", error, builds=error.builds)


def not_modelled(interp: Interpreter, what: str, error: Raised, builds: bool | None) -> Value:
    """Return the value for a part of a library that its model lacks; raises if a handler waits."""
    error.is_open = True
    frame = interp.frame
    reason = f"{what} is not modelled"
    if frame is None or frame.module.is_model:
        raise error
    catcher = _waiting(interp, error.value, frame)
    if catcher is not None:
        if catcher.is_host or catcher.frame.module.is_model:
            raise error
        catcher.possible.append(error)
    interp.note_gap(reason, frame, frame.node)
    return Unknown(reason, builds=builds)


def unbound(
    interp: Interpreter, name: str, frame: Frame, node: ast.AST | None, *, local: bool = False
) -> Value:
    """Return the value for an unbound name; unknown if a part of the program was not seen."""
    if node is not None:
        frame.node = node
    seen = "__open__" not in frame.module.names
    if not seen and not local:
        value = stars.brought(interp, frame.module, name)
        if value is not MISSING:
            return value
    if not seen or interp.doubt or frame.module.source.path in interp.damaged:
        builds = frame.module.names.get("__open__") is True
        return Unknown(f"{name} is bound by code that was not seen", name, builds or None)
    if local:
        message = f"local variable '{name}' referenced before assignment"
        error = interp.error("UnboundLocalError", message)
        is_users = frame.module.source.origin is Origin.USER
        seen = not (frame.lost or interp.incomplete)
        error.certain = is_users and seen and _is_bound_plainly(frame.code.node, name)
        return survive(frame, error, frame.node)
    if name in _MODULE_NAMES or name == LOST:
        return Unknown(f"{name} of a module", name)
    error = interp.error("NameError", f"name '{name}' is not defined")
    source = frame.module.source
    error.certain = source.origin is Origin.USER and not fills_itself(source.text)
    return survive(frame, error, frame.node)


def _is_bound_plainly(body: ast.AST, name: str) -> bool:
    """Whether a function binds a name, and nowhere where a failure of ours may have skipped that.

    Such a place is a ``try`` or a ``with``, and a function inside that binds it as ``nonlocal``.
    """
    found = False
    pending = [body]
    while pending:
        node = pending.pop()
        found = found or _binds(node, name)
        if isinstance(node, _SKIPPING):
            if any(_binds(inner, name) for inner in ast.walk(node)):
                return False
        elif isinstance(node, ast.Nonlocal) and name in node.names:
            return False
        pending.extend(ast.iter_child_nodes(node))
    return found


_SKIPPING = (ast.Try, getattr(ast, "TryStar", ast.Try), ast.With, ast.AsyncWith)


def _binds(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name and not isinstance(node.ctx, ast.Load)


@by_text(64)
def fills_itself(text: str) -> bool:
    """Whether a module may bind names that its text does not show."""
    return _FILLS_ITSELF.search(text) is not None


def _waiting(interp: Interpreter, value: Value, frame: Frame) -> Catcher | None:
    """The innermost catcher that may wait for a failure in ``frame``.

    Where a model calls a function of the program, its handlers for any exception put things in
    order and hand the exception on.  They are there for what the program raises itself.  Nor does
    a clause wait for a failure that only raises it again, or that ends the program by it: raises
    another exception, for which no code around it can wait.
    """
    ending = None
    for catcher in reversed(interp.catchers):
        if not catcher.catches(value):
            if ending is not None and not catcher.final:
                return ending
            continue
        hands_on, gives_up = catcher.ending(value)
        if hands_on:
            continue
        if (
            catcher.frame.module.is_model
            and not frame.module.is_model
            and not catcher.is_host
            and not catcher.names_exception(value)
        ):
            continue
        if gives_up:
            ending = ending or catcher
            continue
        return ending or catcher
    return None


def _is_expected(catcher: Catcher, raised: Raised, frame: Frame) -> bool:
    """Whether a handler was written for this failure, rather than for any exception."""
    if catcher.is_host or catcher.frame.module.is_model:
        return True
    if frame.module.is_model or raised.is_open:
        return False  # a failure inside a model, or of a model that may be incomplete
    if catcher.names_exception(raised.value) or _is_about_data(raised.value):
        return True
    at: Frame | None = frame
    while at is not None and (at.module.source.origin is not Origin.USER or at.code.name == TEXT):
        at = at.back  # text that eval() runs belongs to its caller
    return at is catcher.frame


def _is_about_data(value: Value) -> bool:
    """Whether a failure follows from known values, rather than from what is modelled."""
    order = value.cls.mro if isinstance(value, Instance) else ()
    return any(EXCEPTIONS[name] in order for name in _ABOUT_DATA)


def _is_about_none(value: Value) -> bool:
    """Whether None was used in a way that it does not support."""
    return "'NoneType'" in describe(value)


def describe(value: Value) -> str:
    """Format an exception as Python prints it, on one line."""
    if not isinstance(value, Instance):
        return "an exception"
    args = value.names.get("args")
    text = ", ".join(map(_printed, args)) if isinstance(args, tuple) else ""
    text = " ".join(text.split())
    return f"{value.cls.name}: {text}" if text else value.cls.name


def _printed(value: Value) -> str:
    """An argument of an exception, its unknown parts in braces; an object is not written out."""
    if isinstance(value, Unknown):
        return readable(hole(value))
    if isinstance(value, Symbolic):
        return readable(value.text)
    return str(value) if is_constant(value) else "..."


def _spelled(node: ast.AST) -> str:
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        return "an import"
    if isinstance(node, ast.stmt) or not isinstance(node, (ast.expr, ast.alias)):
        return "a statement"
    text = spelling_of(node)
    return text if len(text) <= MAX_SPELLED else f"{text[: MAX_SPELLED - 3]}..."


def user_place(frame: Frame, node: ast.AST) -> tuple[ModuleSource, ast.AST] | None:
    """The innermost place in code that is not a model: its module, and what is evaluated there."""
    if frame.module.source.origin is Origin.USER:
        return frame.module.source, node
    at = frame.back
    while at is not None and at.module.source.origin is not Origin.USER:
        at = at.back
    return None if at is None else (at.module.source, at.node)
