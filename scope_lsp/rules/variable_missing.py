"""A variable is to be shared that was never created.

**What it finds.** Under `reuse=True` a `tf.get_variable`, or a layer that calls it, asks for a
variable that `tf.get_variable` has not made under that full name. TensorFlow raises a
`ValueError` while the graph is built.

**Why it happens.** The first use runs under `reuse=True` already, the scope is spelled or nested
otherwise than at the first use, or the variable was made with `tf.Variable`, which is never
shared. `reuse=True` also holds for every scope inside, and `reuse=False` in there does not undo it.

**Example.**

```python
with tf.variable_scope("model", reuse=True):
    w = tf.get_variable("w", [3])  # Variable model/w does not exist
```

**What to do.** Compare the full name in the message with the names that were created. Create the
variable before the scope is opened with `reuse=True`, correct the scope, or make it with
`tf.get_variable` instead of `tf.Variable`.
"""

from __future__ import annotations

from functools import partial

from scope_lsp.rules.errors import findings_of
from scope_lsp.rules.rule import Rule, Severity

CODE = "variable-missing"
RULE = Rule(CODE, Severity.ERROR, __doc__ or "", partial(findings_of, code=CODE))
