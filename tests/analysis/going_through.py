"""Ways in which programs go through a list and count what they find, for tests of such lists."""

from __future__ import annotations

COUNTS = (
    "len(found)",
    "len(tuple(found))",
    "sum(1 for x in found)",
    "len(set(found))",
    "len(list(map(str, found)))",
    "len(list(filter(None, found)))",
    "len(list(zip(found, found)))",
    "len(list(enumerate(found)))",
    "len(list(reversed(found)))",
    "len(more.extend(found) or more)",
    "len(members.update(found) or members)",
    "len([*found])",
    "(lambda *items: len(items))(*found)",
    "len(found * 2)",
    "len(found + found)",
    "len(dict.fromkeys(found))",
    "len(collections.deque(found))",
    "len(collections.OrderedDict((x, 1) for x in found))",
    "len(list(itertools.chain(found, found)))",
    "len(found[:])",
)
"""What they give is a number; ``found`` is the list, ``more`` another one, ``members`` a set."""
