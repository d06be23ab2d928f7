"""What the programs of the articles show in each editor of the terminal."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import pytest

from tests.editors import test_emacs, test_helix, test_neovim, test_vim
from tests.editors.editor import Place
from tests.support.articles import ARTICLES, Article, Hover


class Editor(Protocol):
    """What is asked of an editor."""

    def __enter__(self) -> Editor: ...

    def __exit__(self, *exception: object) -> object: ...

    def open(self, article: Article) -> None: ...

    def at(self, line: int, column: int) -> None: ...

    def see_hints(self, article: Article) -> None: ...

    def see_faults(self, article: Article) -> None: ...

    def see_hover(self, hover: Hover) -> None: ...


EDITORS: dict[str, Callable[[Place], Editor]] = {
    "emacs": lambda place: test_emacs.Emacs(place, test_emacs.PLAIN),
    "helix": lambda place: test_helix.Helix(place, test_helix.SERVER),
    "neovim": lambda place: test_neovim.Neovim(place, test_neovim.PLAIN),
    "vim": lambda place: test_vim.Vim(place, f"{test_vim.SERVER}\n{test_vim.KEYS}"),
}


@pytest.mark.parametrize("start", EDITORS.values(), ids=EDITORS)
def test_hints_diagnostics_and_hovers(start: Callable[[Place], Editor], place: Place) -> None:
    with start(place) as editor:
        for article in ARTICLES:
            editor.open(article)
            editor.see_hints(article)
            editor.see_faults(article)
            if article.hover:
                editor.at(article.hover.line, article.hover.column)
                editor.see_hover(article.hover)
