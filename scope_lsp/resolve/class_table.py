"""Which attributes the objects of TensorFlow 1.15.5's public classes may have.

Reads ``stubs/CLASSES.txt``, which tests/stubs/make_class_names.py writes with TensorFlow at hand.
Not a model: it says that no other attributes exist.

Each line is a class, as ``module:name``, what it adds to the attributes of its bases, and its bases
after ``<``.  Names that begin with ``tensorflow.python.`` are written with ``~``, those with
``tensorflow.contrib.`` with ``^``.  The first line, ``*``, has the attributes that TensorFlow sets
on whatever objects, the last one, ``!``, the classes that may have any.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache

from scope_lsp.resolve.files import read_source
from scope_lsp.resolve.stub_path import OWN_STUBS


class ClassTable:
    """The table.  Models have classes of the library's names, in modules of their own."""

    def __init__(self, text: str) -> None:
        self._everywhere: frozenset[str] = frozenset()
        self._lines: dict[str, list[str]] = {}
        self._places: dict[str, list[str]] = {}
        self._any: frozenset[str] = frozenset()
        for line in text.splitlines():
            place, *words = line.split()
            if place == "*":
                self._everywhere = frozenset(words)
            elif place == "!":
                self._any = frozenset(word.rpartition(":")[2] for word in words)
            else:
                self._lines[place] = words
                self._places.setdefault(place.rpartition(":")[2], []).append(place)

    def attributes(self, name: str) -> frozenset[str] | None:
        """All that objects of the classes of a name may have; None if that is not known."""
        if name not in self._places or name in self._any:
            return None
        return self._everywhere.union(*map(self._of, self._places[name]))

    def _of(self, place: str) -> Iterator[str]:
        seen, pending = {place}, [place]
        while pending:
            for word in self._lines.get(pending.pop(), ()):
                if word[0] != "<":
                    yield word
                elif word[1:] not in seen:
                    seen.add(word[1:])
                    pending.append(word[1:])


@cache
def class_table() -> ClassTable:
    """The table that comes with the stubs."""
    return ClassTable(read_source(os.path.join(OWN_STUBS, "CLASSES.txt")) or "")
