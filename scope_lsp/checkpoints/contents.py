"""What every reader returns: the tensors of a file, and what it says about each."""

from __future__ import annotations

from dataclasses import dataclass

Shape = tuple[int | None, ...]
"""Sizes; None for an unknown one."""


class Damaged(Exception):
    """The file is broken, cut off, or of another format; the message says what is wrong."""


@dataclass(frozen=True, slots=True)
class Tensor:
    """One tensor of a file."""

    key: str
    """Its name in the file."""
    shape: Shape | None
    """None if the file does not say."""
    dtype: str | None
    """As TensorFlow spells it: ``float32``; None if the file does not say."""
    name: str = ""
    """The variable's name when it was saved, if that is not the key."""
    slot: bool = False
    """Whether the file says that it is an optimizer's slot."""
    trainable: bool | None = None
    """None if the file does not say."""

    @property
    def variable(self) -> str:
        """The variable's full name, without an output suffix."""
        return self.name or self.key


@dataclass(frozen=True, slots=True)
class Contents:
    """All tensors of a file, in its order."""

    form: str
    """The kind of file, in words."""
    tensors: tuple[Tensor, ...]
    notes: tuple[str, ...] = ()
    """What could not be read, although the listing is correct without it."""


MOST = 500_000
"""More tensors than any model has; a file that claims more is refused."""

DTYPES = {
    1: "float32",
    2: "float64",
    3: "int32",
    4: "uint8",
    5: "int16",
    6: "int8",
    7: "string",
    8: "complex64",
    9: "int64",
    10: "bool",
    11: "qint8",
    12: "quint8",
    13: "qint32",
    14: "bfloat16",
    15: "qint16",
    16: "quint16",
    17: "uint16",
    18: "complex128",
    19: "float16",
    20: "resource",
    21: "variant",
    22: "uint32",
    23: "uint64",
}
"""TensorFlow's numbers for dtypes (framework/types.proto); 100 more means a reference."""


def dtype_called(number: int) -> str:
    """The name of a dtype by its number; raises ``Damaged`` for an unknown number."""
    name = DTYPES.get(number - 100 if number > 100 else number)
    if name is None:
        raise Damaged(f"a tensor has the unknown dtype number {number}")
    return name
