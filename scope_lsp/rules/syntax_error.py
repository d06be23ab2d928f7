"""A part of the file is not Python.

**What it finds.** Text that Python's parser refuses. The rest of the file is analysed as if the
broken statements were not there.

**Why it matters.** Variables that the broken statements create are missing, and so may be names
that depend on them. It is a warning, because `error` is reserved for what TensorFlow raises. The
language server does not report it: in an editor, a server for Python, such as pyright, shows syntax
errors.

**Example.**

```python
w = tf.get_variable("w", [3]
b = tf.get_variable("b", [3])  # the bracket above was never closed
```

**What to do.** Correct the syntax.
"""

from __future__ import annotations

from collections.abc import Iterator

from scope_lsp.analysis.kinds import ProblemKind
from scope_lsp.analysis.result import Analysis
from scope_lsp.rules.rule import Finding, Rule, Severity

CODE = "syntax-error"


def _check(analysis: Analysis) -> Iterator[Finding]:
    for problem in analysis.problems:
        if problem.kind is ProblemKind.SYNTAX:
            yield Finding(
                code=CODE,
                severity=Severity.WARNING,
                message=problem.message,
                span=problem.span,
                certainty=problem.certainty,
            )


RULE = Rule(CODE, Severity.WARNING, __doc__ or "", _check, in_editor=False)
