"""What is opened in the measured editors: generated files, or files of the user's."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import programs
from benchmarks.documents import Document, Notebook


@dataclass(frozen=True)
class Case:
    """A document in the folder that the editor has open."""

    name: str
    folder: Path
    document: Callable[[], Document]
    """Opens it anew."""


def of_file(name: str, path: Path, folder: Path) -> Case:
    """A file in a folder."""
    text = path.read_text(encoding="utf-8")
    return Case(name, folder, lambda: Document(path, text))


def made(folder: Path, quick: bool) -> Iterator[Case]:
    """All cases that are made here, written below a folder; fewer and smaller ones if quick."""
    for lines in programs.LENGTHS[: 2 if quick else None]:
        path = folder / str(lines) / "model.py"
        path.parent.mkdir(parents=True)
        path.write_text(programs.program(lines), encoding="utf-8")
        yield of_file(f"{lines:,} lines", path, path.parent)
    files = 200 if quick else programs.FILES
    opened = programs.workspace(folder / "workspace", files)
    yield of_file(f"workspace of {files:,} files", opened, folder / "workspace")
    cells = programs.notebook(10 if quick else programs.CELLS)
    notes = folder / "notebook"
    notes.mkdir()
    name = f"notebook of {len(cells)} cells"
    yield Case(name, notes, lambda: Notebook(notes / "notes.ipynb", cells))


def given(paths: Sequence[Path]) -> Iterator[Case]:
    """Files of the user's, each in the folder where it lies."""
    for path in paths:
        yield of_file(path.name, path.resolve(), path.resolve().parent)
