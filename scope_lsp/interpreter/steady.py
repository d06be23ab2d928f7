"""Loops whose further rounds only repeat themselves: all of them but the last are skipped.

Most loops of programs are like this: they train.  After a few rounds that built nothing, one more
is *tried*, with an item that stands for every further one, and is undone.  If it cannot build
anything or end the loop, whatever the item is, and leaves everything as the round before did, then
so do all rounds.  The last one is run as usual.  The answer is the same as if all had been run,
which no limit then has to cut off.  A ``while True`` of this kind never ends, as far as is known:
what ends it in the end, as the exception at the end of a dataset does, is not followed.

Limits, for loops that do build or that change something with every round, are in ``loops``.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Collection, Sequence
from typing import Any

from scope_lsp.interpreter.branches import rejoin_round
from scope_lsp.interpreter.budget import Undone
from scope_lsp.interpreter.carrying import made_anew
from scope_lsp.interpreter.code import CONTINUE, Step
from scope_lsp.interpreter.environment import Frame
from scope_lsp.interpreter.leaving import widen
from scope_lsp.interpreter.renewal import all_renewed
from scope_lsp.interpreter.trials import trial
from scope_lsp.interpreter.values import (
    Dict,
    Instance,
    List,
    Mutable,
    NamespaceOwner,
    Raised,
    Symbolic,
    Union,
    Unknown,
    Value,
    same,
)

TRIED_AFTER = (4, 16, 64)
"""The numbers of rounds after which one is tried: alternatives that grow in number with each round
become unknown meanwhile."""

WORTHWHILE = 12
"""The number of further rounds from which on trying one may pay."""

ATTEMPTS = 3
"""How often rounds of one loop are tried in vain."""

MAX_RENEWED = 2_000
"""The maximum number of rounds that each add objects of their own; after more, it is not known how
many a list has."""

_DEPTH = 5
"""How deep nested values are compared.  Deeper ones count as different."""

_SCALARS = (int, float, str, bytes, complex, type(None))
"""Values that are compared as they are."""

Store = Callable[[Frame, Value], None]
Changes = list[tuple[Mutable, Any, Any]]
"""Objects, each with its contents before and after."""

Additions = list[tuple[List, list[Value], list[Value] | None]]
"""Lists, each with the items that a round adds to it, and those that the next one does, which mean
the same; None if they may be absent."""


class SteadyLoop:
    """One loop of the program's text: what it takes to try a round of it."""

    __slots__ = ("_made_anew", "body", "node", "store")

    def __init__(self, node: ast.For | ast.AsyncFor | ast.While, store: Store, body: Step) -> None:
        self.node = node
        self.store = store
        self.body = body
        self._made_anew: frozenset[str] | None = None

    def only_repeats(self, frame: Frame, rest: Sequence[Value]) -> bool:
        """Whether the rounds for ``rest`` may be skipped but for the last.

        If so, what they would have added to lists is added.
        """
        if len(rest) < WORTHWHILE or not self._may_try(frame):
            return False
        found = self._additions(frame, rest)
        self._tried(frame, in_vain=found is None)
        if found:
            _add(frame, found, len(rest) - 1)
        return found is not None

    def never_ends(self, frame: Frame, carried: tuple[str, ...]) -> bool:
        """Whether no round of ``while True`` may end it, or build anything.

        ``carried`` are the names that rounds hand on: what they count is taken as unknown.
        """
        if not self._may_try(frame):
            return False
        found = self._try_twice(frame, None, carried)
        self._tried(frame, in_vain=found is None)
        return found is not None

    def _may_try(self, frame: Frame) -> bool:
        return frame.interp.tried_in_vain.get(self.node, 0) < ATTEMPTS

    def _tried(self, frame: Frame, *, in_vain: bool) -> None:
        times = frame.interp.tried_in_vain
        times[self.node] = times.get(self.node, 0) + 1 if in_vain else 0

    def _additions(self, frame: Frame, rest: Sequence[Value]) -> Additions | None:
        """What each of the rounds adds to lists; None if they do anything else."""
        item = _standing_for(rest)
        if item is None:
            return None
        found = self._try_twice(frame, item)
        most = frame.interp.budget.items
        if found and any(
            again is not None and len(one.items) + len(new) * len(rest) > most
            for one, new, again in found
        ):
            return None
        return found

    def _try_twice(
        self, frame: Frame, item: Value, carried: tuple[str, ...] = ()
    ) -> Additions | None:
        """Try a round, and again if it adds to lists: it may depend on how long they are."""
        found = self._try(frame, item, (), carried)
        if found:
            found = self._try(frame, item, [added_to for added_to, *_ in found], carried)
        return found

    def _try(
        self,
        frame: Frame,
        item: Value,
        uncounted: Collection[List],
        carried: tuple[str, ...],
    ) -> Additions | None:
        heap = frame.interp.heap
        with trial(frame) as before:
            try:
                for one in uncounted:
                    heap.touch(one)
                    one.uncounted = True
                self._forget(frame)
                free = self.made_anew | widen(frame, carried)
                self.store(frame, item)
                completion = self.body(frame)
                rejoin_round(frame, len(before.left))
                if completion in (None, CONTINUE) and before.holds():
                    changes = [(obj, old, obj.snapshot()) for obj, old in heap.levels[-1].values()]
                    return _judge(frame, changes, free)
            except (Raised, Undone):
                pass
            return None

    def _forget(self, frame: Frame) -> None:
        """Make unknown what rounds bind anew: functions that they call may read it from before."""
        frame.interp.heap.touch(frame.names_owner)
        for name in self.made_anew:
            if isinstance(frame.names.get(name), _SCALARS) and name in frame.names:
                frame.names[name] = Unknown("changes with every round of a loop", name)

    @property
    def made_anew(self) -> frozenset[str]:
        """See the function of that name."""
        if self._made_anew is None:
            self._made_anew = made_anew(self.node)
        return self._made_anew


def _add(frame: Frame, additions: Additions, rounds: int) -> None:
    """Add what rounds that are skipped would have added."""
    for added_to, items, again in additions:
        frame.interp.heap.touch(added_to)
        if again is None:
            _add_some(added_to, items)
    certain = [(one, items, again) for one, items, again in additions if again is not None]
    shared = all(
        item is new
        for _, items, again in certain
        for item, new in zip(items, all_renewed(items, again, {}), strict=True)
    )
    if not shared and rounds > MAX_RENEWED:
        for added_to, items, _ in certain:
            _add_some(added_to, items)
        return
    for added_to, items, _ in certain if shared else ():
        added_to.items.extend(items * rounds)
    for _ in range(0 if shared else rounds):
        made: dict[int, Value] = {}
        for added_to, items, again in certain:
            added_to.items.extend(all_renewed(items, again, made))


def _add_some(added_to: List, items: list[Value]) -> None:
    """Add items any number of times."""
    added_to.grow([(item, True) for item in items])
    added_to.uncounted = True


def _judge(frame: Frame, changes: Changes, free: frozenset[str]) -> Additions | None:
    """What a round that made these changes adds to lists; None if it changes anything else.

    ``free`` are the names of the loop's function whose values do not matter.
    """
    additions: Additions = []
    for obj, old, new in changes:
        if isinstance(obj, Frame) and obj is not frame:
            continue  # a call of this round: what it changes around it is observed
        if isinstance(obj, NamespaceOwner):
            anew = free if obj is frame.names_owner else frozenset()
            if old.keys() - anew != new.keys() - anew:
                return None
            if not all(_alike(old[name], new[name]) for name in new if name not in anew):
                return None
        elif isinstance(obj, List) and len(new[0]) > len(old[0]):
            length = len(old[0])
            added = new[0][length:]
            if not all(a is b for a, b in zip(old[0], new[0], strict=False)):
                return None
            if _is_all_unsure(len(added), old, new):
                additions.append((obj, added, None))
                continue
            last = old[0][-len(added) :]
            if old[1] != new[1] or not _alike(tuple(last), tuple(added)):
                return None
            additions.append((obj, last, added))
        elif not _alike_contents(obj, old, new):
            return None
    return additions


def _is_all_unsure(count: int, old: Any, new: Any) -> bool:
    """Whether the last items of a list may be absent, those of the round before as well.

    Only then the doubt does not come from the item that stands for all.
    """
    length = len(old[0])
    before = range(length - count, length)
    return (
        count <= length
        and old[1].issuperset(before)
        and new[1] == old[1].union(range(length, length + count))
    )


def _standing_for(rest: Sequence[Value]) -> Value:
    """A value that stands for each of the items; None if there is none."""
    if isinstance(rest, range):
        return Unknown("any of several numbers")
    first, *others = rest
    if isinstance(first, tuple):
        if not all(isinstance(one, tuple) and len(one) == len(first) for one in others):
            return None
        columns = [_standing_for(column) for column in zip(*rest, strict=True)]
        return None if any(column is None for column in columns) else tuple(columns)
    if all(isinstance(one, (int, float)) or type(one) is Unknown for one in rest):
        return Unknown("any of several values")
    return None  # text may name code, in ways that are not all followed


def _alike(a: Value, b: Value, depth: int = 0) -> bool:
    """Whether two values mean the same for what a further round does."""
    if a is b:
        return True
    if type(a) is not type(b) or depth > _DEPTH:
        return False
    match a, b:
        case Unknown(), Unknown():
            return a.builds == b.builds
        case (Symbolic(), Symbolic()) | (Union(), Union()):
            return same(a, b)
        case tuple(), tuple():
            pairs = zip(a, b, strict=False)
            return len(a) == len(b) and all(_alike(x, y, depth + 1) for x, y in pairs)
        case Instance(), Instance():
            return (
                a.cls is b.cls
                and _alike(a.payload, b.payload, depth + 1)
                and _alike_contents(a, a.names, b.names, depth + 1)
            )
        case List(), List():
            return _alike_contents(a, a.snapshot(), b.snapshot(), depth + 1)
        case Dict(), Dict():
            return _alike_contents(a, a.snapshot(), b.snapshot(), depth + 1)
    return isinstance(a, (*_SCALARS, range)) and a == b


def _alike_contents(obj: Mutable, old: Any, new: Any, depth: int = 0) -> bool:
    """Whether two contents of an object, or of two of its kind, mean the same."""
    match obj:
        case NamespaceOwner():
            return old.keys() == new.keys() and all(
                _alike(value, new[name], depth) for name, value in old.items()
            )
        case List():
            return old[1:] == new[1:] and _alike(tuple(old[0]), tuple(new[0]), depth)
        case Dict():
            return (
                old[1:] == new[1:]
                and list(old[0]) == list(new[0])
                and all(_alike(pair, new[0][key], depth) for key, pair in old[0].items())
            )
    return False
