"""A string names a tensor, op or variable that the graph does not have.

**What it finds.** A name that has the wrong form (a tensor's name ends in `:0`) or does not exist
in the graph. It is passed to `get_tensor_by_name`, to `get_operation_by_name` or to a session's
`run`, as a fetch or in `feed_dict`; or it is on the right side of a map for
`tf.train.init_from_checkpoint`; or it is in a list of names that a filter uses
(`v.name in NAMES`), and is nearly the name of a variable that is not in the list.

It is an error if TensorFlow is certain to raise, and a warning if a very similar name exists but
scope-lsp may not know all ops of the graph. Nothing is reported if the program imports a graph,
creates ops that are not modelled, or handles the exception.

**Why it matters.** TensorFlow raises an exception, often only after a model was built or restored.
A filter raises nothing: it leaves the variable out.

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
