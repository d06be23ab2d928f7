"""Sorted tables of keys and values, the file format of TensorFlow's checkpoints.

The format is LevelDB's (core/lib/io/format.cc, block.cc): data blocks, an index block with their
positions, and 48 bytes at the end with the position of the index.  Keys in a block share prefixes.
Each block has a checksum.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import SEEK_END
from typing import BinaryIO

from scope_lsp.checkpoints.checksum import crc32c, masked
from scope_lsp.checkpoints.contents import Damaged
from scope_lsp.checkpoints.snappy import LARGEST, decompress
from scope_lsp.checkpoints.wire import varint

MAGIC = 0xDB4775248B80FB57
_FOOTER = 48
_TRAILER = 5
"""After each block: one byte for its compression, four for its checksum."""
_LONGEST_KEY = 1 << 16
_MOST_BYTES = 1 << 26
"""The maximum size of all keys together, in bytes.  Prefixes are shared, so a small file may claim
very many."""


class Table:
    """A table in an open file; blocks are read on demand."""

    def __init__(self, file: BinaryIO) -> None:
        """Raises ``Damaged`` if ``file`` is not a table, or its end is missing."""
        self._file = file
        self._size = file.seek(0, SEEK_END)
        self._key_bytes = 0
        if self._size < _FOOTER:
            raise Damaged(f"it has {self._size} bytes, too few for a table: it is cut off")
        file.seek(self._size - _FOOTER)
        footer = file.read(_FOOTER)
        if int.from_bytes(footer[40:], "little") != MAGIC:
            raise Damaged(
                "it does not end as a table does: it is cut off, or it is not a checkpoint"
            )
        _, _, at = _handle(footer, 0)
        self._index = _handle(footer, at)[:2]

    def items(self) -> Iterator[tuple[bytes, bytes]]:
        """Every key and value in order; raises ``Damaged``."""
        before: bytes | None = None
        for _, place in self._entries(self._block(*self._index)):
            offset, size, _ = _handle(place, 0)
            for key, value in self._entries(self._block(offset, size)):
                if before is not None and key <= before:
                    raise Damaged("its keys are not in order")
                before = key
                yield key, value

    def first(self) -> tuple[bytes, bytes] | None:
        """The first key and its value, without reading the others."""
        return next(self.items(), None)

    def _block(self, offset: int, size: int) -> bytes:
        if offset + size + _TRAILER > self._size - _FOOTER or size > LARGEST:
            raise Damaged(f"a block claims {size} bytes at {offset}, which do not exist")
        self._file.seek(offset)
        data = self._file.read(size + _TRAILER)
        if len(data) != size + _TRAILER:
            raise Damaged(f"the block at {offset} is cut off")
        if masked(crc32c(data[:-4])) != int.from_bytes(data[-4:], "little"):
            raise Damaged(f"the block at {offset} does not have its checksum")
        kind = data[size]
        if kind == 0:
            return data[:size]
        if kind == 1:
            return decompress(data[:size])
        raise Damaged(f"the block at {offset} has the unknown compression {kind}")

    def _entries(self, block: bytes) -> Iterator[tuple[bytes, bytes]]:
        if len(block) < 4:
            raise Damaged("a block is too short")
        restarts = int.from_bytes(block[-4:], "little")
        end = len(block) - 4 - 4 * restarts
        if end < 0:
            raise Damaged(f"a block claims {restarts} restarts, for which it is too short")
        at, key = 0, b""
        while at < end:
            shared, own, length = block[at], block[min(at + 1, end)], block[min(at + 2, end)]
            if shared < 0x80 and own < 0x80 and length < 0x80:
                at += 3
            else:
                shared, at = varint(block, at)
                own, at = varint(block, at)
                length, at = varint(block, at)
            stop = at + own + length
            if shared > len(key) or stop > end or shared + own > _LONGEST_KEY:
                raise Damaged("an entry of a block does not fit into it")
            key = key[:shared] + block[at : at + own]
            self._key_bytes += len(key)
            if self._key_bytes > _MOST_BYTES:
                raise Damaged("its keys are longer than those of any model")
            yield key, block[at + own : stop]
            at = stop


def _handle(data: bytes, at: int) -> tuple[int, int, int]:
    """The position of a block: offset and size; and where the handle ends."""
    offset, at = varint(data, at)
    size, at = varint(data, at)
    return offset, size, at
