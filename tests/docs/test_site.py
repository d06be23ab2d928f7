"""The documentation builds as a site without warnings, and loads nothing from other sites."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.pages import DOCS, ROOT

pytest.importorskip("mkdocs", reason="comes with the extra docs")
from docs import site_pages


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built in strict mode: a dead link, a dead anchor or a forgotten page fails."""
    folder = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    assert "excluded" not in done.stderr, done.stderr
    return folder


def test_every_page_is_there(site: Path) -> None:
    pages = [path.relative_to(DOCS) for path in DOCS.rglob("*.md")]
    pages += [Path(uri) for uri in site_pages.PAGES.values()]
    for page in pages:
        folder = page.parent if page.name in ("README.md", "index.md") else page.with_suffix("")
        assert (site / folder / "index.html").is_file(), page


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        loaded = re.findall(r'<(?:script|img|iframe)[^>]* src="([^"]+)"', text)
        loaded += re.findall(r'<link rel="stylesheet"[^>]* href="([^"]+)"', text)
        assert [one for one in loaded if one.startswith(("http:", "https:", "//"))] == [], page


def test_links_out_of_the_docs_lead_to_the_site(site: Path) -> None:
    assert 'href="../rules/#variable-exists"' in (site / "features" / "index.html").read_text()
    assert (site / "files" / "examples" / "recommender" / "train.py").is_file()
    assert (site / "images" / "articles.svg").is_file()


def test_code_is_left_alone() -> None:
    text = "a [b](c.md) `[d](e.md)`\n```\n[f](g.md)\n```\n"
    changed = site_pages.rewritten(text, lambda match: f"{match[1]}x")
    assert changed == text.replace("c.md", "x")
