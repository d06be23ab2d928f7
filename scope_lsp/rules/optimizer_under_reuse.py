"""An optimizer needs to create variables where only sharing is allowed.

**What it finds.** `minimize` or `apply_gradients` of an optimizer with slots (momentum, Adam and so
on) that runs under `reuse=True`. The optimizer gets its slots from `tf.get_variable`, which under
`reuse=True` does not create variables. TensorFlow raises a `ValueError` while it builds the graph.

**Why it happens.** `reuse_variables()` was called on a scope that is still open, most often the
root scope: `tf.get_variable_scope().reuse_variables()` in a loop over towers applies until the end.

**Example.**

```python
w = tf.get_variable("w", [3])
tf.get_variable_scope().reuse_variables()
tf.train.AdamOptimizer().minimize(tf.reduce_sum(w))
# Variable w/Adam/ does not exist, or was not created with tf.get_variable().
```

**What to do.** Put `with tf.variable_scope(tf.get_variable_scope()):` around the part that shares
variables, so that sharing ends there, and build the optimizer outside of it.
"""

from __future__ import annotations

from functools import partial

from scope_lsp.rules.errors import findings_of
from scope_lsp.rules.rule import Rule, Severity

CODE = "optimizer-under-reuse"
RULE = Rule(CODE, Severity.ERROR, __doc__ or "", partial(findings_of, code=CODE))
