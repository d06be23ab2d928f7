"""The list of all rules, and the only way to run them.

Settings and ignore comments are applied here, so that the command line and the editor agree.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace

from scope_lsp import globs
from scope_lsp.analysis.result import Analysis, Certainty
from scope_lsp.rules import (
    cell_rerun,
    checkpoint_mismatch,
    collection_prefix,
    empty_filter,
    invalid_ignore,
    layer_reuse,
    name_scope_ignored,
    not_shared,
    optimizer_under_reuse,
    rnn_cell_reuse,
    scope_error,
    syntax_error,
    unfinished,
    unknown_name,
    unused_ignore,
    variable_dtype,
    variable_exists,
    variable_missing,
    variable_renamed,
    variable_shape,
)
from scope_lsp.rules.cell_rerun import CODE as CELL_RERUN
from scope_lsp.rules.rule import CommentView, Finding, Rule, Severity
from scope_lsp.rules.suppression import ABOUT_COMMENTS, Comments, silence
from scope_lsp.rules.syntax_error import CODE as SYNTAX_ERROR

RULES: Mapping[str, Rule] = {
    module.RULE.code: module.RULE
    for module in (
        variable_exists,
        variable_missing,
        variable_shape,
        variable_dtype,
        scope_error,
        optimizer_under_reuse,
        rnn_cell_reuse,
        layer_reuse,
        variable_renamed,
        name_scope_ignored,
        collection_prefix,
        not_shared,
        empty_filter,
        unknown_name,
        cell_rerun,
        checkpoint_mismatch,
        unfinished,
        syntax_error,
        unused_ignore,
        invalid_ignore,
    )
}
EDITOR_CODES = frozenset(code for code, rule in RULES.items() if rule.in_editor)
CHECK_CODES = tuple(code for code, rule in RULES.items() if rule.in_check)


def chosen(
    select: Collection[str], ignore: Collection[str], among: Collection[str] = CHECK_CODES
) -> tuple[str, ...]:
    """The rules that the settings ``select`` and ``ignore`` leave; without either, ``among``."""
    return tuple(code for code in RULES if code in (select or among) and code not in ignore)


TextOf = Callable[[str], str | None]
"""The text of a file by its path, as the analysis saw it; None if unavailable."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The result of running rules over an analysis."""

    findings: tuple[Finding, ...]
    silenced: frozenset[tuple[str, int]] = frozenset()
    """Paths and lines of the comments that silenced something."""


def run(
    analysis: Analysis,
    text_of: TextOf,
    severities: Mapping[str, str] | None = None,
    codes: Collection[str] = RULES.keys(),
) -> list[Finding]:
    """All findings of the rules ``codes``, sorted by their places.

    ``severities`` is the setting ``diagnostics.severity``.  ``text_of`` is only called for files
    that have findings, and for the program's own.
    """
    return list(judge(analysis, text_of, severities, codes).findings)


def judge(
    analysis: Analysis,
    text_of: TextOf,
    severities: Mapping[str, str] | None = None,
    codes: Collection[str] = RULES.keys(),
    per_file: Mapping[str, Collection[str]] | None = None,
) -> Verdict:
    """Do the same as ``run``, and return which comments were used.

    ``per_file`` is the setting ``perFileIgnores``: anchored globs, and rules to ignore there.
    """
    court = _Court(text_of, severities or {}, per_file or {})
    ran = [code for code in RULES if code in codes and court.severities.get(code) != "off"]
    for code in ran:
        for finding in RULES[code].check(analysis):
            court.hear(finding)
    if any(RULES[code].check_comments for code in ran):
        view = court.view(analysis, ran)
        for code in ran:
            check = RULES[code].check_comments
            for finding in check(analysis, view) if check is not None else ():
                court.hear(finding)
    return Verdict(
        tuple(sorted(court.found, key=lambda finding: finding.place)),
        frozenset((path, line) for path, lines in court.used.items() for line in lines),
    )


class _Court:
    """Collects findings: those that nothing silences are kept, with severity and fixes."""

    def __init__(
        self,
        text_of: TextOf,
        severities: Mapping[str, str],
        per_file: Mapping[str, Collection[str]],
    ) -> None:
        self.severities = severities
        self.found: dict[Finding, None] = {}
        self.used: dict[str, dict[int, set[str]]] = {}
        """By path and line of a comment, the rules that it silenced."""
        self._per_file = per_file
        self._text_of = text_of
        self._files: dict[str, Comments] = {}

    def hear(self, finding: Finding) -> None:
        """Keep a finding unless something silences it."""
        path = finding.span.path
        if any(
            finding.code in codes and globs.matches((glob,), path)
            for glob, codes in self._per_file.items()
        ):
            return
        comments = self._comments(path)
        silencing = comments.silencing(finding)
        for line in silencing:
            self.used.setdefault(path, {}).setdefault(line, set()).add(finding.code)
        if silencing:
            return
        fix = None if finding.code in ABOUT_COMMENTS else silence(finding, comments.lines)
        fixes = (*finding.fixes, fix) if fix else finding.fixes
        severity = _severity(finding, self.severities)
        self.found[replace(finding, severity=severity, fixes=fixes)] = None

    def view(self, analysis: Analysis, ran: Collection[str]) -> CommentView:
        """The input of the rules about comments."""
        comments = self._comments(analysis.path)
        used = self.used.get(analysis.path, {})
        missing = set(RULES) - set(ran) - {SYNTAX_ERROR}
        if not analysis.cells:
            missing -= {CELL_RERUN}
        return CommentView(
            comments.all(),
            comments.lines,
            {line: frozenset(codes) for line, codes in used.items()},
            ran,
            not missing,
            RULES.keys(),
        )

    def _comments(self, path: str) -> Comments:
        if path not in self._files:
            self._files[path] = Comments(self._text_of(path) or "")
        return self._files[path]


def _severity(finding: Finding, severities: Mapping[str, str]) -> Severity:
    """The severity according to the settings, but never an error for what is only possible."""
    wanted = Severity(severities.get(finding.code, finding.severity.value))
    if wanted is Severity.ERROR and finding.certainty is not Certainty.DEFINITE:
        return Severity.WARNING
    return wanted
