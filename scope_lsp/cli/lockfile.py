"""The text of ``names.lock``: the variables of programs, for code reviews.

It has one line per variable, sorted by name, without places.  So moving code changes nothing, and
renaming a variable changes its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from scope_lsp.comparison.side import Item, Shape

ENDING = ".lock"
NAME = "names.lock"
_HEAD = "# The variables of programs, by `scope-lsp lock`. `scope-lsp lock --check` compares.\n"
_LINE = re.compile(
    r"(?P<name>.*\S) {2,}(?P<shape>\?|\((?:\d+|\?)?(?:, (?:\d+|\?))*,?\)) {2,}(?P<dtype>\S+)"
    r"(?: {2,}(?P<flags>\S.*))?"
)
_FIXED, _POSSIBLE = "not trainable", "possible"

Variables = tuple[list[Item], list[Item]]
"""Those with known names, and those whose names have unknown parts."""


class NotALock(Exception):
    """The text is no lock; the message says where."""


def text_of(programs: Mapping[str, Iterable[Item]]) -> str:
    """The text for programs by their names."""
    sections = [_HEAD]
    for program, items in sorted(programs.items()):
        rows = [
            (item.name, _shape(item.shape), item.dtype or "?", ", ".join(_flags(item)))
            for item in sorted(items, key=lambda item: item.name)
        ]
        sections.append(
            f"\n[{program}]\n" + "".join(f"{'  '.join(row).rstrip()}\n" for row in rows)
        )
    return "".join(sections)


def parse(text: str) -> dict[str, Variables]:
    """The programs of a lock; raises ``NotALock``."""
    programs: dict[str, Variables] = {}
    current: Variables | None = None
    for number, line in enumerate(text.splitlines(), 1):
        line = line.rstrip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("[") and line.endswith("]"):
            current = programs.setdefault(line[1:-1], ([], []))
            continue
        found = _LINE.fullmatch(line)
        if found is None or current is None:
            raise NotALock(f"line {number}: not a line of a lock")
        flags = (found["flags"] or "").split(", ")
        item = Item(
            found["name"],
            _parsed(found["shape"]),
            None if found["dtype"] == "?" else found["dtype"],
            _FIXED not in flags,
            certain=_POSSIBLE not in flags,
        )
        current["{" in item.name].append(item)
    if not programs:
        raise NotALock("it has no programs")
    return programs


def _flags(item: Item) -> list[str]:
    flags = [_FIXED] if item.trainable is False else []
    return flags if item.certain else [*flags, _POSSIBLE]


def _shape(shape: Shape | None) -> str:
    if shape is None:
        return "?"
    sizes = ", ".join("?" if size is None else str(size) for size in shape)
    return f"({sizes},)" if len(shape) == 1 else f"({sizes})"


def _parsed(text: str) -> Shape | None:
    if text == "?":
        return None
    sizes = [size.strip() for size in text[1:-1].split(",")]
    return tuple(None if size == "?" else int(size) for size in sizes if size)
