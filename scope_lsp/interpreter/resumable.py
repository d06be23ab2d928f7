"""Generators and coroutines at run time: bodies that stop at a yield and are resumed.

How such a body is compiled is in ``generators``.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from inspect import GEN_CREATED, getgeneratorstate
from typing import Any

from scope_lsp.interpreter.branches import leave_raising_arm, lower_doubt
from scope_lsp.interpreter.code import Completion
from scope_lsp.interpreter.environment import Frame
from scope_lsp.interpreter.loader import Origin
from scope_lsp.interpreter.running import run_frame
from scope_lsp.interpreter.values import Iter, Raised, Value

Steps = Generator[Value, Value, Completion]
Stepping = Any
"""A compiled statement that may yield: called with the frame, returns ``Steps``."""


def start_generator(frame: Frame) -> Value:
    """Return what calling a generator function or a coroutine function returns."""
    if frame.code.generator is None:
        return Iter(_coroutine(frame), "coroutine")
    frame.iterator = Iter(_Resumable(frame), "generator")
    return frame.iterator


class _Resumable:
    """A generator of the program, which refuses to be resumed where Python's does."""

    __slots__ = ("_body", "_interp")

    def __init__(self, frame: Frame) -> None:
        self._interp = frame.interp
        self._body: Any = _drive(frame)

    def __iter__(self) -> _Resumable:
        return self

    def __next__(self) -> Value:
        return self._resumed(self._body.__next__)

    def send(self, value: Value) -> Value:
        if value is not None and getgeneratorstate(self._body) == GEN_CREATED:
            message = "can't send non-None value to a just-started generator"
            self._interp.raise_error("TypeError", message)
        return next(self) if value is None else self._resumed(self._body.send, value)

    def throw(self, raised: Raised) -> Value:
        return self._resumed(self._body.throw, raised)

    def close(self) -> None:
        """Let the body run its cleanup code."""
        if getgeneratorstate(self._body) == GEN_CREATED:
            self._body.close()
            return
        try:
            self.throw(self._interp.error("GeneratorExit", ""))
        except StopIteration:
            return
        except Raised as raised:
            if not self._interp.matches(raised.value, "GeneratorExit"):
                raise
            return
        self._interp.raise_error("RuntimeError", "generator ignored GeneratorExit")

    def _resumed(self, resume: Callable[..., Value], *args: Any) -> Value:
        if self._body.gi_running:
            self._interp.raise_error("ValueError", "generator already executing")
        return resume(*args)


def _coroutine(frame: Frame) -> Generator[Value, Value, Value]:
    yield from ()
    frame.back = frame.interp.frame
    return run_frame(frame)


def _drive(frame: Frame) -> Generator[Value, Value, Value]:
    """Run a generator's body, with its frame on the stack only while it runs."""
    interp = frame.interp
    assert frame.code.generator is not None
    inner: Any = frame.code.generator(frame)
    sent: Value = None
    thrown: Raised | None = None
    while True:
        frame.back = interp.frame
        interp.enter(frame)
        try:
            value = inner.send(sent) if thrown is None else inner.throw(thrown)
        except StopIteration:
            lower_doubt(frame)
            return frame.result
        finally:
            interp.leave(frame)
        thrown = None
        # While it is suspended, its doubts concern the item and nothing else of the program.  But
        # what is inside a context manager's ``yield`` is as doubtful as the yield.
        asks = interp.frame
        is_users = asks is not None and asks.module.source.origin is Origin.USER
        held = frame.doubt if is_users else 0
        interp.doubt -= held
        if frame.doubt:
            interp.unsure_item = True
        try:
            sent = yield value
        except Raised as raised:
            thrown = frame.thrown = raised
        interp.doubt += held


def perhaps(frame: Frame, step: Stepping) -> Generator[Value, Value, Completion | Raised]:
    """Run statements that may not be reached: an exception in them ends nothing else."""
    doubt = frame.doubt
    try:
        return (yield from step(frame))  # type: ignore[no-any-return]
    except Raised as raised:
        if raised is frame.thrown:  # by the code that asked for the item
            raise
        frame.interp.frame = frame
        lower_doubt(frame, doubt)
        return raised.caught()


def optionally(frame: Frame, step: Stepping) -> Steps:
    """Run what the program may not do, such as a round of a loop that may not come."""
    outcome = yield from perhaps(frame, step)
    if isinstance(outcome, Raised):
        goes_on(frame, outcome)
        return None
    return outcome


def goes_on(frame: Frame, raised: Raised) -> None:
    """The program continues without a path on which something was raised."""
    leave_raising_arm(frame, raised, join=_nothing, drop=_nothing)


def _nothing() -> None:
    """There is no state to join or to drop."""
