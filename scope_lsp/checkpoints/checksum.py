"""CRC-32C, the checksum of TensorFlow's blocks and strings, two bytes at a time.

The polynomial is that of RFC 3720, the mask that of core/lib/hash/crc32c.h: a checksum that is
stored next to its data is rotated, and a constant is added.
"""

from __future__ import annotations

import struct
from functools import cache

_POLYNOMIAL = 0x82F63B78
_MASK = 0xA282EAD8


def crc32c(data: bytes, start: int = 0) -> int:
    """The checksum of ``data``, or of data with the checksum ``start`` followed by ``data``."""
    crc = start ^ 0xFFFFFFFF
    table = _bytes()
    whole = len(data) & ~3
    if whole >= 4096:  # for less, the large tables cost more than they save
        low, high = _halves()
        for word in struct.unpack(f"<{whole // 4}I", data[:whole]):
            crc ^= word
            crc = high[crc & 0xFFFF] ^ low[crc >> 16]
        data = data[whole:]
    for byte in data:
        crc = table[(crc ^ byte) & 0xFF] ^ (crc >> 8)
    return crc ^ 0xFFFFFFFF


def masked(crc: int) -> int:
    """A checksum as it is stored."""
    return ((crc >> 15 | crc << 17) + _MASK) & 0xFFFFFFFF


@cache
def _bytes() -> tuple[int, ...]:
    """The effect of each byte on an empty checksum."""
    table = []
    for value in range(256):
        for _ in range(8):
            value = value >> 1 ^ (_POLYNOMIAL if value & 1 else 0)
        table.append(value)
    return tuple(table)


@cache
def _halves() -> tuple[list[int], list[int]]:
    """The effect of two bytes, and of two bytes followed by two more."""
    table = _bytes()
    low = [0] * 65536
    for value in range(65536):
        one = table[value & 0xFF] ^ (value >> 8)
        low[value] = table[one & 0xFF] ^ (one >> 8)
    high = [low[one & 0xFFFF] ^ (one >> 16) for one in low]
    return low, high
