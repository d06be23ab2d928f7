"""A scope or a variable is asked for in a way that TensorFlow refuses.

**What it finds.** The other `ValueError`s and `TypeError`s of scopes and variables: `reuse=True`
for a scope without a name, a scope name with characters that may not stand in one, a
`name_or_scope` of the wrong type, a variable without a shape, a shape beside a constant
initializer, and their like. The message is TensorFlow's. Also a call of any of TensorFlow's
functions, classes and methods that does not fit its parameters (a keyword that version 1.15 does
not have, an argument too many or too few), in Python's words.

**Why it happens.** Most often a name is built from text that was meant for people (it holds a
space or begins with an underscore), or an argument landed in the wrong position.

**Example.**

```python
with tf.variable_scope("my scope"):
    w = tf.get_variable("w", [3])  # 'my scope' is not a valid scope name

with tf.variable_scope(None, default_name="block", reuse=True):
    ...  # reuse=True cannot be used without a name_or_scope
```

**What to do.** What the message says. Scope names hold letters, digits, `_`, `.`, `-` and `/`;
the outermost begins with a letter, a digit or a dot. To share a block that was named by its
`default_name`, pass the captured scope object.
"""

from __future__ import annotations

from functools import partial

from scope_lsp.rules.errors import findings_of
from scope_lsp.rules.rule import Rule, Severity

CODE = "scope-error"
RULE = Rule(CODE, Severity.ERROR, __doc__ or "", partial(findings_of, code=CODE))
