"""Every block of configuration that a page prints is run by the test named after the page."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from tests.editors.editor import ROOT
from tests.editors.pages import FOLDER, LINKING, block, blocks

README = (ROOT / "README.md").read_text(encoding="utf-8")
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
    assert {page.stem for page in FOLDER.glob("*.md")} - {"vscode", "README"} == set(PAGES)


def test_the_commands_for_vs_code_are_those_of_the_extension() -> None:
    """Its own tests run them: ``vscode/test_vscode.py``."""
    ((_, _, line),) = blocks("vscode.md")
    folder, *commands = line.strip().split(" && ")
    scripts = json.loads((ROOT / folder.removeprefix("cd ") / "package.json").read_text())[
        "scripts"
    ]
    made = commands.pop().removeprefix("code --install-extension ")
    assert commands == ["npm ci", "npm run package"]
    assert scripts["package"].endswith(f" --out {made}")


def test_the_readme_prints_the_first_block_for_neovim() -> None:
    (shown,) = re.findall(r"^```lua\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    assert shown == block("neovim.md", "Neovim 0.11 and newer")


@pytest.mark.parametrize("page", LINKING, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|<)([^)\s]+)\)", page.read_text(encoding="utf-8"))
    targets = [link.partition("#")[0] for link in links]
    assert [one for one in targets if one and not (page.parent / one).exists()] == []
