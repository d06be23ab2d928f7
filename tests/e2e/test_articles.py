"""The programs of the articles, through the real protocol and the real analysis."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.articles import ARTICLES, NESTED, Article
from tests.support.client import REAL, Client
from tests.support.fixture import parse

CAPABILITIES = {"textDocument": {"publishDiagnostics": {"relatedInformation": True}}}
"""Of a client that cannot be told later that there are better answers: it waits for them."""
URI = "file:///nowhere/program.py"
SEVERITIES = {1: "error", 2: "warning", 3: "information", 4: "hint"}


@pytest.fixture(scope="module")
def client() -> Any:
    with Client(REAL, capabilities=CAPABILITIES) as started:
        yield started
        assert started.leave() == 0
        assert started.garbage == b""


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.name)
def test_hints(client: Client, article: Article) -> None:
    client.open(URI, article.text)
    shown: dict[int, list[str]] = {}
    for line, _, text in client.hints(URI):
        shown.setdefault(line + 1, []).append(text)
    assert shown == article.hints


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.name)
def test_diagnostics_with_where_the_variable_was_created(client: Client, article: Article) -> None:
    client.open(URI, article.text)
    found = client.pull(URI)
    assert len(found) == len(article.faults)
    for one, expected in zip(found, article.faults, strict=True):
        assert (one["code"], SEVERITIES[one["severity"]]) == (expected.code, expected.severity)
        assert expected.message in one["message"]
        start = one["range"]["start"]
        assert (start["line"] + 1, start["character"] + 1) == (expected.line, expected.column)
        lines = [place["location"]["range"]["start"]["line"] + 1 for place in related(one)]
        assert lines[:1] == ([expected.related] if expected.related else [])


def related(diagnostic: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = diagnostic.get("relatedInformation") or []
    return found


@pytest.mark.parametrize("article", [one for one in ARTICLES if one.hover], ids=lambda a: a.name)
def test_hover(client: Client, article: Article) -> None:
    assert article.hover is not None
    client.open(URI, article.text)
    text = client.hover(URI, article.hover.line - 1, article.hover.column - 1)
    assert text is not None
    assert [wanted for wanted in article.hover.texts if wanted not in text] == []


def test_hover_tells_how_the_name_came_about(client: Client) -> None:
    client.open(URI, parse(NESTED).text)
    text = client.hover(URI, 4, 20)
    assert text is not None
    assert "foo/bar/v:0" in text and "[1]" in text and "float32" in text
    foo, bar, v = (line for line in text.split("\n") if line.startswith("- "))
    assert foo.startswith("- `foo`") and 'with tf.variable_scope("foo")' in foo
    assert bar.startswith("- `bar`") and 'with tf.variable_scope("bar")' in bar
    assert v.startswith("- `v`") and f"{URI}#L5" in v


def test_from_the_fetching_call_to_the_creating_one(client: Client) -> None:
    client.open(URI, parse(NESTED).text)
    (location,) = client.at("textDocument/definition", URI, 6, 12)
    assert location["uri"] == URI
    assert location["range"]["start"] == {"line": 4, "character": 12}


def test_a_buffer_that_breaks_while_typing_keeps_its_sound_hints(client: Client) -> None:
    fixture = parse(NESTED)
    client.open(URI, fixture.text)
    before = client.hints(URI)
    client.edit(URI, (1, 0), (1, 0), "print((\n")
    assert client.hints(URI) == [(line + 1, column, text) for line, column, text in before]


def test_open_buffers_shadow_the_disk(client: Client, tmp_path: Path) -> None:
    helper = tmp_path / "helper.py"
    helper.write_text("def make(tf):\n    return tf.get_variable('on_disk', [1])\n")
    main = (tmp_path / "main.py").as_uri()
    client.open(main, "import tensorflow as tf\nimport helper\nv = helper.make(tf)\nprint(v)\n")
    client.hints(main)
    assert "on_disk:0" in (client.hover(main, 2, 6) or "on_disk:0")
    client.open(helper.as_uri(), "def make(tf):\n    return tf.get_variable('unsaved', [])\n")
    client.replace(
        main, "import tensorflow as tf\nimport helper\nhelper.make(tf)\nhelper.make(tf)\n"
    )
    client.hints(main)
    (found,) = client.pull(helper.as_uri())
    assert "Variable unsaved already exists" in found["message"]
