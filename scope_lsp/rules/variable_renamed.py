"""A variable got another name than it was given, because that name is taken.

**What it finds.** A `tf.Variable` whose `name` is in use already in its name scope. TensorFlow
says nothing and appends a number.

**Why it matters.** Checkpoints know variables by their names: one that is restored under the name
in the source is another variable. Which of two gets the number depends on the order of creation.
A function that is called twice makes a second set of variables in this way.

**Example.**

```python
first = tf.Variable(tf.zeros([3]), name="w")
second = tf.Variable(tf.zeros([3]), name="w")  # is called w_1
```

**What to do.** Give the variable a name of its own, or create it in a `tf.variable_scope` of its
own. To share one variable, use `tf.get_variable` under `reuse`.
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
        where = (Related(taken.span, f"{first.asked} is made here"),) if taken else ()
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
