"""Going on behind what a limit of the budget cuts off, a loop or a call, and what is known then.

Not the limits themselves (``budget``), nor what counts against those of a loop (``loops``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scope_lsp.interpreter.branches import optional
from scope_lsp.interpreter.budget import Idle
from scope_lsp.interpreter.code import RETURN, Completion, Step
from scope_lsp.interpreter.environment import Frame, stack
from scope_lsp.interpreter.heap import Saved
from scope_lsp.interpreter.values import Dict, List, Mutable, NamespaceOwner, Set, Unknown, Value

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter

_SCALARS = (int, float, str, bytes)
_CHANGES = "changes in a loop whose rounds are not known"


def widen(frame: Frame, names: tuple[str, ...]) -> None:
    """Forget scalars that change from round to round, when the rounds cannot be counted."""
    for name in names:
        if _is_counter(frame.names.get(name)):
            frame.interp.heap.touch(frame.names_owner)
            frame.names[name] = Unknown(_CHANGES, name)


def any_round(item: Value) -> Value:
    """What stands for the items of all rounds when only the first one is known."""
    if isinstance(item, tuple):
        return tuple(any_round(part) for part in item)
    return Unknown(_CHANGES) if _is_counter(item) else item


def _is_counter(value: Value) -> bool:
    return isinstance(value, _SCALARS) and not isinstance(value, bool)


def leave_loop(frame: Frame, body: Step, carried: tuple[str, ...]) -> None:
    """Go on behind a loop of which nobody knows how many more rounds there are.

    A last round is run, perhaps: what it changes may change again in those that are not run.
    """
    interp = frame.interp
    if interp.leaving:  # that round is a fork already, of a loop around this one
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
    """What one more round changes has no known value, or number of elements, after all of them."""
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
    """Whether to go on behind a call: the outermost one since something was built.

    Prepares for it: handlers inside of the call are forgotten, and the limit is said.
    """
    before = set(stack(interp.built_in))
    if frame in before:
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
