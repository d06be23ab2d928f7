"""Under reuse, yet this call makes a new variable.

**What it finds.** A call in a scope with `reuse` that runs again in that scope and, instead of
sharing the variable of the time before, makes another: an unnamed layer, whose automatic name
counts on, or a `tf.Variable`, which is never shared.

**Why it matters.** There are two sets of weights where one was meant. Nothing fails; the second
set is trained, or stays as it was initialized.

**Example.**

```python
with tf.variable_scope("net", reuse=tf.AUTO_REUSE):
    for x in (a, b):
        y = tf.layers.dense(x, 4)  # net/dense, then net/dense_1
```

**What to do.** Give the layer a name, or open the scope anew for each use. Use `tf.get_variable`
in place of `tf.Variable`.
"""

from __future__ import annotations

from collections.abc import Iterator

from scope_lsp.analysis.result import Analysis, Certainty, Related, Span, VariableEvent
from scope_lsp.rules.rule import Finding, Rule, Severity

CODE = "not-shared"


def _check(analysis: Analysis) -> Iterator[Finding]:
    first: dict[tuple[Span, str, str, int], VariableEvent] = {}
    told: set[Span] = set()
    for event in analysis.variables:
        if event.slot or event.after_error or event.sharing == "False" or _is_named_layer(event):
            continue
        leaf = event.name.rpartition("/")[2] if event.unnamed else _base(event)
        before = first.setdefault((event.span, event.scope, leaf, event.graph), event)
        if (
            before.name == event.name
            or event.certainty is Certainty.SYMBOLIC
            or event.reused
            or event.span in told
        ):
            continue
        told.add(event.span)
        yield Finding(
            code=CODE,
            severity=Severity.INFORMATION,
            message=f"the scope shares, but this makes {event.name} besides {before.name}",
            span=event.span,
            certainty=event.certainty,
            trace=event.trace,
            related=tuple(
                Related(frame.span, "it was run from here before") for frame in before.trace[-2:-1]
            ),
        )


def _is_named_layer(event: VariableEvent) -> bool:
    """Whether a layer made it that the program gave a name to, as far as that can be told."""
    own = [part for part in event.parts if part.span == event.span]
    return event.unnamed is None and len(own) > 1


def _base(event: VariableEvent) -> str:
    """What tells the variables of one call from each other."""
    return (event.asked or event.name.rpartition(":")[0]).rpartition("/")[2]


RULE = Rule(CODE, Severity.INFORMATION, __doc__ or "", _check)
