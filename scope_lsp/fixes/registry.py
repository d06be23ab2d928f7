"""The list of all fixes by the rules that they are for, and the ways to ask for them.

They are candidates: before offering one, the caller tries it with an analysis of the edited text
(``judgement``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from scope_lsp.analysis.result import Analysis
from scope_lsp.fixes import arguments, cells, checkpoints, naming, repeats, sharing
from scope_lsp.fixes.cause import Cause
from scope_lsp.fixes.texts import TextOf, Texts
from scope_lsp.rules.rule import Finding, Fix

FIXES: Mapping[str, Callable[[Cause], Iterable[Fix]]] = {
    "variable-exists": sharing.variable_exists,
    "variable-missing": sharing.variable_missing,
    "variable-shape": arguments.variable_shape,
    "variable-dtype": arguments.variable_dtype,
    "scope-error": arguments.scope_error,
    "optimizer-under-reuse": sharing.optimizer_under_reuse,
    "variable-renamed": naming.variable_renamed,
    "name-scope-ignored": naming.name_scope_ignored,
    "collection-prefix": naming.collection_prefix,
    "not-shared": naming.not_shared,
    "empty-filter": naming.empty_filter,
    "unknown-name": naming.unknown_name,
    "cell-rerun": cells.cell_rerun,
    "checkpoint-mismatch": checkpoints.checkpoint_mismatch,
}
_SAFE = frozenset(("unknown-name",))
"""Rules with fixes that may be applied automatically."""
_REPEATED = frozenset(("variable-exists", "variable-renamed", "collection-prefix"))
"""Rules that find what a statement leads to which stands twice by mistake."""
_MOST = 12
"""Only the first candidates are tried, because each costs an analysis."""


def candidates(analysis: Analysis, finding: Finding, text_of: TextOf) -> tuple[Fix, ...]:
    """What may fix a finding, the best first, without the fixes that the rule itself has."""
    make = FIXES.get(finding.code)
    if make is None:
        return ()
    found: dict[object, Fix] = {}
    cause = Cause(analysis, finding, Texts(text_of))
    made = [*make(cause), *(repeats.once(cause) if finding.code in _REPEATED else ())]
    for fix in made:
        found.setdefault(fix.edits, fix)
    return tuple(found.values())[:_MOST]


def with_safe(
    analysis: Analysis, findings: Sequence[Finding], text_of: TextOf
) -> tuple[Finding, ...]:
    """The findings with the fixes that may be applied automatically, for the command line."""
    return tuple(_with_safe(analysis, findings, text_of))


def _with_safe(
    analysis: Analysis, findings: Sequence[Finding], text_of: TextOf
) -> Iterator[Finding]:
    for finding in findings:
        if finding.code in _SAFE:
            safe = [one for one in candidates(analysis, finding, text_of) if one.is_safe]
            yield replace(finding, fixes=(*safe, *finding.fixes)) if safe else finding
        else:
            yield finding
