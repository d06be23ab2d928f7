"""Positions are exact in every encoding, whatever stands in the text and wherever it lies."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.client import REAL, Client

WIDTHS = {
    "utf-8": lambda text: len(text.encode()),
    "utf-16": lambda text: len(text.encode("utf-16-le")) // 2,
    "utf-32": len,
}
CALL = 'tf.get_variable("w", [2])'
LINES = [
    "\ufeffimport tensorflow as tf",
    "s = '漢字 é \u2028 \x85 \v'",
    "\f",
    'with tf.variable_scope("a"):',
    "\tif s: x = '😀😀'; " + CALL + " # 😀",
    "\ty = (",
    "\t\t'\u2028😀', tf.get_variable('v', [2]))",
    'e = "\f漢"; tf.get_variable("a/w", [2]); tf.get_variable("a/w", [2])',
]
URIS = [
    "file:///tmp/a%20folder/%C3%BC%20%E6%BC%A2.py",
    "untitled:Untitled-1",
    "git:/tmp/model.py?%7B%22ref%22%3A%22HEAD%22%7D",
    "vscode-vfs://github/me/it/model.py",
]


def place(line: int, after: str, encoding: str) -> tuple[int, int]:
    """Where a part of a line ends, in the protocol's terms."""
    text = LINES[line]
    return line, WIDTHS[encoding](text[: text.index(after) + len(after)])


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", WIDTHS)
def test_positions_are_exact(encoding: str, ending: str) -> None:
    capabilities: dict[str, Any] = {
        "general": {"positionEncodings": [encoding]},
        "textDocument": {"publishDiagnostics": {"relatedInformation": True}},
    }
    uri = URIS[0]
    with Client(REAL, capabilities=capabilities) as client:
        client.open(uri, ending.join([*LINES, ""]))
        v_call = "tf.get_variable('v', [2])"
        first = 'tf.get_variable("a/w", [2])'
        assert client.hints(uri) == [
            (*place(4, CALL, encoding), "a/w:0"),
            (*place(6, v_call, encoding), "a/v:0"),
        ]
        (found,) = client.pushed(uri, 1)
        line, character = place(7, 'e = "\f漢"; ', encoding)
        assert found["range"]["start"] == {"line": line, "character": character}
        assert found["range"]["end"]["character"] == place(7, first, encoding)[1]
        (related, *_) = found["relatedInformation"]
        line, character = place(4, "'😀😀'; ", encoding)
        assert related["location"] == {
            "uri": uri,
            "range": {
                "start": {"line": line, "character": character},
                "end": {"line": line, "character": place(4, CALL, encoding)[1]},
            },
        }
        inside = place(6, "tf.get_var", encoding)
        assert "a/v:0" in (client.hover(uri, *inside) or "")
        # An edit behind all that, in the encoding's units, and one that joins two lines.
        client.edit(uri, place(6, "'\u2028", encoding), place(6, "'\u2028😀", encoding), "漢")
        client.edit(uri, place(4, 'get_variable("', encoding), place(4, '("w', encoding), "u")
        moved = WIDTHS[encoding]("漢") - WIDTHS[encoding]("😀")
        line, character = place(6, v_call, encoding)
        assert (line, character + moved, "a/v:0") in client.hints(uri)
        client.until(lambda: "a/u:0" in [hint[2] for hint in client.hints(uri)], "the new name")
        client.edit(uri, place(5, "y = (", encoding), place(6, "\t\t", encoding), "")
        before = WIDTHS[encoding]("\t\t") - WIDTHS[encoding]("\ty = (")
        assert (5, character + moved - before, "a/v:0") in client.hints(uri)


@pytest.mark.parametrize("uri", URIS)
def test_documents_wherever_they_lie(uri: str) -> None:
    with Client(REAL) as client:
        client.open(uri, "\n".join(LINES[:5]))
        assert [text for _, _, text in client.hints(uri)] == ["a/w:0"]
        assert client.pushed(uri, 1) == []
        line, character = place(4, "tf.get", "utf-16")
        parameters = {
            "textDocument": {"uri": uri},
            "position": {"line": line, "character": character},
            "context": {"includeDeclaration": True},
        }
        (found,) = client.request("textDocument/references", parameters)
        assert found["uri"] == uri
        (symbol,) = client.request("workspace/symbol", {"query": "w"})
        assert symbol["location"]["uri"] == uri
