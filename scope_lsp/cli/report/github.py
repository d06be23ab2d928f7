"""Workflow commands of GitHub Actions, which shows them beside the lines; for ``check``."""

from __future__ import annotations

from scope_lsp import escape
from scope_lsp.analysis.result import Span
from scope_lsp.cli.console import Paint
from scope_lsp.cli.listing import Listing
from scope_lsp.cli.report.words import repository_path, spelled_place
from scope_lsp.rules.rule import Finding, Severity

_COMMANDS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFORMATION: "notice",
    Severity.HINT: "notice",
}


def check(listing: Listing, paint: Paint) -> str:
    """Render one command for each diagnostic; nothing if there is none."""
    return "".join(f"{_command(finding)}\n" for finding in listing.findings)


def _command(finding: Finding) -> str:
    span = finding.span
    properties = {
        "title": f"scope-lsp ({finding.code})",
        "file": repository_path(span.path),
        **_lines(span),
    }
    where = ",".join(
        f"{key}={escape.github_property(str(value))}" for key, value in properties.items()
    )
    lines = [f"{spelled_place(span)}: {escape.line(finding.message)} [{finding.code}]"]
    lines += [
        f"{spelled_place(related.span)}: {escape.line(related.message)}"
        for related in finding.related
    ]
    text = escape.github_message("\n".join(lines))
    return f"::{_COMMANDS[finding.severity]} {where}::{text}"


def _lines(span: Span) -> dict[str, object]:
    """The lines of a file.  A notebook has none here: the message names the place in its cell."""
    if span.cell:
        return {"line": 1, "col": 1}
    return {
        "line": span.line,
        "col": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
