"""Hints and diagnostics while a person edits."""

from __future__ import annotations

import pytest

from tests.support.client import Client

URI = "file:///tmp/model.py"
OTHER = "file:///tmp/other.py"
TEXT = 'a = get_variable("a")\nb = get_variable("b")\n'


def test_incremental_edits_in_every_encoding() -> None:
    for encoding, width in (("utf-8", 4), ("utf-16", 2), ("utf-32", 1)):
        capabilities = {"general": {"positionEncodings": [encoding]}}
        with Client(capabilities=capabilities) as client:
            assert client.server["capabilities"]["positionEncoding"] == encoding
            client.open(URI, 's = "😀"; a = get_variable("a")\n\f\nb = get_variable("b")\n')
            first = 29 + width
            assert client.hints(URI) == [(0, first, "a:0"), (2, 21, "b:0")]
            client.edit(URI, (0, 5 + width), (0, 5 + width), "😀")
            client.edit(URI, (2, 18), (2, 19), "beta")
            assert client.hints(URI) == [(0, first + width, "a:0"), (2, 24, "beta:0")]


def test_untouched_lines_keep_their_hints_while_a_slow_analysis_runs() -> None:
    with Client() as client:
        client.open(URI, TEXT)
        assert client.hints(URI) == [(0, 21, "a:0"), (1, 21, "b:0")]
        for index, key in enumerate("# slow 60\n"):
            client.edit(URI, (0, index), (0, index), key)
        assert client.hints(URI) == [(1, 21, "a:0"), (2, 21, "b:0")]
        client.edit(URI, (1, 18), (1, 18), "x")  # a name: what follows from it is known at once
        assert client.hints(URI) == [(1, 22, "xa:0"), (2, 21, "b:0")]
        client.edit(URI, (1, 5), (1, 5), "x")
        assert client.hints(URI) == [(2, 21, "b:0")]


def test_refresh_is_sent_when_better_hints_come_later() -> None:
    with Client() as client:
        client.open(URI, TEXT)
        assert len(client.hints(URI)) == 2
        assert client.count("workspace/inlayHint/refresh") == 0
        for index, key in enumerate("# slow 1\n"):
            client.edit(URI, (0, index), (0, index), key)
        client.edit(URI, (1, 4), (1, 4), 'get_variable("x") or ')
        assert client.hints(URI) == [(1, 42, "a:0"), (2, 21, "b:0")]
        client.until(lambda: client.count("workspace/inlayHint/refresh") > 0, "refresh")
        assert client.hints(URI) == [(1, 21, "x:0"), (1, 42, "a:0"), (2, 21, "b:0")]


def test_clients_that_cannot_be_told_later_wait() -> None:
    with Client(capabilities={}) as client:
        client.open(URI, TEXT)
        assert len(client.hints(URI)) == 2
        for index, key in enumerate("# slow 0.5\n"):
            client.edit(URI, (0, index), (0, index), key)
        client.edit(URI, (1, 18), (1, 19), "x")
        assert client.hints(URI) == [(1, 21, "x:0"), (2, 21, "b:0")]
        assert client.count("workspace/inlayHint/refresh") == 0


def test_no_refresh_without_need() -> None:
    with Client() as client:
        client.open(URI, TEXT)
        client.hints(URI)
        client.edit(URI, (0, 0), (0, 0), "\n")
        client.hints(URI)
        client.settle()
        assert client.count("workspace/inlayHint/refresh") == 0


def test_diagnostics_are_pushed_with_versions() -> None:
    with Client() as client:
        client.open(URI, TEXT)
        assert client.pushed(URI, 1) == []
        version = client.edit(URI, (1, 18), (1, 19), "a")
        (found,) = client.pushed(URI, version)
        assert found["code"] == "variable-exists" and found["severity"] == 1
        assert found["source"] == "scope-lsp"
        assert found["range"]["start"] == {"line": 1, "character": 4}
        assert found["relatedInformation"][0]["location"]["range"]["start"]["line"] == 0
        client.notify("textDocument/didClose", {"textDocument": {"uri": URI}})
        client.until(
            lambda: client.messages[-1]["params"] == {"uri": URI, "diagnostics": []}, "the end"
        )


def test_clients_that_ask_for_diagnostics_are_not_told_twice() -> None:
    capabilities = {
        "workspace": {"diagnostics": {"refreshSupport": True}},
        "textDocument": {"diagnostic": {}, "publishDiagnostics": {}},
    }
    with Client(capabilities=capabilities) as client:
        client.open(URI, TEXT.replace('"b"', '"a"'))
        (found,) = client.pull(URI)
        assert found["code"] == "variable-exists"
        client.settle()
        assert client.count("textDocument/publishDiagnostics") == 0


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, ["a:0", "b:0"]),
        ({"inlayHints": {"outputSuffix": False}}, ["a", "b"]),
        ({"scopeLsp": {"inlayHints.enable": False}}, []),
    ],
)
def test_settings_from_the_start(options: object, expected: list[str]) -> None:
    with Client(options=options) as client:
        client.open(URI, TEXT)
        assert [text for _, _, text in client.hints(URI)] == expected


def test_settings_live() -> None:
    with Client() as client:
        client.open(URI, TEXT)
        assert len(client.hints(URI)) == 2
        settings = {"scopeLsp": {"inlayHints": {"enable": False}, "colour": "red"}}
        client.notify("workspace/didChangeConfiguration", {"settings": settings})
        assert client.hints(URI) == []
        client.until(lambda: client.count("window/showMessage") == 1, "a complaint")
        (complaint,) = (m for m in client.messages if m["method"] == "window/showMessage")
        assert "scopeLsp.colour: unknown setting" in complaint["params"]["message"]


def test_documents_are_told_apart() -> None:
    with Client() as client:
        client.open(URI, TEXT)
        client.open(OTHER, 'get_variable("o")')
        client.open("untitled:Untitled-1", 'get_variable("u")')
        assert [text for _, _, text in client.hints(URI)] == ["a:0", "b:0"]
        assert client.hints(OTHER) == [(0, 17, "o:0")]
        assert client.hints("untitled:Untitled-1") == [(0, 17, "u:0")]


def test_hints_of_a_long_first_analysis_come_before_its_end() -> None:
    capabilities = {"workspace": {"inlayHint": {"refreshSupport": True}}}
    with Client(capabilities=capabilities) as client:
        client.open(URI, 'a = get_variable("w")\n# goes on for 5\nb = get_variable("v")\n')
        assert client.hints(URI) == [(0, 21, "w:0"), (2, 21, "v:0")]
        client.edit(URI, (0, 0), (0, 0), "\n")
        assert client.hints(URI) == [(1, 21, "w:0"), (3, 21, "v:0")]
        assert client.count("textDocument/publishDiagnostics") == 0
        client.until(lambda: client.count("textDocument/publishDiagnostics") > 0, "the end")


def test_without_refresh_the_first_hints_wait_for_the_end() -> None:
    with Client(capabilities={}) as client:
        client.open(URI, 'a = get_variable("w")\n# goes on for 2\n')
        assert len(client.hints(URI)) == 1
        assert client.count("textDocument/publishDiagnostics") == 1
