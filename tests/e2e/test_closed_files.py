"""Diagnostics and symbols of files that are not open, where the settings ask for them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.client import CAPABILITIES, REAL, Client

BAD = """\
import tensorflow as tf

tf.get_variable("w", [1])
tf.get_variable("w", [1])
"""
GOOD = BAD.replace('("w", [1])\n', '("v", [1])\n', 1)
HELPER = """\
import tensorflow as tf


def layer():
    tf.get_variable("w", [1])
"""
TRAIN = "from helper import layer\n\nlayer()\nlayer()\n"
WORKSPACE = {"diagnostics": {"mode": "workspace"}}
PULL: dict[str, Any] = {
    **CAPABILITIES,
    "workspace": {"diagnostics": {"refreshSupport": True}},
    "textDocument": {**CAPABILITIES["textDocument"], "diagnostic": {}},
}


def write(folder: Path, **files: str) -> dict[str, str]:
    """The URI of each file."""
    for name, text in files.items():
        (folder / f"{name}.py").write_text(text)
    return {name: (folder / f"{name}.py").as_uri() for name in files}


def pushed(client: Client, uri: str) -> list[tuple[int, str]] | None:
    """Line and code of what the client was last told of a file; None: nothing yet."""
    for message in reversed(client.messages):
        told = message.get("params") or {}
        if message["method"] == "textDocument/publishDiagnostics" and told.get("uri") == uri:
            return [(one["range"]["start"]["line"], one["code"]) for one in told["diagnostics"]]
    return None


def until(client: Client, uri: str, wanted: list[tuple[int, str]]) -> None:
    client.until(lambda: pushed(client, uri) == wanted, f"{wanted} in {uri}")


def test_closed_files_are_checked_and_follow_changes_on_disk(tmp_path: Path) -> None:
    uris = write(tmp_path, bad=BAD, helper=HELPER, train=TRAIN, good=GOOD)
    with Client(REAL, folder=tmp_path, options=WORKSPACE) as client:
        until(client, uris["bad"], [(3, "variable-exists")])
        until(client, uris["helper"], [(4, "variable-exists")])
        assert pushed(client, uris["good"]) is None
        write(tmp_path, bad=GOOD, good=BAD, train=TRAIN.replace("layer()\n", "layer()\n", 1)[:-8])
        changes = [{"uri": uris[name], "type": 2} for name in ("bad", "good", "train")]
        client.notify("workspace/didChangeWatchedFiles", {"changes": changes})
        until(client, uris["bad"], [])
        until(client, uris["good"], [(3, "variable-exists")])
        until(client, uris["helper"], [])
        (tmp_path / "good.py").unlink()
        gone = {"changes": [{"uri": uris["good"], "type": 3}]}
        client.notify("workspace/didChangeWatchedFiles", gone)
        until(client, uris["good"], [])


def test_an_open_file_shows_its_own_and_gets_these_back(tmp_path: Path) -> None:
    uris = write(tmp_path, bad=BAD)
    with Client(REAL, folder=tmp_path, options=WORKSPACE) as client:
        until(client, uris["bad"], [(3, "variable-exists")])
        client.open(uris["bad"], GOOD)
        until(client, uris["bad"], [])
        client.notify("textDocument/didClose", {"textDocument": {"uri": uris["bad"]}})
        until(client, uris["bad"], [(3, "variable-exists")])


def test_files_that_settings_leave_out(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("ignored.py\n")
    uris = write(tmp_path, bad=BAD, excluded=BAD, ignored=BAD)
    options = {**WORKSPACE, "exclude": ["excluded.py"]}
    with Client(REAL, folder=tmp_path, options=options) as client:
        until(client, uris["bad"], [(3, "variable-exists")])
        client.settle(1)
        assert pushed(client, uris["excluded"]) is None
        assert pushed(client, uris["ignored"]) is None


@pytest.mark.parametrize("options", [None, {"diagnostics": {"mode": "openFilesOnly"}}])
def test_only_open_files_by_default(tmp_path: Path, options: object) -> None:
    uris = write(tmp_path, bad=BAD, other=GOOD)
    with Client(REAL, folder=tmp_path, options=options) as client:
        client.open(uris["other"], GOOD)
        until(client, uris["other"], [])
        client.settle(1)
        assert pushed(client, uris["bad"]) is None


def test_the_setting_can_be_changed(tmp_path: Path) -> None:
    uris = write(tmp_path, bad=BAD)
    with Client(REAL, folder=tmp_path) as client:
        for mode, wanted in (("workspace", [(3, "variable-exists")]), ("openFilesOnly", [])):
            settings = {"scopeLsp": {"diagnostics": {"mode": mode}}}
            client.notify("workspace/didChangeConfiguration", {"settings": settings})
            until(client, uris["bad"], wanted)


def test_clients_that_ask_get_them_with_the_workspace(tmp_path: Path) -> None:
    uris = write(tmp_path, bad=BAD)
    with Client(REAL, PULL, folder=tmp_path, options=WORKSPACE) as client:
        client.until(lambda: client.count("workspace/diagnostic/refresh") > 0, "refresh")
        (item,) = client.request("workspace/diagnostic", {"previousResultIds": []})["items"]
        assert (item["uri"], item["kind"]) == (uris["bad"], "full")
        assert [one["code"] for one in item["items"]] == ["variable-exists"]
        known = {"previousResultIds": [{"uri": item["uri"], "value": item["resultId"]}]}
        (same,) = client.request("workspace/diagnostic", known)["items"]
        assert same["kind"] == "unchanged"
        refreshes = client.count("workspace/diagnostic/refresh")
        write(tmp_path, bad=GOOD)
        changes = [{"uri": uris["bad"], "type": 2}]
        client.notify("workspace/didChangeWatchedFiles", {"changes": changes})
        client.until(lambda: client.count("workspace/diagnostic/refresh") > refreshes, "refresh")
        (none,) = client.request("workspace/diagnostic", known)["items"]
        assert (none["kind"], none["items"]) == ("full", [])
        assert pushed(client, uris["bad"]) is None


def test_their_variables_are_found(tmp_path: Path) -> None:
    uris = write(tmp_path, bad=BAD)
    with Client(REAL, folder=tmp_path, options=WORKSPACE) as client:
        until(client, uris["bad"], [(3, "variable-exists")])
        found = client.request("workspace/symbol", {"query": "w"})
        assert [(one["name"], one["location"]["uri"]) for one in found] == [("w:0", uris["bad"])]


def notebook(path: Path, *cells: str, language: str = "python") -> str:
    """Write a notebook that begins with a cell of text; returns its URI."""
    found = [{"cell_type": "markdown", "source": "# Title"}]
    found += [{"cell_type": "code", "source": text} for text in cells]
    metadata = {"language_info": {"name": language}}
    path.write_text(json.dumps({"cells": found, "metadata": metadata, "nbformat": 4}))
    return path.as_uri()


BOTH = [(0, "cell-rerun"), (0, "variable-exists")]
IMPORT = "%matplotlib inline\nimport tensorflow as tf\n"
TWICE = 'tf.get_variable("w", [1])\ntf.get_variable("w", [1])\n'


def test_closed_notebooks_are_checked_too(tmp_path: Path) -> None:
    uri = notebook(tmp_path / "n.ipynb", IMPORT, TWICE)
    other = notebook(tmp_path / "r.ipynb", TWICE, language="R")
    with Client(REAL, folder=tmp_path, options=WORKSPACE) as client:
        until(client, uri, BOTH)
        (found,) = [
            one["params"]["diagnostics"]
            for one in client.messages
            if one["method"] == "textDocument/publishDiagnostics" and one["params"]["uri"] == uri
        ]
        (told,) = [one for one in found if one["code"] == "variable-exists"]
        assert told["message"].startswith("cell 3, line 2: Variable w already exists")
        places = [one["message"] for one in told["relatedInformation"]]
        assert places[0].startswith("cell 3, line 1: ")
        assert {
            one["location"]["range"]["start"]["line"] for one in told["relatedInformation"]
        } == {0}
        assert pushed(client, other) is None
        symbols = client.request("workspace/symbol", {"query": "w"})
        assert [(one["name"], one["location"]["range"]["start"]["line"]) for one in symbols] == [
            ("w:0", 0)
        ]
        notebook(tmp_path / "n.ipynb", IMPORT)
        client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": uri, "type": 2}]})
        until(client, uri, [])


def test_a_notebook_shows_its_own_while_it_is_open(tmp_path: Path) -> None:
    uri = notebook(tmp_path / "n.ipynb", IMPORT, TWICE)
    cells = [f"vscode-notebook-cell:/{tmp_path}/n.ipynb#{number}" for number in range(2)]
    with Client(REAL, folder=tmp_path, options=WORKSPACE) as client:
        until(client, uri, BOTH)
        document = {
            "uri": uri,
            "notebookType": "jupyter-notebook",
            "version": 1,
            "cells": [{"kind": 2, "document": cell} for cell in cells],
        }
        texts = [
            {"uri": cell, "languageId": "python", "version": 1, "text": text}
            for cell, text in zip(cells, (IMPORT, TWICE), strict=True)
        ]
        client.notify(
            "notebookDocument/didOpen", {"notebookDocument": document, "cellTextDocuments": texts}
        )
        until(client, cells[1], [(0, "cell-rerun"), (1, "variable-exists")])
        until(client, uri, [])
        gone = [{"uri": cell} for cell in cells]
        client.notify(
            "notebookDocument/didClose",
            {"notebookDocument": {"uri": uri}, "cellTextDocuments": gone},
        )
        until(client, cells[1], [])
        until(client, uri, BOTH)
