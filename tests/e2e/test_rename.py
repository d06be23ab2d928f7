"""Renaming through the real protocol: a place, its edits in two files, and refusals."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.client import CAPABILITIES, REAL, Client

NET = """import tensorflow as tf

def net(x):
    with tf.variable_scope("net"):
        return tf.layers.dense(x, 4, name="fc")
"""
MAIN = """import tensorflow as tf
from net import net
net(tf.zeros([1, 3]))
tf.get_default_graph().get_tensor_by_name("net/fc/kernel:0")
tf.layers.dense(tf.zeros([1, 3]), 4)
tf.get_default_graph().get_tensor_by_name("dense/kernel:0")
"""


@pytest.fixture
def main(tmp_path: Path) -> Iterator[tuple[Client, str, str]]:
    (tmp_path / "net.py").write_text(NET)
    (tmp_path / "main.py").write_text(MAIN)
    uri = (tmp_path / "main.py").as_uri()
    with Client(REAL, folder=tmp_path) as client:
        client.open(uri, MAIN)
        client.hints(uri)
        yield client, uri, (tmp_path / "net.py").as_uri()


def ask(client: Client, method: str, uri: str, line: int, character: int, **more: Any) -> Any:
    place = {"line": line, "character": character}
    return client.request(
        f"textDocument/{method}", {"textDocument": {"uri": uri}, "position": place, **more}
    )


def test_a_layer_is_renamed_in_both_files(main: tuple[Client, str, str]) -> None:
    client, uri, other = main
    found = ask(client, "prepareRename", uri, 3, 48)
    assert found["placeholder"] == "fc"
    assert [found["range"][end]["character"] for end in ("start", "end")] == [47, 49]
    changes = ask(client, "rename", uri, 3, 48, newName="out")["changes"]
    assert {one: [edit["newText"] for edit in edits] for one, edits in changes.items()} == {
        uri: ['"net/out/kernel:0"'],
        other: ['"out"'],
    }


MAP = """# main.py: restores a checkpoint from before the rename.
{
    'dense/bias': 'dense/bias',
    'dense/kernel': 'dense/kernel',
    'net/fc/bias': 'net/out/bias',
    'net/fc/kernel': 'net/out/kernel',
}
"""
TOLD = (
    "scope-lsp: 2 variables get other names: net/fc/{kernel,bias} → net/out/{kernel,bias}. Older "
    "checkpoints have the old names."
)


def told(client: Client, method: str) -> list[dict[str, Any]]:
    return [one["params"] for one in client.messages if one.get("method") == method]


def test_the_answer_says_which_names_change_and_a_command_has_the_map(
    main: tuple[Client, str, str],
) -> None:
    client, uri, _ = main
    ask(client, "rename", uri, 3, 48, newName="out")
    client.until(lambda: client.count("window/showMessage") == 1, "message")
    (message,) = told(client, "window/showMessage")
    assert message["message"] == (
        f"{TOLD} A code action at the new name shows the map that restores them."
    )
    command = {"command": "scopeLsp.showMap", "arguments": []}
    assert client.request("workspace/executeCommand", command) == MAP
    assert told(client, "window/showMessage")[-1]["message"] == MAP


def actions(client: Client, uri: str, line: int) -> list[dict[str, Any]]:
    place = {"line": line, "character": 0}
    about = {"range": {"start": place, "end": place}, "context": {"diagnostics": []}}
    answer = client.request("textDocument/codeAction", {"textDocument": {"uri": uri}, **about})
    return [one for one in answer or [] if "map" in one["title"]]


def test_a_code_action_at_the_new_name_shows_the_map(main: tuple[Client, str, str]) -> None:
    client, uri, _ = main
    ask(client, "rename", uri, 3, 48, newName="out")
    assert actions(client, uri, 3) == []  # the edit is not applied yet
    client.replace(uri, MAIN.replace("net/fc", "net/out"))
    (action,) = actions(client, uri, 3)
    assert action["title"] == "Show the assignment map of the rename"
    assert actions(client, uri, 0) == []
    assert client.request("workspace/executeCommand", action["command"]) == MAP


def test_a_client_with_a_clipboard_gets_a_button_for_the_map(tmp_path: Path) -> None:
    (tmp_path / "net.py").write_text(NET)
    (tmp_path / "main.py").write_text(MAIN)
    uri = (tmp_path / "main.py").as_uri()
    able = {**CAPABILITIES, "experimental": {"scopeLspCopyText": True}}
    answers: dict[str, object] = {"window/showMessageRequest": {"title": "Copy Assignment Map"}}
    with Client(REAL, able, folder=tmp_path, answers=answers) as client:
        client.open(uri, MAIN)
        client.hints(uri)
        ask(client, "rename", uri, 3, 48, newName="out")
        client.until(lambda: client.count("scopeLsp/copyText") == 1, "text")
        (request,) = told(client, "window/showMessageRequest")
        assert request["message"] == TOLD
        assert request["actions"] == [{"title": "Copy Assignment Map"}]
        assert told(client, "scopeLsp/copyText") == [{"text": MAP}]


def test_a_rename_of_ops_alone_is_said_to_be_harmless(tmp_path: Path) -> None:
    text = (
        "import tensorflow as tf\n"
        "with tf.name_scope('loss'):\n    w = tf.get_variable('w', [3])\n    x = w + 1\n"
    )
    uri = (tmp_path / "main.py").as_uri()
    with Client(REAL, folder=tmp_path) as client:
        client.open(uri, text)
        client.hints(uri)
        assert ask(client, "rename", uri, 1, 21, newName="cost")["changes"]
        client.until(lambda: client.count("window/showMessage") == 1, "message")
        (message,) = told(client, "window/showMessage")
        assert message["message"] == (
            "scope-lsp: no variable gets another name. Older checkpoints still fit."
        )
        command = {"command": "scopeLsp.showMap", "arguments": []}
        assert client.request("workspace/executeCommand", command) == ""


def test_a_rename_waits_for_the_programs_that_use_the_file(tmp_path: Path) -> None:
    (tmp_path / "net.py").write_text(NET)
    within = MAIN.replace("net(tf.zeros", "with tf.variable_scope('model'):\n    net(tf.zeros")
    (tmp_path / "main.py").write_text(within.replace('("net/', '("model/net/'))
    uri = (tmp_path / "net.py").as_uri()
    with Client(REAL, folder=tmp_path) as client:
        client.open(uri, NET)
        changes = ask(client, "rename", uri, 4, 43, newName="out")["changes"]
        assert set(changes) == {uri, (tmp_path / "main.py").as_uri()}
        client.until(lambda: client.count("window/showMessage") == 1, "message")
        (message,) = told(client, "window/showMessage")
        assert "model/net/fc/{kernel,bias} → model/net/out/{kernel,bias}" in message["message"]


def test_a_refusal_tells_why_and_is_no_fault(main: tuple[Client, str, str]) -> None:
    client, uri, _ = main
    assert ask(client, "prepareRename", uri, 1, 8) is None
    with pytest.raises(Exception, match="The name dense is taken"):
        ask(client, "rename", uri, 3, 44, newName="dense")
    with pytest.raises(Exception, match="automatic name"):
        ask(client, "prepareRename", uri, 5, 45)
    logged = [one["params"] for one in client.messages if one.get("method") == "window/logMessage"]
    assert logged == []


def test_in_the_cells_of_a_notebook(tmp_path: Path) -> None:
    cells = [
        "import tensorflow as tf\nwith tf.variable_scope('net'):\n    tf.get_variable('w', [3])",
        "tf.get_default_graph().get_tensor_by_name('net/w:0')",
    ]
    notebook = (tmp_path / "n.ipynb").as_uri()
    uris = [f"vscode-notebook-cell:/{tmp_path}/n.ipynb#{number}" for number in range(2)]
    with Client(REAL, folder=tmp_path) as client:
        client.notify(
            "notebookDocument/didOpen",
            {
                "notebookDocument": {
                    "uri": notebook,
                    "notebookType": "jupyter-notebook",
                    "version": 1,
                    "cells": [{"kind": 2, "document": uri} for uri in uris],
                },
                "cellTextDocuments": [
                    {"uri": uri, "languageId": "python", "version": 1, "text": text}
                    for uri, text in zip(uris, cells, strict=True)
                ],
            },
        )
        found = ask(client, "prepareRename", uris[1], 0, 45)
        assert found["placeholder"] == "net" and found["range"]["start"]["line"] == 0
        changes = ask(client, "rename", uris[1], 0, 45, newName="body")["changes"]
        places = {uri: [edit["range"]["start"]["line"] for edit in changes[uri]] for uri in changes}
        assert places == {uris[0]: [1], uris[1]: [0]}
