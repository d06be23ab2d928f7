"""JUnit's XML, which most CI services read as test results; for ``check``.

A file is a test suite, and an error or a warning is a failed test.  Information passes, with its
text as output.  A file without findings is one passed test.
"""

from __future__ import annotations

from itertools import groupby

from scope_lsp import escape
from scope_lsp.cli.console import Paint, shown_path
from scope_lsp.cli.listing import Listing
from scope_lsp.cli.report.words import spelled_place
from scope_lsp.rules.rule import Finding, Severity

_FAILING = (Severity.ERROR, Severity.WARNING)


def check(listing: Listing, paint: Paint) -> str:
    """Render one document."""
    suites = [
        _suite(path, list(found))
        for path, found in groupby(listing.findings, key=lambda finding: finding.span.path)
    ]
    told = {finding.span.path for finding in listing.findings}
    suites += [_suite(one.path, []) for one in listing.programs if one.path not in told]
    failures = sum(finding.severity in _FAILING for finding in listing.findings)
    tests = len(listing.findings) + sum(one.path not in told for one in listing.programs)
    head = f'<testsuites name="scope-lsp" tests="{tests}" failures="{failures}">'
    body = "".join(suites)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{head}\n{body}</testsuites>\n'


def _suite(path: str, findings: list[Finding]) -> str:
    name = escape.xml(shown_path(path))
    failures = sum(finding.severity in _FAILING for finding in findings)
    tests = max(len(findings), 1)
    head = f'  <testsuite name="{name}" tests="{tests}" failures="{failures}">\n'
    cases = [_case(name, finding) for finding in findings]
    cases = cases or [f'    <testcase name="no problems" classname="{name}"/>\n']
    return f"{head}{''.join(cases)}  </testsuite>\n"


def _case(name: str, finding: Finding) -> str:
    message = escape.line(finding.message)
    lines = [f"{spelled_place(finding.span)}: {message}"]
    lines += [f"{spelled_place(one.span)}: {escape.line(one.message)}" for one in finding.related]
    text = escape.xml("\n".join(lines))
    place = f'file="{name}" line="{finding.span.line}"'
    case = f'    <testcase name="{escape.xml(finding.code)}" classname="{name}" {place}>'
    if finding.severity in _FAILING:
        kind = finding.severity.value
        inner = f'<failure type="{kind}" message="{escape.xml(message)}">{text}</failure>'
    else:
        inner = f"<system-out>{text}</system-out>"
    return f"{case}{inner}</testcase>\n"
