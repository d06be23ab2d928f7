"""A string names a tensor, op or variable that the graph does not have.

**What it finds.** A name passed to `get_tensor_by_name` or `get_operation_by_name`, or on the right
side of a map for `tf.train.init_from_checkpoint`, that has the wrong form (a tensor's name ends in
`:0`) or does not exist in the graph. It is an error if TensorFlow is certain to raise, and a
warning if a very similar name exists but scope-lsp may not know all ops of the graph. Nothing is
reported if the program imports a graph, creates ops that are not modelled, or handles the
exception.

**Why it matters.** TensorFlow raises a `KeyError` or `ValueError`, often only when a model is
restored.

**Example.**

```python
x = tf.placeholder(tf.float32, [None, 3], name="images")
tf.get_default_graph().get_tensor_by_name("images")  # a tensor is called images:0
tf.get_default_graph().get_tensor_by_name("image:0")  # does not exist
```

**What to do.** Use the name that the message suggests, or complete the string in the editor.
"""

from __future__ import annotations

from collections.abc import Iterator

from scope_lsp.analysis.result import Analysis
from scope_lsp.rules.rule import Finding, Rule, Severity

CODE = "unknown-name"


def _check(analysis: Analysis) -> Iterator[Finding]:
    for lookup in analysis.lookups:
        meant = f" Did you mean {lookup.candidates[0]}?" if lookup.candidates else ""
        yield Finding(
            code=CODE,
            severity=Severity.ERROR if lookup.raises else Severity.WARNING,
            message=lookup.message + meant,
            span=lookup.span,
            certainty=lookup.certainty,
            trace=lookup.trace,
        )


RULE = Rule(CODE, Severity.WARNING, __doc__ or "", _check)
