"""Long names shortened in the middle, so that the last part of each stays visible.

VS Code shows 43 characters of all hints of a line together and cuts off the rest at the end, which
is the part that people want to read.  This module only handles text.
"""

from __future__ import annotations

from collections.abc import Sequence

from scope_lsp.features.fold import Pattern, split

ELLIPSIS = "…"


def shorten(name: str, width: int) -> str:
    """Shorten a name to ``width`` characters: whole parts if possible, always the last one.

    Parts are added from the front and from the back in turn as long as they fit.
    """
    if len(name) <= width:
        return name
    parts = split(name)
    last = parts[-1]
    if len(parts) == 1 or len(last) + 2 > width:
        room = width - len(ELLIPSIS)
        return ELLIPSIS + last[-room:] if room > 0 else ELLIPSIS[: max(width, 0)]
    head, tail = 0, 1
    front = True
    stuck = 0
    while stuck < 2 and head + tail < len(parts):
        more = (head + 1, tail) if front else (head, tail + 1)
        if len(_cut(parts, *more)) <= width:
            (head, tail), stuck = more, 0
        else:
            stuck += 1
        front = not front
    return _cut(parts, head, tail)


def _cut(parts: Sequence[str], head: int, tail: int) -> str:
    return "/".join([*parts[:head], ELLIPSIS, *parts[len(parts) - tail :]])


def shorten_patterns(patterns: Sequence[Pattern], width: int) -> str:
    """All patterns if they fit, else the first one and the number of remaining names."""
    whole = ", ".join(pattern.text for pattern in patterns)
    if len(whole) <= width or len(patterns) == 1:
        return shorten(whole, width)
    more = f" +{sum(pattern.count for pattern in patterns[1:])}"
    if len(more) + 2 > width:
        more = ""
    return shorten(patterns[0].text, width - len(more)) + more


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
