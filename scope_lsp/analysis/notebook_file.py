"""Notebooks that are not open in an editor: their files, with places by cell and line in the cell.

``syntax.notebook`` makes one program of the cells.  Cells are numbered from 1, text cells included,
as in other linters.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar

from scope_lsp.analysis.result import Span
from scope_lsp.resolve.files import read_notebook
from scope_lsp.syntax.notebook import Notebook

ENDING = ".ipynb"
_MOST_PARTS = 1_000_000
"""The maximum number of objects and lists: each takes a hundred times the memory of its text."""
_LONG_NUMBER = re.compile(r"(?<![\w+/])\d{4000}")
"""A number so long that reading it would be slow.  The encoded bytes of pictures do not match."""

Told = TypeVar("Told")


class NotReadable(Exception):
    """A file that is not a Python notebook; the message says why."""


class NotPython(NotReadable):
    """A notebook in another language."""


class Cells:
    """The code cells of a notebook's file as one program."""

    def __init__(self, path: str, cells: Iterable[tuple[int, str]]) -> None:
        numbered = list(cells)
        self._path = path
        self._numbers = [number for number, _ in numbered]
        self._joined = Notebook([text for _, text in numbered])
        self.text = self._joined.text
        self.windows = self._joined.windows
        """The first and the last line of each code cell in the text."""

    def lines(self, number: int) -> list[str]:
        """The lines of the cell with a number, as they are written, magics included."""
        if number not in self._numbers:
            return []
        first, last = self.windows[self._numbers.index(number)]
        return self._joined.written[first - 1 : last]

    def told(self, value: Told) -> Told:
        """The same data, with each place in this notebook given by its cell."""
        told: Told = self._told(value, {})
        return told

    def _told(self, value: Any, done: dict[int, Any]) -> Any:
        if isinstance(value, Span):
            return self._span(value) if value.path == self._path and not value.cell else value
        if isinstance(value, tuple):
            known = done.get(id(value))  # call chains are shared by many events
            if known is None:
                known = done[id(value)] = tuple([self._told(item, done) for item in value])
            return known
        if not is_dataclass(value) or isinstance(value, (type, Enum)):
            return value
        changed = {}
        for field in fields(value):
            before = getattr(value, field.name)
            after = self._told(before, done)
            if after is not before:
                changed[field.name] = after
        return replace(value, **changed) if changed else value

    def _span(self, span: Span) -> Span:
        if not self._numbers:
            return span
        cell = self._joined.cell_at(span.line)
        before = self._joined.starts[cell]
        return Span(
            span.path,
            max(span.line - before, 1),
            span.column,
            max(span.end_line - before, 1),
            span.end_column,
            self._numbers[cell],
        )


def is_notebook(path: str) -> bool:
    """Whether a path has the name of a notebook."""
    return path.endswith(ENDING)


def read(path: str) -> Cells:
    """The cells of the notebook at ``path``; raises ``NotReadable``."""
    text = read_notebook(path)
    if text is None:
        raise NotReadable("not a regular file, or too big")
    return parse(path, text)


def parse(path: str, text: str) -> Cells:
    """The cells of a notebook's ``text``; raises ``NotReadable``."""
    if text.count("[") + text.count("{") > _MOST_PARTS or _LONG_NUMBER.search(text):
        raise NotReadable("not a notebook: too many parts, or a number that is too long")
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotReadable("not a notebook: its JSON does not parse") from error
    if not isinstance(document, dict):
        raise NotReadable("not a notebook")
    language = _language(document)
    if language not in (None, "python", "ipython"):
        raise NotPython(f"a notebook of {language}, not of Python")
    return Cells(path, list(_code(document)))


def _language(document: Mapping[str, Any]) -> str | None:
    """The language that the metadata names, if any."""
    metadata = document.get("metadata")
    for table, key in (("language_info", "name"), ("kernelspec", "language")):
        found = metadata.get(table) if isinstance(metadata, dict) else None
        name = found.get(key) if isinstance(found, dict) else None
        if isinstance(name, str):
            return name.lower()
    return None


def _code(document: Mapping[str, Any]) -> Iterable[tuple[int, str]]:
    """Numbers and texts of the code cells, in format 4 or in older formats with worksheets."""
    cells = document.get("cells")
    if cells is None:
        sheets = document.get("worksheets")
        cells = [cell for sheet in _list(sheets) for cell in _list(_item(sheet, "cells"))]
    if not isinstance(cells, list):
        raise NotReadable("not a notebook: it has no cells")
    for number, cell in enumerate(cells, 1):
        if _item(cell, "cell_type") == "code":
            source = _item(cell, "source") or _item(cell, "input") or ""
            if isinstance(source, list):
                source = "".join(line for line in source if isinstance(line, str))
            if isinstance(source, str):
                yield number, source


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _item(value: Any, key: str) -> Any:
    return value.get(key) if isinstance(value, dict) else None
