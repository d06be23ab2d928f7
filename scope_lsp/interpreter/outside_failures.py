"""Exceptions that unknown code may raise: a call of a library, or the run of a session.

The run of the program goes on as if none came.  An ``except`` clause that would catch one is run
only if it matters for the graph: if it builds something, or leads to code that is not reached
otherwise.  Exceptions that the analysis derives itself are in ``failures``.
"""

from __future__ import annotations

from scope_lsp.interpreter.branches import fork_steps, optional
from scope_lsp.interpreter.budget import Undone
from scope_lsp.interpreter.builtins.classes import EXCEPTIONS
from scope_lsp.interpreter.builtins.common import flat
from scope_lsp.interpreter.catching import Handler, WaitingBuiltin, matches
from scope_lsp.interpreter.code import Completion, Run, Step
from scope_lsp.interpreter.environment import Frame
from scope_lsp.interpreter.trials import trial
from scope_lsp.interpreter.values import Class, Raised, Unknown

_FROM_INSIDE = tuple(
    EXCEPTIONS[name]
    for name in ("SystemExit", "KeyboardInterrupt", "GeneratorExit", "ImportError", "NameError")
)
"""What no call raises because of its data."""


def ends_all(frame: Frame, handlers: list[Handler], raised: Raised) -> bool:
    """Whether nothing catches an exception, so that the program ends with it as a failure."""
    value = raised.value
    interp = frame.interp
    if interp.is_exit(value) or any(catcher.catches(value) for catcher in interp.catchers):
        return False
    return not any(matches(frame, run, value) for run, *_ in handlers)


def or_raised_before(frame: Frame, handler: Handler, raised: Raised) -> Completion:
    """Unknown code was called before the program failed: it may have raised what is caught here.

    Tests ask so whether a function refuses something.
    """

    def fail(inner: Frame) -> Completion:
        raise raised

    return fork_steps(frame, _handling(handler), fail)


def handled_perhaps(frame: Frame, handlers: list[Handler], completion: Completion) -> Completion:
    """Unknown code was called in a body that ended with ``completion``: it may have failed.

    The clauses are run from the state at the end of the body, which the program reaches in all
    probability.  That something exists there already is no failure of theirs.
    """
    for handler in handlers:
        if not _may_come_from_outside(frame, handler.kind):
            continue
        step = _without_refusals(_handling(handler))
        if _matters(frame, step, completion):
            completion = optional(frame, step, completion)
    return completion


def _may_come_from_outside(frame: Frame, run: Run | None) -> bool:
    """Whether the type of a clause names anything that a call of unknown code may raise."""
    if run is None:
        return True
    try:
        kind = flat(run(frame))
    except Raised:
        return False
    kinds = kind if isinstance(kind, tuple) else (kind,)
    return not all(isinstance(one, Class) and one in _FROM_INSIDE for one in kinds)


def _matters(frame: Frame, step: Step, completion: Completion) -> bool:
    """Whether a clause builds something, or goes on although the body left the code around it."""
    try:
        with trial(frame):
            ended = step(frame)
    except Undone:
        return True
    except Raised:
        return False
    return ended is None and completion is not None


def _handling(handler: Handler) -> Step:
    """What a clause does with an exception that is not known."""
    name, body = handler.name, handler.body

    def handled(frame: Frame) -> Completion:
        interp = frame.interp
        outer = frame.handling
        frame.handling = interp.error("SystemExit", "")  # raised again, it ends the program
        if name is not None:
            interp.heap.touch(frame.names_owner)
            frame.names[name] = Unknown("an exception that unknown code may raise")
        try:
            return body(frame)
        finally:
            frame.handling = outer

    return handled


def _without_refusals(step: Step) -> Step:
    """Do something; if TensorFlow refuses it, nothing is done after all."""

    def run(frame: Frame) -> Completion:
        catchers = frame.interp.catchers
        depth = len(catchers)
        catchers.append(WaitingBuiltin(frame, "ValueError"))
        try:
            return step(frame)
        except Raised as raised:
            if frame.interp.matches(raised.caught().value, "ValueError"):
                frame.interp.raise_error("SystemExit")
            raise
        finally:
            del catchers[depth:]

    return run
