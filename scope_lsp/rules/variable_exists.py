"""A variable is created under a name that is already taken.

**What it finds.** `tf.get_variable`, or a layer that calls it, asks for a new variable, but the
graph already has a variable with that full name. TensorFlow raises a `ValueError` while it builds
the graph.

**Why it happens.** `tf.get_variable` shares a variable only if the variable scope allows it. A
function that builds a layer and is called twice in one scope asks for the same names twice. So does
an unnamed layer in a scope that is opened again, because the numbering of automatic names starts
over.

**Example.**

```python
def dense(x):
    w = tf.get_variable("w", [3, 4])
    return tf.matmul(x, w)

y = dense(a)
z = dense(b)  # Variable w already exists, disallowed.
```

**What to do.** Decide what you want. *Two sets of weights:* call the function in two scopes
(`with tf.variable_scope("first"):`) or give the layer another name. *One set, used twice:* open
the second scope with `reuse=True`, or call `scope.reuse_variables()` after the first use. Use
`tf.AUTO_REUSE` only if either call may come first: with it, two layers that have the same name by
mistake silently share their weights.
"""

from __future__ import annotations

from functools import partial

from scope_lsp.rules.errors import findings_of
from scope_lsp.rules.rule import Rule, Severity

CODE = "variable-exists"
RULE = Rule(CODE, Severity.ERROR, __doc__ or "", partial(findings_of, code=CODE))
