"""A variable is created under a name that is taken.

**What it finds.** A `tf.get_variable`, or a layer that calls it, asks for a new variable, and the
graph has one of that full name already. TensorFlow raises a `ValueError` while the graph is built.

**Why it happens.** `tf.get_variable` shares only when the variable scope says so. A function that
builds a layer and is called twice in one scope asks for the same names twice; so does an unnamed
layer in a scope that is opened a second time, for its automatic name starts from the beginning.

**Example.**

```python
def dense(x):
    w = tf.get_variable("w", [3, 4])
    return tf.matmul(x, w)

y = dense(a)
z = dense(b)  # Variable w already exists, disallowed.
```

**What to do.** Decide which was meant. *Two sets of weights:* call the function in two scopes
(`with tf.variable_scope("first"):`) or give the layer another name. *One set, used twice:* open
the second scope with `reuse=True`, or call `scope.reuse_variables()` after the first use. Reach
for `tf.AUTO_REUSE` only where either may come first: it shares silently when two layers have the
same name by mistake.
"""

from __future__ import annotations

from functools import partial

from scope_lsp.rules.errors import findings_of
from scope_lsp.rules.rule import Rule, Severity

CODE = "variable-exists"
RULE = Rule(CODE, Severity.ERROR, __doc__ or "", partial(findings_of, code=CODE))
