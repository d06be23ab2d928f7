"""A scope filter also matches other scopes whose names begin the same way.

**What it finds.** A `scope` argument of `tf.get_collection`, `tf.trainable_variables` and similar
functions that matches the variables of the scope with this name, and also those of another scope
whose name begins with it. TensorFlow compares with `re.match`, which does not treat slashes
specially. A condition `v.name.startswith(...)` that selects variables is looked at in the same way.

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
from collections.abc import Iterator, Sequence

from scope_lsp.analysis.result import Analysis, CollectionLookup, NameFilter
from scope_lsp.rules.rule import Finding, Rule, Severity

CODE = "collection-prefix"
_PLAIN = re.compile(r"[\w/-]*\w")
"""A scope that is no regular expression and does not end with a slash."""
_COPY = re.compile(r"_\d+(/|\Z)")
"""What TensorFlow appends to make a name unique: such scopes may be meant to be together."""


def _check(analysis: Analysis) -> Iterator[Finding]:
    for lookup in analysis.collections:
        scope = lookup.scope
        found = _others(scope, lookup.found)
        if found:
            other, is_copy = found
            message = f'scope="{scope}" also matches {other}; "{scope}/" would not'
            yield _finding(message, is_copy, lookup)
    for one in analysis.filters:
        if one.prefix is not None:
            found = _others(one.prefix, one.names)
            if found:
                other, is_copy = found
                message = (
                    f'{one.condition} also holds for {other}; with "{one.prefix}/" it would not'
                )
                yield _finding(message, is_copy, one)


def _finding(message: str, is_copy: bool, where: CollectionLookup | NameFilter) -> Finding:
    return Finding(
        code=CODE,
        severity=Severity.INFORMATION if is_copy else Severity.WARNING,
        message=message,
        span=where.span,
        certainty=where.certainty,
        trace=where.trace,
    )


def _others(scope: str, names: Sequence[str]) -> tuple[str, bool] | None:
    """The first name of another scope, and whether all such scopes are numbered copies."""
    if not _PLAIN.fullmatch(scope):
        return None
    inside = [name for name in names if name == scope or name.startswith(f"{scope}/")]
    beside = [name for name in names if name not in inside and name.startswith(scope)]
    if not any(name.startswith(f"{scope}/") for name in inside) or not beside:
        return None
    real = [name for name in beside if not _COPY.match(name, len(scope))]
    return (real or beside)[0], not real


RULE = Rule(CODE, Severity.WARNING, __doc__ or "", _check)
