"""What the client is told unasked: trouble, progress, the log and traces."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.support.client import CAPABILITIES, REAL, Client

URI = "file:///tmp/model.py"
TEXT = 'a = get_variable("w")\n'
WATCHES: dict[str, Any] = {**CAPABILITIES, "window": {"workDoneProgress": True}}


def sent(client: Client, method: str) -> list[Any]:
    return [m["params"] for m in client.messages if m["method"] == method]


def test_a_program_that_ends_the_worker_is_told_once() -> None:
    with Client() as client:
        client.open(URI, TEXT)
        assert client.hints(URI)
        for _ in range(2):
            client.edit(URI, (0, 0), (0, 0), "# die\n")
            client.hints(URI)
        client.until(lambda: len(sent(client, "window/showMessage")) > 0, "a message")
        (told,) = sent(client, "window/showMessage")
        assert told["type"] == 2
        assert told["message"].startswith(
            "scope-lsp: model.py could not be analysed (the analysing process died, twice)."
        )
        client.pushed(URI, client.edit(URI, (0, 0), (2, 0), ""))
        client.edit(URI, (0, 0), (0, 0), "# die\n")
        client.until(lambda: len(sent(client, "window/showMessage")) == 2, "a second message")


def test_the_log_goes_to_the_client() -> None:
    with Client() as client:
        text_document = {"uri": "file:///tmp/never.py", "version": 3}
        change = {"textDocument": text_document, "contentChanges": [{"text": "x"}]}
        client.notify("textDocument/didChange", change)
        client.until(lambda: client.count("window/logMessage") > 0, "log")
        (logged,) = sent(client, "window/logMessage")
        assert logged["type"] == 1
        assert logged["message"].endswith("not open: file:///tmp/never.py")
        assert "not open" not in client.errors


def progress(client: Client) -> list[str]:
    found = [message["value"] for message in sent(client, "$/progress")]
    return [f"{one['kind']} {one.get('title', '')} {one.get('message', '')}" for one in found]


def test_long_work_is_told_while_it_lasts() -> None:
    with Client(capabilities=WATCHES) as client:
        client.open(URI, TEXT)
        client.hints(URI)
        assert progress(client) == []
        client.edit(URI, (0, 0), (0, 0), "# slow 2.5\n")
        client.until(lambda: len(progress(client)) == 2, "beginning and end")
        assert progress(client) == ["begin Analysing model.py", "end  "]
        (created,) = sent(client, "window/workDoneProgress/create")
        assert {message["token"] for message in sent(client, "$/progress")} == {created["token"]}


def test_work_in_the_background_is_told_too(tmp_path: Path) -> None:
    builders = tmp_path / "builders.py"
    builders.write_text(TEXT)
    (tmp_path / "train.py").write_text("import builders\n# slow 2.5\n" + TEXT)
    with Client(capabilities=WATCHES, folder=tmp_path) as client:
        client.open(builders.as_uri(), TEXT)
        client.until(lambda: "end  " in progress(client), "end")
        assert progress(client)[0].startswith("begin Workspace ")
        assert "train.py" in progress(client)[-2]


def test_clients_that_know_no_progress_are_spared() -> None:
    with Client() as client:
        client.open(URI, TEXT + "# slow 2\n")
        client.hints(URI)
        client.settle()
        assert client.count("$/progress") == 0
        assert client.count("window/workDoneProgress/create") == 0


def traces(client: Client) -> list[Any]:
    return sent(client, "$/logTrace")


def test_traces() -> None:
    with Client() as client:
        client.open(URI, TEXT)
        client.hints(URI)
        assert traces(client) == []
        client.notify("$/setTrace", {"value": "messages"})
        client.hints(URI)
        client.hover(URI, 0, 5)
        client.until(lambda: len(traces(client)) == 2, "traces")
        first, second = traces(client)
        assert first["message"].startswith("textDocument/inlayHint ")
        assert second["message"].startswith("textDocument/hover ")
        assert second["message"].endswith(" ms") and "verbose" not in second
        client.notify("$/setTrace", {"value": "verbose"})
        client.answer(client.ask("textDocument/hover", {"position": 3}))
        client.hover(URI, 0, 5)
        client.until(lambda: len(traces(client)) == 3, "a trace")
        assert "float32" in traces(client)[-1]["verbose"]
        client.notify("$/setTrace", {"value": "off"})
        client.hints(URI)
        client.settle()
        assert len(traces(client)) == 3


def test_traces_by_the_setting() -> None:
    with Client(REAL, options={"trace": {"server": "messages"}}) as client:
        client.open(URI, "import tensorflow as tf\n")
        client.hints(URI)
        client.until(lambda: len(traces(client)) >= 2, "traces")
        assert any("model.py analysed, version 1" in trace["message"] for trace in traces(client))


STATUS: dict[str, Any] = {**CAPABILITIES, "experimental": {"scopeLspStatus": True}}


def test_what_does_not_work_is_said_to_clients_that_show_it(tmp_path: Path) -> None:
    helper, train = tmp_path / "helper.py", tmp_path / "train.py"
    helper.write_text(TEXT)
    train.write_text("import helper  # die\n")
    uri = helper.as_uri()
    with Client(capabilities=STATUS, folder=tmp_path) as client:
        client.open(uri, TEXT)
        client.until(lambda: len(sent(client, "scopeLsp/status")) > 0, "status")
        told = "train.py could not be analysed. Names that come from it are missing."
        assert sent(client, "scopeLsp/status") == [{"problems": [told]}]
        train.write_text("import helper\n")
        changes = [{"uri": train.as_uri(), "type": 2}]
        client.notify("workspace/didChangeWatchedFiles", {"changes": changes})
        client.until(lambda: len(sent(client, "scopeLsp/status")) > 1, "status")
        assert sent(client, "scopeLsp/status")[1:] == [{"problems": []}]
        assert client.count("window/showMessage") == 0
