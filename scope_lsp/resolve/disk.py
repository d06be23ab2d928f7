"""What lies on the disk: the questions that an analysis asks of it, and what they were answered.

Whoever keeps a result (``cache/folder.py``) notes them, negative answers as well, and asks again
later: as long as each gets the same answer, the analysis would come to the same result.  Questions
about our own models are not noted.  Not for checkpoints, which are read elsewhere.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any

_OWN = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "")
MOST = 5_000
"""Names in a folder that are looked at."""

Question = tuple[str, str]
"""What is asked, a key of ``ASKED``, and about which path."""
Notes = dict[Question, str]
"""The answers to questions, in few letters."""
UNSTEADY = "changed meanwhile"
"""The answer to a question that was answered in two ways: never that of another time."""

SHADOWED = "shadowed"
"""The question for which ``shadowed`` stands."""

_notes: Notes | None = None
_remembered: dict[Question, object] | None = None
_LARGE = frozenset({"text", "notebook"})
"""Questions whose answers are not remembered: whoever reads texts keeps what it needs of them."""


@contextmanager
def noted() -> Iterator[Notes]:
    """Note what is asked meanwhile, by this process."""
    global _notes
    before, _notes = _notes, {}
    try:
        yield _notes
    finally:
        _notes = before


def is_own(path: str) -> bool:
    """Whether a file is one of this program, such as a model, which stays as it is meanwhile."""
    return path.startswith(_OWN)


def is_noting() -> bool:
    """Whether questions are noted: then what remembers answers itself has to ask again."""
    return _notes is not None


def note(question: str, path: str, answer: object) -> None:
    """A question was answered; ``answer`` is as ``ASKED`` gives it."""
    if _notes is None or is_own(path):
        return
    key, short = (question, path), shortened(answer)
    _notes[key] = short if _notes.get(key, short) == short else UNSTEADY


def shadowed(path: str) -> None:
    """The text of an open document was taken for that of a file, which was not asked.

    Own files too: an editor may have one open.  The answer never changes: whoever keeps a result
    knows the texts of the documents.
    """
    if _notes is not None:
        _notes[SHADOWED, path] = shortened(ASKED[SHADOWED](path))


def shortened(answer: object) -> str:
    """An answer in few letters, which differ for different answers."""
    kind, text = ("s", answer) if isinstance(answer, str) else ("j", json.dumps(answer))
    if kind == "s" and len(text) <= 20:
        return f"={text}"
    from hashlib import blake2b  # slow to import, and mostly nothing is noted

    data = text.encode("utf-8", "surrogatepass")
    return kind + blake2b(data, digest_size=16).hexdigest()


def remember() -> None:
    """From now on ask the disk each question once: for a process that ends with its task."""
    global _remembered
    _remembered = {}


def ask(question: str, path: str) -> object:
    """The answer to one of ``ASKED``, noted as one question whatever it asks itself."""
    if _remembered is None or question in _LARGE:
        found = _ask(question, path)
    elif (question, path) in _remembered:
        found = _remembered[question, path]
    else:
        found = _remembered[question, path] = _ask(question, path)
    note(question, path, found)
    return found


def _ask(question: str, path: str) -> object:
    global _notes
    before, _notes = _notes, None
    try:
        return ASKED[question](path)
    finally:
        _notes = before


# The questions


def is_file(path: str) -> bool:
    """Whether there is a regular file, symbolic links followed."""
    return kind(path) == "file"


def is_folder(path: str) -> bool:
    """Whether there is a folder, symbolic links followed."""
    return kind(path) == "folder"


def exists(path: str) -> bool:
    """Whether there is anything, symbolic links followed."""
    return kind(path) != ""


def kind(path: str) -> str:
    """``file``, ``folder``, ``other``, or nothing where nothing is."""
    return str(ask("kind", path))


def names(folder: str) -> list[str] | None:
    """The names in a folder, sorted, ``MOST`` at the most; None where it cannot be read."""
    found: Any = ask("names", folder)
    return found  # type: ignore[no-any-return]


def entries(folder: str) -> list[tuple[str, bool, bool]] | None:
    """Names, whether they are folders, and whether links; one more than ``MOST`` at the most.

    None where the folder cannot be read.
    """
    found: Any = ask("entries", folder)
    return found  # type: ignore[no-any-return]


def real(path: str) -> str:
    """The path without symbolic links."""
    return str(ask("real", path))


def _kind(path: str) -> str:
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError):
        return ""
    return "file" if stat.S_ISREG(mode) else "folder" if stat.S_ISDIR(mode) else "other"


def _names(folder: str) -> list[str] | None:
    try:
        with os.scandir(folder) as found:
            return sorted(entry.name for entry in islice(found, MOST))
    except (OSError, ValueError):
        return None


def _entries(folder: str) -> list[tuple[str, bool, bool]] | None:
    try:
        with os.scandir(folder) as found:
            return sorted(
                (entry.name, entry.is_dir(), entry.is_symlink())
                for entry in islice(found, MOST + 1)
            )
    except (OSError, ValueError):
        return None


ASKED: dict[str, Callable[[str], object]] = {
    "kind": _kind,
    "names": _names,
    "entries": _entries,
    "real": os.path.realpath,
    SHADOWED: lambda path: None,
}
"""How each question is answered.

Other modules add their own, as narrow as can be: a new file in a folder shall not change the answer
to a question about something else.
"""
