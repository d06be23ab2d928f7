"""Continuing after a loop or call that a limit of the budget cut off, and what is known then.

The limits are in ``budget``; what counts against those of a loop is in ``loops``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scope_lsp.interpreter.branches import optional
from scope_lsp.interpreter.budget import Idle, Undone
from scope_lsp.interpreter.code import RETURN, Completion, Step
from scope_lsp.interpreter.environment import Frame, stack
from scope_lsp.interpreter.heap import Saved
from scope_lsp.interpreter.values import Dict, List, Mutable, NamespaceOwner, Set, Unknown, Value

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter

_SCALARS = (int, float, str, bytes)
_CHANGES = "changes in a loop whose rounds are not known"


def widen(frame: Frame, names: tuple[str, ...]) -> frozenset[str]:
    """Forget scalars that change from round to round, when the rounds cannot be counted.

    Returns their names.
    """
    forgotten = [name for name in names if _is_counter(frame.names.get(name))]
    for name in forgotten:
        frame.interp.heap.touch(frame.names_owner)
        frame.names[name] = Unknown(_CHANGES, name)
    return frozenset(forgotten)


def any_round(item: Value) -> Value:
    """The value that represents the items of all rounds when only the first one is known."""
    if isinstance(item, tuple):
        return tuple(any_round(part) for part in item)
    return Unknown(_CHANGES) if _is_counter(item) else item


def unseen_like(item: Value) -> Value:
    """The value that represents items that are not seen, of the form of one that is."""
    if isinstance(item, tuple):
        return tuple(unseen_like(part) for part in item)
    return Unknown("an item that is not known")


def _is_counter(value: Value) -> bool:
    return isinstance(value, _SCALARS) and not isinstance(value, bool)


def leave_loop(frame: Frame, body: Step, carried: tuple[str, ...]) -> None:
    """Continue after a loop with an unknown number of further rounds.

    A last round is run as possible.  What it changes may also change in the rounds that are not
    run.
    """
    interp = frame.interp
    if interp.leaving:  # that round is already a fork, of an outer loop
        widen(frame, carried)
        return
    changed: list[Saved] = []

    def once(inner: Frame) -> Completion:
        completion = body(inner)
        changed.append(dict(interp.heap.levels[-1]))
        return completion if completion == RETURN else None

    domain = interp.heap.domain
    _, extent = domain.extent()
    interp.leaving = True
    try:
        optional(frame, once)
    finally:
        interp.leaving = False
    if domain.extent()[1] != extent:  # so do the rounds that are not run
        domain.disturb()
    for obj, before in (entry for saved in changed for entry in saved.values()):
        _forget_changes(frame, obj, before)
    widen(frame, carried)


def _forget_changes(frame: Frame, obj: Mutable, before: Any) -> None:
    """Make unknown what one more round changes: its value, or its number of elements."""
    frame.interp.heap.touch(obj)
    if isinstance(obj, List):
        obj.uncounted = True
    elif isinstance(obj, (Dict, Set)):
        obj.open = True
    elif isinstance(obj, NamespaceOwner):
        obj.restore(
            {
                name: Unknown(_CHANGES, name)
                if (old := before.get(name)) is not value and _is_counter(old)
                else value
                for name, value in obj.names.items()
            }
        )


def leaves_call(interp: Interpreter, frame: Frame, idle: Idle) -> bool:
    """Whether to continue after this call: the outermost one since something was built.

    If so, forget the handlers inside the call, and report the limit.
    """
    before = set(stack(interp.built_in))
    if frame in before or isinstance(idle, Undone):
        return False
    callers = list(stack(frame.back))
    for caller in callers:
        if caller in before:
            break
        if caller.function is not None and caller.code.generator is None:
            return False
    waiting = set(callers)
    while interp.catchers and interp.catchers[-1].frame not in waiting:
        interp.catchers.pop()
    interp.frame = frame.back
    interp.cut(f"{frame.code.name}() was left here after {idle.limit}")
    return True
