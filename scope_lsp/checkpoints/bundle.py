"""Checkpoints of version 2: the ``.index`` file next to the ``.data`` files with the tensors.

Follows core/util/tensor_bundle and tensor_bundle.proto.  The listing is the same as that of
``tf.train.list_variables`` (core/util/tensor_slice_reader, ``CheckpointReader``).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from scope_lsp.checkpoints import wire
from scope_lsp.checkpoints.checksum import crc32c, masked
from scope_lsp.checkpoints.contents import MOST, Contents, Damaged, Shape, Tensor, dtype_called
from scope_lsp.checkpoints.object_graph import KEY as OBJECT_GRAPH
from scope_lsp.checkpoints.object_graph import Owner, owners
from scope_lsp.checkpoints.table import Table

FORM = "checkpoint"
_LARGEST_GRAPH = 1 << 25
"""The maximum size of the graph of objects, in bytes."""


@dataclass(frozen=True, slots=True)
class _Stored:
    """The position of a tensor's bytes, and their stored checksum."""

    shard: int
    offset: int
    size: int
    checksum: int


ReadData = Callable[[int, int, int, int], bytes | None]
"""Returns bytes by shard, number of shards, offset and size; None if the file is missing."""


def read(file: BinaryIO, read_data: ReadData) -> Contents:
    """What an ``.index`` file lists.

    ``read_data`` is only needed for what is not in it: which objects own the tensors of a
    checkpoint of objects.  Raises ``Damaged``.
    """
    tensors: list[Tensor] = []
    graph: _Stored | None = None
    shards: int | None = None
    shapes: dict[bytes, Shape | None] = {}
    for key, value in Table(file).items():
        if not key:
            shards = _shards(value)
            continue
        if shards is None:
            raise Damaged("its first entry is not a header: it is not a checkpoint of version 2")
        if key[0] == 0:  # a slice of a partitioned variable, which also has an entry as a whole
            continue
        tensor, stored = _entry(key, value, shapes)
        if tensor.key == OBJECT_GRAPH:
            graph = stored
        tensors.append(tensor)
        if len(tensors) > MOST:
            raise Damaged(f"it lists more than {MOST} tensors")
    if shards is None:
        raise Damaged("it has no header: it is not a checkpoint of version 2")
    if graph is None:
        return Contents(FORM, tuple(tensors))
    return _with_owners(tensors, graph, shards, read_data)


def _shards(value: bytes) -> int:
    """The number of data files according to a ``BundleHeaderProto``."""
    found = 0
    for name, held in wire.fields(value):
        if name == 1:
            found = wire.number(held)
    return found


def _entry(key: bytes, value: bytes, shapes: dict[bytes, Shape | None]) -> tuple[Tensor, _Stored]:
    """A ``BundleEntryProto``; ``shapes`` are those that were read before."""
    dtype = shard = offset = size = checksum = 0
    shape: Shape | None = ()
    for name, held in wire.fields(value):
        if name == 1:
            dtype = wire.number(held)
        elif name == 2:
            data = bytes(wire.message(held))
            if data not in shapes:
                shapes[data] = wire.shape(data)
            shape = shapes[data]
        elif name == 3:
            shard = wire.number(held)
        elif name == 4:
            offset = wire.number(held)
        elif name == 5:
            size = wire.number(held)
        elif name == 6:
            checksum = wire.number(held)
    tensor = Tensor(wire.text(key), shape, dtype_called(dtype))
    return tensor, _Stored(shard, offset, size, checksum)


def _with_owners(
    tensors: list[Tensor], graph: _Stored, shards: int, read_data: ReadData
) -> Contents:
    """The tensors with the names of their variables."""
    form = "checkpoint of objects"
    if graph.size > _LARGEST_GRAPH:
        raise Damaged(f"its graph of objects claims {graph.size} bytes")
    data = read_data(graph.shard, shards, graph.offset, graph.size)
    if data is None:
        note = "its data file is missing, which has the names of its variables"
        return Contents(form, tuple(tensors), (note,))
    found = owners(_string(data, graph))
    return Contents(form, tuple(_owned(tensor, found.get(tensor.key)) for tensor in tensors))


def _owned(tensor: Tensor, owner: Owner | None) -> Tensor:
    if owner is None:
        return tensor
    return Tensor(tensor.key, tensor.shape, tensor.dtype, owner.name, owner.slot)


def _string(data: bytes, stored: _Stored) -> bytes:
    """A scalar string in a data file: its length, a checksum of the length, its bytes."""
    if len(data) != stored.size:
        raise Damaged("its data file is cut off")
    length, at = wire.varint(data, 0)
    if at + 4 + length != len(data):
        raise Damaged("its graph of objects does not have the length that it claims")
    width = 4 if length < 1 << 32 else 8
    crc = crc32c(length.to_bytes(width, "little"))
    crc = crc32c(data[at : at + 4], crc)
    crc = crc32c(data[at + 4 :], crc)
    if masked(crc) != stored.checksum:
        raise Damaged("its graph of objects does not have its checksum")
    return data[at + 4 :]
