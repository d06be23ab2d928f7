"""The protocol by which the interpreter gets modules; whoever finds files fulfils it.

Not a finder: it knows nothing of paths, environments or jedi.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Protocol


class Origin(Enum):
    """Whose code a module is."""

    USER = "user"
    """The program's own, or a third-party package interpreted from its source."""
    STANDARD = "standard"
    """A model of a module of the standard library, which behaves as the real one does."""
    STUB = "stub"
    """A model of another library, which need not be complete: what it did not foresee is unknown.

    Frames of models are not the user's and never a call site.
    """


@dataclass(frozen=True, slots=True)
class ModuleSource:
    """The text of one module."""

    name: str
    """Absolute dotted name; ``__main__`` is given by the caller, not by the loader."""
    path: str
    """Absolute path or URI, for spans and ``__file__``."""
    text: str
    is_package: bool = False
    origin: Origin = Origin.USER


@dataclass(frozen=True, slots=True)
class DataSource:
    """A file that a program reads as data."""

    path: str
    text: str


class Loader(Protocol):
    """Finds modules by absolute dotted name, and the few files that a program may read."""

    def data(self, path: str) -> DataSource | None:
        """A configuration file, by the path that the program opens; None when it may not be read.

        A relative path is tried from the folders that programs are usually started in.
        """

    def is_inert(self, name: str) -> bool:
        """Whether module ``name`` is known to build no graph, though its source is not at hand.

        What is not known at all may build one.
        """

    def find(self, name: str, importer: str | None) -> ModuleSource | None:
        """The source of module ``name``, or None when it is not to be had.

        ``importer`` is the path of the importing file.  A package without ``__init__.py`` is
        a ``ModuleSource`` with empty text and ``is_package``.  An alias (one module under two
        names) returns a source whose ``name`` is the canonical one.
        """
