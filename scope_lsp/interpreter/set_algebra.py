"""The operators of sets, including sets with members that are unknown or may be absent."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scope_lsp.interpreter.values import Set, Unknown, Value


def sets(op: str, a: Set, b: Set) -> Value:
    """``a op b``, a new set."""
    if op == "|":
        entries = {**a.entries, **b.entries}
    elif op == "&":
        entries = {k: v for k, v in a.entries.items() if k in b.entries}
    elif op == "-":
        entries = {k: v for k, v in a.entries.items() if k not in b.entries}
    elif op == "^":
        entries = {k: v for k, v in a.entries.items() if k not in b.entries}
        entries |= {k: v for k, v in b.entries.items() if k not in a.entries}
    else:
        return Unknown(f"{op} of sets")
    result = Set(entries, frozen=a.frozen)
    result.open = a.open or b.open
    if a.doubtful or b.doubtful:
        result.doubtful = frozenset(_doubtful_members(op, a, b, entries))
    result.doubtful |= _perhaps_in_both(op, a, b, entries)
    return result


def _perhaps_in_both(op: str, a: Set, b: Set, entries: dict[Any, Value]) -> frozenset[Any]:
    """Return the members of ``a op b`` that are in one of them, and perhaps unseen in the other."""
    if op not in ("-", "^"):
        return frozenset()
    sides = [one for one, other in ((a, b), (b, a)) if other.open]
    return frozenset(key for key in entries if any(key in one.entries for one in sides))


def _doubtful_members(op: str, a: Set, b: Set, entries: dict[Any, Value]) -> Iterator[Any]:
    """Return the members of ``a op b`` that may be absent, and add those that may be present."""
    doubtful = a.doubtful | b.doubtful
    for key in doubtful:
        if key not in entries and op in ("-", "^") and key in a.entries:
            entries[key] = a.entries[key]
        elif op == "|" and any(key in one.entries and key not in one.doubtful for one in (a, b)):
            continue
        elif op == "-" and key in a.entries and key in b.entries:
            yield key
            continue
        if key in entries:
            yield key
