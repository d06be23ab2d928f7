"""``initialize`` is answered before the server is loaded, and as the loaded server would."""

from __future__ import annotations

import asyncio
import copy
import json
import random
from pathlib import Path
from typing import Any

import pytest

from scope_lsp.server import greeting, handlers
from scope_lsp.server.language_server import ScopeServer
from scope_lsp.server.supervisor import Supervisor

CLIENTS = Path(__file__).parent / "clients"
"""What real clients send, and the least that one may send."""
MESSAGES = {path.stem: path.read_text() for path in sorted(CLIENTS.glob("*.json"))}
ODD = (None, True, False, 0, 1, -1, 2.5, "", "utf-8", "x", [], [1], ["utf-32"], {}, {"a": 1})


class Loaded:
    """The server without a process around it, asked one thing."""

    def __init__(self) -> None:
        self.sent: list[bytes] = []
        self.server = handlers.register(ScopeServer(Supervisor()))
        self.server.protocol.set_writer(self)

    def write(self, data: bytes) -> None:
        self.sent.append(data.partition(b"\r\n\r\n")[2])

    def close(self) -> None:
        pass


def loaded_answer(message: str) -> bytes:
    async def ask() -> bytes:
        loaded = Loaded()
        loaded.server.protocol.receive(message.encode())
        await loaded.server.session.scheduler.stop()
        (answer,) = [one for one in loaded.sent if b'"id"' in one]
        return answer

    return asyncio.run(ask())


@pytest.mark.parametrize("client", MESSAGES)
def test_the_answer_is_that_of_the_loaded_server(client: str) -> None:
    message = MESSAGES[client]
    assert greeting.answer(json.loads(message)) == loaded_answer(message)


@pytest.mark.parametrize("seed", range(12))
def test_what_is_odd_gets_the_same_answer_or_none(seed: int) -> None:
    chance = random.Random(seed)
    waited = 0
    for _ in range(40):
        message = json.loads(MESSAGES[chance.choice(list(MESSAGES))])
        for _ in range(chance.randint(1, 3)):
            spoil(message, chance)
        early = greeting.answer(message)
        if early is None:
            waited += 1
        else:
            assert early == loaded_answer(json.dumps(message)), message
    assert waited < 40


def spoil(message: dict[str, Any], chance: random.Random) -> None:
    """Put something odd in a place that the answer may depend on, or anywhere."""
    capabilities = message["params"].get("capabilities")
    places = [
        *(("general",), ("general", "positionEncodings"), ("textDocument",)),
        *(("textDocument", "rename"), ("textDocument", "rename", "prepareSupport")),
        *(("textDocument", "synchronization"), ("textDocument", "synchronization", "willSave")),
        *(("notebookDocument",), ("notebookDocument", "synchronization")),
        *(("workspace",), ("workspace", "workspaceEdit"), ("textDocument", "hover")),
        *(("window", "showDocument"), ("experimental",)),
    ]
    path = chance.choice(places)
    if chance.random() < 0.2:
        keys = ("processId", "rootUri", "rootPath", "workspaceFolders", "trace", "capabilities")
        capabilities, path = message["params"], (chance.choice((*keys, "clientInfo", "locale")),)
    for key in path[:-1]:
        if not isinstance(capabilities, dict):
            return
        capabilities = capabilities.setdefault(key, {})
    if isinstance(capabilities, dict):
        capabilities[path[-1]] = copy.deepcopy(chance.choice(ODD))


@pytest.mark.parametrize(
    "capabilities",
    [
        {"general": {"positionEncodings": "utf-8"}},
        {"general": {"positionEncodings": [8]}},
        {"notebookDocument": {}},
        {"textDocument": []},
        {"textDocument": {"rename": {"prepareSupport": "yes"}}},
    ],
)
def test_what_cannot_be_told_waits_for_the_loaded_server(capabilities: Any) -> None:
    message = {"id": 1, "method": "initialize", "params": {"capabilities": capabilities}}
    assert greeting.answer(message) is None


@pytest.mark.parametrize("number", [None, 1.5, [], {}])
def test_a_request_without_a_proper_id_is_left_to_the_loaded_server(number: Any) -> None:
    assert greeting.answer({"id": number, "params": {"capabilities": {}}}) is None


def test_one_part_that_cannot_be_read_leaves_the_others() -> None:
    """A notebook's synchronization is required: without it the whole part has to go."""
    capabilities = {
        "notebookDocument": {"synchronization": 5},
        "general": {"positionEncodings": ["utf-8"]},
        "textDocument": {"rename": {"prepareSupport": True}},
    }
    params: dict[str, Any] = {"processId": None, "rootUri": None, "capabilities": capabilities}
    request = {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": params}
    assert greeting.answer(request) is None
    del params["capabilities"]["notebookDocument"]
    without = greeting.answer(request)
    params["capabilities"]["notebookDocument"] = {"synchronization": 5}
    assert loaded_answer(json.dumps(request)) == without
