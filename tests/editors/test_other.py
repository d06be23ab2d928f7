"""What docs/editors/other.md promises to any client."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from scope_lsp.settings import from_editor
from tests.editors.pages import block
from tests.support.articles import of_name
from tests.support.client import REAL, Client

PAGE = "other.md"


def test_settings() -> None:
    options = json.loads(block(PAGE, "Settings"))
    capabilities = {"textDocument": {"publishDiagnostics": {"relatedInformation": True}}}
    with Client(REAL, capabilities=capabilities, options=options) as client:
        for article in (of_name("filters"), of_name("name_scope")):
            uri = f"file:///nowhere/{article.name}.py"
            client.open(uri, article.text)
            shown: dict[int, list[str]] = {}
            for line, _, text in client.hints(uri):
                shown.setdefault(line + 1, []).append(text)
            assert shown == article.hints_with_ops
            assert client.pull(uri) == []
        assert client.count("window/showMessage") == 0
        assert client.leave() == 0


SUBLIME = json.loads(block(PAGE, "Sublime Text"))["clients"]["scope-lsp"]
KATE = json.loads(block(PAGE, "Kate"))["servers"]["python"]
JUPYTER = json.loads(block(PAGE, "JupyterLab"))["LanguageServerManager"]["language_servers"]
KAKOUNE = dict(re.findall(r'^ +(\w+) = (\[.*\]|".*")$', block(PAGE, "Kakoune"), re.MULTILINE))
COMMANDS = {
    "Sublime Text": SUBLIME["command"],
    "Kate": KATE["command"],
    "JupyterLab": JUPYTER["scope-lsp"]["argv"],
    "Kakoune": [json.loads(KAKOUNE["command"]), *json.loads(KAKOUNE["args"])],
}


@pytest.mark.parametrize("editor", COMMANDS)
def test_the_commands_start_the_server(editor: str) -> None:
    program, *arguments = COMMANDS[editor]
    assert program == "scope-lsp"
    options: dict[str, Any] = SUBLIME["initializationOptions"] if editor == "Sublime Text" else {}
    assert from_editor(options).problems == ()
    article = of_name("name_scope")
    with Client([*REAL[:-1], *arguments], options=options) as client:
        uri = f"file:///nowhere/{article.name}.py"
        client.open(uri, article.text)
        assert client.hints(uri)


def test_the_requests_of_the_page_are_offered() -> None:
    notebooks = {"notebookDocument": {"synchronization": {}}}
    with Client(REAL, capabilities=notebooks) as client:
        offered = client.server["capabilities"]
    named = ("inlayHint", "hover", "definition", "references", "documentHighlight")
    more = ("documentSymbol", "workspaceSymbol", "codeLens", "codeAction", "completion")
    for name in (*named, *more, "diagnostic"):
        assert offered.get(f"{name}Provider"), name
    assert offered["inlayHintProvider"]["resolveProvider"]
    assert offered["notebookDocumentSync"]
