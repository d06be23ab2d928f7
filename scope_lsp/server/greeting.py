"""The answer to ``initialize``, without pygls and lsprotocol, which take most of a second to load.

The server's capabilities are the same for every client, except for a few that depend on the client.
pygls computes the same answer from ``handlers.TABLE`` once it is loaded, and the tests compare the
two.  If the relevant parts of the request are invalid, there is no answer here, and the client
waits for that of pygls.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import scope_lsp

_ENCODINGS = ("utf-8", "utf-16", "utf-32")


class _Unclear(Exception):
    """Something that the answer depends on is not as the protocol says."""


def answer(request: dict[str, Any]) -> bytes | None:
    """The body of the response to an ``initialize`` request; None if it cannot be determined."""
    number = request.get("id")
    if not isinstance(number, (int, str)):
        return None
    try:
        client = _part(_part(request, "params"), "capabilities")
        result = {
            "capabilities": dict(_capabilities(client)),
            "serverInfo": {"name": "scope-lsp", "version": scope_lsp.__version__},
        }
    except _Unclear:
        return None
    return json.dumps({"id": number, "jsonrpc": "2.0", "result": result}).encode()


def _capabilities(client: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """What the server can do, in pygls's order."""
    text_document = _part(client, "textDocument")
    saving = _part(text_document, "synchronization")
    yield "positionEncoding", _encoding(_part(client, "general").get("positionEncodings"))
    yield (
        "textDocumentSync",
        {
            "openClose": True,
            "change": 2,
            # pygls says "no" to a client that could, and nothing to others.
            **{key: False for key in ("willSave", "willSaveWaitUntil") if _has(saving, key)},
            "save": False,
        },
    )
    notebooks = _part(client, "notebookDocument")
    if "synchronization" in notebooks or client.get("notebookDocument") is not None:
        if not isinstance(notebooks.get("synchronization"), dict):
            raise _Unclear
        selector = {"cells": [{"language": "python"}], "notebook": "*"}
        yield "notebookDocumentSync", {"notebookSelector": [selector]}
    yield "completionProvider", {"triggerCharacters": ['"', "'", "/"]}
    yield "hoverProvider", True
    yield "definitionProvider", True
    yield "referencesProvider", True
    yield "documentHighlightProvider", True
    yield "documentSymbolProvider", True
    kinds = ["quickfix", "refactor.rewrite", "source.fixAll.scopeLsp"]
    yield "codeActionProvider", {"codeActionKinds": kinds}
    yield "codeLensProvider", {"resolveProvider": False}
    yield "workspaceSymbolProvider", {"resolveProvider": False}
    renaming = _part(text_document, "rename")
    prepares = _has(renaming, "prepareSupport") and renaming["prepareSupport"]
    yield "renameProvider", {"prepareProvider": True} if prepares else True
    yield "executeCommandProvider", {"commands": ["scopeLsp.showName", "scopeLsp.showMap"]}
    yield "inlayHintProvider", {"resolveProvider": True}
    yield (
        "diagnosticProvider",
        {
            "interFileDependencies": True,
            "workspaceDiagnostics": True,
            "identifier": "scope-lsp",
        },
    )
    yield (
        "workspace",
        {
            "workspaceFolders": {"supported": True, "changeNotifications": True},
            "fileOperations": {},
        },
    )


def _part(value: dict[str, Any], key: str) -> dict[str, Any]:
    """An object in another one, empty if it is missing."""
    part = value.get(key)
    if part is None:
        return {}
    if not isinstance(part, dict):
        raise _Unclear
    return part


def _has(value: dict[str, Any], key: str) -> bool:
    """Whether a switch exists, on or off."""
    if not isinstance(value.get(key), bool | None):
        raise _Unclear
    return value.get(key) is not None


def _encoding(offered: Any) -> str:
    """How columns are counted: the client's favourite of those that the server supports."""
    if offered is None:
        return "utf-16"
    if not isinstance(offered, list) or not all(isinstance(one, str) for one in offered):
        raise _Unclear
    return next((one for one in offered if one in _ENCODINGS), "utf-16")
