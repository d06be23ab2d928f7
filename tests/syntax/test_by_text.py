"""Results are remembered by text, a limited number of them, and no text is kept."""

from __future__ import annotations

import gc

from scope_lsp.syntax.by_text import by_text


def test_the_last_results_are_remembered() -> None:
    asked: list[str] = []

    @by_text(2)
    def length(text: str) -> int:
        asked.append(text)
        return len(text)

    assert [length(text) for text in ("a", "bc", "a", "\ud800é", "a", "bc")] == [1, 2, 1, 2, 1, 2]
    assert asked == ["a", "bc", "\ud800é", "bc"]


def test_texts_are_not_kept() -> None:
    class Text(str):
        __slots__ = ()

    @by_text(2)
    def length(text: str) -> int:
        return len(text)

    assert length(Text("abc")) == 3
    gc.collect()
    assert not any(isinstance(each, Text) for each in gc.get_objects())
