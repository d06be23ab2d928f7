"""Values of ``scope_lsp.analysis.result`` for tests that need no analysis."""

from __future__ import annotations

from scope_lsp.analysis.kinds import ProblemKind
from scope_lsp.analysis.result import (
    CallFrame,
    Certainty,
    ErrorEvent,
    Problem,
    Span,
    Trace,
    VariableEvent,
)

PROGRAM = "/project/train.py"


def span(line: int, column: int = 1, path: str = PROGRAM) -> Span:
    """Ten characters on one line."""
    return Span(path, line, column, line, column + 10)


def chain(*lines: int, path: str = PROGRAM) -> Trace:
    """A call chain, outermost first; all but the outermost call stand in ``build``."""
    return tuple(
        CallFrame(span(line, path=path), "build" if depth else "<module>")
        for depth, line in enumerate(lines)
    )


def variable(
    name: str = "w:0",
    line: int = 1,
    *,
    reused: bool = False,
    certainty: Certainty = Certainty.DEFINITE,
    shape: tuple[int | None, ...] | None = (3,),
    slot: bool = False,
    after_error: bool = False,
    path: str = PROGRAM,
) -> VariableEvent:
    """A float32 variable made or fetched by a call on ``line``."""
    return VariableEvent(
        name,
        "tf.get_variable",
        chain(line, path=path),
        reused,
        certainty,
        shape,
        "float32",
        True,
        slot=slot,
        after_error=after_error,
    )


def error(
    line: int,
    code: str = "variable-exists",
    message: str = "Variable w already exists, disallowed.",
    *,
    certainty: Certainty = Certainty.DEFINITE,
    trace: Trace | None = None,
    created_at: Trace = (),
) -> ErrorEvent:
    """An error that TensorFlow raises at a call on ``line``."""
    return ErrorEvent(
        code, message, "ValueError", trace or chain(line), certainty, "w:0", created_at
    )


def problem(line: int, kind: str, message: str) -> Problem:
    """Something that kept the analysis from seeing all."""
    return Problem(span(line), ProblemKind(kind), message)
