"""A call creates a new variable although the scope has `reuse`.

**What it finds.** A call in a scope with `reuse` that runs a second time in that scope and creates
another variable instead of sharing the first one: an unnamed layer, whose automatic name gets the
next number, or a `tf.Variable`, which is never shared.

**Why it matters.** There are two sets of weights instead of one. Nothing fails; the second
set is trained, or keeps its initial values.

**Example.**

```python
with tf.variable_scope("net", reuse=tf.AUTO_REUSE):
    for x in (a, b):
        y = tf.layers.dense(x, 4)  # net/dense, then net/dense_1
```

**What to do.** Give the layer a name, or open the scope again for each use. Use `tf.get_variable`
instead of `tf.Variable`. If the second layer is meant to be a different one, there is nothing to
do. The rule does not report layers whose weights have different shapes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile

from scope_lsp.analysis.kinds import Reuse
from scope_lsp.analysis.result import Analysis, Certainty, Related, Span, VariableEvent
from scope_lsp.rules.rule import Finding, Rule, Severity

CODE = "not-shared"


def _check(analysis: Analysis) -> Iterator[Finding]:
    pairs = list(_pairs(analysis.variables))
    others = {_layer(*pair) for pair in pairs if not _could_share(*pair)}
    told: set[Span] = set()
    for before, event in pairs:
        if event.span in told or _layer(before, event) in others:
            continue
        told.add(event.span)
        yield Finding(
            code=CODE,
            severity=Severity.INFORMATION,
            message=(
                f"the scope has reuse, but this call creates {event.name} in addition to "
                f"{before.name}"
            ),
            span=event.span,
            certainty=event.certainty,
            trace=event.trace,
            related=tuple(
                Related(frame.span, "it was called from here before")
                for frame in before.trace[-2:-1]
            ),
        )


def _pairs(variables: Iterable[VariableEvent]) -> Iterator[tuple[VariableEvent, VariableEvent]]:
    """What a call made in a scope that shares, and what it made there again under another name."""
    first: dict[tuple[Span, str, str, int], VariableEvent] = {}
    for event in variables:
        if event.slot or event.after_error or event.reuse is Reuse.NO or _is_named(event):
            continue
        leaf = event.name.rpartition("/")[2] if event.unnamed else _base(event)
        before = first.setdefault((event.span, event.scope, leaf, event.graph), event)
        is_new = before.name != event.name and not event.reused
        if is_new and event.certainty is not Certainty.SYMBOLIC:
            yield before, event


def _layer(before: VariableEvent, event: VariableEvent) -> tuple[Span, str]:
    """What the variables of one layer have in common: the name up to where it is another one."""
    old, parts = before.name.split("/"), event.name.split("/")
    same = takewhile(lambda pair: pair[0] == pair[1], zip(old, parts, strict=False))
    return event.span, "/".join(parts[: len(list(same)) + 1])


def _could_share(one: VariableEvent, other: VariableEvent) -> bool:
    """Whether one variable would do for both; layers that are stacked in a loop differ in shape."""
    if one.dtype != other.dtype and None not in (one.dtype, other.dtype):
        return False
    if one.shape is None or other.shape is None:
        return True
    return len(one.shape) == len(other.shape) and all(
        a is None or b is None or a == b for a, b in zip(one.shape, other.shape, strict=True)
    )


def _is_named(event: VariableEvent) -> bool:
    """Whether the program gave the name itself, to ``tf.get_variable`` or to a layer."""
    own = [part for part in event.parts if part.span == event.span]
    return event.unnamed is None and (event.stored or len(own) > 1)


def _base(event: VariableEvent) -> str:
    """What distinguishes the variables of one call."""
    return (event.asked or event.name.rpartition(":")[0]).rpartition("/")[2]


RULE = Rule(CODE, Severity.INFORMATION, __doc__ or "", _check)
