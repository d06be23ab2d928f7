"""Keeps what was made of texts, by their paths: the last versions of each, not all that were typed.

Every key in an editor makes another text of the same file.  What is made of a text may be large,
its tree or its compiled code.  Only the newest is looked at again, with few exceptions: a person
undoes, and some models are the text of another one's file with another name in it.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import Generic, TypeVar

PATHS = 512
"""More than the modules of a large program and the models that it uses, else each analysis would
make all of it again."""

T = TypeVar("T")


class Versions(Generic[T]):
    """What was made of the last texts of each path: ``kept`` of them."""

    def __init__(self, kept: int = 2) -> None:
        self._kept = kept
        self._paths: OrderedDict[str, OrderedDict[str, T]] = OrderedDict()

    def get(self, path: str, text: str) -> T | None:
        """What was made of a text, None where that is not kept."""
        texts = self._paths.get(path)
        found = texts.get(text) if texts is not None else None
        if texts is not None and found is not None:
            self._paths.move_to_end(path)
            texts.move_to_end(text)
        return found

    def put(self, path: str, text: str, made: T) -> None:
        """Keep what was made of a text, instead of the oldest one of its path."""
        texts = self._paths.setdefault(path, OrderedDict())
        texts[text] = made
        while len(texts) > self._kept:
            texts.popitem(last=False)
        self._paths.move_to_end(path)
        while len(self._paths) > PATHS:
            self._paths.popitem(last=False)
