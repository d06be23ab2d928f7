"""The analysis stopped here; what follows may be missing.

**What it finds.** The place where the analysis stopped or left something out. Either a limit was
reached (steps, rounds of a loop, nested calls), or the program seems to raise an exception that has
nothing to do with variables: then what follows is only possible. Once per program, the rule also
reports the gap that costs most: a package that was not found, say, or a part of a library that is
not modelled.

Limits count work, not time, so the same program gives the same answer on a busy machine. As little
as possible is cut off. The analysis leaves a loop that goes on creating variables or ops, or a call
that runs on and on without creating any, and continues after it. What the program creates there is
only possible.

**Why it matters.** Variables that the program creates afterwards may not be listed, and nothing
that follows is reported as an error. This alone does not mean that anything is wrong with the
program.

**Example.**

```python
while True:  # builds without end: the loop is left after 10,000 rounds
    total = tf.add(total, 1.0)
```

**What to do.** If the program really does so much work, nothing. If the program does not really
raise the exception, the analysis is wrong: please report it. Please also report an analysis that
was stopped after a number of seconds (`analysis.timeout`).
"""

from __future__ import annotations

from collections.abc import Iterator

from scope_lsp.analysis.kinds import ProblemKind
from scope_lsp.analysis.result import Analysis, Certainty, Gap
from scope_lsp.rules.rule import Finding, Rule, Severity

CODE = "unfinished"
_SAYINGS = {
    ProblemKind.BUDGET: "{}; what follows may be missing",
    ProblemKind.CRASH: "the program seems to stop here with {}; what follows is only possible",
    ProblemKind.TIMEOUT: "the analysis was here when it was {}; what follows is missing",
    ProblemKind.MEMORY: "the analysis was here when it was {}; what follows is missing",
    ProblemKind.INTERNAL: "the analysis failed here ({}); what follows may be missing",
}
"""What is said of each kind of problem that this rule is about."""


def _check(analysis: Analysis) -> Iterator[Finding]:
    for problem in analysis.problems:
        saying = _SAYINGS.get(problem.kind)
        if saying is not None:
            yield Finding(
                code=CODE,
                severity=Severity.INFORMATION,
                message=saying.format(problem.message),
                span=problem.span,
                certainty=problem.certainty,
            )
    for gap in analysis.gaps[:1]:
        yield Finding(
            code=CODE,
            severity=Severity.INFORMATION,
            message=said(gap, len(analysis.gaps) - 1),
            span=gap.span,
            certainty=Certainty.POSSIBLE,
        )


def said(gap: Gap, others: int = 0) -> str:
    """A gap and its cost as one sentence."""
    costs = []
    if gap.hides:
        costs.append("variables that it creates are not listed")
    if gap.shapes:
        costs.append(f"the shapes of {_counted(gap.shapes)} may depend on it")
    if gap.names:
        costs.append(f"the names of {_counted(gap.names)} may depend on it")
    parts = "part" if others == 1 else "parts"
    more = f" (and {others} more {parts} that could not be followed)" if others > 0 else ""
    return f"{gap.reason}: {', '.join(costs)}{more}"


def _counted(number: int) -> str:
    return f"{number} variable" if number == 1 else f"{number} variables"


RULE = Rule(CODE, Severity.INFORMATION, __doc__ or "", _check)
