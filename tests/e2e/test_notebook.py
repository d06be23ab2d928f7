"""The cells of a notebook are one program, run from top to bottom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.support.client import CAPABILITIES, REAL, Client

NOTEBOOK = "file:///tmp/notes/model.ipynb"
CELLS = [f"vscode-notebook-cell:/tmp/notes/model.ipynb#W{number}" for number in range(4)]
TEXTS = [
    "%matplotlib inline\nimport tensorflow as tf",
    'with tf.variable_scope("a"):\n    w = tf.get_variable("w", [3])',
    "Some words",
    's = "😀"; v = tf.get_variable("v", [2])\nw',
]
KINDS = [2, 2, 1, 2]
LANGUAGES = {1: "markdown", 2: "python"}
SPARE: dict[str, Any] = {
    **CAPABILITIES,
    "notebookDocument": {"synchronization": {"dynamicRegistration": True}},
}


@pytest.fixture
def client() -> Iterator[Client]:
    with Client(REAL, capabilities=SPARE) as found:
        cells = [{"kind": k, "document": uri} for k, uri in zip(KINDS, CELLS, strict=True)]
        documents = [
            {"uri": uri, "languageId": LANGUAGES[kind], "version": 1, "text": text}
            for uri, kind, text in zip(CELLS, KINDS, TEXTS, strict=True)
        ]
        notebook = {"uri": NOTEBOOK, "notebookType": "jupyter", "version": 1, "cells": cells}
        parameters = {"notebookDocument": notebook, "cellTextDocuments": documents}
        found.notify("notebookDocument/didOpen", parameters)
        yield found


def change(client: Client, cells: dict[str, Any], version: int = 2) -> None:
    document = {"uri": NOTEBOOK, "version": version}
    parameters = {"notebookDocument": document, "change": {"cells": cells}}
    client.notify("notebookDocument/didChange", parameters)


def test_hints_of_each_cell_are_its_own(client: Client) -> None:
    assert client.hints(CELLS[0]) == []
    assert client.hints(CELLS[1]) == [(1, 33, "a/w:0")]
    assert client.hints(CELLS[3]) == [(0, 39, "v:0")]


def test_edits_and_moves_of_cells(client: Client) -> None:
    assert client.hints(CELLS[1])
    where = {"start": {"line": 0, "character": 24}, "end": {"line": 0, "character": 25}}
    content = {
        "document": {"uri": CELLS[1], "version": 2},
        "changes": [{"range": where, "text": "bc"}],
    }
    change(client, {"textContent": [content]})
    assert client.hints(CELLS[1]) == [(1, 33, "bc/w:0")]
    new = {"uri": CELLS[0] + "new", "languageId": "python", "version": 1, "text": "x = 1\ny = 2"}
    structure = {
        "array": {
            "start": 1,
            "deleteCount": 1,
            "cells": [
                {"kind": 2, "document": new["uri"]},
            ],
        },
        "didOpen": [new],
        "didClose": [{"uri": CELLS[1]}],
    }
    change(client, {"structure": structure}, 3)
    assert client.hints(CELLS[3]) == [(0, 39, "v:0")]
    assert client.hints(CELLS[1]) == []


def test_places_in_other_cells(client: Client) -> None:
    client.hints(CELLS[3])
    found = client.at("textDocument/definition", CELLS[3], 1, 0)
    assert [(one["uri"], one["range"]["start"]["line"]) for one in found] == [(CELLS[1], 1)]
    assert "a/w:0" in (client.hover(CELLS[1], 1, 12) or "")
    shared = f"- `v` · [cell 4, line 1](<{CELLS[3]}#L1>)"
    assert shared in (client.hover(CELLS[3], 0, 20) or "")


def test_a_hover_quotes_timing_magics_as_they_are_written(client: Client) -> None:
    timed = '%time u = tf.get_variable("u", [2])'
    content = {"document": {"uri": CELLS[3], "version": 2}, "changes": [{"text": timed}]}
    change(client, {"textContent": [content]})
    assert client.hints(CELLS[3]) == [(0, 35, "u:0")]
    assert f"· `{timed}`" in (client.hover(CELLS[3], 0, 20) or "")


def test_variables_are_found_in_their_cells(client: Client) -> None:
    client.hints(CELLS[3])
    (found,) = client.request("workspace/symbol", {"query": "a/w"})
    where = found["location"]
    assert (where["uri"], where["range"]["start"]) == (CELLS[1], {"line": 1, "character": 8})


def test_running_a_cell_again_would_fail(client: Client) -> None:
    (found,) = client.pull(CELLS[1])
    assert found["severity"] == 3 and found["code"] == "cell-rerun"
    assert found["message"].startswith("running this cell again would fail: Variable a/w")
    assert found["range"]["start"]["line"] == 1
    text = {"text": "tf.reset_default_graph()\n" + TEXTS[1]}
    change(
        client, {"textContent": [{"document": {"uri": CELLS[1], "version": 2}, "changes": [text]}]}
    )
    assert client.pull(CELLS[1]) == []


def test_a_comment_silences_a_cell_that_cannot_run_again(client: Client) -> None:
    assert len(client.pull(CELLS[1])) == 1
    text = {"text": TEXTS[1].rstrip() + "  # scope: ignore[cell-rerun]"}
    change(
        client, {"textContent": [{"document": {"uri": CELLS[1], "version": 2}, "changes": [text]}]}
    )
    assert client.pull(CELLS[1]) == []


def test_diagnostics_are_pushed_for_cells_and_taken_back(client: Client) -> None:
    (found,) = client.pushed(CELLS[3], 1)
    assert found["range"]["start"] == {"line": 0, "character": 14}
    client.notify(
        "notebookDocument/didClose",
        {
            "notebookDocument": {"uri": NOTEBOOK},
            "cellTextDocuments": [{"uri": uri} for uri in CELLS],
        },
    )
    client.until(
        lambda: client.messages[-1]["params"] == {"uri": CELLS[3], "diagnostics": []}, "the end"
    )
    assert client.hints(CELLS[1]) == []


def test_other_cells_are_drawn_again_when_one_changes(client: Client) -> None:
    assert client.hints(CELLS[1]) and client.hints(CELLS[3])
    before = client.count("workspace/inlayHint/refresh")
    text = {"text": 'tf.get_variable("u", [1])'}
    change(
        client, {"textContent": [{"document": {"uri": CELLS[1], "version": 2}, "changes": [text]}]}
    )
    assert client.hints(CELLS[1]) == [(0, 25, "u:0")]
    client.until(lambda: client.count("workspace/inlayHint/refresh") > before, "a refresh")


def test_diagnostics_of_a_deleted_cell_go_away(client: Client) -> None:
    client.pushed(CELLS[3], 1)
    array = {"start": 3, "deleteCount": 1, "cells": []}
    change(client, {"structure": {"array": array, "didClose": [{"uri": CELLS[3]}]}})
    gone = {"uri": CELLS[3], "diagnostics": []}
    client.until(lambda: gone in [one.get("params") for one in client.messages], "taking back")


def test_a_cell_that_is_closed_and_opened_in_one_message_stays(client: Client) -> None:
    array = {"start": 1, "deleteCount": 1, "cells": [{"kind": 2, "document": CELLS[1]}]}
    item = {"uri": CELLS[1], "languageId": "python", "version": 2, "text": TEXTS[1]}
    structure = {"array": array, "didOpen": [item], "didClose": [{"uri": CELLS[1]}]}
    change(client, {"structure": structure})
    assert client.hints(CELLS[1]) == [(1, 33, "a/w:0")]


def test_cells_may_count_in_the_order_in_which_they_were_run(client: Client) -> None:
    text = {"text": "u = tf.Variable(0.0)"}
    cells = [
        {"kind": 2, "document": CELLS[0], "executionSummary": {"executionOrder": 1}},
        {"kind": 2, "document": CELLS[1], "executionSummary": {"executionOrder": 6}},
        {"kind": 2, "document": CELLS[3], "executionSummary": {"executionOrder": 5}},
    ]
    contents = [
        {"document": {"uri": uri, "version": 2}, "changes": [text]} for uri in (CELLS[1], CELLS[3])
    ]
    change(client, {"textContent": contents, "data": cells})
    assert client.hints(CELLS[1]) == [(0, 20, "Variable:0")]
    assert client.hints(CELLS[3]) == [(0, 20, "Variable_1:0")]
    settings = {"scopeLsp": {"notebook": {"cellOrder": "execution"}}}
    client.notify("workspace/didChangeConfiguration", {"settings": settings})
    assert client.hints(CELLS[1]) == [(0, 20, "Variable_1:0")]
    assert client.hints(CELLS[3]) == [(0, 20, "Variable:0")]
    assert "cell 4, line 1" in (client.hover(CELLS[3], 0, 8) or "")
    change(client, {"data": [{"kind": 2, "document": CELLS[1]}]}, 3)
    assert client.hints(CELLS[1]) == [(0, 20, "Variable_1:0")]
    cells[1]["executionSummary"] = {"executionOrder": 2}
    change(client, {"data": cells}, 4)
    assert client.hints(CELLS[1]) == [(0, 20, "Variable:0")]
