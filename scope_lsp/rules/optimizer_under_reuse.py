"""An optimizer asks for its own variables where only sharing is allowed.

**What it finds.** `minimize` or `apply_gradients` of an optimizer with slots (momentum, Adam ...)
that runs under `reuse=True`. It makes its slots with `tf.get_variable`, which then may only fetch
them. TensorFlow raises a `ValueError` while the graph is built.

**Why it happens.** `reuse_variables()` was called on the scope that is still open, most often the
root: `tf.get_variable_scope().reuse_variables()` in a loop over towers holds until the end.

**Example.**

```python
w = tf.get_variable("w", [3])
tf.get_variable_scope().reuse_variables()
tf.train.AdamOptimizer().minimize(tf.reduce_sum(w))
# Variable w/Adam/ does not exist, or was not created with tf.get_variable().
```

**What to do.** Open a `with tf.variable_scope(tf.get_variable_scope()):` around the part that
shares, so that the flag ends with it, and build the optimizer outside.
"""

from __future__ import annotations

from functools import partial

from scope_lsp.rules.errors import findings_of
from scope_lsp.rules.rule import Rule, Severity

CODE = "optimizer-under-reuse"
RULE = Rule(CODE, Severity.ERROR, __doc__ or "", partial(findings_of, code=CODE))
