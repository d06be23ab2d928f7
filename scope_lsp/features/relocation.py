"""Moves a whole analysis to the current places of its text, to combine it with another one.

``edits_since`` moves one span at a time on demand, which is cheaper while the user types.  This
module is for combining analyses of different moments.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from scope_lsp.analysis.result import Analysis, Span
from scope_lsp.features.edits_since import EditsSince


def relocate(analysis: Analysis, edits: Mapping[str, EditsSince]) -> Analysis:
    """The analysis with all spans moved by the edits of each document.

    An item whose own span was edited is left out.  Another span in an item keeps its old place if
    it was edited.
    """
    moved = {path: some for path, some in edits.items() if some.count}
    if not moved:
        return analysis
    return _Relocation(moved).of_analysis(analysis)


class _Relocation:
    def __init__(self, edits: Mapping[str, EditsSince]) -> None:
        self._edits = edits
        self._known: dict[int, tuple[object, object]] = {}
        """What was already moved, by identity: call chains share their frames."""

    def of_analysis(self, analysis: Analysis) -> Analysis:
        changes: dict[str, Any] = {}
        for field in fields(analysis):
            value = getattr(analysis, field.name)
            if isinstance(value, tuple):
                changes[field.name] = tuple(
                    [self._of(item) for item in value if not self._is_lost(item)]
                )
        return replace(analysis, **changes)

    def _is_lost(self, event: object) -> bool:
        span = getattr(event, "span", None)
        return isinstance(span, Span) and self._move(span) is None

    def _move(self, span: Span) -> Span | None:
        edits = self._edits.get(span.path)
        return span if edits is None else edits.move(span)

    def _of(self, value: Any) -> Any:
        if isinstance(value, Span):
            return self._move(value) or value
        if not isinstance(value, tuple) and not is_dataclass(value):
            return value
        known = self._known.get(id(value))
        if known is None:
            known = value, self._changed(value)
            self._known[id(value)] = known
        return known[1]

    def _changed(self, value: Any) -> object:
        if isinstance(value, tuple):
            items = [self._of(item) for item in value]
            same = all(new is old for new, old in zip(items, value, strict=True))
            return value if same else tuple(items)
        changes = {}
        for field in fields(value):
            old = getattr(value, field.name)
            new = self._of(old)
            if new is not old:
                changes[field.name] = new
        return replace(value, **changes) if changes else value
