"""SARIF 2.1.0, the format of static analyses that code hosts and editors read; for ``check``."""

from __future__ import annotations

import json
import os
from pathlib import Path
from urllib.parse import quote

import scope_lsp
from scope_lsp import escape
from scope_lsp.analysis.result import Related, Span
from scope_lsp.cli.console import Paint, shown_path
from scope_lsp.cli.fingerprints import fingerprints
from scope_lsp.cli.listing import Listing
from scope_lsp.cli.report.words import repository_path
from scope_lsp.rules.registry import RULES
from scope_lsp.rules.rule import Finding, Rule, Severity

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT = "%SRCROOT%"
"""The base of relative paths: the working directory."""
_FINGERPRINT = "scopeLsp/v1"
"""The name of our kind of fingerprints."""
_LEVELS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFORMATION: "note",
    Severity.HINT: "note",
}


def check(listing: Listing, paint: Paint) -> str:
    """Render the diagnostics, and the documentation of the rules that found them."""
    used = {finding.code for finding in listing.findings}
    codes = [code for code in RULES if code in used]
    prints = fingerprints(listing.findings, repository_path, listing.line_of)
    driver = {
        "name": "scope-lsp",
        "version": scope_lsp.__version__,
        "rules": [_rule(RULES[code]) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"uri": Path(os.getcwd()).as_uri().rstrip("/") + "/"}},
        "results": [
            _result(finding, codes.index(finding.code), fingerprint)
            for finding, fingerprint in zip(listing.findings, prints, strict=True)
        ],
    }
    document = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(document, indent=2) + "\n"


def _rule(rule: Rule) -> dict[str, object]:
    text = rule.documentation.strip()
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.summary},
        "help": {"text": text, "markdown": text},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(finding: Finding, index: int, fingerprint: str) -> dict[str, object]:
    related = [
        {"id": number, "message": {"text": _text(item)}, **_location(item.span)}
        for number, item in enumerate(finding.related)
    ]
    return {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": _text(finding)},
        "locations": [_location(finding.span)],
        "partialFingerprints": {_FINGERPRINT: fingerprint},
        **({"relatedLocations": related} if related else {}),
    }


def _text(said: Finding | Related) -> str:
    """The message; in a notebook with the place in its cell, which SARIF cannot express."""
    span = said.span
    place = f"cell {span.cell}:{span.line}:{span.column}: " if span.cell else ""
    return place + escape.sarif(said.message)


def _location(span: Span) -> dict[str, object]:
    if span.cell:
        return {"physicalLocation": {"artifactLocation": _artifact(span.path)}}
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    return {"physicalLocation": {"artifactLocation": _artifact(span.path), "region": region}}


def _artifact(path: str) -> dict[str, str]:
    shown = shown_path(path)
    if os.path.isabs(shown):
        return {"uri": Path(shown).as_uri()}
    return {"uri": quote(shown.replace(os.sep, "/")), "uriBaseId": _ROOT}
