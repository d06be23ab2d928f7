"""One of the two sets of variables that are compared."""

from __future__ import annotations

from dataclasses import dataclass

Shape = tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One variable."""

    name: str
    """Full name without output suffix; of a partitioned variable that of the whole."""
    shape: Shape | None = None
    """None: not known; so is a size of None."""
    dtype: str | None = None
    trainable: bool | None = None
    slot: bool = False
    """Known to be kept by an optimizer, or a counter of steps."""
    certain: bool = True
    """False for what a program makes on some paths only."""
    key: str = ""
    """What the file calls it, where that is something else."""
    stored: bool = True
    """Whether ``tf.get_variable`` knows it; not what ``tf.Variable`` made."""
    parts: tuple[str, ...] = ()
    """The names of the parts of a partitioned variable, where they are known."""
    place: object = None
    """Where the code makes it; the caller's own."""

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
    """``program``, ``listing``, or what kind of file it is."""
    items: tuple[Item, ...]
    symbolic: tuple[Item, ...] = ()
    """Those whose names have unknown parts, in braces."""
    complete: bool = True
    """False when variables are known to be missing here."""
    notes: tuple[str, ...] = ()

    @property
    def is_program(self) -> bool:
        """Whether code makes these variables; else something holds them."""
        return self.form == "program"

    @property
    def by_code(self) -> bool:
        """Whether it is what an analysis found, which may be uncertain, now or when it was kept."""
        return self.form in ("program", "listing", "lock")


def shapes_agree(one: Shape | None, other: Shape | None) -> bool:
    """Whether two shapes may be the same one."""
    if one is None or other is None:
        return True
    return len(one) == len(other) and all(
        a is None or b is None or a == b for a, b in zip(one, other, strict=True)
    )


def dtypes_agree(one: str | None, other: str | None) -> bool:
    """Whether two dtypes may be the same one."""
    return one is None or other is None or one == other
