"""The README works on a package index, with the address of a repository and without one."""

from __future__ import annotations

import json
import re

import pytest

import hatch_build
from scope_lsp import __version__
from tests.docs.pages import ROOT
from tests.editors.vscode import manifest

README = (ROOT / "README.md").read_text(encoding="utf-8")
ADDRESS = "https://example.invalid/owner/scope-lsp"
_TARGET = re.compile(r"\]\(([^)\s]+)\)")


def test_with_an_address_every_link_is_absolute() -> None:
    text = hatch_build.absolute(README, ADDRESS, __version__)
    targets = _TARGET.findall(text)
    assert len(targets) == len(_TARGET.findall(README))
    for target in targets:
        assert target.startswith(("https://", "#")), target
    assert f"({ADDRESS}/blob/v{__version__}/docs/tutorial.md)" in text
    assert f"({ADDRESS}/raw/v{__version__}/docs/images/articles.svg)" in text


def test_without_an_address_nothing_leads_nowhere() -> None:
    text = hatch_build.absolute(README, "", __version__)
    assert [one for one in _TARGET.findall(text) if not one.startswith(("https://", "#"))] == []
    assert "![" not in text
    assert "the [" not in text.replace("the [tool", "")
    assert "[tool.scope-lsp]" in text  # code is left alone


@pytest.mark.parametrize("address", ["", ADDRESS])
def test_the_extension_has_the_same_address(address: str) -> None:
    found = json.loads(manifest.text(address))
    assert ("repository" in found, "bugs" in found) == (bool(address), bool(address))
    assert ("--allow-missing-repository" in found["scripts"]["package"]) == (not address)
    if address:
        assert found["bugs"]["url"] == f"{ADDRESS}/issues"
        assert found["repository"]["url"] == hatch_build.urls(address)["Repository"]


def test_there_is_no_address_of_nobody() -> None:
    """An address in the metadata is one that somebody has put there, in the one place for it."""
    address = hatch_build.repository(ROOT)
    assert address == "" or address.startswith("https://")
    assert bool(hatch_build.urls(address)) == bool(address)
