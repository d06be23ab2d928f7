"""The protocol by which the interpreter gets modules.  The caller implements it.

This is not a finder: it does not know paths, environments or jedi.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol


class Origin(Enum):
    """Whose code a module is."""

    USER = "user"
    """The program's own code, or a third-party package interpreted from its source."""
    STANDARD = "standard"
    """A model of a module of the standard library, which behaves like the real one."""
    STUB = "stub"
    """A model of another library.  It need not be complete: what it lacks is unknown.  Frames of
    models are not the user's and never a call site."""


@dataclass(frozen=True, slots=True)
class ModuleSource:
    """The text of one module."""

    name: str
    """Absolute dotted name; the caller sets ``__main__``, not the loader."""
    path: str
    """Absolute path or URI, for spans and ``__file__``."""
    text: str
    is_package: bool = False
    origin: Origin = Origin.USER
    is_public: bool = False
    """Whether the inventory also has all modules below: one that it lacks is nowhere."""
    inventory: frozenset[str] | None = None
    """All names of the real module, if a model knows them: it has no others."""
    may_build: bool = False
    """Whether code of a model may change the outside state; that of the program always may."""
    is_formatted: bool = False
    """Whether the text is valid, and laid out as ``syntax.postponed`` expects."""


@dataclass(frozen=True, slots=True)
class DataSource:
    """A file that a program reads as data."""

    path: str
    text: str


class Place(Enum):
    """What is known about a path."""

    FILE = "file"
    FOLDER = "folder"
    ABSENT = "absent"
    """Nothing exists there, as far as the text of the program tells."""
    UNKNOWN = "unknown"
    """The program or its user may put something there, or only the machine knows."""


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
        """The folders in which the program may be started, the likeliest first."""

    def look(self, path: str) -> Place:
        """What exists at an absolute path.  Nothing outside the workspace is looked at."""

    def entries(self, path: str) -> Sequence[Entry] | None:
        """The content of a folder of the workspace, by name; None if unknown.

        A folder without any source or configuration holds data, which may differ on another
        machine.
        """

    def source(self, path: str, name: str) -> ModuleSource | None:
        """Return the file of the workspace at an absolute path as a module named ``name``."""

    def data(self, path: str) -> DataSource | None:
        """Return a configuration file by the path that is opened; None if it may not be read.

        A relative path is tried from the folders in which programs are usually started.
        """

    def is_inert(self, name: str) -> bool:
        """Whether module ``name`` is known to build no graph, although its source is not available.

        A completely unknown module may build one.
        """

    def holds_data(self, name: str) -> bool:
        """Whether module ``name``, if unknown, computes with arrays and such, not with tensors."""

    def has_exact_parameters(self, name: str) -> bool:
        """Whether the library certainly refuses what a function of its model refuses."""

    def attributes_of(self, module: str, name: str) -> frozenset[str] | None:
        """All attributes that objects of a class of a model have in the library, if known.

        ``module`` is the model's, ``name`` that of the class.
        """

    def left_alone(self, name: str) -> str | None:
        """Why ``find`` does not return a module that exists; None if it does not exist."""

    def find(
        self, name: str, importer: str | None, path: Sequence[str] = ()
    ) -> ModuleSource | None:
        """Return the source of module ``name``, or None if it is not available.

        ``importer`` is the path of the importing file.  ``path`` is what ``sys.path`` holds by now:
        absolute folders, which come before those that the loader knows itself.  A package without
        ``__init__.py`` is a ``ModuleSource`` with empty text and ``is_package``.  For an alias (one
        module with two names), ``name`` is the canonical name.
        """
