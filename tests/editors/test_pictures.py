"""The pictures of the README show what is so; ``python -m tests.editors.pictures`` draws them."""

from __future__ import annotations

import re
from html import unescape

from tests.editors.editor import ROOT
from tests.editors.pictures import FOLDER, STEPS, expected, squeezed

STALE = "stale: run python -m tests.editors.pictures, which needs Neovim"


def screens(name: str) -> list[str]:
    """What can be read on each screen of a picture, blanks left out."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    assert len(text) < 300_000
    groups = re.findall(r'<g class="screen".*?</g>', text, re.DOTALL)
    return [squeezed(unescape(re.sub(r"<[^>]*>", "", one))) for one in groups]


def test_the_steps() -> None:
    shown = screens("articles.svg")
    assert len(shown) == len(STEPS)
    for number, (screen, (caption, typed)) in enumerate(zip(shown, STEPS, strict=True)):
        program = STEPS[0][1] + (typed if number else "")
        for text in (caption, *expected(program)):
            assert squeezed(text) in screen, STALE
        for line in program.splitlines():
            assert squeezed(line.partition(")")[0]) in screen, STALE
    assert ["alreadyexists" in screen for screen in shown] == [False, True, False, False]


def test_the_example() -> None:
    (screen,) = screens("neovim.svg")
    program = (ROOT / "examples" / "siamese.py").read_text(encoding="utf-8")
    for text in expected(program):
        assert squeezed(text) in screen, STALE
