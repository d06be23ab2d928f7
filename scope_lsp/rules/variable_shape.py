"""A variable is shared with a different shape.

**What it finds.** A call that shares an existing variable gives a shape that is not compatible with
the shape of the variable. TensorFlow raises a `ValueError` while it builds the graph.

**Why it happens.** Two layers of different sizes have the same name, often in a scope with
`tf.AUTO_REUSE`, which hides the mistake; or one network is applied to inputs of two widths.

**Example.**

```python
with tf.variable_scope("net", reuse=tf.AUTO_REUSE):
    first = tf.get_variable("w", [784, 256])
    second = tf.get_variable("w", [256, 10])
    # Trying to share variable net/w, but specified shape (256, 10) and found shape (784, 256).
```

**What to do.** Give the second variable its own name or scope. If it is meant to be the same
variable, give it the same shape.
"""

from __future__ import annotations

from functools import partial

from scope_lsp.rules.errors import findings_of
from scope_lsp.rules.rule import Rule, Severity

CODE = "variable-shape"
RULE = Rule(CODE, Severity.ERROR, __doc__ or "", partial(findings_of, code=CODE))
