"""The analysis stopped here; what follows may be missing.

**What it finds.** The place at which the analysis gave up: a limit was reached (time, steps,
nested calls), or the program seems to raise an exception there that has nothing to do with
variables, so that nothing after it runs.

**Why it matters.** Variables that the program makes afterwards are not listed, and no error can
be reported for them. Nothing is wrong with the program for this alone.

**Example.**

```python
while True:  # never ends: the analysis stopped after 5 seconds
    step()
```

**What to do.** For a limit of time, raise `analysis.timeout`. An exception that the program does
not really raise is a flaw of the analysis: please report it.
"""

from __future__ import annotations

from collections.abc import Iterator

from scope_lsp.analysis.result import Analysis
from scope_lsp.rules.rule import Finding, Rule, Severity

CODE = "unfinished"
KINDS = ("budget", "crash", "internal")


def _check(analysis: Analysis) -> Iterator[Finding]:
    for problem in analysis.problems:
        if problem.kind in KINDS:
            yield Finding(
                code=CODE,
                severity=Severity.INFORMATION,
                message=problem.message,
                span=problem.span,
                certainty=problem.certainty,
            )


RULE = Rule(CODE, Severity.INFORMATION, __doc__ or "", _check)
