"""Variables by scope, with shapes and parameter counts, and the sums of each scope.

A variable and a scope may have the same name (``w`` and its slot ``w/Adam``); the scope is shown
with a slash.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from scope_lsp import escape
from scope_lsp.analysis.result import Certainty
from scope_lsp.cli.console import Paint, shown_path
from scope_lsp.cli.listing import Entry, Listing
from scope_lsp.cli.report.words import spelled_shape

_INDENT = "  "
_UNKNOWN = "size unknown"


@dataclass(slots=True)
class _Scope:
    """What is below one prefix, in the order of creation."""

    variables: list[Entry] = field(default_factory=list)
    """All variables, including those of inner scopes."""
    inside: dict[str, Entry | _Scope] = field(default_factory=dict)
    """By the last part of the name; that of a scope ends in a slash."""


def names(listing: Listing, paint: Paint) -> str:
    """Render a tree for each program that makes variables."""
    trees = [(program.path, program.variables()) for program in listing.programs]
    several = len(trees) > 1
    sections = []
    for path, variables in trees:
        if variables:
            head = f"{paint(escape.visible(shown_path(path)), 'bold')}\n" if several else ""
            sections.append(head + _tree(variables, listing, paint))
    return "\n".join(sections)


def _tree(variables: Sequence[Entry], listing: Listing, paint: Paint) -> str:
    top = _grown(variables)
    rows = [*_rows(top, listing), ("total", amount(variables), _count(variables))]
    lefts = max(len(left) for left, _, _ in rows)
    rights = max(len(right) for _, right, _ in rows)
    lines = []
    for left, right, note in rows:
        bold = left.endswith("/") or left == "total"
        cell = paint(left.ljust(lefts), "bold") if bold else left.ljust(lefts)
        line = f"{cell}  {right.rjust(rights)}"
        lines.append(f"{line}  {paint(note, 'dim')}\n" if note else f"{line}\n")
    return "".join(lines)


def _grown(variables: Iterable[Entry]) -> _Scope:
    top = _Scope()
    for entry in variables:
        *path, last = split_name(entry.event.name.removesuffix(":0"))
        scope = top
        for part in path:
            inner = scope.inside.setdefault(f"{part}/", _Scope())
            assert isinstance(inner, _Scope)
            scope = inner
            scope.variables.append(entry)
        scope.inside[last] = entry
    return top


def split_name(name: str) -> list[str]:
    """The parts of a full name; a slash in braces is the program's own (``{a/b}/w``)."""
    parts, depth = [""], 0
    for letter in name:
        depth += {"{": 1, "}": -1}.get(letter, 0)
        if letter == "/" and depth <= 0:
            parts.append("")
        else:
            parts[-1] += letter
    return parts


def _rows(scope: _Scope, listing: Listing, depth: int = 0) -> Iterator[tuple[str, str, str]]:
    """Name with shape, parameters, and a note; what is too deep is only summed up."""
    inside = list(scope.inside.items())
    if listing.sort == "name":
        inside.sort(key=lambda item: item[0])
    elif listing.sort == "size":
        inside.sort(key=lambda item: -_weight(item[1]))
    for name, found in inside:
        left = _INDENT * depth + escape.visible(name)
        if not isinstance(found, _Scope):
            yield f"{left} {spelled_shape(found.event.shape)}", amount([found]), _note(found)
        elif listing.depth is not None and depth + 1 >= listing.depth:
            count = len(found.variables)
            noun = "variable" if count == 1 else "variables"
            yield left, amount(found.variables), f"{count} {noun}"
        else:
            yield left, amount(found.variables), ""
            yield from _rows(found, listing, depth + 1)


def _weight(found: Entry | _Scope) -> int:
    entries = found.variables if isinstance(found, _Scope) else [found]
    return sum(entry.parameters or 0 for entry in entries)


def _note(entry: Entry) -> str:
    """What is unusual about a variable."""
    event = entry.event
    notes = []
    if event.dtype != "float32":
        notes.append(event.dtype or "dtype unknown")
    if event.trainable is False:
        notes.append("not trainable")
    if event.certainty is not Certainty.DEFINITE:
        notes.append(event.certainty.value)
    return ", ".join(notes)


def amount(variables: Iterable[Entry]) -> str:
    """The sum of parameters, as far as their sizes are known."""
    counts = [entry.parameters for entry in variables]
    known = [count for count in counts if count is not None]
    if not known:
        return _UNKNOWN
    return ("at least " if len(known) < len(counts) else "") + f"{sum(known):,}"


def parameters(variables: Iterable[Entry]) -> str:
    """The same with its noun: ``12 parameters``."""
    sum_ = amount(variables)
    return sum_ if sum_ == _UNKNOWN else f"{sum_} parameter{'' if sum_ == '1' else 's'}"


def _count(variables: Sequence[Entry]) -> str:
    trainable = [entry for entry in variables if entry.event.trainable]
    noun = "variable" if len(variables) == 1 else "variables"
    return f"in {len(variables)} {noun}; trainable: {amount(trainable) if trainable else 0}"
