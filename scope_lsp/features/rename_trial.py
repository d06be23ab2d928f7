"""Whether an edited program has the names that a rename asks for, and is otherwise the same.

``rename`` makes the edits, and the caller runs the analyses.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from scope_lsp.analysis.result import Analysis, VariableEvent
from scope_lsp.features.named import named
from scope_lsp.features.rename import Plan
from scope_lsp.features.rename_comparisons import Refused
from scope_lsp.features.strings import FILTERS, strings_of
from scope_lsp.fixes.judgement import Judged


def check(
    plan: Plan,
    before: Judged,
    after: Judged | None,
    old_text: Callable[[str], str | None],
    new_text: Callable[[str], str | None],
) -> None:
    """Raise ``Refused`` unless names change as requested and nothing else does.

    Both analyses are as ``rename_places.called`` gives them; None is one that failed.
    """
    if after is None:
        raise Refused("The renamed program could not be analysed in time.")
    if not (before.analysis.complete and after.analysis.complete):
        raise Refused("The program is too large to be sure of all its names.")
    _variables(plan, before.analysis, after.analysis)
    _scopes(plan, before.analysis, after.analysis)
    _findings(before, after)
    _filters(plan, before.analysis, after.analysis, old_text, new_text)


def _variables(plan: Plan, before: Analysis, after: Analysis) -> None:
    for old, new in zip(before.variables, after.variables, strict=False):
        wanted = plan.renamed(old.name)
        if new.name != wanted and not (old.slot and _holds(plan, old.name, new.name)):
            if wanted == old.name:
                raise Refused(f"{old.name} would be renamed as well, to {new.name}.")
            if new.name == old.name:
                raise Refused(f"{old.name} would keep its name: part of it is computed elsewhere.")
            raise Refused(f"{old.name} would be called {new.name}, not {wanted}.")
        if _rest(old) != _rest(new):
            raise Refused(f"{wanted} would be created in another way than {old.name} is.")
    if len(before.variables) != len(after.variables):
        count, other = len(before.variables), len(after.variables)
        raise Refused(f"The program would create {other} variables instead of {count}.")


def _rest(event: VariableEvent) -> tuple[object, ...]:
    return (
        event.reused,
        event.shape,
        event.dtype,
        event.trainable,
        event.certainty,
        event.after_error,
        event.saved,
        event.uncalled,
        event.api,
    )


def _holds(plan: Plan, old: str, new: str) -> bool:
    """Whether a slot in another scope contains its variable's new name."""
    return any(
        f"/{old}".replace(f"/{name}/", f"/{plan.renamed(name)}/") == f"/{new}"
        for name in plan.names
    )


def _scopes(plan: Plan, before: Analysis, after: Analysis) -> None:
    def told(analysis: Analysis, renamed: Callable[[str], str]) -> list[tuple[str | None, str]]:
        return [
            (one.variable_prefix and renamed(one.variable_prefix), renamed(one.op_prefix))
            for one in analysis.scopes
        ]

    for wanted, found in zip(told(before, plan.renamed), told(after, str), strict=False):
        if wanted != found:
            raise Refused(f"The scope {wanted[0] or wanted[1]} would be {found[0] or found[1]}.")
    if len(before.scopes) != len(after.scopes):
        raise Refused("The program would open other scopes than it does.")


def _findings(before: Judged, after: Judged) -> None:
    def places(judged: Judged) -> Counter[tuple[str, int, str]]:
        return Counter((one.span.path, one.span.line, one.code) for one in judged.findings)

    new = places(after) - places(before)
    for one in after.findings:
        if (one.span.path, one.span.line, one.code) in new:
            raise Refused(f"Line {one.span.line} would then be wrong: {one.message}")


def _filters(
    plan: Plan,
    before: Analysis,
    after: Analysis,
    old_text: Callable[[str], str | None],
    new_text: Callable[[str], str | None],
) -> None:
    old_names = [(one.kept, _set(map(plan.renamed, one.names))) for one in before.filters]
    if old_names != [(one.kept, _set(one.names)) for one in after.filters]:
        raise Refused("A filter on names would select other variables.")
    lookups = [
        (_set(map(plan.renamed, one.found)), _set(map(plan.renamed, one.others)))
        for one in before.collections
    ]
    for old, new, lookup in zip(lookups, after.collections, before.collections, strict=False):
        if old != (_set(new.found), _set(new.others)):
            line = lookup.span.line
            raise Refused(f"The collection asked for in line {line} would hold other variables.")
    paths = sorted({edit.span.path for edit in plan.edits} | _paths(before))
    for path in paths:
        mine, theirs = old_text(path), new_text(path)
        if mine is None or theirs is None:
            continue
        for one, other in zip(strings_of(path, mine), strings_of(path, theirs), strict=False):
            if one.use not in FILTERS or other.use is not one.use:
                continue
            told, now = named(before, one), named(after, other)
            wanted = _set(map(plan.renamed, told.names)) if told is not None else _set(())
            if wanted != (_set(now.names) if now is not None else _set(())):
                raise Refused(
                    f'The filter "{one.text}" in line {one.span.line} would select other variables.'
                )


def _paths(analysis: Analysis) -> set[str]:
    return {frame.span.path for event in analysis.variables for frame in event.trace}


def _set(names: Iterable[str]) -> frozenset[str]:
    return frozenset(names)
