"""Reads protocol buffers as numbers and bytes; the caller knows the meaning of the fields.

Follows the encoding as protobuf documents it: a message is a sequence of tags, each with a varint,
four or eight bytes, or a length and that many bytes.  Groups, which TensorFlow's files do not use,
are refused.
"""

from __future__ import annotations

from scope_lsp.checkpoints.contents import Damaged, Shape

Bytes = bytes | memoryview
Field = tuple[int, "int | Bytes"]

VARINT, EIGHT_BYTES, LENGTH, FOUR_BYTES = 0, 1, 2, 5
_SIGN = 1 << 63


def varint(data: Bytes, at: int) -> tuple[int, int]:
    """The number that starts at ``at``, and where it ends; at most 64 bits."""
    result = shift = 0
    try:
        while True:
            byte = data[at]
            at += 1
            result |= (byte & 0x7F) << shift
            if byte < 0x80:
                break
            shift += 7
            if shift > 63:
                raise Damaged("a number is longer than 64 bits")
    except IndexError:
        raise Damaged("it ends within a number") from None
    if result >> 64:
        raise Damaged("a number is longer than 64 bits")
    return result, at


def fields(data: Bytes) -> list[Field]:
    """Every field of a message in order: its number, with a number or the bytes.

    Raises ``Damaged`` if it is not a message.
    """
    found: list[Field] = []
    at, end = 0, len(data)
    while at < end:
        tag = data[at]
        at += 1
        if tag >= 0x80:
            tag, at = varint(data, at - 1)
        number, kind = tag >> 3, tag & 7
        if not number:
            raise Damaged("a field has the number 0")
        value: int | Bytes
        if kind in (VARINT, LENGTH):
            value, at = varint(data, at)
            if kind == LENGTH:
                stop = at + value
                if stop > end:
                    raise Damaged(f"a field claims {value} bytes where {end - at} are left")
                value, at = data[at:stop], stop
        elif kind in (FOUR_BYTES, EIGHT_BYTES):
            size = 4 if kind == FOUR_BYTES else 8
            if at + size > end:
                raise Damaged("it ends within a field")
            value = int.from_bytes(data[at : at + size], "little")
            at += size
        else:
            raise Damaged(f"a field has the unknown wire type {kind}")
        found.append((number, value))
    return found


def number(value: int | Bytes) -> int:
    """A field that must be a number."""
    if not isinstance(value, int):
        raise Damaged("a field holds bytes where a number belongs")
    return value


def message(value: int | Bytes) -> Bytes:
    """A field that must be bytes or a message."""
    if isinstance(value, int):
        raise Damaged("a field holds a number where a message belongs")
    return value


def text(value: int | Bytes) -> str:
    """A field that must be text."""
    try:
        return str(message(value), "utf-8")
    except UnicodeDecodeError:
        raise Damaged("a name is not UTF-8") from None


def signed(value: int) -> int:
    """A varint read as int64."""
    return value - (1 << 64) if value >= _SIGN else value


def packed(value: int | Bytes) -> list[int]:
    """A repeated number, packed into bytes or single."""
    if isinstance(value, int):
        return [value]
    found, at = [], 0
    while at < len(value):
        one, at = varint(value, at)
        found.append(one)
    return found


def shape(data: Bytes) -> Shape | None:
    """A ``TensorShapeProto``; None for an unknown rank."""
    sizes: list[int | None] = []
    for name, value in fields(data):
        if name == 2:  # dim
            size = 0
            for inner, held in fields(message(value)):
                if inner == 1:
                    size = signed(number(held))
            if size < -1:
                raise Damaged(f"a tensor has the size {size}")
            sizes.append(None if size == -1 else size)
        elif name == 3 and value:  # unknown_rank
            return None
    if len(sizes) > 254:
        raise Damaged(f"a tensor has {len(sizes)} dimensions")
    return tuple(sizes)
