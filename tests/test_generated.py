"""Generated pages are up to date; the failure names the command that updates them."""

from __future__ import annotations

import re
from pathlib import Path

from docs import commands_page, features_page, json_page, settings_page
from scope_lsp.rules import page
from scope_lsp.rules.registry import RULES
from scope_lsp.settings import all_settings, from_pyproject
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
    assert manifest.LOCK.read_text(encoding="utf-8") == manifest.lock()


def test_the_page_of_settings_is_fresh() -> None:
    written = settings_page.PAGE.read_text(encoding="utf-8")
    assert written == settings_page.text(), "stale: run python docs/generate.py"
    assert all(f"## `{setting.key}`" in written for setting in all_settings())


def test_the_settings_shown_are_good_ones() -> None:
    (shown,) = re.findall(r"^```toml\n(.*?)^```$", settings_page.text(), re.MULTILINE | re.DOTALL)
    partial = from_pyproject(shown, codes=RULES.keys())
    assert partial.problems == ()
    assert len(partial.values) == 6


def test_the_page_of_features_is_fresh() -> None:
    written = features_page.PAGE.read_text(encoding="utf-8")
    assert written == features_page.text(), "stale: run python docs/generate.py"
    assert all(f"[`{code}`]" in written for code in RULES)


def test_the_page_of_commands_is_fresh() -> None:
    written = commands_page.PAGE.read_text(encoding="utf-8")
    assert written == commands_page.text(), "stale: run python docs/generate.py"
    assert all(f"## `scope-lsp {name}`" in written for name in ("names", "diff", "mcp"))


def test_the_schemas_and_their_page_are_fresh() -> None:
    written = json_page.PAGE.read_text(encoding="utf-8")
    assert written == json_page.text(), "stale: run python docs/generate.py"
    for name, schema in json_page.SCHEMAS.items():
        file = (json_page.FOLDER / name).read_text(encoding="utf-8")
        assert file == json_page.as_file(schema()), "stale: run python docs/generate.py"
