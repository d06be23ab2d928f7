"""The protocol by which the interpreter gets modules; whoever finds files fulfils it.

Not a finder: it knows nothing of paths, environments or jedi.
"""

from __future__ import annotations

from collections.abc import Sequence
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
    inventory: frozenset[str] | None = None
    """All names that the real module has, where a model knows them: no other is there."""


@dataclass(frozen=True, slots=True)
class DataSource:
    """A file that a program reads as data."""

    path: str
    text: str


class Place(Enum):
    """What is known to lie at a path."""

    FILE = "file"
    FOLDER = "folder"
    ABSENT = "absent"
    """Nothing, as far as anybody can tell who has the program's text."""
    UNKNOWN = "unknown"
    """What a program or its user may put there, or what only the machine knows."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One name in a folder."""

    name: str
    is_folder: bool
    is_link: bool = False


class Loader(Protocol):
    """Finds modules by absolute dotted name, and what a program may see of its workspace."""

    @property
    def folders(self) -> Sequence[str]:
        """The folders that the program may be started in, the likeliest first."""

    def look(self, path: str) -> Place:
        """What lies at an absolute path; nothing outside of the workspace is looked at."""

    def entries(self, path: str) -> Sequence[Entry] | None:
        """What a folder of the workspace holds, by name; None where that is not known.

        A folder without any source or configuration is data, which may differ elsewhere.
        """

    def source(self, path: str, name: str) -> ModuleSource | None:
        """The file of the workspace at an absolute path as a module of the name ``name``."""

    def data(self, path: str) -> DataSource | None:
        """A configuration file, by the path that the program opens; None when it may not be read.

        A relative path is tried from the folders that programs are usually started in.
        """

    def is_inert(self, name: str) -> bool:
        """Whether module ``name`` is known to build no graph, though its source is not at hand.

        What is not known at all may build one.
        """

    def has_exact_parameters(self, name: str) -> bool:
        """Whether what a function of a model refuses is refused by the library for certain."""

    def left_alone(self, name: str) -> str | None:
        """Why a module that is there is not given by ``find``; None when it simply is not there."""

    def find(
        self, name: str, importer: str | None, path: Sequence[str] = ()
    ) -> ModuleSource | None:
        """The source of module ``name``, or None when it is not to be had.

        ``importer`` is the path of the importing file, ``path`` what ``sys.path`` holds by now:
        absolute folders, which go before those that the loader knows by itself.  A package without
        ``__init__.py`` is a ``ModuleSource`` with empty text and ``is_package``.  An alias (one
        module under two names) returns a source whose ``name`` is the canonical one.
        """
