"""The page of ``names --format html``: what is in it, and how a real browser draws it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.cli.test_program import scope_lsp

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
PROGRAM = """\
import tensorflow as tf
def net(x, reuse=None):
    with tf.variable_scope("net", reuse=reuse):
        with tf.variable_scope("deep"):
            tf.get_variable("kernel", [10, 100])
            tf.get_variable("mask", [10, 100], tf.bool)
        return tf.get_variable("bias", [100])
net(1)
net(2, True)
with tf.variable_scope("a</script><b>"[0]):
    tf.get_variable("step", [], tf.int64, trainable=False)
    tf.get_variable("any", tf.placeholder(tf.int32, []), validate_shape=False)
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("page")
    (folder / "{data}<b>.py").write_text(PROGRAM)
    done = scope_lsp("names", "{data}<b>.py", "--format", "html", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    (folder / "page.html").write_text(done.stdout, encoding="utf-8")
    return folder / "page.html"


def test_the_page_needs_nothing_from_elsewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert "default-src 'none'" in text
    assert not re.search(r"https?://|url\(|@import|\bsrc=|<link", text)
    tags: list[str] = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attrs: tags.append(tag)  # type: ignore[method-assign]
    parser.feed(text)
    assert tags.count("script") == 1 and "b" not in tags
    assert "<title>{data}&lt;b&gt;.py: variables</title>" in text


def test_the_page_holds_all_that_is_known(page: Path) -> None:
    (line,) = re.findall(r"^const DATA = (.*);$", page.read_text(encoding="utf-8"), re.MULTILINE)
    ((kernel, mask, bias, step, *_),) = [one["variables"] for one in json.loads(line)]
    assert (kernel["name"], kernel["parts"]) == ("net/deep/kernel", ["net", "deep", "kernel"])
    assert (kernel["parameters"], kernel["bytes"], mask["bytes"]) == (1000, 4000, 1000)
    assert (bias["shared"], step["shared"], step["trainable"]) == (True, False, False)
    assert bias["uses"] == [
        {
            "place": "{data}<b>.py:7",
            "code": 'return tf.get_variable("bias", [100])',
            "how": "created, then shared",
        }
    ]


def drawn(page: Path, view: str = "", *options: str) -> str:
    """What a headless browser makes of the page."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        pytest.skip("no Chromium here")
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=5000"]
    done = subprocess.run(
        [
            browser,
            *flags,
            f"--user-data-dir={page.parent / 'profile'}",
            "--window-size=1200,720",
            *(options or ("--dump-dom",)),
            f"{page.as_uri()}#{view}",
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        timeout=120,
        check=True,
    )
    return done.stdout.decode("utf-8")


def texts(dom: str, name: str) -> list[str]:
    return re.findall(rf'class="{name}[^>]*>([^<]*)<', dom)


def test_a_browser_draws_tree_treemap_and_sums(page: Path) -> None:
    dom = drawn(page)
    assert "<h1>{data}&lt;b&gt;.py</h1>" in dom
    assert '<span id="sum" role="status">at least 2,101 parameters in 5 variables</span>' in dom
    assert texts(dom, "label")[:2] == ["net/", "deep/"]
    assert texts(dom, "amount")[:2] == ["2,100", "2,000"]
    assert {"net/", "deep/", "kernel", "mask"} <= set(texts(dom, "tile"))


def test_a_browser_finds_sorts_and_tells(page: Path) -> None:
    dom = drawn(page, "q=NET+kern&metric=bytes&name=net/deep/kernel")
    assert ">3.9 KiB in 1 variable<" in dom
    assert "<h2>net/deep/kernel</h2>" in dom
    assert "(10, 100) · shared · 1,000 parameters, 3.9 KiB" in dom
    assert 'tf.get_variable("kernel", [10, 100])' in dom
    dom = drawn(page, "sort=name&shared=yes&scope=net/")
    assert ">2,100 parameters in 3 variables<" in dom
    assert (
        texts(dom, "label")
        == ["net/", "bias", "deep/", "kernel", "mask"][: len(texts(dom, "label"))]
    )


def test_a_picture_of_the_page_is_not_empty(page: Path) -> None:
    picture = page.parent / "page.png"
    drawn(page, "", f"--screenshot={picture}")
    assert os.path.getsize(picture) > 10_000
