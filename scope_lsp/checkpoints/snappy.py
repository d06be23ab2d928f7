"""Decompresses Snappy blocks, after Google's description of the raw format."""

from __future__ import annotations

from scope_lsp.checkpoints.contents import Damaged
from scope_lsp.checkpoints.wire import varint

LARGEST = 1 << 25
"""The maximum size of a decompressed block, in bytes; TensorFlow writes blocks of 256 KiB."""


def decompress(data: bytes) -> bytes:
    """The decompressed bytes; raises ``Damaged``."""
    size, at = varint(data, 0)
    if size > LARGEST:
        raise Damaged(f"a compressed block claims {size} bytes")
    out = bytearray()
    end = len(data)
    while at < end:
        tag = data[at]
        at += 1
        kind = tag & 3
        if kind == 0:  # literal bytes
            length = (tag >> 2) + 1
            if length > 60:
                width = length - 60
                length = int.from_bytes(data[at : at + width], "little") + 1
                at += width
            if at + length > end:
                raise Damaged("a compressed block is cut off")
            out += data[at : at + length]
            at += length
        else:  # a copy of earlier bytes
            if kind == 1:
                length, width = (tag >> 2 & 7) + 4, 1
            else:
                length, width = (tag >> 2) + 1, 2 if kind == 2 else 4
            if at + width > end:
                raise Damaged("a compressed block is cut off")
            offset = int.from_bytes(data[at : at + width], "little")
            if kind == 1:
                offset |= tag >> 5 << 8
            at += width
            if not 0 < offset <= len(out):
                raise Damaged("a compressed block refers to data that does not exist")
            start = len(out) - offset
            piece = bytes(out[start : start + length])
            while len(piece) < length:  # it overlaps with its own result
                piece += piece[: length - len(piece)]
            out += piece
        if len(out) > size:
            break
    if len(out) != size:
        raise Damaged(f"a compressed block has {len(out)} bytes where it claims {size}")
    return bytes(out)
