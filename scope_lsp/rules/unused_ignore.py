"""An ignore comment silences nothing.

**What it finds.** A comment `# scope: ignore[...]` or `# scope: ignore-file[...]` that names a rule
which finds nothing on that line or in that file, and `# scope: ignore` on a line where no rule
finds anything. Nothing is reported if the program could not be followed to its end, or inside
functions that nothing calls, because another program may need the comment.

**Why it matters.** The comment is out of date, or it is on the wrong line. It will hide the next
finding of this kind.

**Example.**

```python
w = tf.get_variable("w", [3])  # scope: ignore[variable-exists]
```

**What to do.** Remove the comment, or the code in it. `scope-lsp check --fix` does this.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from scope_lsp.analysis.result import Analysis, Certainty, Span
from scope_lsp.rules.rule import CommentView, Edit, Finding, Fix, Rule, Severity
from scope_lsp.rules.suppression import ABOUT_COMMENTS, Comment

CODE = "unused-ignore"
_DEPENDS = frozenset(("unfinished", "syntax-error", *ABOUT_COMMENTS))
"""Rules whose findings depend on more than the program, or are about these comments."""


def _check_comments(analysis: Analysis, view: CommentView) -> Iterator[Finding]:
    if not _is_followed(analysis):
        return
    for comment in view.comments:
        if not comment.is_sound or _may_be_needed(analysis, comment):
            continue
        used = view.used.get(comment.line, frozenset())
        if comment.codes is None:
            if comment.word == "ignore" and not used and view.ran_all:
                yield _finding(analysis, view, comment, (), "nothing is found here")
            continue
        idle = [
            code
            for code in comment.codes
            if code in view.ran and code not in _DEPENDS and code not in used
        ]
        if idle:
            where = "in this file" if comment.word == "ignore-file" else "here"
            reason = f"{', '.join(idle)} finds nothing {where}"
            yield _finding(analysis, view, comment, idle, reason)


def _is_followed(analysis: Analysis) -> bool:
    """Whether the analysis saw all of a program that makes something."""
    return not analysis.problems and bool(
        analysis.variables or analysis.scopes or analysis.errors or analysis.lookups
    )


def _may_be_needed(analysis: Analysis, comment: Comment) -> bool:
    """Whether the comment is in a function that only another program calls."""
    if comment.word == "ignore-file":
        return bool(analysis.waiting)
    waiting = {(one.span.path, one.span.line) for one in analysis.waiting}
    lines = {line for path, line in waiting if path == analysis.path}
    return any(
        definition.span.line <= comment.line <= definition.span.end_line
        for definition in analysis.definitions
        if definition.span.path == analysis.path
        and lines & set(range(definition.span.line, definition.place.line + 1))
    )


def _finding(
    analysis: Analysis, view: CommentView, comment: Comment, idle: Collection[str], reason: str
) -> Finding:
    span = Span(analysis.path, comment.line, comment.column + 1, comment.line, comment.end + 1)
    return Finding(
        code=CODE,
        severity=Severity.INFORMATION,
        message=f"this comment silences nothing: {reason}",
        span=span,
        certainty=Certainty.DEFINITE,
        fixes=(_fix(span, view, comment, idle),),
    )


def _fix(span: Span, view: CommentView, comment: Comment, idle: Collection[str]) -> Fix:
    """Remove the comment, its line when nothing else is on it, or only the idle codes."""
    line = view.lines[comment.line - 1]
    left = [code for code in comment.codes or () if code not in idle]
    if left:
        opened = line.index("[", comment.column) + 1
        inner = Span(span.path, span.line, opened + 1, span.line, comment.end)
        return Fix(f"Remove {', '.join(idle)}", (Edit(inner, ", ".join(left)),), is_safe=True)
    before, after = line[: comment.column].rstrip(), line[comment.end :].rstrip()
    if before or after:
        column = len(before) if not after else comment.column
        rest = line[comment.end :]
        end = len(line) if not after else comment.end + len(rest) - len(rest.lstrip())
        edit = Edit(Span(span.path, span.line, column + 1, span.line, end + 1), "")
    elif comment.line < len(view.lines):
        edit = Edit(Span(span.path, span.line, 1, span.line + 1, 1), "")
    else:
        edit = Edit(Span(span.path, span.line, 1, span.line, len(line) + 1), "")
    return Fix("Remove the comment", (edit,), is_safe=True)


RULE = Rule(
    CODE, Severity.INFORMATION, __doc__, lambda analysis: (), check_comments=_check_comments
)
