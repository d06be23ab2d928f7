"""How one name becomes another, in steps that many names may share.

``net/layer_3/attn/w`` becomes ``model/layer_3/attention/w`` in two steps: ``net`` is replaced by
``model`` and ``attn`` by ``attention``.  Numbers in the parts of a name are compared separately
from the words, so that one step covers all layers.
"""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

Parts = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """Some parts of one name, and what replaces them in another; either may be empty."""

    old: Parts
    new: Parts
    at_top: bool
    """Whether nothing precedes them."""
    at_end: bool
    """Whether nothing follows them."""
    sign: Hashable
    """What this step has in common with the same step for other names."""
    after: str = ""
    """The part before it, for steps that only add or drop."""

    @property
    def words(self) -> tuple[Parts, Parts]:
        """Both sides without their numbers."""
        return _bare(self.old), _bare(self.new)

    @property
    def renumbers(self) -> bool:
        """Whether only numbers change."""
        return bool(self.old) and _bare(self.old) == _bare(self.new)


@lru_cache(maxsize=65536)
def split(name: str) -> Parts:
    """The parts of a name."""
    return tuple(name.split("/"))


@lru_cache(maxsize=65536)
def _words(part: str) -> tuple[str, tuple[int, ...]]:
    """A part without its numbers, and the numbers; ``dense`` counts as ``dense_0``."""
    numbers = tuple(int(found) for found in re.findall(r"\d{1,9}", part, re.ASCII))
    words = re.sub(r"\d{1,9}", "#", part, flags=re.ASCII)
    if words.endswith("#"):
        return words[:-1].rstrip("_"), numbers
    return words, (*numbers, 0)


def numbered(part: str) -> tuple[str, int]:
    """A part without the number at its end, and that number; ``dense`` counts as ``dense_0``."""
    found = re.fullmatch(r"(.*?)_?(\d{1,9})", part, re.ASCII)
    return (found[1], int(found[2])) if found else (part, 0)


def _relation(one: tuple[int, ...], other: tuple[int, ...]) -> Hashable:
    """How the numbers of two parts differ: 0 not at all, else by how much the last one does."""
    if one == other:
        return 0
    if len(one) == len(other) and one[:-1] == other[:-1]:
        return other[-1] - one[-1]
    if one and other and one[-1] == other[-1]:
        return 0
    return (one, other)


@lru_cache(maxsize=262144)
def steps(old: str, new: str) -> tuple[Step, ...]:
    """The steps from one name to another, in their order."""
    before, after = split(old), split(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    found: list[Step] = []
    for tag, start, stop, first, last in matcher.get_opcodes():
        if tag == "equal":
            continue
        ahead, behind = before[start:stop], after[first:last]
        if len(ahead) == len(behind):
            for index, (one, other) in enumerate(zip(ahead, behind, strict=True)):
                place = (start + index == 0, start + index == len(before) - 1)
                found.append(_step((one,), (other,), *place, ""))
        else:
            previous = before[start - 1] if start else ""
            found.append(_step(ahead, behind, start == 0, stop == len(before), previous))
    return tuple(found)


def _step(old: Parts, new: Parts, at_top: bool, at_end: bool, after: str) -> Step:
    if len(old) == len(new):
        (one, numbers), (other, others) = _words(old[0]), _words(new[0])
        sign: Hashable = (one, other, _relation(numbers, others), at_end)
    else:
        sign = (_bare(old), _bare(new), _words(after)[0], at_end)
    return Step(old, new, at_top, at_end, sign, after)


def _bare(parts: Parts) -> Parts:
    return tuple(_words(part)[0] for part in parts)
