"""Folds many names into few patterns, as in a shell: ``layer_{0..11}/{query,key}/kernel``.

It is pure and deterministic.  The brace expansion of the result is exactly the set of the given
names.  Their order follows the first appearance, and numbers increase.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

_OUTPUT = re.compile(r":\d+\Z", re.ASCII)
_NUMBER = re.compile(r"(?<!\d)(0|[1-9]\d*)(?!\d)", re.ASCII)
"""Numbers with leading zeros are text: ``{08..10}`` would not match the names."""

Row = tuple[tuple[str, ...], ...]
"""For each position its alternatives; the row means all combinations."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """Several names in one text."""

    text: str
    count: int
    """The number of names that it stands for."""
    places: int = 1
    """The number of scopes in which these names are."""


def fold(names: Iterable[str]) -> tuple[Pattern, ...]:
    """Fold full names, with or without output suffix, into as few exact patterns as possible."""
    return _folded(tuple(dict.fromkeys(names)))


@lru_cache(maxsize=512)  # a key changes the names at few calls, and the hints at all are asked for
def _folded(names: tuple[str, ...]) -> tuple[Pattern, ...]:
    groups: dict[tuple[str, int], list[tuple[str, ...]]] = {}
    for name in names:
        match = _OUTPUT.search(name)
        suffix = match.group() if match else ""
        parts = split(name.removesuffix(suffix))
        groups.setdefault((suffix, len(parts)), []).append(parts)
    return tuple(
        Pattern("/".join(map(_segment, row)) + suffix, _size(row), _size(row[:-1]))
        for (suffix, _), rows in groups.items()
        for row in _merge(rows)
    )


def split(name: str) -> tuple[str, ...]:
    """The parts of a name; a slash within braces (an unknown part) does not separate."""
    if "{" not in name:
        return tuple(name.split("/"))
    parts, depth, start = [], 0, 0
    for index, character in enumerate(name):
        if character == "{":
            depth += 1
        elif character == "}":
            depth = max(depth - 1, 0)
        elif character == "/" and not depth:
            parts.append(name[start:index])
            start = index + 1
    return (*parts, name[start:])


def _merge(names: Sequence[tuple[str, ...]]) -> list[Row]:
    """Join rows that differ in only one position, from the last position to the first."""
    rank: dict[str, int] = {}
    for name in names:
        for part in name:
            rank.setdefault(part, len(rank))
    rows: list[Row] = [tuple((part,) for part in name) for name in names]
    before = 0
    while len(rows) != before:
        before = len(rows)
        for position in reversed(range(len(names[0]))):
            groups: dict[Row, list[str]] = {}
            for row in rows:
                rest = row[:position] + row[position + 1 :]
                groups.setdefault(rest, []).extend(row[position])
            rows = [
                (*rest[:position], tuple(sorted(found, key=rank.__getitem__)), *rest[position:])
                for rest, found in groups.items()
            ]
    return rows


def _size(row: Row) -> int:
    size = 1
    for alternatives in row:
        size *= len(alternatives)
    return size


def _segment(alternatives: tuple[str, ...]) -> str:
    """Alternatives of one part: those that differ in numbers only first, then the rest."""
    if len(alternatives) == 1:
        return alternatives[0]
    skeletons: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for text in alternatives:
        pieces = _NUMBER.split(text)
        skeletons.setdefault(tuple(pieces[::2]), []).append(tuple(pieces[1::2]))
    texts = []
    for words, numbers in skeletons.items():
        if len(words) == 1:
            texts.append(words[0])
            continue
        for row in _merge(numbers):
            pieces = [words[0]]
            for found, word in zip(row, words[1:], strict=True):
                pieces += [_numbers(sorted(map(int, found))), word]
            texts.append("".join(pieces))
    return texts[0] if len(texts) == 1 else "{" + ",".join(texts) + "}"


def _numbers(numbers: Sequence[int]) -> str:
    if len(numbers) == 1:
        return str(numbers[0])
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    texts = []
    for run in runs:
        if len(run) >= 3:
            texts.append(f"{{{run[0]}..{run[-1]}}}")
        else:
            texts += map(str, run)
    return texts[0] if len(texts) == 1 else "{" + ",".join(texts) + "}"
