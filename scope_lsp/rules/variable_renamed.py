"""A variable gets a different name, because the given name is already taken.

**What it finds.** A `tf.Variable` whose `name` is already in use in its name scope. TensorFlow
appends a number, without a message.

**Why it matters.** Checkpoints identify variables by name. The name in the source code belongs to
another variable, and that variable's value is restored under it. Which of the two gets the number
depends on the order of creation. A function that is called twice creates a second set of variables
in this way.

**Example.**

```python
first = tf.Variable(tf.zeros([3]), name="w")
second = tf.Variable(tf.zeros([3]), name="w")  # is called w_1
```

**What to do.** Give the variable its own name, or create it in its own `tf.variable_scope`. To
share one variable, use `tf.get_variable` with `reuse`.
"""

from __future__ import annotations

from collections.abc import Iterator

from scope_lsp.analysis.result import Analysis, Certainty, Related, Span, VariableEvent
from scope_lsp.rules.rule import Finding, Rule, Severity

CODE = "variable-renamed"


def _check(analysis: Analysis) -> Iterator[Finding]:
    makers: dict[tuple[int, str], VariableEvent] = {}
    renamed: dict[Span, list[VariableEvent]] = {}
    for event in analysis.variables:
        makers.setdefault((event.graph, event.name.rpartition(":")[0]), event)
        if event.asked is not None and not (event.reused or event.slot or event.after_error):
            renamed.setdefault(event.span, []).append(event)
    for span, events in renamed.items():
        if any(event.certainty is Certainty.SYMBOLIC for event in events):
            continue
        first = events[0]
        names = dict.fromkeys(event.name.rpartition(":")[0] for event in events)
        text, *more = names
        others = f" (and {', '.join(more)} when it runs again)" if more else ""
        taken = makers.get((first.graph, first.asked or ""))
        where = (Related(taken.span, f"{first.asked} is created here"),) if taken else ()
        yield Finding(
            code=CODE,
            severity=Severity.INFORMATION,
            message=f"{first.asked} is taken: this variable is called {text}{others}",
            span=span,
            certainty=first.certainty,
            trace=first.trace,
            related=where,
        )


RULE = Rule(CODE, Severity.INFORMATION, __doc__ or "", _check)
