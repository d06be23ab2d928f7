"""One of the two sets of variables that are compared."""

from __future__ import annotations

from dataclasses import dataclass

Shape = tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One variable."""

    name: str
    """Full name without output suffix; for a partitioned variable that of the whole."""
    shape: Shape | None = None
    """None if unknown; the same for a size of None."""
    dtype: str | None = None
    trainable: bool | None = None
    slot: bool = False
    """Known to be an optimizer's slot, or a counter of steps."""
    certain: bool = True
    """False for what a program creates only on some paths."""
    key: str = ""
    """Its name in the file, if that differs."""
    stored: bool = True
    """Whether ``tf.get_variable`` can find it, unlike what ``tf.Variable`` created."""
    parts: tuple[str, ...] = ()
    """The names of the parts of a partitioned variable, if known."""
    place: object = None
    """The place of its creation in the code; it belongs to the caller."""

    @property
    def saved_as(self) -> str:
        """Its name in the file."""
        return self.key or self.name


@dataclass(frozen=True, slots=True)
class Side:
    """A set of variables, each name once, and where it came from."""

    label: str
    """As the user spelled it."""
    form: str
    """``program``, ``listing``, or the kind of file."""
    items: tuple[Item, ...]
    symbolic: tuple[Item, ...] = ()
    """Those whose names have unknown parts, in braces."""
    complete: bool = True
    """False if variables are known to be missing."""
    notes: tuple[str, ...] = ()

    @property
    def is_program(self) -> bool:
        """Whether code creates these variables, rather than a file holding them."""
        return self.form == "program"

    @property
    def by_code(self) -> bool:
        """Whether an analysis found it, now or when it was saved, so that it may be uncertain."""
        return self.form in ("program", "listing", "lock")


def shapes_agree(one: Shape | None, other: Shape | None) -> bool:
    """Whether two shapes may be the same."""
    if one is None or other is None:
        return True
    return len(one) == len(other) and all(
        a is None or b is None or a == b for a, b in zip(one, other, strict=True)
    )


def dtypes_agree(one: str | None, other: str | None) -> bool:
    """Whether two dtypes may be the same."""
    return one is None or other is None or one == other
