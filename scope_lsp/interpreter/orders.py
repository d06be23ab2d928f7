"""Orders that are not known: those of most sets, and of what is made of their members."""

from __future__ import annotations

from scope_lsp.interpreter.builtins.classes import payload_of
from scope_lsp.interpreter.picking import picked
from scope_lsp.interpreter.values import (
    UNSEEN,
    Dict,
    Instance,
    Iter,
    List,
    Scattered,
    Set,
    Value,
)

_VIEWS = ("dict_keys", "dict_values", "dict_items")
_REASON = "one of several in an unknown order"


def is_unordered(value: Value) -> bool:
    """Whether its items come in an order that is not known, as the members of most sets do."""
    if isinstance(value, Instance):
        mapping = value.names.get("mapping") if value.cls.name in _VIEWS else None
        value = payload_of(value) if mapping is None else mapping
    if isinstance(value, List):
        return value.scattered and not value.uncounted
    if isinstance(value, Dict):
        return value.scattered and len(value.entries) > 1
    if isinstance(value, Iter):
        return value.scattered
    if isinstance(value, Scattered):
        return len(value) > 1
    return isinstance(value, Set) and len(value.entries) > 1 and not has_order(value)


def has_order(value: Set) -> bool:
    """Whether the order does not depend on hash seeds or addresses."""
    return all(type(entry) is int for entry in value.entries.values())


def in_any_order(marked: list[tuple[Value, bool]]) -> list[tuple[Value, bool]]:
    """As many items, each with whether it may be absent, of which any may come first."""
    anything = picked(_REASON, [item for item, _ in marked])
    return [(item if item is UNSEEN else anything, unsure) for item, unsure in marked]


def settled(items: tuple[Value, ...]) -> tuple[Value, ...]:
    """A tuple for what asks for the places of its items: those are unknown if their order is."""
    if not is_unordered(items):
        return items
    return (picked(_REASON, items),) * len(items)


def joined_tuples(a: tuple[Value, ...], b: tuple[Value, ...]) -> tuple[Value, ...]:
    """``a + b``."""
    both = a + b
    return Scattered(both) if isinstance(a, Scattered) or isinstance(b, Scattered) else both
