"""Every block of configuration that a page prints is run by the test named after the page."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.editors.pages import FOLDER, blocks

PAGES = ("neovim", "emacs", "helix", "vim", "other")


@pytest.mark.parametrize("page", PAGES)
def test_every_block_is_run(page: str) -> None:
    source = Path(__file__).with_name(f"test_{page}.py").read_text(encoding="utf-8")
    headings = Counter(heading for heading, _, _ in blocks(f"{page}.md"))
    assert headings
    wanted = [
        f'block(PAGE, "{heading}"{f", {number}" if number else ""})'
        for heading, count in headings.items()
        for number in range(count)
    ]
    assert [one for one in wanted if one not in source] == []


def test_every_page_is_here() -> None:
    assert {page.stem for page in FOLDER.glob("*.md")} - {"vscode"} == set(PAGES)
