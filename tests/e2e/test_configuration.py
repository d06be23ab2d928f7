"""Settings: from the start, from files, from the editor, for each folder, and live."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.client import CAPABILITIES, Client

TEXT = 'a = get_variable("a")\n'
OFF = "[tool.scope-lsp]\ninlay-hints.enable = false\n"
PLAIN = "[tool.scope-lsp]\ninlay-hints.output-suffix = false\n"


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    found = tmp_path / "one", tmp_path / "two"
    for folder in found:
        (folder / "deep").mkdir(parents=True)
    return found


def change_file(client: Client, file: Path, text: str) -> None:
    file.write_text(text)
    changes = [{"uri": file.as_uri(), "type": 2}]
    client.notify("workspace/didChangeWatchedFiles", {"changes": changes})


def labels(client: Client, folder: Path) -> list[str]:
    uri = (folder / "deep" / "model.py").as_uri()
    if uri not in client.opened:
        client.open(uri, TEXT)
    return [text for _, _, text in client.hints(uri)]


def complaints(client: Client) -> list[str]:
    return [
        message["params"]["message"]
        for message in client.messages
        if message["method"] == "window/showMessage"
    ]


def test_the_nearest_pyproject_counts_for_each_folder(folders: tuple[Path, Path]) -> None:
    one, two = folders
    (one / "pyproject.toml").write_text(PLAIN)
    with Client(folders=folders) as client:
        assert (labels(client, one), labels(client, two)) == (["a"], ["a:0"])
        change_file(client, two / "deep" / "pyproject.toml", OFF)
        assert (labels(client, one), labels(client, two)) == (["a"], [])
        change_file(client, one / "pyproject.toml", "")
        assert labels(client, one) == ["a:0"]


def test_the_editor_wins_over_files_and_over_what_it_said_first(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(OFF)
    (tmp_path / "deep").mkdir()
    with Client(folder=tmp_path, options={"inlayHints": {"enable": True}}) as client:
        assert labels(client, tmp_path) == ["a:0"]
        settings = {"scopeLsp": {"inlayHints.outputSuffix": False}}
        client.notify("workspace/didChangeConfiguration", {"settings": settings})
        assert labels(client, tmp_path) == ["a"]


def test_an_editor_that_is_asked_answers_for_each_folder(folders: tuple[Path, Path]) -> None:
    one, two = folders
    answers: list[Any] = [[], {"inlayHints": {"outputSuffix": False}}, None]
    capabilities = {**CAPABILITIES, "workspace": {"configuration": True}}
    with Client(
        capabilities=capabilities,
        folders=folders,
        answers={"workspace/configuration": answers},
    ) as client:
        client.until(lambda: client.count("workspace/configuration") == 1, "question")
        (asked,) = (m for m in client.messages if m["method"] == "workspace/configuration")
        scopes = [item.get("scopeUri") for item in asked["params"]["items"]]
        assert scopes == [None, one.as_uri(), two.as_uri()]
        assert (labels(client, one), labels(client, two)) == (["a"], ["a:0"])
        answers[:] = [{"inlayHints": {"enable": False}}, {}, {}]
        client.notify("workspace/didChangeConfiguration", {"settings": None})
        client.until(lambda: labels(client, two) == [], "no hints")
        assert complaints(client) == []


def test_what_is_wrong_is_said_once(tmp_path: Path) -> None:
    bad = '[tool.scope-lsp]\ncolour = "red"\ndiagnostics.severity = {wrong = "off"}\n'
    (tmp_path / "pyproject.toml").write_text(bad)
    (tmp_path / "deep").mkdir()
    with Client(folder=tmp_path) as client:
        assert labels(client, tmp_path) == ["a:0"]
        change_file(client, tmp_path / "pyproject.toml", bad)
        settings = {"scopeLsp": {"inlayHints": {"maximumLength": "long"}}}
        for _ in range(2):
            client.notify("workspace/didChangeConfiguration", {"settings": settings})
        assert labels(client, tmp_path) == ["a:0"]
        colour, wrong, length = complaints(client)
        assert colour.endswith("tool.scope-lsp.colour: unknown setting")
        assert wrong.endswith("unknown rule wrong")
        assert length.endswith(
            "scopeLsp.inlayHints.maximumLength: expected a whole number, 0 or more"
        )


def test_folders_come_and_go(folders: tuple[Path, Path]) -> None:
    one, two = folders
    (one / "pyproject.toml").write_text(PLAIN)
    (two / "pyproject.toml").write_text('[tool.scope-lsp]\ncolour = "red"\n')
    with Client(folders=[one]) as client:
        assert (labels(client, one), labels(client, two)) == (["a"], ["a:0"])
        event = {"added": [{"uri": two.as_uri(), "name": "two"}], "removed": []}
        client.notify("workspace/didChangeWorkspaceFolders", {"event": event})
        assert (labels(client, one), labels(client, two)) == (["a"], ["a:0"])
        client.until(lambda: len(complaints(client)) == 1, "complaint")
