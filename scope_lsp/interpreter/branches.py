"""Undecided branches: both arms are run from one state, and then joined.

An arm that raises takes no part in the join, unless a handler of the program may catch the
exception.  The state of an arm that returns waits until the function ends, and that of one that
breaks or continues until the loop or its round ends.  All of them wait at most until the enclosing
``with`` or arm ends.  What follows any of these is only possible.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence

from scope_lsp.interpreter.budget import Idle
from scope_lsp.interpreter.code import BREAK, CONTINUE, RETURN, Completion, Run, Step
from scope_lsp.interpreter.environment import Frame
from scope_lsp.interpreter.heap import Arm
from scope_lsp.interpreter.lexical import may_leave
from scope_lsp.interpreter.values import Module, Raised, Value, unite

Outcome = Completion | Raised


def fork_steps(frame: Frame, first: Step, second: Step) -> Completion:
    """Run two arms of which one is taken, from one state; return how the whole branch ended."""
    frame.interp.prunes += 1
    frame.arms += 1
    try:
        return _fork_steps(frame, first, second)
    finally:
        frame.arms -= 1
        frame.interp.prunes -= 1


def _fork_steps(frame: Frame, first: Step, second: Step) -> Completion:
    heap = frame.interp.heap
    heap.open()
    one = _run(frame, first)
    result_one = frame.result
    branch = heap.rewind()
    two = _run(frame, second)
    result_two = frame.result
    if isinstance(one, Raised) and isinstance(two, Raised):
        heap.join(branch)
        raise one
    if isinstance(two, Raised):
        # Continue from the first arm: the second one has ended.
        other = heap.rewind()
        heap.replay(branch)
        leave_raising_arm(frame, two, lambda: heap.join(other), heap.drop)
        frame.result = result_one
        assert not isinstance(one, Raised)
        return one
    if isinstance(one, Raised):
        leave_raising_arm(frame, one, lambda: heap.join(branch), heap.drop)
        return two
    if one == two:
        heap.join(branch)
        if one == RETURN:
            frame.result = unite([result_one, result_two])
        return one
    return _join_exits(frame, one, two, result_one, result_two, branch)


def _join_exits(
    frame: Frame,
    one: Completion,
    two: Completion,
    result_one: Value,
    result_two: Value,
    branch: Arm,
) -> Completion:
    """The arms ended differently, neither by an exception: at least one left early."""
    heap = frame.interp.heap
    if RETURN in (one, two):
        frame.returned += (result_one if one == RETURN else result_two,)
        goes_on = two if one == RETURN else one
        if goes_on is None:
            if one != RETURN:
                other = heap.rewind()
                heap.replay(branch)
                branch = other
            if frame.keeps_returns and len(frame.left) < MAX_LEFT:
                frame.left += ((RETURN, branch),)
            else:
                heap.join(branch, without=frame)
        else:
            heap.join(branch)
    else:
        goes_on = CONTINUE if one is not None and two is not None else None
        if goes_on is None and frame.keeps_exits and len(frame.left) < MAX_LEFT:
            if one is None:
                other = heap.rewind()
                heap.replay(branch)
                branch = other
            frame.left += ((one or two or BREAK, branch),)
        else:
            heap.join(branch)
        if BREAK not in (one, two):
            frame.skips += 1
    raise_doubt(frame)
    return goes_on


def rejoin(frame: Frame, kept: int = 0) -> None:
    """Join the states in which branches returned from here, except the first ``kept``."""
    while len(frame.left) > kept:
        *before, (how, branch) = frame.left
        frame.left = tuple(before)
        frame.interp.heap.join(branch, without=frame if how == RETURN else None)


def rejoin_round(frame: Frame, kept: int) -> None:
    """The round of a loop ends: join the states in which branches continued with the next one.

    ``kept`` is the number of states that waited before the loop.
    """
    for index in range(kept, len(frame.left)):
        if frame.left[index][0] == CONTINUE:
            rejoin(frame, index)
            return


def rejoin_loop(frame: Frame, kept: int) -> None:
    """A loop ends: join the states in which branches left it, or their rounds."""
    for index in range(kept, len(frame.left)):
        if frame.left[index][0] != RETURN:
            rejoin(frame, index)
            return


MAX_LEFT = 64
"""The maximum number of states waiting in one frame: each keeps a fork open."""


def return_only(frame: Frame) -> None:
    """Return to the states in which branches returned, because the code after them failed."""
    *before, (_, branch) = frame.left
    frame.left = tuple(before)
    heap = frame.interp.heap
    heap.rewind()
    heap.replay(branch)
    heap.drop()
    rejoin(frame)


def drop_returns(frame: Frame) -> None:
    """Forget these states: the call is left as it is."""
    for _ in frame.left:
        frame.interp.heap.drop()
    frame.left = ()


def rejoins(nodes: list[ast.stmt], step: Step) -> Step:
    """A block after which states that left it early are joined, because something ends with it."""
    if not may_leave(nodes):
        return step

    def run(frame: Frame) -> Completion:
        kept = len(frame.left)
        try:
            completion = step(frame)
        except Raised:
            rejoin(frame, kept)
            raise
        rejoin(frame, kept)
        return completion

    return run


def raise_doubt(frame: Frame) -> None:
    """What follows in this frame may not be reached.  This is undone when its loop or body ends."""
    frame.interp.doubt += 1
    frame.doubt += 1


def lower_doubt(frame: Frame, to: int = 0) -> None:
    """Forget the doubts that early exits raised since the frame's doubt was ``to``."""
    frame.interp.doubt -= frame.doubt - to
    frame.doubt = to


def next_round(frame: Frame) -> None:
    """Forget the doubt about whether the rest of a round was skipped."""
    if frame.skips:
        lower_doubt(frame, frame.doubt - frame.skips)
        frame.skips = 0


def skip_round(frame: Frame) -> None:
    """The rest of a loop's round may be skipped."""
    raise_doubt(frame)
    frame.skips += 1


def _run(frame: Frame, step: Step) -> Outcome:
    interp = frame.interp
    interp.budget.tick()
    interp.doubt += 1
    current = interp.frame
    doubt, skips = frame.doubt, frame.skips
    kept = len(frame.left)
    try:
        completion = step(frame)
        rejoin(frame, kept)
        return completion
    except Raised as raised:
        interp.frame = current
        rejoin(frame, kept)
        return raised.caught()
    except Idle:
        interp.heap.drop()  # the enclosing call is left, and this fork with it
        raise
    finally:
        lower_doubt(frame, doubt)
        frame.skips = skips
        interp.doubt -= 1


def leave_raising_arm(
    frame: Frame, raised: Raised, join: Callable[[], None], drop: Callable[[], None]
) -> None:
    """Continue with the other arm.  A handler that may catch ``raised`` has to run as well."""
    if not raised.deliberate:
        frame.lost = True
        if isinstance(frame.namespace, Module):
            frame.namespace.lost = True
    catcher = frame.interp.catcher_of(raised.value)
    if catcher is None:
        drop()
    else:
        join()
        catcher.may_catch(raised)


def fork_options(
    frame: Frame, options: Sequence[Value], step: Callable[[Frame, Value], Completion]
) -> Completion:
    """Run something for each of several possible values, each from the same state."""
    first, *rest = options
    if not rest:
        return step(frame, first)
    return fork_steps(
        frame,
        lambda inner: step(inner, first),
        lambda inner: fork_options(inner, rest, step),
    )


def fork_values(frame: Frame, arms: Sequence[Run]) -> Value:
    """Return the union of several expressions of which one is evaluated, from one state."""
    if len(arms) == 1:
        return arms[0](frame)
    values: list[Value] = []

    def step(run: Run) -> Step:
        def evaluate(inner: Frame) -> Completion:
            values.append(run(inner))
            return None

        return evaluate

    first, *rest = arms

    def others(inner: Frame) -> Completion:
        values.append(fork_values(inner, rest))
        return None

    fork_steps(frame, step(first), others)
    return unite(values)


def optional(frame: Frame, step: Step, completion: Completion = None) -> Completion:
    """Run something that the program may or may not do, after what ended with ``completion``."""
    interp = frame.interp
    result = frame.result
    prunes = interp.prunes
    interp.prunes = 0

    def as_before(inner: Frame) -> Completion:
        inner.result = result
        return completion

    try:
        return _fork_steps(frame, step, as_before)
    finally:
        interp.prunes = prunes
