"""A name scope around `tf.get_variable` or a layer does not become part of the names.

**What it finds.** A `tf.name_scope` in which variables are created whose names do not contain it.
`tf.get_variable` only uses the prefix of `tf.variable_scope`, and layers create their variables
with `tf.get_variable`.

**Why it matters.** Nothing fails as long as the names differ in some other way. But a second block
that is built like this finds its names taken. In TensorBoard, the variables appear in a different
place from the ops that use them.

**Example.**

```python
with tf.name_scope("encoder"):
    w = tf.get_variable("w", [3])  # is called w, not encoder/w
```

**What to do.** Use `tf.variable_scope`, which also opens a name scope. If the variables are meant
to be shared, by several towers for example, leave the code as it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from scope_lsp.analysis.result import Analysis, Certainty, ScopeEvent, Span, VariableEvent
from scope_lsp.rules.rule import Finding, Rule, Severity

CODE = "name-scope-ignored"


def _check(analysis: Analysis) -> Iterator[Finding]:
    scopes: dict[str, ScopeEvent] = {}
    for scope in analysis.scopes:
        if scope.op_prefix:
            scopes[scope.op_prefix] = scope
    found: dict[Span, tuple[ScopeEvent, list[VariableEvent]]] = {}
    for event in analysis.variables:
        if event.reused or event.slot or event.after_error or event.ops is None:
            continue
        inner = _innermost(scopes, event.ops)
        if (
            event.certainty is Certainty.SYMBOLIC
            or inner is None
            or inner.variable_prefix is not None
            or inner.uncalled != event.uncalled
        ):
            continue
        if not event.name.startswith(f"{inner.op_prefix}/"):
            found.setdefault(inner.span, (inner, []))[1].append(event)
    for span, (scope, events) in found.items():
        names = list(dict.fromkeys(event.name.rpartition(":")[0] for event in events))
        more = f" and {len(names) - 1} more" if len(names) > 1 else ""
        yield Finding(
            code=CODE,
            severity=Severity.INFORMATION,
            message=f"this name scope is not part of the variable names: {names[0]}{more}",
            span=span,
            certainty=Certainty.DEFINITE
            if all(event.certainty is Certainty.DEFINITE for event in events)
            else Certainty.POSSIBLE,
            trace=scope.trace,
        )


def _innermost(scopes: dict[str, ScopeEvent], ops: str) -> ScopeEvent | None:
    """The scope that the program's own code opened last around a place in the graph."""
    while ops:
        if ops in scopes:
            return scopes[ops]
        ops = ops.rpartition("/")[0]
    return None


RULE = Rule(CODE, Severity.INFORMATION, __doc__ or "", _check)
