"""What each round of a loop creates anew, for rounds that are not run.

Two rounds are compared: where they have the same object at the same place, all rounds share it;
where each has one of its own, so has a round that is not run.
"""

from __future__ import annotations

from collections.abc import Sequence

from scope_lsp.interpreter.values import Dict, Instance, List, Value


def renewed(before: Value, after: Value, made: dict[int, Value]) -> Value:
    """What another round has in place of ``before`` and ``after``, which mean the same.

    ``made`` has what the round has created so far, by the object of the round before.
    """
    if before is after:
        return before
    if isinstance(before, tuple) and isinstance(after, tuple):
        return tuple(all_renewed(before, after, made))
    found = made.get(id(before))
    if found is not None:
        return found
    match before, after:
        case Instance(), Instance():
            instance = made[id(before)] = Instance(before.cls)
            instance.payload = renewed(before.payload, after.payload, made)
            for name, value in before.names.items():
                instance.names[name] = renewed(value, after.names[name], made)
            return instance
        case List(), List():
            items = made[id(before)] = List([])
            items.restore(before.snapshot())
            items.items[:] = all_renewed(before.items, after.items, made)
            return items
        case Dict(), Dict():
            table = made[id(before)] = Dict()
            table.restore(before.snapshot())
            table.default = before.default
            for hashed, (key, value) in before.entries.items():
                table.entries[hashed] = key, renewed(value, after.entries[hashed][1], made)
            return table
    return before


def all_renewed(
    before: Sequence[Value], after: Sequence[Value], made: dict[int, Value]
) -> list[Value]:
    """The same for the items of two sequences of one length."""
    return [renewed(one, other, made) for one, other in zip(before, after, strict=True)]
