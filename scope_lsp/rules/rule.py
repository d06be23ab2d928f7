"""What a rule is and what it finds.

Not the list of rules (``registry``), nor any one of them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from scope_lsp.analysis.result import Analysis, Certainty, Related, Span, Trace

if TYPE_CHECKING:
    from scope_lsp.rules.suppression import Comment


class Severity(str, Enum):
    """How bad a finding is; the values are those of the command line's JSON."""

    ERROR = "error"
    """TensorFlow will raise here, on a path that is certain to run."""
    WARNING = "warning"
    """This may fail, or is very likely not what was meant."""
    INFORMATION = "information"
    """This surprises."""
    HINT = "hint"
    """Only when the settings ask for it."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the text of ``span``, which may be empty, by ``text``."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A change that a person may choose to make; never applied unasked."""

    title: str
    edits: tuple[Edit, ...]
    is_safe: bool = False
    """Whether ``check --fix`` may make it: the program does the same afterwards."""
    preferred: bool = False
    """Whether it is most likely what was meant, where several would do."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault at one place."""

    code: str
    severity: Severity
    message: str
    span: Span
    certainty: Certainty
    trace: Trace = ()
    """The call chain that leads here, outermost first, its last entry the place itself; empty
    when the fault is not one of a call."""
    related: tuple[Related, ...] = ()
    """Where the variable was first created, then the calls that lead here, innermost first."""
    fixes: tuple[Fix, ...] = ()

    @property
    def place(self) -> tuple[str, int, int, int, str, str]:
        """Path, cell, line, column, code and message: the order in which findings are shown."""
        span = self.span
        return (span.path, span.cell, span.line, span.column, self.code, self.message)


@dataclass(frozen=True, slots=True)
class CommentView:
    """What the rules about comments look at: those of the program's own file, and their use."""

    comments: Sequence[Comment]
    lines: Sequence[str]
    used: Mapping[int, frozenset[str]]
    """By a comment's line, the rules whose findings it silenced."""
    ran: Collection[str]
    """The rules that ran."""
    ran_all: bool
    """Whether those are all that could find something here."""
    codes: Collection[str]
    """The rules that there are."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its code, its documentation and its check."""

    code: str
    """As users write it; reads well after "allow": ``variable-exists``."""
    severity: Severity
    """Of a definite finding; nothing that is not definite is worse than a warning."""
    documentation: str
    """Markdown: a summary line, then what it means, why, an example and what to do."""
    check: Callable[[Analysis], Iterable[Finding]]
    in_editor: bool = True
    """Whether the editor shows it; a syntax error it shows already, from another source."""
    in_check: bool = True
    """Whether the command line runs it unasked."""
    check_comments: Callable[[Analysis, CommentView], Iterable[Finding]] | None = None
    """For a rule about comments that silence: its check, made after those of all others."""

    @property
    def summary(self) -> str:
        """The first line of the documentation."""
        return self.documentation.strip().partition("\n")[0]
