"""Writes tables and checkpoints, valid and broken ones, for the tests of their readers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from scope_lsp.checkpoints.checksum import crc32c, masked
from scope_lsp.checkpoints.table import MAGIC


def varint(number: int) -> bytes:
    out = bytearray()
    while number >= 0x80:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)


def field(number: int, value: int | bytes) -> bytes:
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    return varint(number << 3 | 2) + varint(len(value)) + value


def sealed(block: bytes, compression: int = 0) -> bytes:
    block += bytes([compression])
    return block + masked(crc32c(block)).to_bytes(4, "little")


def block(entries: Iterable[tuple[bytes, bytes]]) -> bytes:
    out, before = b"", b""
    for key, value in entries:
        shared = _shared(key, before)
        own = key[shared:]
        out += varint(shared) + varint(len(own)) + varint(len(value)) + own + value
        before = key
    return out + (0).to_bytes(4, "little") + (1).to_bytes(4, "little")


def _shared(one: bytes, other: bytes) -> int:
    """The length of what two keys have in common at their starts."""
    least, most = 0, min(len(one), len(other))
    while least < most:
        middle = (least + most + 1) // 2
        if one[:middle] == other[:middle]:
            least = middle
        else:
            most = middle - 1
    return least


def literal(data: bytes) -> bytes:
    """A Snappy block that compresses nothing."""
    size = len(data) - 1
    return varint(len(data)) + bytes([62 << 2]) + size.to_bytes(3, "little") + data


def table(blocks: Sequence[bytes], compress: bool = False) -> bytes:
    """A table of ready blocks; the keys of its index are not looked at by readers."""
    out, places = b"", []
    for number, one in enumerate(blocks):
        data = literal(one) if compress else one
        places.append((b"%06d" % number, varint(len(out)) + varint(len(data))))
        out += sealed(data, int(compress))
    index = block(places)
    at = len(out)
    out += sealed(index)
    handles = varint(0) + varint(0) + varint(at) + varint(len(index))
    return out + handles.ljust(40, b"\0") + MAGIC.to_bytes(8, "little")


def shape(sizes: Sequence[int]) -> bytes:
    return b"".join(field(2, field(1, size)) for size in sizes)


def entry(sizes: Sequence[int], dtype: int = 1) -> bytes:
    return field(1, dtype) + field(2, shape(sizes)) + field(4, 77) + field(5, 4)


HEADER = (b"", field(1, 1) + field(3, field(1, 1)))


def write_index(
    prefix: Path, shapes: dict[str, Sequence[int]], compress: bool = False, per_block: int = 100
) -> None:
    """The ``.index`` of a checkpoint with tensors of float32."""
    items = [HEADER, *((name.encode(), entry(shapes[name])) for name in sorted(shapes))]
    pieces = [items[start : start + per_block] for start in range(0, len(items), per_block)]
    data = table([block(piece) for piece in pieces], compress)
    Path(f"{prefix}.index").write_bytes(data)
