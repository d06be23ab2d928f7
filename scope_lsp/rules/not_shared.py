"""A call creates a new variable although the scope has `reuse`.

**What it finds.** A call that has run before in a scope of the same name, and now creates another
variable instead of sharing the first one, although the scope has `reuse`. This happens to unnamed
layers, whose automatic names get the next number, and to `tf.Variable` and new Keras layers, which
are never shared by name.

**Why it matters.** There are two sets of weights instead of one. Nothing fails; the second
set is trained, or keeps its initial values.

**Example.**

```python
with tf.variable_scope("net", reuse=tf.AUTO_REUSE):
    for x in (a, b):
        y = tf.layers.dense(x, 4)  # net/dense, then net/dense_1
```

**What to do.** Give the layer a name, or open the scope again for each use. Use `tf.get_variable`
instead of `tf.Variable`. Create a Keras layer once, and call that object again. If the second layer
is meant to be a different one, there is nothing to do. The rule does not report layers whose
weights have different shapes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from scope_lsp.analysis.kinds import Reuse
from scope_lsp.analysis.result import Analysis, Certainty, Related, Span, VariableEvent
from scope_lsp.rules.rule import Finding, Rule, Severity

CODE = "not-shared"
_NUMBER = re.compile(r"_\d+\Z")
"""What makes an automatic name unique."""


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
    """What a call made in a scope that shares, and what it had made in a scope of that name before.

    The first one may have been made without ``reuse``, as usual for the first use of a model.
    """
    first: dict[object, VariableEvent] = {}
    for event in variables:
        if event.slot or event.after_error or _is_named(event):
            continue
        key = event.span, _inner_spans(event), event.scope, _leaf(event), event.graph
        before = first.setdefault(key, event)
        if event.reuse is Reuse.NO or event.reused or before.name == event.name:
            continue
        if event.certainty is not Certainty.SYMBOLIC and not _differ_by_choice(before, event):
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
    """Whether the program gave the name itself, to ``tf.get_variable`` or ``tf.layers``."""
    return event.unnamed is None and event.stored


def _differ_by_choice(one: VariableEvent, other: VariableEvent) -> bool:
    """Whether the program itself may have chosen two names for what a Keras layer made.

    A layer whose name TensorFlow counts has no number the first time.
    """
    mine, others = _own(one), _own(other)
    return len(mine) > 1 and any(
        text != again and text != _NUMBER.sub("", again)
        for text, again in zip(mine, others, strict=False)
    )


def _own(event: VariableEvent) -> list[str]:
    """The parts of the name that come from the call itself."""
    return [part.text for part in event.parts if part.span == event.span]


def _inner_spans(event: VariableEvent) -> tuple[Span | None, ...]:
    """What the name owes to code inside the scope: two layers of one class are called there."""
    depth = len(event.scope.split("/")) if event.scope else 0
    spans = []
    for part in event.parts:
        if depth <= 0:
            spans.append(part.span)
        depth -= part.text.count("/") + 1
    return tuple(spans)


def _leaf(event: VariableEvent) -> str:
    """What distinguishes the variables of one call."""
    name = (event.asked or event.name.rpartition(":")[0]).rpartition("/")[2]
    return name if event.unnamed is None or event.stored else _NUMBER.sub("", name)


RULE = Rule(CODE, Severity.INFORMATION, __doc__ or "", _check)
