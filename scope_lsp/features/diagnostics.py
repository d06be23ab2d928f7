"""Diagnostics: the rules' findings in the protocol's form, pushed or pulled.

The registry has already applied severities and ignore comments.  A finding belongs to the file that
contains it.  If that file is not open, the analysed program shows the finding at the call that
leads there, and the place itself is related information.
"""

from __future__ import annotations

from collections.abc import Iterable

from lsprotocol import types

from scope_lsp import escape, globs
from scope_lsp.analysis.result import Related, Span
from scope_lsp.features.uris import uri_of
from scope_lsp.features.view import View
from scope_lsp.rules.page import PAGE
from scope_lsp.rules.rule import Finding, Severity

SOURCE = "scope-lsp"
DOCUMENTATION = uri_of(PAGE)
"""The page that documents all rules; each has an anchor of its code's name."""
_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFORMATION: types.DiagnosticSeverity.Information,
    Severity.HINT: types.DiagnosticSeverity.Hint,
}


def diagnostics(
    view: View, findings: Iterable[Finding], is_open: frozenset[str], related: bool = True
) -> list[types.Diagnostic]:
    """The diagnostics that a view's document shows, from an analysis' findings.

    ``is_open`` are the paths of all open documents.  A place that was edited since is left out.
    """
    settings = view.settings
    if not settings.diagnostics_enable or globs.matches(settings.exclude, view.path):
        return []
    found: list[types.Diagnostic] = []
    for finding in findings:
        place = shown_at(view.path, finding, is_open)
        where = view.range(place) if place is not None else None
        if place is None or where is None:
            continue
        others = finding.related
        if place != finding.span:
            others = (Related(finding.span, "it fails here"), *others)
        diagnostic = types.Diagnostic(
            range=where,
            message=escape.visible(finding.message, keep="\n"),
            severity=_SEVERITIES[finding.severity],
            code=finding.code,
            code_description=types.CodeDescription(f"{DOCUMENTATION}#{finding.code}"),
            source=SOURCE,
            related_information=_related(view, others) or None if related else None,
        )
        if diagnostic not in found:
            found.append(diagnostic)
    return found


def shown_at(path: str, finding: Finding, is_open: frozenset[str]) -> Span | None:
    """Where a document shows a finding: its own place, or the call that leads to a closed file."""
    if finding.span.path == path:
        return finding.span
    if finding.span.path in is_open:
        return None
    for frame in reversed(finding.trace):
        if frame.span.path in is_open:
            return frame.span if frame.span.path == path else None
    return None


def _related(view: View, related: Iterable[Related]) -> list[types.DiagnosticRelatedInformation]:
    found = []
    for item in related:
        location = view.location(item.span)
        if location is not None:
            found.append(types.DiagnosticRelatedInformation(location, escape.visible(item.message)))
    return found
