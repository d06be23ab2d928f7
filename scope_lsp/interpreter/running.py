"""Running the body of a function whose parameters are bound.

Binding is in ``calls``, and bodies that yield are in ``resumable``.
"""

from __future__ import annotations

from scope_lsp.interpreter.branches import drop_returns, lower_doubt, rejoin, return_only
from scope_lsp.interpreter.budget import Idle
from scope_lsp.interpreter.code import RETURN
from scope_lsp.interpreter.environment import Frame
from scope_lsp.interpreter.leaving import leaves_call
from scope_lsp.interpreter.unknown_calls import inside_unknown
from scope_lsp.interpreter.values import Raised, Unknown, Value, unite


def run_frame(frame: Frame) -> Value:
    """Run the body of a function whose parameters are bound."""
    function = frame.function
    if function is None or function.wrapped_by is None:
        return _run_in_doubt(frame) if frame.interp.doubt else run_body(frame)
    with inside_unknown(frame.interp, function.wrapped_by):
        return _run_in_doubt(frame)


def _run_in_doubt(frame: Frame) -> Value:
    interp = frame.interp
    # Recursion that only an undecided branch stops would try every path down to the maximum depth.
    called = frame.function or frame.code
    active, inside = interp.active.get(called, (0, 0))
    budget, share = interp.budget, 4 if frame.module.is_model else 1
    if active >= budget.doubtful_depth * share or inside >= budget.doubtful_calls * share:
        return Unknown("recursion behind a branch that is not decided")
    interp.active[called] = active + 1, inside + 1
    try:
        return run_body(frame)
    finally:
        interp.active[called] = active, interp.active[called][1] if active else 0


def run_body(frame: Frame) -> Value:
    """Do the same without undecided branches: only the limit of depth stops a recursion."""
    interp = frame.interp
    code = frame.code
    budget = interp.budget
    budget.left -= 1
    if budget.left < 0 or interp.depth >= budget.depth:
        interp.check(frame)
    interp.depth += 1
    interp.frame = frame
    frame.keeps_returns = True
    try:
        value = code.value
        if value is not None:
            return value(frame)
        result = frame.result if code.body(frame) == RETURN else None  # type: ignore[misc]
        if frame.returned:
            rejoin(frame)
            return unite([*frame.returned, result])
        return result
    except Raised as raised:
        if not frame.returned:
            raise
        # An undecided branch returned before: this is the path on which it did not.
        interp.frame = frame
        catcher = interp.catcher_of(raised.caught().value)
        if catcher is not None:
            catcher.may_catch(raised)
            rejoin(frame)
        elif frame.left:
            return_only(frame)
        return unite(list(frame.returned))
    except Idle as idle:
        if not leaves_call(interp, frame, idle):
            raise
        return Unknown("the result of a call that was left before its end")
    finally:
        if frame.left:
            drop_returns(frame)
        if frame.doubt:
            lower_doubt(frame)
        interp.depth -= 1
        interp.frame = frame.back
