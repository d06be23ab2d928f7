"""Reports for people: a table of variables, and diagnostics as compilers print them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from scope_lsp import escape
from scope_lsp.analysis.result import Certainty, Span
from scope_lsp.cli.console import Paint, shown_path
from scope_lsp.cli.listing import Entry, Listing, Program
from scope_lsp.cli.report.frame import frame
from scope_lsp.cli.report.tree import parameters, split_name
from scope_lsp.cli.report.words import spelled_place, spelled_shape
from scope_lsp.rules.page import PAGE
from scope_lsp.rules.rule import Finding, Severity
from scope_lsp.rules.unfinished import CODE as UNFINISHED

_COLOURS = {
    Severity.ERROR: "red",
    Severity.WARNING: "yellow",
    Severity.INFORMATION: "blue",
    Severity.HINT: "dim",
}
_GAP = "  "
_RULES = Path(PAGE).as_uri()
"""The page that documents all rules, to which their codes link."""


def names(listing: Listing, paint: Paint) -> str:
    """Render the variables of each program, and below them all diagnostics.

    What the listing lacks was already printed to standard error.
    """
    several = len(listing.programs) > 1
    sections: list[str] = []
    for program in listing.programs:
        if listing.depth is None:
            table = _table(program.entries, paint)
        else:
            table = _folded(program, listing.depth, paint)
        if several:
            sections.append(
                paint(escape.visible(shown_path(program.path)), "bold")
                + "\n"
                + (table or "no variables\n")
            )
        elif table:
            sections.append(table)
    findings = [finding for finding in listing.findings if finding.code != UNFINISHED]
    if findings:
        sections.append(_findings(findings, paint))
    return "\n".join(sections)


def check(listing: Listing, paint: Paint) -> str:
    """Render the diagnostics with their code, and a line that counts them."""
    return rendered(listing, paint, frames=True)


def rendered(listing: Listing, paint: Paint, frames: bool) -> str:
    """Do what ``check`` does; ``frames`` says whether the code is shown."""
    counts = Counter(finding.severity for finding in listing.findings)
    said = [_plural(counts[severity], severity) for severity in Severity if counts[severity]]
    if not said:
        return "" if listing.quiet else _clean(listing)
    line_of = listing.line_of if frames else None
    if listing.quiet:
        return _findings(listing.findings, paint, line_of)
    hint = f" {listing.fixable} can be fixed by --fix." if listing.fixable else ""
    known = f" {_known(listing.known)}." if listing.known else ""
    return f"{_findings(listing.findings, paint, line_of)}{', '.join(said)}.{hint}{known}\n"


def _clean(listing: Listing) -> str:
    """The message for no findings, which claims no more than what was read."""
    if listing.unread and listing.read:
        files = listing.read + listing.unread
        return f"No problems found in the {listing.read} of {files} files that could be read.\n"
    if listing.unread or listing.read == 0:
        return ""
    if listing.known:
        return f"No new problems found. {_known(listing.known)}.\n"
    return "No problems found.\n"


def _known(count: int) -> str:
    return f"{count} known {'one is' if count == 1 else 'ones are'} in the baseline"


def _table(entries: Sequence[Entry], paint: Paint) -> str:
    rows = [
        (
            escape.visible(entry.event.name),
            spelled_shape(entry.event.shape),
            entry.event.dtype or "?",
            _how(entry),
            spelled_place(entry.event.span),
        )
        for entry in entries
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines: list[str] = []
    for entry, row in zip(entries, rows, strict=True):
        name, shape, dtype, how, place = (
            cell.ljust(width) for cell, width in zip(row, widths, strict=True)
        )
        certain = entry.event.certainty is Certainty.DEFINITE
        how = paint(how, "cyan" if certain else "yellow")
        lines.append(_GAP.join((paint(name, "bold"), shape, dtype, how, place.rstrip())))
    return "".join(f"{line}\n" for line in lines)


def _folded(program: Program, depth: int, paint: Paint) -> str:
    """The scopes down to a depth, with the sum of each; shorter names are variables."""
    groups: dict[str, list[Entry]] = {}
    for entry in program.variables():
        parts = split_name(entry.event.name)
        key = "/".join(parts[:depth]) + "/" if len(parts) > depth else entry.event.name
        groups.setdefault(key, []).append(entry)
    rows = []
    for name, entries in groups.items():
        count = f"{len(entries)} variable{'' if len(entries) == 1 else 's'}"
        rows.append((escape.visible(name), count, parameters(entries)))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "".join(
        f"{paint(name.ljust(widths[0]), 'bold')}{_GAP}{count.rjust(widths[1])}{_GAP}{size}\n"
        for name, count, size in rows
    )


def _how(entry: Entry) -> str:
    """Whether it is created or shared here, and how certain that is."""
    event = entry.event
    how = "shared" if event.reused else "created, shared" if entry.shared_later else "created"
    return how if event.certainty is Certainty.DEFINITE else f"{how} ({event.certainty.value})"


def _findings(
    findings: Sequence[Finding], paint: Paint, line_of: Callable[[Span], str] | None = None
) -> str:
    lines: list[str] = []
    for finding in findings:
        severity = paint(finding.severity.value, _COLOURS[finding.severity])
        message = escape.line(finding.message)
        place = paint(spelled_place(finding.span), "bold")
        code = paint.link(finding.code, f"{_RULES}#{finding.code}")
        lines.append(f"{place}: {severity}: {message} [{code}]")
        if line_of is not None:
            colour = _COLOURS[finding.severity]
            lines += frame(finding.span, line_of(finding.span), paint, colour)
        lines += [
            f"    {spelled_place(related.span)}: {escape.line(related.message)}"
            for related in finding.related
        ]
    return "\n".join(lines) + "\n"


def _plural(count: int, severity: Severity) -> str:
    if severity is Severity.INFORMATION:
        return f"{count} information"
    return f"{count} {severity.value}{'s' if count > 1 else ''}"
