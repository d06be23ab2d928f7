"""A variable is shared that was never created.

**What it finds.** Under `reuse=True`, `tf.get_variable`, or a layer that calls it, asks for a
variable, but `tf.get_variable` has not created one with that full name. TensorFlow raises a
`ValueError` while it builds the graph.

**Why it happens.** The first use already runs under `reuse=True`, or the scope is spelled or nested
differently from the first use, or the variable was created with `tf.Variable`, which is never
shared. `reuse=True` also applies to all inner scopes, and `reuse=False` there does not undo it.

**Example.**

```python
with tf.variable_scope("model", reuse=True):
    w = tf.get_variable("w", [3])  # Variable model/w does not exist
```

**What to do.** Compare the full name in the message with the names that were created. Create the
variable before the scope is opened with `reuse=True`, correct the scope, or use
`tf.get_variable` instead of `tf.Variable`.
"""

from __future__ import annotations

from functools import partial

from scope_lsp.rules.errors import findings_of
from scope_lsp.rules.rule import Rule, Severity

CODE = "variable-missing"
RULE = Rule(CODE, Severity.ERROR, __doc__ or "", partial(findings_of, code=CODE))
