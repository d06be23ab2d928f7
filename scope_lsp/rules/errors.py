"""From errors that TensorFlow raises to findings: the part that all rules about errors share.

Not a rule: each rule of this kind only says which code it stands for.
"""

from __future__ import annotations

from collections.abc import Iterator

from scope_lsp.analysis.result import Analysis, Certainty, ErrorEvent, Related, Trace
from scope_lsp.rules.rule import Finding, Severity

MAY_FAIL = "This may fail: "
"""In front of the message of an error that is not definite."""
MODULE = "<module>"
"""The function name of a module's body."""


def findings_of(analysis: Analysis, code: str) -> Iterator[Finding]:
    """A finding for each error event of ``code``.

    Severity error only when the event is definite; otherwise a warning that says "may".
    """
    for event in analysis.errors:
        if event.code == code:
            definite = event.certainty is Certainty.DEFINITE
            yield Finding(
                code=code,
                severity=Severity.ERROR if definite else Severity.WARNING,
                message=event.message if definite else MAY_FAIL + event.message,
                span=event.span,
                certainty=event.certainty,
                trace=event.trace,
                related=_related(event),
            )


def _related(event: ErrorEvent) -> tuple[Related, ...]:
    """Where the variable comes from, with its call chain, then the chain of the failing call."""
    related: list[Related] = []
    if event.created_at:
        what = event.variable or "the variable"
        related.append(Related(event.created_at[-1].span, f"{what} was first created here"))
        related += _callers(event.created_at, "that was called from here")
    related += event.related
    related += _callers(event.trace, "called from here")
    return tuple(related)


def _callers(trace: Trace, message: str) -> list[Related]:
    """The calls above the last one, innermost first."""
    return [
        Related(
            frame.span, message if frame.function == MODULE else f"{message}, in {frame.function}"
        )
        for frame in trace[-2::-1]
    ]
