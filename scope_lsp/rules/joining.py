"""The findings of several programs as one list: what they share is said once.

It does not run any rule.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from scope_lsp.rules.errors import MAY_FAIL
from scope_lsp.rules.rule import Finding, Severity
from scope_lsp.rules.unused_ignore import CODE as UNUSED


def join(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Keep one of each finding that several programs share, the most severe; sorted by place."""
    ranks = list(Severity)
    best: dict[tuple[object, ...], Finding] = {}
    for finding in sorted(findings, key=lambda finding: ranks.index(finding.severity)):
        # A helper analysed on its own may have "may fail" where its caller has a failure.
        *place, code, message = finding.place
        key = (*place, code, message.removeprefix(MAY_FAIL))
        best.setdefault(key, finding)
    return tuple(sorted(best.values(), key=lambda finding: finding.place))


def join_programs(
    programs: Sequence[tuple[Iterable[Finding], Collection[tuple[str, int]]]],
) -> tuple[Finding, ...]:
    """The same for programs, each with its findings and the comments that silenced something.

    A comment that one of the programs needs counts as used.
    """
    silenced = {place for _, places in programs for place in places}
    return join(
        finding
        for findings, _ in programs
        for finding in findings
        if finding.code != UNUSED or (finding.span.path, finding.span.line) not in silenced
    )
