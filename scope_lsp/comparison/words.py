"""The sentences that describe a comparison.  Reports add layout and colour."""

from __future__ import annotations

import re
from collections.abc import Iterable

from scope_lsp.comparison.compare import Comparison
from scope_lsp.comparison.known import reason
from scope_lsp.comparison.renames import Rename

_MOST = 4
"""The maximum number of names in a sentence."""


def headline(comparison: Comparison) -> str:
    """The first line of a report: a summary in one sentence."""
    old, new = comparison.old.label, comparison.new.label
    if not comparison.differs:
        perhaps = f", {counted(len(comparison.doubtful))} in doubt" if comparison.doubtful else ""
        return f"{old} and {new}: no difference in {counted(len(comparison.same))}{perhaps}."
    parts = [cause(rename) for rename in comparison.causes]
    others = (
        (comparison.other_shape, f"{{}} with another shape in {new}"),
        (comparison.other_dtype, f"{{}} with another dtype in {new}"),
        (comparison.only_old, f"{{}} only in {old}"),
        (comparison.only_new, f"{{}} only in {new}"),
    )
    parts += [text.format(counted(len(found))) for found, text in others if found]
    return f"{old} -> {new}: {'; '.join(parts)}."


def cause(rename: Rename) -> str:
    """One change, and the number of variables that it explains."""
    why = reason(rename)
    return f"{_change(rename)} ({counted(len(rename.pairs))}{f'; {why}' if why else ''})"


def counted(number: int, noun: str = "variable") -> str:
    """A number with its noun."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _change(rename: Rename) -> str:
    steps = rename.steps
    old = folded("/".join(step.old) for step in steps)
    new = folded("/".join(step.new) for step in steps)
    first = steps[0]
    if all(step.renumbers for step in steps):
        return f"{old} renumbered: now {new}"
    noun = "" if first.at_end else "scope "
    if not first.old:
        place = "in front" if first.at_top else f"behind {folded(step.after for step in steps)}"
        return f"scope {new} added {place}"
    if not first.new:
        return f"{noun}{old} dropped"
    return f"{noun}{old} renamed {new}"


def folded(names: Iterable[str]) -> str:
    """Several names as one text, numbers as ranges: ``layer_{0..11}``."""
    groups: dict[str, set[int]] = {}
    """The numbers by the rest of the name, in which a null byte replaces them."""
    for name in names:
        *_, last = (None, *re.finditer(r"(?<!\d)(?:0|[1-9]\d{0,8})(?!\d)", name, re.ASCII))
        if last is None:
            groups.setdefault(name, set())
        else:
            rest = f"{name[: last.start()]}\0{name[last.end() :]}"
            groups.setdefault(rest, set()).add(int(last.group()))
    shown = [rest.replace("\0", _range(numbers)) for rest, numbers in groups.items()]
    if len(shown) > _MOST:
        return f"{', '.join(shown[:_MOST])} and {len(shown) - _MOST} more"
    return ", ".join(shown)


def _range(numbers: Iterable[int]) -> str:
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    texts = [f"{run[0]}..{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs]
    return texts[0] if len(texts) == 1 and ".." not in texts[0] else f"{{{','.join(texts)}}}"
