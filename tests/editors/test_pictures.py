"""The pictures of the documentation show what is so, and each is shown somewhere.

``python -m tests.editors.pictures`` draws those of Neovim, ``python -m
tests.editors.vscode.pictures`` takes those of VS Code.
"""

from __future__ import annotations

import json
import re
from html import unescape

from tests.editors.editor import ROOT
from tests.editors.pages import LINKING
from tests.editors.pictures import FOLDER, STEPS, expected, squeezed
from tests.editors.vscode import pictures as vscode

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


def test_the_pictures_of_vs_code_show_what_is_so() -> None:
    record = json.loads(vscode.RECORD.read_text(encoding="utf-8"))
    stale = [name for name, one in vscode.PICTURES.items() if record.get(name) != one.read()]
    assert stale == [], f"run python -m tests.editors.vscode.pictures {' '.join(stale)}"
    assert sorted(record) == sorted(vscode.PICTURES)
    assert [name for name in record if not (FOLDER / f"{name}.png").exists()] == []
    shown = "".join(page.read_text(encoding="utf-8") for page in LINKING)
    assert [one.name for one in FOLDER.iterdir() if f"images/{one.name})" not in shown] == [
        vscode.RECORD.name
    ]
