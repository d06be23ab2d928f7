"""The analysis stopped here; what follows may be missing.

**What it finds.** The place at which the analysis gave up: a limit was reached (time, steps,
nested calls), or the program seems to raise an exception there that has nothing to do with
variables, so that nothing after it runs.

**Why it matters.** Variables that the program makes afterwards are not listed, and no error can
be reported for them. Nothing is wrong with the program for this alone.

**Example.**

```python
while True:  # builds without end: the analysis stops after 5 seconds
    total = tf.add(total, 1.0)
```

**What to do.** For a limit of time, raise `analysis.timeout`. An exception that the program does
not really raise is a flaw of the analysis: please report it.
"""

from __future__ import annotations

from collections.abc import Iterator

from scope_lsp.analysis.result import Analysis
from scope_lsp.rules.rule import Finding, Rule, Severity

CODE = "unfinished"
_SAYINGS = {
    "budget": "{}; what follows may be missing",
    "crash": "the program seems to end here in {}; what follows is not analysed",
    "internal": "the analysis failed here ({}); what follows may be missing",
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


RULE = Rule(CODE, Severity.INFORMATION, __doc__ or "", _check)
