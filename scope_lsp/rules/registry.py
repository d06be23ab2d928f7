"""The list of all rules, and the one way to run them.

Settings and comments that silence are applied here, so that the command line and the editor agree.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace

from scope_lsp.analysis.result import Analysis, Certainty
from scope_lsp.rules import (
    cell_rerun,
    collection_prefix,
    empty_filter,
    layer_reuse,
    name_scope_ignored,
    not_shared,
    optimizer_under_reuse,
    rnn_cell_reuse,
    scope_error,
    syntax_error,
    unfinished,
    unknown_name,
    variable_dtype,
    variable_exists,
    variable_missing,
    variable_renamed,
    variable_shape,
)
from scope_lsp.rules.rule import Finding, Rule, Severity
from scope_lsp.rules.suppression import is_silenced, silence

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
        unfinished,
        syntax_error,
    )
}
EDITOR_CODES = frozenset(code for code, rule in RULES.items() if rule.in_editor)
CHECK_CODES = tuple(code for code, rule in RULES.items() if rule.in_check)

TextOf = Callable[[str], str | None]
"""The text of a file by its path, as the analysis saw it; None when it is not to be had."""


def run(
    analysis: Analysis,
    text_of: TextOf,
    severities: Mapping[str, str] | None = None,
    codes: Collection[str] = RULES.keys(),
) -> list[Finding]:
    """All findings of the rules ``codes``, in the order of the places that they are about.

    ``severities`` is the setting ``diagnostics.severity``; ``text_of`` is asked only for files
    that have findings.
    """
    severities = severities or {}
    lines = _Lines(text_of)
    found: dict[Finding, None] = {}
    for code in codes:
        if severities.get(code) == "off":
            continue
        for finding in RULES[code].check(analysis):
            text = lines.of(finding.span.path)
            if is_silenced(finding, text):
                continue
            fix = silence(finding, text)
            fixes = (*finding.fixes, fix) if fix else finding.fixes
            found[replace(finding, severity=_severity(finding, severities), fixes=fixes)] = None
    return sorted(found, key=lambda finding: finding.place)


def _severity(finding: Finding, severities: Mapping[str, str]) -> Severity:
    """The severity that the settings ask for, but never an error for what only may happen."""
    wanted = Severity(severities.get(finding.code, finding.severity.value))
    if wanted is Severity.ERROR and finding.certainty is not Certainty.DEFINITE:
        return Severity.WARNING
    return wanted


class _Lines:
    """The lines of files, split as editors count them, each file asked for once."""

    def __init__(self, text_of: TextOf) -> None:
        self._text_of = text_of
        self._files: dict[str, list[str]] = {}

    def of(self, path: str) -> list[str]:
        if path not in self._files:
            text = self._text_of(path) or ""
            self._files[path] = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        return self._files[path]
