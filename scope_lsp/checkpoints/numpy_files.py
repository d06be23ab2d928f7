"""NumPy's files: the names, shapes and dtypes in ``.npz`` archives and ``.npy`` arrays.

Reads the headers as numpy/lib/format.py describes them.  Arrays of Python objects are pickles,
which run code when they are loaded, and are refused.
"""

from __future__ import annotations

import math
import re
import zipfile
import zlib
from typing import IO, BinaryIO

from scope_lsp.checkpoints.contents import MOST, Contents, Damaged, Tensor

_MAGIC = b"\x93NUMPY"
_LONGEST_HEADER = 1 << 16
_HEADER = re.compile(
    r"\{\s*'descr':\s*'([^']*)',\s*'fortran_order':\s*(?:True|False),\s*"
    r"'shape':\s*\(((?:\s*\d{1,19}L?\s*,?)*)\),?\s*\}\s*"
)
KINDS = {
    "b1": "bool",
    "i1": "int8",
    "i2": "int16",
    "i4": "int32",
    "i8": "int64",
    "u1": "uint8",
    "u2": "uint16",
    "u4": "uint32",
    "u8": "uint64",
    "f2": "float16",
    "f4": "float32",
    "f8": "float64",
    "c8": "complex64",
    "c16": "complex128",
}
_CHUNK = 1 << 20


class _Pickled(Exception):
    """An array of Python objects."""


def read_archive(file: BinaryIO) -> Contents:
    """The arrays of a ``.npz`` archive, each checked against its checksum; raises ``Damaged``."""
    try:
        with zipfile.ZipFile(file) as archive:
            members = archive.infolist()
            if len(members) > MOST:
                raise Damaged(f"it lists more than {MOST} arrays")
            found, notes = [], []
            for member in members:
                name = member.filename.removesuffix(".npy")
                try:
                    with archive.open(member) as stream:
                        found.append(_array(stream, name, member.file_size))
                        while stream.read(_CHUNK):  # to the end, where the checksum is compared
                            pass
                except _Pickled:
                    notes.append(f"{name} is pickled, and not read")
    except Damaged:
        raise
    except (
        zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError,
        OSError, OverflowError,
    ) as error:  # fmt: skip
        raise Damaged(f"it is not a valid archive: {error}") from None
    return Contents("NumPy archive", tuple(found), tuple(notes))


def read_array(file: BinaryIO, name: str, size: int) -> Contents:
    """The one array of a ``.npy`` file of ``size`` bytes; raises ``Damaged``."""
    try:
        return Contents("NumPy array", (_array(file, name, size),))
    except _Pickled:
        raise Damaged(
            "it is a pickle, which could run anything when it is loaded; save its arrays with "
            "numpy.savez to compare them"
        ) from None


def _array(file: IO[bytes], name: str, size: int) -> Tensor:
    start = file.read(8)
    if start[:6] != _MAGIC or len(start) < 8 or start[6] not in (1, 2, 3):
        raise Damaged(f"{name} is not a NumPy array")
    width = 2 if start[6] == 1 else 4
    length = int.from_bytes(file.read(width), "little")
    if length > _LONGEST_HEADER:
        raise Damaged(f"{name} has a header of {length} bytes")
    header = file.read(length)
    if len(header) < length:
        raise Damaged(f"{name} is cut off")
    text = header.decode("latin-1")
    if "'|O" in text or "[" in text:
        raise _Pickled
    found = _HEADER.fullmatch(text)
    if found is None:
        raise Damaged(f"{name} has a header that cannot be read")
    descr, sizes = found.groups()
    shape = tuple([int(one.strip().rstrip("L")) for one in sizes.split(",") if one.strip()])
    kind = descr.lstrip("<>|=")
    width_of_one = re.fullmatch(r"[a-zA-Z](\d{1,9})", kind)
    if width_of_one is None:
        raise Damaged(f"{name} has the dtype {descr}, which is not known")
    one = int(width_of_one[1]) * (4 if kind[0] == "U" else 1)
    if 8 + width + length + math.prod(shape) * one != size:
        raise Damaged(f"{name} does not have the bytes that its shape asks for")
    return Tensor(name, shape, "string" if kind[0] in "SU" else KINDS.get(kind))
