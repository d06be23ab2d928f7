"""The page of all rules, made of their documentation; it lies beside this file for editors.

``docs/generate.py`` writes it anew; a test fails when it is stale.  Not the rules.
"""

from __future__ import annotations

import os.path

PAGE = os.path.join(os.path.dirname(__file__), "documentation.md")
"""Where the page lies: in the package, so that an editor can open it without a network."""


def text() -> str:
    """The page, a heading of its code for each rule."""
    from scope_lsp.rules.registry import RULES

    parts = ["# The rules of scope-lsp\n\nMade of the rules' own documentation.\n"]
    for rule in RULES.values():
        parts.append(f"## {rule.code}\n\nSeverity: {rule.severity.value}.\n")
        parts.append(f"{rule.documentation.strip()}\n")
    return "\n".join(parts)
