"""A checkpoint lacks a variable, or holds it with another shape.

**What it finds.** Two kinds of calls. First, calls that restore: `saver.restore(sess, "path")`,
`tf.train.init_from_checkpoint("path", {...})` and `tf.train.load_variable("path", ...)`, if the
path is known and the file is in the workspace. Second, calls that create variables, if the setting
`checkpoints` names a checkpoint for the program. The message says what was probably renamed.

**Why it matters.** TensorFlow says "Key net/w not found in checkpoint" only after the model is
built and the session runs, and names only one key.

**Example.**

```python
tf.get_variable("model/w", [3])
saver = tf.train.Saver()
with tf.Session() as sess:
    saver.restore(sess, "logs/model.ckpt")  # has net/w
```

**What to do.** Run `scope-lsp diff logs/model.ckpt train.py` to see all differences. With
`--format map` it prints a map that restores the variables under their new names. If scopes or
layers were renamed, a quick fix in the editor writes the checkpoint's names instead.
"""

from __future__ import annotations

from collections.abc import Iterator

from scope_lsp.analysis.result import Analysis, Mismatch
from scope_lsp.rules.rule import Finding, Rule, Severity

CODE = "checkpoint-mismatch"
_MOST = 3
"""Names that a message has."""


def _check(analysis: Analysis) -> Iterator[Finding]:
    for mismatch in analysis.mismatches:
        yield Finding(
            code=CODE,
            severity=Severity.WARNING,
            message=_message(mismatch),
            span=mismatch.span,
            certainty=mismatch.certainty,
            trace=mismatch.trace,
        )


def _message(mismatch: Mismatch) -> str:
    sentences = []
    if mismatch.lacks:
        noun = "Key" if len(mismatch.lacks) == 1 else "Keys"
        names = ", ".join(mismatch.lacks[:_MOST])
        more = len(mismatch.lacks) - _MOST
        rest = f" and {more} more" if more > 0 else ""
        sentences.append(f"{noun} {names}{rest} not found in checkpoint {mismatch.checkpoint}.")
    for name, mine, theirs in mismatch.unlike[:_MOST]:
        sentences.append(
            f"{name} has shape {_shape(mine)}, but {_shape(theirs)} in checkpoint "
            f"{mismatch.checkpoint}."
        )
    if mismatch.cause:
        sentences.append(f"Probably: {mismatch.cause}.")
    return " ".join(sentences)


def _shape(shape: tuple[int | None, ...] | None) -> str:
    if shape is None:
        return "unknown"
    return "[" + ", ".join("?" if size is None else str(size) for size in shape) + "]"


RULE = Rule(CODE, Severity.WARNING, __doc__ or "", _check)
