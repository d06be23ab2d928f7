"""GitLab's Code Quality report, which merge requests show beside the lines; for ``check``."""

from __future__ import annotations

import json

from scope_lsp import escape
from scope_lsp.cli.console import Paint
from scope_lsp.cli.fingerprints import fingerprints
from scope_lsp.cli.listing import Listing
from scope_lsp.cli.report.words import repository_path
from scope_lsp.rules.rule import Finding, Severity

_SEVERITIES = {
    Severity.ERROR: "major",
    Severity.WARNING: "minor",
    Severity.INFORMATION: "info",
    Severity.HINT: "info",
}


def check(listing: Listing, paint: Paint) -> str:
    """Render an array with one object for each diagnostic."""
    prints = fingerprints(listing.findings, repository_path, listing.line_of)
    found = [
        _issue(finding, fingerprint)
        for finding, fingerprint in zip(listing.findings, prints, strict=True)
    ]
    return json.dumps(found, indent=2) + "\n"


def _issue(finding: Finding, fingerprint: str) -> dict[str, object]:
    span = finding.span
    place = f"cell {span.cell}:{span.line}:{span.column}: " if span.cell else ""
    begin, end = (1, 1) if span.cell else (span.line, span.end_line)
    return {
        "description": place + escape.line(finding.message),
        "check_name": finding.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": repository_path(span.path), "lines": {"begin": begin, "end": end}},
    }
