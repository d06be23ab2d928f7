"""Pages made from code say what the code says; the failure names the command that mends them."""

from __future__ import annotations

from pathlib import Path

from scope_lsp.rules import page
from tests.editors.vscode import manifest
from tests.stubs import coverage_page


def test_the_page_of_rules_is_fresh() -> None:
    written = Path(page.PAGE).read_text(encoding="utf-8")
    assert written == page.text(), "stale: run python docs/generate.py"


def test_the_page_of_stubs_is_fresh() -> None:
    written = coverage_page.PAGE.read_text(encoding="utf-8")
    assert written == coverage_page.text(), "stale: run python docs/generate.py"


def test_the_settings_of_the_extension_are_fresh() -> None:
    written = manifest.PACKAGE.read_text(encoding="utf-8")
    assert written == manifest.text(), "stale: run python docs/generate.py"
