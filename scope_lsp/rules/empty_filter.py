"""A filter on names matches no variable.

**What it finds.** A `scope` argument of `tf.get_collection` and similar functions that matches none
of the variables that exist at this point, or a condition on `v.name` that holds for none of them:
in a comprehension, in a `filter(lambda v: ...)`, or in a loop that collects what it holds for.

**Why it matters.** An empty list is not an error in itself. The optimizer trains everything or
fails much later, and the saver saves nothing. Most often, a scope was renamed, or the filter runs
before the variables are created.

It is no surprise where the program itself asks whether the list is empty, and goes on. Nor is it
that there is no `global_step`, which lists of what is not restored name in any case.

**Example.**

```python
with tf.variable_scope("generator"):
    tf.get_variable("w", [3])
mine = [v for v in tf.trainable_variables() if v.name.startswith("gen/")]  # empty
```

**What to do.** Compare the filter with the existing names. The message lists some of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from scope_lsp.analysis.result import Analysis, Certainty
from scope_lsp.rules.rule import Finding, Rule, Severity

CODE = "empty-filter"
_ON_NAMES = re.compile(r"\.(?:op\.)?name\b")
_GLOBAL_STEP = "global_step"
_SHOWN = 3
"""How many of the names the message lists."""


def _check(analysis: Analysis) -> Iterator[Finding]:
    for lookup in analysis.collections:
        sure = lookup.certainty is Certainty.DEFINITE
        expected = lookup.expects_none or lookup.scope == _GLOBAL_STEP
        if sure and not lookup.found and lookup.others and not expected:
            yield Finding(
                code=CODE,
                severity=Severity.WARNING,
                message=f'scope="{lookup.scope}" matches none of {_some(lookup.others)}',
                span=lookup.span,
                certainty=lookup.certainty,
                trace=lookup.trace,
            )
    once: dict[object, int] = {}
    for one in analysis.filters:
        once[one.span] = max(one.kept, once.get(one.span, 0))
    for one in analysis.filters:
        sure = one.certainty is Certainty.DEFINITE
        unexpected = not once[one.span] and not one.expects_none
        if sure and unexpected and _ON_NAMES.search(one.condition):
            yield Finding(
                code=CODE,
                severity=Severity.WARNING,
                message=f"{one.condition} holds for none of {_some(one.names)}",
                span=one.span,
                certainty=one.certainty,
                trace=one.trace,
            )


def _some(names: Sequence[str]) -> str:
    shown = ", ".join(names[:_SHOWN])
    return f"{shown} and {len(names) - _SHOWN} more" if len(names) > _SHOWN else shown


RULE = Rule(CODE, Severity.WARNING, __doc__ or "", _check)
