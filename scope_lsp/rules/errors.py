"""From errors that TensorFlow raises to findings: what all rules about errors share.

This is not a rule: each rule of this kind only names its code.
"""

from __future__ import annotations

from collections.abc import Iterator

from scope_lsp.analysis.result import Analysis, Certainty, ErrorEvent, Related, Trace
from scope_lsp.rules.rule import Finding, Severity

MAY_FAIL = "This may fail: "
"""The beginning of the message of an error that is not definite."""
MODULE = "<module>"
"""The function name of a module's body."""


def findings_of(analysis: Analysis, code: str) -> Iterator[Finding]:
    """Yield a finding for each error event of ``code``.

    The severity is error only if the event is definite; otherwise it is a warning that says "may".
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
                related=_related(analysis, event),
            )


def _related(analysis: Analysis, event: ErrorEvent) -> tuple[Related, ...]:
    """Explain the failure: where the variable was created, and how the call was reached."""
    related: list[Related] = []
    if event.created_at:
        what = event.variable or "the variable"
        made = _shape(analysis, event) if event.code == "variable-shape" else ""
        related.append(Related(event.created_at[-1].span, f"{what} was first created here{made}"))
        related += _callers(event.created_at, "that was called from here")
    related += event.related
    related += _callers(event.trace, "called from here", _second_call(event))
    return tuple(related)


def _callers(trace: Trace, message: str, again: int = -1) -> list[Related]:
    """The calls above the last one, innermost first; ``again`` is the one that came second."""
    found = []
    for index in range(len(trace) - 2, -1, -1):
        frame = trace[index]
        text = message.replace("called", "called a second time") if index == again else message
        found.append(
            Related(
                frame.span, text if frame.function == MODULE else f"{text}, in {frame.function}"
            )
        )
    return found


def _second_call(event: ErrorEvent) -> int:
    """The index at which the two ways to the same call diverge; -1 for two different calls."""
    trace, first = event.trace, event.created_at
    if not first or trace[-1].span != first[-1].span:
        return -1
    for index, (mine, other) in enumerate(zip(trace, first, strict=False)):
        if mine.span != other.span:
            return index
    return -1


def _shape(analysis: Analysis, event: ErrorEvent) -> str:
    """The shape of the variable, and whether it depends on the size of an input."""
    for made in analysis.variables:
        if made.name == event.variable and not made.reused and made.shape is not None:
            sizes = ", ".join("?" if size is None else str(size) for size in made.shape)
            own = [part for part in made.parts if part.span == made.span]
            of_input = ": its size depends on the input of this call" if len(own) > 1 else ""
            return f", with shape ({sizes}){of_input}"
    return ""
