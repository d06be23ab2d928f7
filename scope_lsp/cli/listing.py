"""What a command reports, ready for any format: variables folded, findings joined.

It is pure data and pure functions.  ``report`` decides how it looks.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from scope_lsp import globs
from scope_lsp.analysis.result import Certainty, Gap, Span, VariableEvent, Waiting
from scope_lsp.rules.rule import Finding

ORDER = "order"
"""The order in which a program creates its variables."""
_BYTES = {
    "bool": 1,
    "int8": 1,
    "uint8": 1,
    "int16": 2,
    "uint16": 2,
    "float16": 2,
    "bfloat16": 2,
    "int32": 4,
    "uint32": 4,
    "float32": 4,
    "int64": 8,
    "uint64": 8,
    "float64": 8,
    "complex64": 8,
    "complex128": 16,
}
"""The number of bytes of one number, by dtype."""


@dataclass(slots=True)
class Entry:
    """One (call site, full name) pair."""

    event: VariableEvent
    """The first event of the pair, with the strongest certainty of all of them."""
    shared_later: bool = False
    """Created here, and fetched here later."""

    @property
    def parameters(self) -> int | None:
        """The number of values in the variable; None if its shape is unknown."""
        shape = self.event.shape or ()
        sizes = [size for size in shape if size is not None]
        known = self.event.shape is not None and len(sizes) == len(shape)
        return math.prod(sizes) if known else None

    @property
    def size(self) -> int | None:
        """The number of bytes of the variable; None if its shape or its dtype is unknown."""
        each = _BYTES.get((self.event.dtype or "").removesuffix("_ref"))
        return None if self.parameters is None or each is None else self.parameters * each


@dataclass(frozen=True, slots=True)
class Program:
    """One program and its variables, in order of creation."""

    path: str
    entries: tuple[Entry, ...]

    def variables(self) -> tuple[Entry, ...]:
        """The first entry of each full name.

        A name counts once even if several graphs have it: a program that builds its model for
        training and again for evaluation has one set of weights in its checkpoint.
        """
        unique: dict[str, Entry] = {}
        for entry in self.entries:
            unique.setdefault(entry.event.name, entry)
        return tuple(unique.values())


@dataclass(frozen=True, slots=True)
class Listing:
    """Everything that a report shows."""

    programs: tuple[Program, ...]
    findings: tuple[Finding, ...]
    gaps: tuple[Gap, ...] = ()
    """What could not be followed, in all programs, costliest first."""
    waiting: tuple[Waiting, ...] = ()
    """The uncalled functions of the programs that create no variable when they are run."""
    read: int | None = None
    """How many files were read completely; None: all."""
    unread: int = 0
    """How many could not be read or analysed."""
    known: int = 0
    """How many findings were left out because the baseline has them."""
    line_of: Callable[[Span], str] = lambda span: ""
    """The line of source on which a span begins, empty if unavailable."""
    quiet: bool = False
    """Whether people only want the findings."""
    fixable: int = 0
    """How many of the findings ``--fix`` would try to fix."""
    depth: int | None = None
    """How many parts of names are shown; what is deeper is summed up."""
    sort: str = ORDER
    """One of ``cli.arguments.SORTS``; the entries of programs are already sorted like this."""


def arranged(
    entries: Iterable[Entry], patterns: Sequence[str] = (), sort: str = ORDER
) -> tuple[Entry, ...]:
    """The entries whose names match one of the globs (all if there are none), sorted.

    For the globs, the parts of a name are like folders in a path.
    """
    found = [
        entry
        for entry in entries
        if not patterns or globs.matches(patterns, f"/{entry.event.name.removesuffix(':0')}")
    ]
    if sort == "name":
        found.sort(key=lambda entry: entry.event.name)
    elif sort == "size":
        found.sort(key=lambda entry: -(entry.parameters or 0))
    return tuple(found)


ALL = "all"
"""Stands for every function that nothing calls."""


def fold(
    events: Iterable[VariableEvent], slots: bool, called: Collection[str] = ()
) -> tuple[Entry, ...]:
    """Make one entry of all events with the same call site and name, in their first order.

    Leaves out what comes after an error, what no program reaches and, unless ``slots``, what
    optimizers add.  What the functions ``called`` create on their own counts, although nothing in
    the program calls them.
    """
    entries: dict[tuple[str, int, int, int, str], Entry] = {}
    for event in events:
        own = event.uncalled is None or event.uncalled in called or ALL in called
        unreached = event.after_error or not own
        if unreached or (event.slot and not slots):
            continue
        entry = entries.setdefault(_key(event), Entry(event))
        if event is not entry.event:
            entry.shared_later |= event.reused and not entry.event.reused
            if event.certainty is Certainty.DEFINITE:
                entry.event = replace(entry.event, certainty=Certainty.DEFINITE)
    return tuple(entries.values())


def _key(event: VariableEvent) -> tuple[str, int, int, int, str]:
    span = event.span
    return (span.path, span.cell, span.line, span.column, event.name)
