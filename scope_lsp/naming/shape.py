"""Shapes and dtypes as plain data, and how TensorFlow's messages spell them.

A shape is None if its rank is unknown, otherwise a tuple of dimensions.  A dimension is an int,
None (TensorFlow itself does not know it) or ``UNKNOWN`` (only we do not know it).  A dtype is its
name without ``_ref``, or None if unknown.
"""

from __future__ import annotations

from collections.abc import Sequence

from scope_lsp.naming.name import UNKNOWN, UnknownType

Dimension = int | None | UnknownType
Shape = tuple[Dimension, ...] | None

_FLOATING = frozenset(("float16", "float32", "float64", "bfloat16"))
_ZERO_INITIALIZED = frozenset(
    ("int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "bool", "string")
)


def as_shape(shape: Sequence[Dimension] | UnknownType | None) -> Shape:
    """A shape from what a caller passed."""
    if shape is None or isinstance(shape, UnknownType):
        return None
    return tuple(shape)


def is_fully_defined(shape: Shape) -> bool:
    """Whether all dimensions are known to us."""
    return shape is not None and all(isinstance(size, int) for size in shape)


def is_certainly_undefined(shape: Sequence[Dimension] | UnknownType | None) -> bool:
    """Whether TensorFlow itself does not know all dimensions."""
    if isinstance(shape, UnknownType):
        return False
    return shape is None or (None in shape and UNKNOWN not in shape)


def are_compatible(one: Shape, other: Shape) -> bool:
    """Whether the two may be the same shape (tensor_shape.py, ``is_compatible_with``)."""
    if one is None or other is None:
        return True
    return len(one) == len(other) and all(
        size == size_ or not isinstance(size, int) or not isinstance(size_, int)
        for size, size_ in zip(one, other, strict=True)
    )


def merge(one: Shape, other: Shape) -> Shape:
    """Combine what two sources say about a shape, preferring the first."""
    if one is None or other is None:
        return other if one is None else one
    if len(one) != len(other):
        return one
    return tuple(a if isinstance(a, int) else b for a, b in zip(one, other, strict=True))


def join(one: Shape, other: Shape) -> Shape:
    """Return what is true of both shapes."""
    if one is None or other is None or len(one) != len(other):
        return None
    return tuple(a if a == b else None for a, b in zip(one, other, strict=True))


def plain(shape: Shape) -> tuple[int | None, ...] | None:
    """The shape with every dimension that is not known as None."""
    if shape is None:
        return None
    return tuple(size if isinstance(size, int) else None for size in shape)


def shape_text(shape: Shape) -> str:
    """Spell a shape like ``str(TensorShape)``: ``(3, ?)``, ``<unknown>``."""
    if shape is None:
        return "<unknown>"
    sizes = [str(size) if isinstance(size, int) else "?" for size in shape]
    return f"({sizes[0]},)" if len(sizes) == 1 else f"({', '.join(sizes)})"


def dtype_text(dtype: str) -> str:
    """Spell a dtype like ``str(DType)``."""
    return f"<dtype: '{dtype}'>"


def default_initializer(dtype: str | None) -> str | None:
    """The op that initializes a variable by default, None if the dtype has none.

    See variable_scope.py, ``_get_default_initializer``.
    """
    if dtype is None or dtype in _FLOATING:
        return "random_uniform"
    return "zeros" if dtype in _ZERO_INITIALIZED else None
