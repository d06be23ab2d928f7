"""A variable is shared with a different dtype.

**What it finds.** A call that shares an existing variable asks for a dtype that differs from the
dtype of the variable. TensorFlow raises a `ValueError` while it builds the graph.

**Why it happens.** One of the two calls leaves out `dtype`. It then uses the dtype of its variable
scope, which is `float32` unless the scope was opened with another one, not the dtype of the
variable.

**Example.**

```python
with tf.variable_scope("net", reuse=tf.AUTO_REUSE):
    step = tf.get_variable("step", [], tf.int32)
    again = tf.get_variable("step", [])
    # Trying to share variable net/step, but specified dtype float32 and found dtype int32_ref.
```

**What to do.** Pass the same `dtype` to both calls, or open the scope with `dtype=`.
"""

from __future__ import annotations

from functools import partial

from scope_lsp.rules.errors import findings_of
from scope_lsp.rules.rule import Rule, Severity

CODE = "variable-dtype"
RULE = Rule(CODE, Severity.ERROR, __doc__ or "", partial(findings_of, code=CODE))
