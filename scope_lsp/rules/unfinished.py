"""The analysis stopped here; what follows may be missing.

**What it finds.** The place at which the analysis gave up: a limit was reached (steps, rounds of a
loop, nested calls), or the program seems to raise an exception there that has nothing to do with
variables, so that nothing after it runs. Also, once for a program, the part that could not be
followed and costs most: a package that is not there, something of a library that is not modelled.

Limits count work, not time: the same program gives the same answer on a busy machine. What is cut
off is as little as possible: a loop that goes on making variables or ops is left, and so is a call
that runs on and on without making any; then the program goes on behind it, and what it makes there
is only possible.

**Why it matters.** Variables that the program makes afterwards are not listed, and no error can
be reported for them. Nothing is wrong with the program for this alone.

**Example.**

```python
while True:  # builds without end: the loop is left after 10,000 rounds
    total = tf.add(total, 1.0)
```

**What to do.** Where the program really does so much work, nothing: what was found is what there
is. An exception that the program does not really raise is a flaw of the analysis: please report
it, and likewise an analysis that was given up after so many seconds (`analysis.timeout`).
"""

from __future__ import annotations

from collections.abc import Iterator

from scope_lsp.analysis.kinds import ProblemKind
from scope_lsp.analysis.result import Analysis, Certainty, Gap
from scope_lsp.rules.rule import Finding, Rule, Severity

CODE = "unfinished"
_SAYINGS = {
    ProblemKind.BUDGET: "{}; what follows may be missing",
    ProblemKind.CRASH: "the program seems to end here in {}; what follows is not analysed",
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
        costs.append("variables that it makes are not listed")
    if gap.shapes:
        costs.append(f"the shapes of {_counted(gap.shapes)} may hang on it")
    if gap.names:
        costs.append(f"the names of {_counted(gap.names)} may hang on it")
    more = f" (and {others} more parts that could not be followed)" if others > 0 else ""
    return f"{gap.reason}: {', '.join(costs)}{more}"


def _counted(number: int) -> str:
    return f"{number} variable" if number == 1 else f"{number} variables"


RULE = Rule(CODE, Severity.INFORMATION, __doc__ or "", _check)
