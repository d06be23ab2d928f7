"""The pages of the documentation, and the blocks of configuration that those of editors print."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "editors"
LINKING = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md"), ROOT / "vscode-client" / "README.md"]
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)


def blocks(page: str) -> list[tuple[str, str, str]]:
    """The heading above, the language and the text of every block of a page."""
    text = (FOLDER / page).read_text(encoding="utf-8")
    found = []
    for match in _BLOCK.finditer(text):
        heading = _HEADING.findall(_BLOCK.sub("", text[: match.start()]))[-1]
        found.append((heading, match[1], match[2]))
    return found


def block(page: str, heading: str, number: int = 0) -> str:
    """One block: the nth below a heading."""
    return [text for above, _, text in blocks(page) if above == heading][number]
