"""Checkpoints of version 1: one table with a list of tensors, followed by the tensors.

Follows core/util/tensor_slice_writer.cc and saved_tensor_slice.proto.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from scope_lsp.checkpoints import wire
from scope_lsp.checkpoints.contents import MOST, Contents, Damaged, Tensor, dtype_called
from scope_lsp.checkpoints.table import Table

FORM = "checkpoint of version 1"


def read(files: Iterable[BinaryIO]) -> Contents:
    """What the files of a checkpoint list, one or several shards; raises ``Damaged``.

    Each file lists its own slices; the shape is that of the whole variable.
    """
    found: dict[str, Tensor] = {}
    for file in files:
        for tensor in _listed(file):
            known = found.setdefault(tensor.key, tensor)
            if known != tensor:
                raise Damaged(f"its files disagree on {tensor.key}")
        if len(found) > MOST:
            raise Damaged(f"it lists more than {MOST} tensors")
    return Contents(FORM, tuple(sorted(found.values(), key=lambda tensor: tensor.key.encode())))


def _listed(file: BinaryIO) -> list[Tensor]:
    first = Table(file).first()
    if first is None or first[0]:
        raise Damaged("its first entry is not a list of tensors: it is not a checkpoint")
    meta = [held for name, held in wire.fields(first[1]) if name == 1]
    if not meta:
        raise Damaged("it has no list of tensors")
    return [
        _tensor(wire.message(held))
        for name, held in wire.fields(wire.message(meta[0]))
        if name == 1
    ]


def _tensor(data: wire.Bytes) -> Tensor:
    """A ``SavedSliceMeta``."""
    key, dtype = "", 0
    shape: tuple[int | None, ...] | None = ()
    for name, held in wire.fields(data):
        if name == 1:
            key = wire.text(held)
        elif name == 2:
            shape = wire.shape(wire.message(held))
        elif name == 3:
            dtype = wire.number(held)
    return Tensor(key, shape, dtype_called(dtype))
