"""A layer object is called with an input that its weights do not fit.

**What it finds.** A layer of `tf.layers` that was built for inputs of one size and is called with
inputs of another size. TensorFlow raises a `ValueError` while it builds the graph.

**Why it happens.** The weights of a layer object are created at its first call and shared by all
later calls. Their size depends on the first input.

**Example.**

```python
layer = tf.layers.Dense(4)
layer(tf.zeros([1, 3]))
layer(tf.zeros([1, 5]))  # expected axis -1 of input shape to have value 3
```

**What to do.** Create a second layer object for the second kind of input, or give both inputs the
same size first.
"""

from __future__ import annotations

from functools import partial

from scope_lsp.rules.errors import findings_of
from scope_lsp.rules.rule import Rule, Severity

CODE = "layer-reuse"
RULE = Rule(CODE, Severity.ERROR, __doc__ or "", partial(findings_of, code=CODE))
