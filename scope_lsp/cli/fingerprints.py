"""What identifies a finding from one run to the next, although lines above it change.

It is its file, its rule, its message and the text of its line; equal ones are numbered.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Sequence

from scope_lsp.analysis.result import Span
from scope_lsp.rules.rule import Finding

Identity = tuple[str, str, str, str]
"""Path from some folder, code, message, and the line's text without indentation."""


def identity(finding: Finding, path: str, line: str) -> Identity:
    """What identifies a finding in a file named ``path``."""
    return path, finding.code, finding.message, line.strip()


def fingerprints(
    findings: Sequence[Finding], path_of: Callable[[str], str], line_of: Callable[[Span], str]
) -> list[str]:
    """One fingerprint for each finding, all different."""
    seen: Counter[Identity] = Counter()
    found = []
    for finding in findings:
        one = identity(finding, path_of(finding.span.path), line_of(finding.span))
        seen[one] += 1
        text = "\0".join((*one, str(seen[one])))
        found.append(hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:32])
    return found
