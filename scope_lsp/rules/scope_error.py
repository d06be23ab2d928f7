"""A scope or a variable is requested in a way that TensorFlow refuses.

**What it finds.** All other `ValueError`s and `TypeError`s of scopes and variables: `reuse=True`
for a scope without a name, a scope name with characters that are not allowed, a
`name_or_scope` of the wrong type, a variable without a shape, a shape together with a constant
initializer, and so on. The message is TensorFlow's. The rule also finds calls of TensorFlow's
functions, classes and methods with arguments that do not fit (a keyword that version 1.15 does
not have, an argument too many or too few). That message is Python's.

**Why it happens.** Most often, a name is built from text that is meant for people, and contains a
space or begins with an underscore, or an argument is in the wrong position.

**Example.**

```python
with tf.variable_scope("my scope"):
    w = tf.get_variable("w", [3])  # 'my scope' is not a valid scope name

with tf.variable_scope(None, default_name="block", reuse=True):
    ...  # reuse=True cannot be used without a name_or_scope
```

**What to do.** Follow the message. Scope names consist of letters, digits, `_`, `.`, `-` and `/`.
The outermost one begins with a letter, a digit or a dot. To share a block that got its name from
`default_name`, pass the captured scope object.
"""

from __future__ import annotations

from functools import partial

from scope_lsp.rules.errors import findings_of
from scope_lsp.rules.rule import Rule, Severity

CODE = "scope-error"
RULE = Rule(CODE, Severity.ERROR, __doc__ or "", partial(findings_of, code=CODE))
