"""The files and commands in the pages for contributors exist."""

from __future__ import annotations

import re

import pytest

from tests.docs.pages import DOCS, ROOT

PAGE = (DOCS / "contributing.md").read_text(encoding="utf-8")
TESTING = (DOCS / "testing.md").read_text(encoding="utf-8")


def _table(heading: str) -> list[tuple[str, str]]:
    section = PAGE.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    return re.findall(r"^\| (`.*?) \| (.*) \|$", section, re.MULTILINE)


def test_which_tests_for_which_change_are_there() -> None:
    rows = _table("Which tests for which change")
    assert len(rows) > 10
    for _, run in rows:
        for path in re.findall(r"tests/[\w/.]+", run):
            assert (ROOT / path).exists(), path


def test_every_package_has_its_tests() -> None:
    named = {one for what, _ in _table("Which tests for which change") for one in what.split("`")}
    packages = {path.parent.name for path in (ROOT / "scope_lsp").glob("*/__init__.py")}
    assert packages - {name.rstrip("/") for name in named} == set()


@pytest.mark.parametrize(
    "module", sorted(set(re.findall(r"python -m (tests[\w.]+)", PAGE + TESTING)))
)
def test_the_scripts_are_there(module: str) -> None:
    path = ROOT / module.replace(".", "/")
    assert path.with_suffix(".py").is_file() or (path / "__main__.py").is_file()
