"""A variable is shared under a shape that it does not have.

**What it finds.** A call that would share an existing variable names a shape that is not
compatible with the variable's own. TensorFlow raises a `ValueError` while the graph is built.

**Why it happens.** Two layers of different sizes were given one name, often in a scope with
`tf.AUTO_REUSE`, where nothing else complains; or one network is applied to inputs of two widths.

**Example.**

```python
with tf.variable_scope("net", reuse=tf.AUTO_REUSE):
    first = tf.get_variable("w", [784, 256])
    second = tf.get_variable("w", [256, 10])
    # Trying to share variable net/w, but specified shape (256, 10) and found shape (784, 256).
```

**What to do.** Give the second variable a name or a scope of its own, or, when it is meant to be
the same one, the same shape.
"""

from __future__ import annotations

from functools import partial

from scope_lsp.rules.errors import findings_of
from scope_lsp.rules.rule import Rule, Severity

CODE = "variable-shape"
RULE = Rule(CODE, Severity.ERROR, __doc__ or "", partial(findings_of, code=CODE))
