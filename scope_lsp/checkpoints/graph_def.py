"""Graphs on disk: ``.meta`` files, frozen ``.pb`` files and the graphs of saved models.

Reads those parts of ``GraphDef`` and ``MetaGraphDef`` (framework/graph.proto and
protobuf/meta_graph.proto) that describe variables.  These files have no checksums, so that changes
in them cannot be detected.
"""

from __future__ import annotations

from dataclasses import dataclass

from scope_lsp.checkpoints import wire
from scope_lsp.checkpoints.contents import MOST, Contents, Damaged, Shape, Tensor, dtype_called

_VARIABLES = frozenset({"Variable", "VariableV2", "VarHandleOp", "AutoReloadVariable"})
_READS = ("/read", "/Read/ReadVariableOp")
"""The end of the name of the op that reads a variable, by which frozen variables are recognized."""
_MOST_NODES = 5_000_000


@dataclass(frozen=True, slots=True)
class _Node:
    op: str
    shape: Shape | None
    dtype: str | None


@dataclass(frozen=True, slots=True)
class _Held:
    """A variable of a collection."""

    name: str
    full_name: str
    """The partitioned variable of which it is a part; empty for a whole one."""
    full_shape: Shape


def read_graph(data: wire.Bytes) -> Contents:
    """The variables of a ``.pb`` file: a graph, with or without frozen variables, or a saved model.

    Raises ``Damaged``.
    """
    parts = wire.fields(data)
    if parts and parts[0][0] == 1 and isinstance(parts[0][1], int):
        graphs = [held for number, held in parts if number == 2]
        if not graphs:
            raise Damaged("the saved model has no graph")
        return read_meta(wire.message(graphs[0]), "saved model")
    nodes = _nodes(parts)
    variables = {name: node for name, node in nodes.items() if node.op in _VARIABLES}
    if variables:
        return Contents("graph", tuple(_tensor(name, node) for name, node in variables.items()))
    return Contents("frozen graph", tuple(_frozen(nodes)))


def read_meta(data: wire.Bytes, form: str = "meta graph") -> Contents:
    """The variables of a ``MetaGraphDef`` that a saver would save; raises ``Damaged``."""
    nodes: dict[str, _Node] = {}
    collections: dict[str, list[_Held]] = {}
    for number, held in wire.fields(data):
        if number == 2:
            nodes = _nodes(wire.fields(wire.message(held)))
        elif number == 4:
            key, value = _pair(wire.message(held))
            if key in ("variables", "trainable_variables"):
                collections[key] = _collection(value)
    if "variables" not in collections:
        found = {name: node for name, node in nodes.items() if node.op in _VARIABLES}
        return Contents(form, tuple(_tensor(name, node) for name, node in found.items()))
    trainable = {held.name for held in collections.get("trainable_variables", ())}
    tensors: dict[str, Tensor] = {}
    for one in collections["variables"]:
        node = nodes.get(one.name, _Node("", None, None))
        name = one.full_name or one.name
        shape = one.full_shape if one.full_name else node.shape
        tensors.setdefault(name, Tensor(name, shape, node.dtype, trainable=one.name in trainable))
    return Contents(form, tuple(tensors.values()))


def _tensor(name: str, node: _Node) -> Tensor:
    return Tensor(name, node.shape, node.dtype)


def _frozen(nodes: dict[str, _Node]) -> list[Tensor]:
    """The constants that were variables: ops read them that have the names of variables' reads."""
    found: dict[str, Tensor] = {}
    for name in nodes:
        for ending in _READS:
            variable = name.removesuffix(ending)
            constant = nodes.get(variable)
            if variable != name and constant is not None and constant.op == "Const":
                found[variable] = _tensor(variable, constant)
    return list(found.values())


def _nodes(parts: list[wire.Field]) -> dict[str, _Node]:
    found: dict[str, _Node] = {}
    for number, held in parts:
        if number != 1:
            continue
        name, node = _node(wire.message(held))
        found[name] = node
        if len(found) > _MOST_NODES:
            raise Damaged(f"it has more than {_MOST_NODES} nodes")
    return found


def _node(data: wire.Bytes) -> tuple[str, _Node]:
    """A ``NodeDef``, with shape and dtype only for nodes that may be variables."""
    name = op = ""
    attributes: list[wire.Bytes] = []
    for number, held in wire.fields(data):
        if number == 1:
            name = wire.text(held)
        elif number == 2:
            op = wire.text(held)
        elif number == 5:
            attributes.append(wire.message(held))
    shape: Shape | None = None
    dtype: str | None = None
    if op in _VARIABLES or op == "Const":
        for key, value in map(_pair, attributes):
            if key == "value" or key == "shape" or key == "dtype":
                for number, held in wire.fields(value):
                    if number == 6 and dtype is None:
                        dtype = dtype_called(wire.number(held))
                    elif number == 7:
                        shape = wire.shape(wire.message(held))
                    elif number == 8:
                        shape = _tensor_shape(wire.message(held))
    return name, _Node(op, shape, dtype)


def _tensor_shape(data: wire.Bytes) -> Shape | None:
    """The shape of a ``TensorProto``; its content is skipped."""
    for number, held in wire.fields(data):
        if number == 2:
            return wire.shape(wire.message(held))
    return ()


def _pair(data: wire.Bytes) -> tuple[str, wire.Bytes]:
    """An entry of a map from text to messages."""
    key = ""
    value: wire.Bytes = b""
    for number, held in wire.fields(data):
        if number == 1:
            key = wire.text(held)
        elif number == 2:
            value = wire.message(held)
    return key, value


def _collection(data: wire.Bytes) -> list[_Held]:
    """The variables in a ``CollectionDef`` of serialized ``VariableDef``s."""
    found = []
    for number, held in wire.fields(data):
        if number == 2:  # bytes_list
            for inner, value in wire.fields(wire.message(held)):
                if inner == 1:
                    found.append(_variable(wire.message(value)))
                    if len(found) > MOST:
                        raise Damaged(f"a collection has more than {MOST} variables")
    return found


def _variable(data: wire.Bytes) -> _Held:
    name = full_name = ""
    full_shape: list[int | None] = []
    for number, held in wire.fields(data):
        if number == 1:
            name = wire.text(held).partition(":")[0]
        elif number == 4:  # save_slice_info_def
            for inner, value in wire.fields(wire.message(held)):
                if inner == 1:
                    full_name = wire.text(value)
                elif inner == 2:
                    full_shape += map(wire.signed, wire.packed(value))
    return _Held(name, full_name, tuple(full_shape))
