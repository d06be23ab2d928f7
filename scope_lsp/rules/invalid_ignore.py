"""A comment looks like an ignore comment, but is misspelt.

**What it finds.** `# scope: ignore[...]` with the code of a rule that does not exist, or with empty
brackets; a misspelt word or a missing colon; `# scope: ignore-file` after code, where it has no
effect.

**Why it matters.** The finding that the comment is meant to silence is still reported.

**Example.**

```python
w = tf.get_variable("w", [3])  # scope: ignore[variable-exist]
```

**What to do.** Write `# scope: ignore[CODE]` with the code that is shown with the diagnostic. Put
`# scope: ignore-file` on a line of its own. `scope-lsp check --fix` corrects the comment if it is
clear what was meant.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from scope_lsp.analysis.result import Analysis, Certainty, Span
from scope_lsp.rules.rule import CommentView, Edit, Finding, Fix, Rule, Severity
from scope_lsp.rules.suppression import Comment

CODE = "invalid-ignore"
_WORDS = ("ignore", "ignore-file")
_ALIKE = 0.75
"""How alike a word must be to one of them to be taken for it."""


def _check_comments(analysis: Analysis, view: CommentView) -> Iterator[Finding]:
    for comment in view.comments:
        if not comment.is_sound:
            close = difflib.get_close_matches(comment.word, _WORDS, n=1, cutoff=_ALIKE)
            if close:
                codes = "" if comment.codes is None else f"[{', '.join(comment.codes)}]"
                meant = f"# scope: {close[0]}{codes}"
                yield _finding(analysis, comment, f"did you mean {meant}?", meant)
        elif comment.word == "ignore-file" and not comment.is_alone:
            message = "ignore-file only works on a line of its own"
            yield _finding(analysis, comment, message)
        else:
            yield from _codes(analysis, view, comment)


def _codes(analysis: Analysis, view: CommentView, comment: Comment) -> Iterator[Finding]:
    codes = comment.codes
    if codes is None:
        return
    if not any(codes):
        yield _finding(analysis, comment, "the brackets are empty")
    for code in codes:
        if code and code not in view.codes:
            close = difflib.get_close_matches(code, view.codes, n=1)
            meant = f"; did you mean {close[0]}?" if close else ""
            written = ""
            if close:
                others = dict.fromkeys(close[0] if one == code else one for one in codes)
                written = f"# scope: {comment.word}[{', '.join(others)}]"
            yield _finding(analysis, comment, f"there is no rule {code}{meant}", written)


def _finding(analysis: Analysis, comment: Comment, reason: str, written: str = "") -> Finding:
    span = Span(analysis.path, comment.line, comment.column + 1, comment.line, comment.end + 1)
    fix = Fix(f"Write {written}", (Edit(span, written),), is_safe=True)
    return Finding(
        code=CODE,
        severity=Severity.WARNING,
        message=f"this comment silences nothing: {reason}",
        span=span,
        certainty=Certainty.DEFINITE,
        fixes=(fix,) if written else (),
    )


RULE = Rule(CODE, Severity.WARNING, __doc__, lambda analysis: (), check_comments=_check_comments)
