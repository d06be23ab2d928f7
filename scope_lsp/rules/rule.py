"""What a rule is and what it finds.

The list of rules is in ``registry``.
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
    """This may fail, or is very likely a mistake."""
    INFORMATION = "information"
    """This may surprise."""
    HINT = "hint"
    """Only used if the settings ask for it."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the text of ``span``, which may be empty, by ``text``."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A change that a person may choose to apply; never applied without being asked for."""

    title: str
    edits: tuple[Edit, ...]
    is_safe: bool = False
    """Whether ``check --fix`` may apply it: the program then does the same as before."""
    preferred: bool = False
    """Whether it is the most likely one, if there are several."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault at one place."""

    code: str
    severity: Severity
    message: str
    span: Span
    certainty: Certainty
    trace: Trace = ()
    """The call chain that leads here, outermost first, its last entry the place itself; empty if
    the fault does not belong to a call."""
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
    """The input of the rules about comments: those of the program's own file, and their use."""

    comments: Sequence[Comment]
    lines: Sequence[str]
    used: Mapping[int, frozenset[str]]
    """By a comment's line, the rules whose findings it silenced."""
    ran: Collection[str]
    """The rules that ran."""
    ran_all: bool
    """Whether those are all the rules that could find something here."""
    codes: Collection[str]
    """All existing rules."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its code, its documentation and its check."""

    code: str
    """As users write it; it reads well after "allow": ``variable-exists``."""
    severity: Severity
    """The severity of a definite finding.  Any other finding is at most a warning."""
    documentation: str
    """Markdown: a summary line, then what it means, why, an example and what to do."""
    check: Callable[[Analysis], Iterable[Finding]]
    in_editor: bool = True
    """Whether the editor shows it.  It already shows syntax errors from another source."""
    in_check: bool = True
    """Whether the command line runs it by default."""
    check_comments: Callable[[Analysis, CommentView], Iterable[Finding]] | None = None
    """For a rule about ignore comments: its check, which runs after those of all others."""

    @property
    def summary(self) -> str:
        """The first line of the documentation."""
        return self.documentation.strip().partition("\n")[0]
