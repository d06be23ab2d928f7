"""Moves a whole analysis to the current places of its text, to combine it with another one.

``View`` moves one span at a time on demand.  This module is for combining analyses of different
moments.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cached_property
from typing import Any

from scope_lsp.analysis.result import Analysis, Span
from scope_lsp.features.edits_since import EditsSince

Item = tuple[str, int]
"""An item of an analysis: the field and the index in its tuple."""


class Places:
    """Where in an analysis each span stands.

    It is collected once, at the first move.  A move is then a look at the spans of the edited
    documents, and new items for those few that an edit moved.
    """

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis

    @cached_property
    def _items(self) -> Mapping[str, Mapping[Span, list[Item]]]:
        """For each path its spans, and the items that hold them."""
        found: dict[str, dict[Span, list[Item]]] = {}
        known: _Known = {}
        for name in _fields_of(self._analysis):
            value = getattr(self._analysis, name)
            if isinstance(value, tuple):
                for index, item in enumerate(value):
                    for span in _spans(item, known):
                        spans = found.setdefault(span.path, {})
                        spans.setdefault(span, []).append((name, index))
        return found

    def moved(self, edits: Mapping[str, EditsSince]) -> Analysis:
        """The analysis with all spans moved by the edits of each document.

        An item whose own span was edited is left out.  Another span in an item keeps its old place
        if it was edited.
        """
        new: dict[Span, Span | None] = {}
        changed: dict[str, set[int]] = {}
        for path, some in edits.items():
            if not some.count:
                continue
            for span, items in self._items.get(path, {}).items():
                moved = some.move(span)
                if moved is not span:
                    new[span] = moved
                    for name, index in items:
                        changed.setdefault(name, set()).add(index)
        if not new:
            return self._analysis
        move = _Move(new)
        new_fields: dict[str, Any] = {
            name: self._field(name, indices, move) for name, indices in changed.items()
        }
        return replace(self._analysis, **new_fields)

    def _field(self, name: str, indices: set[int], move: _Move) -> tuple[Any, ...]:
        return tuple(
            [
                move.of(item) if index in indices else item
                for index, item in enumerate(getattr(self._analysis, name))
                if index not in indices or not move.loses(item)
            ]
        )


class _Move:
    """Puts new spans for old ones into items of an analysis."""

    def __init__(self, new: Mapping[Span, Span | None]) -> None:
        self._new = new
        self._known: dict[int, tuple[object, object]] = {}
        """What was already moved, by identity: call chains share their frames."""

    def loses(self, item: object) -> bool:
        """Whether an edit reached into the item's own span."""
        span = getattr(item, "span", None)
        return isinstance(span, Span) and self._new.get(span, span) is None

    def of(self, value: Any) -> Any:
        """A span, a tuple or a part of an analysis at its new place."""
        if isinstance(value, Span):
            return self._new.get(value) or value
        if not isinstance(value, tuple) and not _fields_of(value):
            return value
        known = self._known.get(id(value))
        if known is None:
            known = value, self._changed(value)
            self._known[id(value)] = known
        return known[1]

    def _changed(self, value: Any) -> object:
        if isinstance(value, tuple):
            items = [self.of(item) for item in value]
            same = all(new is old for new, old in zip(items, value, strict=True))
            return value if same else tuple(items)
        changes = {}
        for name in _fields_of(value):
            old = getattr(value, name)
            new = self.of(old)
            if new is not old:
                changes[name] = new
        return replace(value, **changes) if changes else value


_Known = dict[int, tuple[object, frozenset[Span]]]
"""By identity what was already looked into, with its spans."""


_PLAIN = frozenset((str, int, bool, float, type(None)))


def _spans(value: Any, known: _Known) -> frozenset[Span]:
    """The spans in an item of an analysis."""
    if type(value) is Span:
        return frozenset((value,))
    parts = value if type(value) is tuple else [getattr(value, one) for one in _fields_of(value)]
    if not parts:
        return frozenset()
    if (before := known.get(id(value))) is not None:
        return before[1]
    found: set[Span] = set()
    for part in parts:
        kind = type(part)
        if kind is Span:
            found.add(part)
        elif kind not in _PLAIN and (kind is tuple or _fields_of(part)):
            found |= _spans(part, known)
    spans = frozenset(found)
    known[id(value)] = value, spans
    return spans


_FIELDS: dict[type, tuple[str, ...]] = {}
"""What ``_fields_of`` found, by class: ``dataclasses.fields`` looks anew at each call."""


def _fields_of(value: Any) -> tuple[str, ...]:
    """The names of a dataclass's fields; none for any other type."""
    names = _FIELDS.get(type(value))
    if names is None:
        names = tuple(field.name for field in fields(value)) if is_dataclass(value) else ()
        _FIELDS[type(value)] = names
    return names
