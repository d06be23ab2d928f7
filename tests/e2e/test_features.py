"""Every feature once through the real protocol and the real analysis."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.support.client import CAPABILITIES, REAL, Client

URI = "file:///tmp/some%20folder/model.py"
TEXT = """import tensorflow as tf

def net(x):
    with tf.variable_scope("net", reuse=tf.AUTO_REUSE):
        return tf.layers.dense(x, 4)

net(tf.zeros([1, 3]))
net(tf.zeros([1, 3]))
with tf.variable_scope("net", reuse=True):
    k = tf.get_variable("dense/kernel", [3, 4])
g = tf.get_default_graph()
g.get_tensor_by_name("")
g.get_tensor_by_name("net/dense/kernel:0")
[v for v in tf.trainable_variables() if v.name.startswith("net/dens/")]
"""
WHOLE = {"start": {"line": 0, "character": 0}, "end": {"line": 50, "character": 0}}
SPARE: dict[str, Any] = {
    **CAPABILITIES,
    "textDocument": {
        **CAPABILITIES["textDocument"],
        "documentSymbol": {"hierarchicalDocumentSymbolSupport": True},
        "inlayHint": {"resolveSupport": {"properties": ["tooltip"]}},
    },
    "experimental": {"scopeLspCopyName": True},
}


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    with Client(REAL, capabilities=SPARE) as found:
        found.open(URI, TEXT)
        yield found


def about(**more: object) -> dict[str, object]:
    return {"textDocument": {"uri": URI}, **more}


def lines(locations: list[dict[str, Any]]) -> list[int]:
    return [location["range"]["start"]["line"] for location in locations]


def test_document_symbols(client: Client) -> None:
    (function, scope) = client.request("textDocument/documentSymbol", about())
    assert (function["name"], scope["name"]) == ("net", "net/")
    (inner,) = function["children"]
    assert inner["children"][0]["name"] == "net/dense/{kernel,bias}:0"
    assert scope["children"][0]["name"] == "net/dense/kernel:0"


def test_workspace_symbols(client: Client) -> None:
    client.hints(URI)
    (found,) = client.request("workspace/symbol", {"query": "dense/ker"})
    assert found["name"] == "net/dense/kernel:0"
    assert found["location"]["uri"] == URI and found["location"]["range"]["start"]["line"] == 4


def test_references(client: Client) -> None:
    place = {"line": 9, "character": 12}
    found = client.request(
        "textDocument/references", about(position=place, context={"includeDeclaration": True})
    )
    assert lines(found) == [4, 9, 12]


def test_document_highlight(client: Client) -> None:
    found = client.at("textDocument/documentHighlight", URI, 9, 12)
    assert [(one["range"]["start"]["line"], one["kind"]) for one in found] == [
        (4, 3),
        (9, 2),
        (9, 2),
        (12, 2),
    ]


def test_strings_are_places(client: Client) -> None:
    found = client.at("textDocument/hover", URI, 12, 30)
    assert found["contents"]["value"].startswith("**`net/dense/kernel:0`** · created")
    assert found["range"]["start"]["character"] == 21
    assert lines(client.at("textDocument/definition", URI, 12, 30)) == [4]
    place = {"line": 12, "character": 30}
    wanted = about(position=place, context={"includeDeclaration": True})
    assert lines(client.request("textDocument/references", wanted)) == [4, 9, 12]
    found = client.at("textDocument/hover", URI, 13, 62)["contents"]["value"]
    assert "matches 0 of 2 variables" in found
    assert "It nearly matches:\n\n- `net/dense/{kernel,bias}:0`" in found


def test_code_lens(client: Client) -> None:
    found = client.request("textDocument/codeLens", about())
    assert [(one["range"]["start"]["line"], one["command"]["title"]) for one in found] == [
        (2, "2 variables, 16 parameters · called 2 times: 1 set of weights"),
        (8, "1 variable, 12 parameters · all shared"),
    ]


def test_code_actions(client: Client) -> None:
    here = {"start": {"line": 4, "character": 20}, "end": {"line": 4, "character": 20}}
    found = client.request(
        "textDocument/codeAction", about(range=here, context={"diagnostics": []})
    )
    assert [one["title"] for one in found] == [
        "Pin the name: name='dense'",
        "Copy the name net/dense/kernel:0",
        "Copy the name net/dense/bias:0",
    ]
    assert found[1]["command"]["command"] == "scopeLsp.copyName"
    (edit,) = found[0]["edit"]["changes"][URI]
    assert edit["range"]["start"] == {"line": 4, "character": 35}
    assert edit["newText"] == ", name='dense'"


def test_a_name_is_shown_to_clients_that_cannot_copy(client: Client) -> None:
    arguments = {"command": "scopeLsp.showName", "arguments": ["net/w:0"]}
    client.request("workspace/executeCommand", arguments)
    client.until(lambda: client.count("window/showMessage") > 0, "message")
    assert client.messages[-1]["params"]["message"] == "net/w:0"


def test_completion(client: Client) -> None:
    found = client.at("textDocument/completion", URI, 11, 22)
    assert [item["label"] for item in found["items"]][:2] == [
        "net/dense/kernel:0",
        "net/dense/bias:0",
    ]


def test_tooltips_are_made_when_somebody_looks(client: Client) -> None:
    hints = client.request("textDocument/inlayHint", about(range=WHOLE))
    hint = next(one for one in hints if one["position"]["line"] == 9)
    assert "tooltip" not in hint
    resolved = client.request("inlayHint/resolve", hint)
    assert resolved["tooltip"] == "shared"


def test_workspace_diagnostics(client: Client) -> None:
    with Client(REAL) as other:
        twice = 'tf.get_variable("net/dense/kernel", [3, 4])\n'
        other.open(URI, TEXT.replace("g = tf", f"{twice}g = tf"))
        other.pull(URI)
        answer = other.request("workspace/diagnostic", {"previousResultIds": []})
        (report,) = answer["items"]
        assert report["uri"] == URI and report["kind"] == "full" and report["version"] == 1
        assert "variable-exists" in [item["code"] for item in report["items"]]
        known = [{"uri": URI, "value": report["resultId"]}]
        (again,) = other.request("workspace/diagnostic", {"previousResultIds": known})["items"]
        assert again["kind"] == "unchanged"
