"""The variables of a program as a ``Saver`` saves them, for comparing them with others."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from scope_lsp.analysis.result import Certainty, VariableEvent
from scope_lsp.checkpoints.contents import Contents
from scope_lsp.comparison.side import Item, Side

_SUFFIX = ":0"
_ANY_PART = "/part_{n}"
"""The end of the name of a partitioned variable with an unknown number of parts."""


def items_of(
    events: Iterable[VariableEvent], called: Collection[str] = ()
) -> tuple[list[Item], list[Item]]:
    """Return the saved variables of ``events``, and those whose names are partly unknown.

    A name counts once, even if several graphs have it.  The parts of a partitioned variable are one
    variable.  What the functions ``called`` create on their own counts too.
    """
    items: dict[str, Item] = {}
    symbolic: dict[str, Item] = {}
    for event in events:
        own = event.uncalled is None or event.uncalled in called
        if event.after_error or not own or event.saved is False:
            continue
        part = event.name.removesuffix(_SUFFIX)
        name, shape = event.whole or part, event.whole_shape if event.whole else event.shape
        if part.endswith(_ANY_PART):
            name, shape = part.removesuffix(_ANY_PART), None
        certain = event.certainty is not Certainty.POSSIBLE
        known = items.get(name)
        if known is not None:
            parts = (*known.parts, part) if event.whole and part not in known.parts else known.parts
            items[name] = replace(known, parts=parts, certain=known.certain or certain)
            continue
        item = Item(
            name,
            shape,
            event.dtype,
            event.trainable,
            event.slot,
            certain=certain,
            stored=event.stored,
            parts=(part,) if event.whole else (),
            place=event.span,
        )
        is_symbolic = event.certainty is Certainty.SYMBOLIC and "{" in name
        (symbolic if is_symbolic else items).setdefault(name, item)
    return list(items.values()), list(symbolic.values())


def held_by(label: str, contents: Contents) -> Side:
    """Return what a file holds, by the names of the saved variables."""
    items: dict[str, Item] = {}
    for tensor in contents.tensors:
        name = tensor.variable.removesuffix(_SUFFIX)
        key = "" if tensor.key == name else tensor.key
        item = Item(name, tensor.shape, tensor.dtype, tensor.trainable, tensor.slot, key=key)
        items.setdefault(name, item)
    return Side(label, contents.form, tuple(items.values()), notes=contents.notes)
