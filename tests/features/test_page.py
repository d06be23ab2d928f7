"""The page on what is run shows the hints that there are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scope_lsp.features.inlay_hints import inlay_hints
from tests.support.fixture import WHOLE, analysed, parse

PAGE = Path(__file__).parents[2] / "docs" / "what-is-run.md"
EXAMPLES = re.findall(r"^```python\n(.*?)^```$", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_page_on_what_is_run(example: str) -> None:
    fixture = parse(example)
    shown: dict[int, list[str]] = {}
    for hint in inlay_hints(analysed(fixture.text), WHOLE):
        parts = hint.label if isinstance(hint.label, str) else "".join(p.value for p in hint.label)
        shown.setdefault(hint.position.line + 1, []).append(parts.strip())
    assert shown == fixture.hints
