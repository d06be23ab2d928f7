"""The page of all rules, made from their documentation.

It is beside this file, so that editors can open it.  ``docs/generate.py`` writes it, and a test
fails when it is stale.  Not the rules.
"""

from __future__ import annotations

import os.path

PAGE = os.path.join(os.path.dirname(__file__), "documentation.md")
"""The path of the page.  It is in the package, so that an editor can open it without a network."""


def text() -> str:
    """Return the Markdown of the page, with each rule below a heading that is its code."""
    from scope_lsp.rules.registry import RULES

    parts = ["# The rules of scope-lsp\n\n`scope-lsp explain CODE` prints the text of each rule.\n"]
    for rule in RULES.values():
        parts.append(f"## {rule.code}\n\nSeverity: {rule.severity.value}.\n")
        parts.append(f"{rule.documentation.strip()}\n")
    return "\n".join(parts)
