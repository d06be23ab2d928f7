"""Checkpoints of ``tf.train.Checkpoint`` and Keras: which attribute of which object a tensor is.

Such a checkpoint names a tensor by the path of attributes from the saved object to it.  The graph
of objects in it (trackable_object_graph.proto) has the names of the variables, and says which of
them are slots.
"""

from __future__ import annotations

from dataclasses import dataclass

from scope_lsp.checkpoints import wire
from scope_lsp.checkpoints.contents import MOST, Damaged

KEY = "_CHECKPOINTABLE_OBJECT_GRAPH"
"""The key under which a checkpoint stores the graph."""


@dataclass(frozen=True, slots=True)
class Owner:
    """What the graph says about a tensor."""

    name: str
    """The variable's full name; empty for anything else."""
    slot: bool


def owners(data: bytes) -> dict[str, Owner]:
    """The owner of each tensor by its key, from a serialized ``TrackableObjectGraph``."""
    attributes: list[tuple[int, str, str]] = []
    slots: set[int] = set()
    nodes = 0
    for name, held in wire.fields(data):
        if name != 1:
            continue
        for inner, value in wire.fields(wire.message(held)):
            if inner == 2:  # attributes
                full_name, key = _attribute(wire.message(value))
                attributes.append((nodes, full_name, key))
            elif inner == 3:  # slot_variables
                for field, node in wire.fields(wire.message(value)):
                    if field == 3:
                        slots.add(wire.number(node))
        nodes += 1
        if nodes > MOST:
            raise Damaged(f"its graph has more than {MOST} objects")
    return {key: Owner(name, node in slots) for node, name, key in attributes}


def _attribute(data: wire.Bytes) -> tuple[str, str]:
    """The full name and the key in a ``SerializedTensor``."""
    full_name = key = ""
    for name, value in wire.fields(data):
        if name == 2:
            full_name = wire.text(value)
        elif name == 3:
            key = wire.text(value)
    return full_name, key
