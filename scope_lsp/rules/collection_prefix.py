"""A scope filter also matches other scopes whose names begin the same way.

**What it finds.** A `scope` argument of `tf.get_collection`, `tf.trainable_variables` and similar
functions that matches the variables of the scope with this name, and also those of another scope
whose name begins with it. TensorFlow compares with `re.match`, which does not treat slashes
specially.

**Why it matters.** The variables of `generator` are trained, saved or frozen together with those of
`gen`, without a warning.

**Example.**

```python
with tf.variable_scope("gen"):
    a = tf.get_variable("w", [3])
with tf.variable_scope("generator"):
    b = tf.get_variable("w", [3])
both = tf.get_collection(tf.GraphKeys.GLOBAL_VARIABLES, scope="gen")
```

**What to do.** End the scope with a slash: `scope="gen/"`. If you want all of them, as for
`layer_1` and `layer_2`, filter by what they have in common: `scope="layer_"`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scope_lsp.analysis.result import Analysis, CollectionLookup
from scope_lsp.rules.rule import Finding, Rule, Severity

CODE = "collection-prefix"
_PLAIN = re.compile(r"[\w/-]*\w")
"""A scope that is no regular expression and does not end with a slash."""
_COPY = re.compile(r"_\d+(/|\Z)")
"""What TensorFlow appends to make a name unique: such scopes may be meant to be together."""


def _check(analysis: Analysis) -> Iterator[Finding]:
    for lookup in analysis.collections:
        found = _others(lookup)
        if found:
            other, is_copy = found
            yield Finding(
                code=CODE,
                severity=Severity.INFORMATION if is_copy else Severity.WARNING,
                message=f'scope="{lookup.scope}" also matches {other}; "{lookup.scope}/" would not',
                span=lookup.span,
                certainty=lookup.certainty,
                trace=lookup.trace,
            )


def _others(lookup: CollectionLookup) -> tuple[str, bool] | None:
    """The first name of another scope, and whether all such scopes are numbered copies."""
    scope = lookup.scope
    if not _PLAIN.fullmatch(scope):
        return None
    inside = [name for name in lookup.found if name == scope or name.startswith(f"{scope}/")]
    beside = [name for name in lookup.found if name not in inside and name.startswith(scope)]
    if not any(name.startswith(f"{scope}/") for name in inside) or not beside:
        return None
    real = [name for name in beside if not _COPY.match(name, len(scope))]
    return (real or beside)[0], not real


RULE = Rule(CODE, Severity.WARNING, __doc__ or "", _check)
