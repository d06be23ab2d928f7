"""``check --statistics``: the number of findings of each rule, instead of the findings."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence

from scope_lsp.cli.console import Paint
from scope_lsp.rules.registry import RULES
from scope_lsp.rules.rule import Finding

FORMATS = ("text", "concise", "json")


def statistics(
    findings: Sequence[Finding], safe: Sequence[Finding], form: str, paint: Paint
) -> str:
    """Render the counts, the most frequent first, as a table or as JSON; ``safe`` can be fixed."""
    counts = Counter(finding.code for finding in findings)
    fixable = Counter(finding.code for finding in safe)
    ordered = sorted(counts, key=lambda code: (-counts[code], code))
    if form == "json":
        found = [
            {
                "code": code,
                "summary": RULES[code].summary,
                "count": counts[code],
                "fixable": fixable[code],
            }
            for code in ordered
        ]
        return json.dumps(found, indent=2) + "\n"
    if not ordered:
        return ""
    digits = len(str(max(counts.values())))
    width = max(map(len, ordered))
    return "".join(
        f"{counts[code]:>{digits}}  {paint(code.ljust(width), 'bold')}  "
        f"{'[*] ' if fixable[code] else ''}{RULES[code].summary}\n"
        for code in ordered
    )
