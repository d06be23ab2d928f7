"""Names that are too long for their line: shortened so that what tells them apart stays visible.

VS Code cuts off the hints of a line at the end, which is the part that people want to read.  So the
output suffix goes first, then the parts of a name that say the least.  What is left of several
names is a number of sets.  This module only handles text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from scope_lsp.features.fold import Pattern, split

ELLIPSIS = "…"
_OUTPUT = ":0"
_NUMBERS = re.compile(r"\{[^{}]*\d[^{}]*\}")
"""The indices of a loop: ``{0..11}``, ``{1,3}``."""
_MOVING = {"moving_mean", "moving_variance"}
"""Only batch normalization has these."""
BATCH_NORM = "batch norm"


def without_output(pattern: Pattern) -> Pattern:
    """The same names without ``:0``."""
    return Pattern(pattern.text.removesuffix(_OUTPUT), pattern.count, pattern.places)


def shared_parts(names: Iterable[str]) -> int:
    """The number of scopes in which all of some names are, from the outermost one."""
    shared: tuple[str, ...] | None = None
    for name in names:
        parts = split(name)[:-1]
        shared = parts if shared is None else shared[: _alike(shared, parts)]
        if not shared:
            return 0
    return len(shared or ())


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    length = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        length += 1
    return length


def shorten(name: str, width: int, known: int = 0) -> str:
    """Shorten a name to ``width`` characters: whole parts if possible, always the last one.

    Indices of loops stay longest, then other alternatives, then the scope that holds the variable,
    then the first part that is not ``known``, which is the number of leading parts that every name
    has.  The rest is filled up from the end.
    """
    if len(name) <= width:
        return name
    parts = split(name)
    last = parts[-1]
    if len(parts) == 1 or len(last) + 2 > width:
        room = width - len(ELLIPSIS)
        return ELLIPSIS + last[-room:] if room > 0 else ELLIPSIS[: max(width, 0)]
    kept = {len(parts) - 1}
    for index in sorted(range(len(parts) - 1), key=lambda index: _rank(parts, index, known)):
        if len(_cut(parts, kept | {index})) <= width:
            kept.add(index)
    return _cut(parts, kept)


def _rank(parts: Sequence[str], index: int, known: int) -> tuple[int, int]:
    """How soon a part is taken in; less is sooner."""
    part = parts[index]
    if _NUMBERS.search(part):
        kind = 0
    elif "{" in part:
        kind = 1
    elif index < known:
        kind = 5
    elif index == len(parts) - 2:
        kind = 2
    else:
        kind = 3 if index == known else 4
    return kind, -index


def _cut(parts: Sequence[str], kept: set[int]) -> str:
    texts: list[str] = []
    for index, part in enumerate(parts):
        if index in kept:
            texts.append(part)
        elif not texts or texts[-1] != ELLIPSIS:
            texts.append(ELLIPSIS)
    return "/".join(texts)


def shorten_patterns(patterns: Sequence[Pattern], width: int, known: int = 0) -> str:
    """All patterns if they fit, else as much as fits.

    That is a single pattern without its middle, or how many sets of variables there are, or the
    first pattern and the number of the other names, or only a number.
    """
    whole = ", ".join(pattern.text for pattern in patterns)
    if len(whole) <= width:
        return whole
    patterns = [without_output(pattern) for pattern in patterns]
    plain = ", ".join(pattern.text for pattern in patterns)
    for text in (plain, *_choices(patterns, width, known)):
        if len(text) <= width:
            return text
    return shorten(patterns[0].text, width, known)


def _choices(patterns: Sequence[Pattern], width: int, known: int) -> Iterator[str]:
    """What may stand for some patterns that do not fit, the best first."""
    first, *others = patterns
    if not others and _fits(first, width):
        short = shorten(first.text, width, known)
        *scope, last = split(first.text)
        if _kind(last) == BATCH_NORM and scope and not short.endswith(f"{scope[-1]}/{last}"):
            words = f"{_times(first.places)}{BATCH_NORM} in "
            where = shorten("/".join(scope) + "/", width - len(words), known)
            if where.endswith(f"{scope[-1]}/"):
                yield words + where
        yield short
    yield from _sets(patterns, known)
    rest = sum(pattern.count for pattern in others)
    more = f" +{rest}"
    if 0 < rest <= first.count and _fits(first, width - len(more)):
        yield shorten(first.text, width - len(more), known) + more
    if sum(pattern.places for pattern in patterns) > 1:
        yield f"{sum(pattern.count for pattern in patterns)} variables"


def _fits(pattern: Pattern, width: int) -> bool:
    """Whether the last part of a pattern and all its alternatives fit."""
    parts = split(pattern.text)
    said = {i for i, part in enumerate(parts) if "{" in part} | {len(parts) - 1}
    return len(_cut(parts, said)) <= width


def _sets(patterns: Sequence[Pattern], known: int) -> Iterator[str]:
    """How many sets of variables there are, with the scope that holds all of them if one does."""
    places: dict[str, int] = {}
    names: dict[str, int] = {}
    for pattern in patterns:
        kind = _kind(split(pattern.text)[-1])
        places[kind] = places.get(kind, 0) + pattern.places
        names[kind] = names.get(kind, 0) + pattern.count
    total = sum(names.values())
    most = max(names, key=lambda kind: names[kind])
    left = total - names[most]
    counts = left <= places[most] and (places[most] > 1 or most == BATCH_NORM)
    if not counts and len(places) == 1:
        return
    text = f"{total} variables"
    if counts:
        more = f" +{left}" if left else ""
        text = _times(places[most]) + most + more
    scopes = [split(pattern.text)[:-1] for pattern in patterns]
    shared = scopes[0]
    for scope in scopes[1:]:
        shared = shared[: _alike(shared, scope)]
    plain = list(takewhile(lambda part: "{" not in part, shared[known:]))
    if not plain and not counts:  # better than a number alone
        plain = list(takewhile(lambda part: "{" not in part, shared))
    if plain:
        yield f"{text} in {'/'.join(plain)}/"
        is_one = sum(places.values()) == 1 and len(plain) == len(shared[known:])
        yield f"{text} in {ELLIPSIS}/{plain[-1]}/" if is_one else f"{text} in {plain[0]}/"
    if counts:
        yield text


def _times(places: int) -> str:
    return f"{places} × " if places > 1 else ""


def _kind(last: str) -> str:
    """The variables of one set, in a word if there is one for them."""
    return BATCH_NORM if set(last.strip("{}").split(",")) >= _MOVING else last


def share(needs: Sequence[int], room: int) -> list[int]:
    """Divide the room: short names get what they need, the others equal parts of the rest."""
    widths = [0] * len(needs)
    open_ = sorted(range(len(needs)), key=lambda index: (needs[index], index))
    left = max(room, 0)
    while open_:
        index = open_.pop(0)
        widths[index] = min(needs[index], left // (len(open_) + 1))
        left -= widths[index]
    return widths
