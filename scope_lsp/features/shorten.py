"""Long names cut in their middle, so that the last part of each stays visible.

VS Code shows 43 characters of the hints of one line, all of them together, and cuts the rest at
the end, which is the part that people want to read.  Pure text, nothing of the protocol.
"""

from __future__ import annotations

from collections.abc import Sequence

from scope_lsp.features.fold import Pattern, split

ELLIPSIS = "…"


def shorten(name: str, width: int) -> str:
    """At most ``width`` characters of a name: whole parts where possible, the last one always.

    Parts come back from the front and from the back in turn for as long as they fit.
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
    """All patterns where they fit, else the first one and how many names there are besides."""
    whole = ", ".join(pattern.text for pattern in patterns)
    if len(whole) <= width or len(patterns) == 1:
        return shorten(whole, width)
    more = f" +{sum(pattern.count for pattern in patterns[1:])}"
    if len(more) + 2 > width:
        more = ""
    return shorten(patterns[0].text, width - len(more)) + more


def share(needs: Sequence[int], room: int) -> list[int]:
    """Divide room fairly: who needs little gets it all, the others get equal parts of the rest."""
    widths = [0] * len(needs)
    open_ = sorted(range(len(needs)), key=lambda index: (needs[index], index))
    left = max(room, 0)
    while open_:
        index = open_.pop(0)
        widths[index] = min(needs[index], left // (len(open_) + 1))
        left -= widths[index]
    return widths
