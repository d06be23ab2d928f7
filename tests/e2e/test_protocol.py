"""The server answers, whatever it is sent, and ends as it should."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from typing import Any

import pytest

from tests.support.client import BESIDE, CAPABILITIES, FAKE, LIMIT, ROOT, Client

URI = "file:///tmp/model.py"
TEXT = 'a = get_variable("w")\n'
DOCUMENT = {"uri": URI, "languageId": "python", "version": 1, "text": TEXT}
PLACE = {"textDocument": {"uri": URI}, "position": {"line": 0, "character": 6}}


def test_shutdown_and_exit_are_clean() -> None:
    with Client() as client:
        client.open(URI, TEXT)
        assert client.hints(URI) == [(0, 21, "w:0")]
        assert client.leave() == 0
        assert client.garbage == b""


def test_exit_without_shutdown_is_told_by_the_exit_code() -> None:
    with Client() as client:
        client.notify("exit", None)
        assert client.process.wait(LIMIT) == 1


def test_the_server_ends_with_its_input() -> None:
    with Client() as client:
        assert client.process.stdin is not None
        client.process.stdin.close()
        client.process.wait(LIMIT)


@pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="needs /proc")
def test_the_worker_ends_with_the_server_even_when_that_is_killed() -> None:
    with Client() as client:
        client.open(URI, TEXT)
        assert client.hints(URI)
        (worker,) = children(client.process.pid)
        client.open("file:///tmp/slow.py", "# slow 60\n")
        time.sleep(0.2)
        os.kill(client.process.pid, signal.SIGKILL)
        client.process.wait(LIMIT)
        end = time.monotonic() + LIMIT
        while is_alive(worker):
            assert time.monotonic() < end, "the worker outlives the server"
            time.sleep(0.02)


@pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="needs /proc")
def test_a_killed_worker_comes_back() -> None:
    with Client(capabilities={}) as client:
        client.open(URI, TEXT)
        assert client.hints(URI)
        for round_ in range(3):
            (worker,) = children(client.process.pid)
            os.kill(worker, signal.SIGKILL)
            client.edit(URI, (0, 0), (0, 0), "\n")
            assert client.hints(URI) == [(round_ + 1, 21, "w:0")]


@pytest.mark.parametrize("bad", ["# die", "# raise"])
def test_a_program_that_breaks_the_analysis_keeps_its_last_hints(bad: str) -> None:
    with Client() as client:
        client.open(URI, TEXT)
        assert client.hints(URI) == [(0, 21, "w:0")]
        client.edit(URI, (0, 0), (0, 0), f"{bad}\n")
        assert client.hints(URI) == [(1, 21, "w:0")]
        client.edit(URI, (0, 0), (1, 0), "")
        assert client.hints(URI) == [(0, 21, "w:0")]


def test_unknown_enumeration_values_in_initialize_are_tolerated() -> None:
    capabilities: dict[str, Any] = {
        **CAPABILITIES,
        "general": {"positionEncodings": ["utf-7", "utf-8", "utf-16"]},
        "textDocument": {
            "hover": {"contentFormat": ["markdown", "html"]},
            "completion": {"completionItemKind": {"valueSet": [1, 2, 9999]}},
            "codeAction": {
                "codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["magic", 7]}}
            },
            "documentSymbol": {"symbolKind": {"valueSet": [1, 400]}},
            "semanticTokens": {
                "requests": {},
                "tokenTypes": [],
                "tokenModifiers": [],
                "formats": ["absolute"],
            },
        },
        "workspace": {"inlayHint": "yes", "workspaceEdit": {"failureHandling": "pray"}},
        "window": 5,
    }
    with Client(capabilities=capabilities) as client:
        assert client.server["capabilities"]["positionEncoding"] == "utf-8"
        client.open(URI, TEXT)
        assert client.hints(URI) == [(0, 21, "w:0")]
        assert "shape" in (client.hover(URI, 0, 5) or "")


@pytest.mark.parametrize("parameters", [None, {}, [], 5, {"capabilities": 5, "processId": "me"}])
def test_initialize_with_nonsense_is_answered(parameters: object) -> None:
    with Client(initialize=False) as client:
        assert client.request("initialize", parameters)["capabilities"]


@pytest.mark.parametrize(
    ("method", "parameters", "code"),
    [
        pytest.param("no/such/method", {"a": 1}, -32601, id="unknown method"),
        pytest.param("$/no", None, -32601, id="unknown optional method"),
        pytest.param("textDocument/hover", {"position": 5}, -32602, id="wrong types"),
        pytest.param("textDocument/hover", None, -32602, id="no parameters"),
        pytest.param("textDocument/inlayHint", [], -32602, id="a list"),
        pytest.param(
            "textDocument/hover",
            {"textDocument": {"uri": URI}, "position": {"line": -1, "character": 0}},
            -32602,
            id="negative position",
        ),
        pytest.param("initialize", {"capabilities": {}}, -32600, id="initialize again"),
    ],
)
def test_requests_that_make_no_sense_are_refused(
    method: str, parameters: object, code: int
) -> None:
    with Client() as client:
        client.open(URI, TEXT)
        assert client.answer(client.ask(method, parameters))["error"]["code"] == code
        assert client.hints(URI) == [(0, 21, "w:0")]


def test_what_is_not_a_message_is_refused() -> None:
    with Client() as client:
        client.send(b"{not json")
        assert client.answer(None)["error"]["code"] == -32700
        client.send(b"[1, 2]")
        assert client.answer(None)["error"]["code"] == -32600
        client.send({"jsonrpc": "2.0", "id": {}, "method": "textDocument/hover"})
        assert client.answer(None)["error"]["code"] == -32600
        assert client.hints(client.open(URI, TEXT)) == [(0, 21, "w:0")]


def test_requests_at_the_wrong_time_are_refused() -> None:
    with Client(initialize=False) as client:
        early = client.ask("textDocument/hover", {})
        assert client.answer(early)["error"]["code"] == -32002
    with Client() as client:
        client.request("shutdown", None)
        late = client.ask("textDocument/hover", {})
        assert client.answer(late)["error"]["code"] == -32600


def test_a_cancelled_request_is_answered_at_once() -> None:
    with Client() as client:
        client.request("workspace/symbol", {"query": ""})  # now it is loaded
        client.open(URI, "# slow 60\n")
        begin = time.monotonic()
        number = client.ask_hints(URI)
        client.notify("$/cancelRequest", {"id": number})
        assert client.answer(number)["error"]["code"] == -32800
        assert time.monotonic() - begin < 3


def test_documents_that_are_not_open_do_no_harm() -> None:
    with Client() as client:
        text_document = {"uri": "file:///tmp/never.py", "version": 3}
        client.notify("textDocument/didClose", {"textDocument": text_document})
        change = {"textDocument": text_document, "contentChanges": [{"text": "x"}]}
        client.notify("textDocument/didChange", change)
        assert client.hints("file:///tmp/never.py") == []
        assert client.hover("file:///tmp/never.py", 3, 3) is None
        assert client.pull("file:///tmp/never.py") == []


def test_what_the_analysis_prints_does_not_reach_the_client() -> None:
    command = [
        sys.executable,
        "-c",
        "import os, sys; from scope_lsp.server import server; "
        "launch = server.Launched; "
        "talk = lambda: (print('hello'), os.write(1, b'hello')); "
        "server.Launched = lambda *of: (talk(), launch(*of))[1]; "
        "sys.exit(server.main(analysis='tests.support.fake_analysis'))",
    ]
    with Client(command) as client:
        assert client.hints(client.open(URI, TEXT)) == [(0, 21, "w:0")]
        assert client.leave() == 0
        assert client.garbage == b""
        assert "hello" in client.errors


def run_server(stream: bytes) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        FAKE,
        input=stream,
        capture_output=True,
        timeout=LIMIT,
        env=environment,
        check=False,
        cwd=BESIDE,
    )


def test_a_client_that_says_all_at_once() -> None:
    """It does not wait for answers, and leaves before the server is loaded."""
    messages = [
        {"id": 1, "method": "initialize", "params": {"capabilities": {}}},
        {"method": "initialized", "params": {}},
        {"method": "textDocument/didOpen", "params": {"textDocument": DOCUMENT}},
        {"id": 2, "method": "textDocument/hover", "params": PLACE},
        {"id": 3, "method": "textDocument/documentSymbol", "params": PLACE},
        {"method": "$/cancelRequest", "params": {"id": 3}},
        {"id": 4, "method": "initialize", "params": {"capabilities": {}}},
        {"id": 5, "method": "shutdown"},
        {"id": 6, "method": "textDocument/hover", "params": PLACE},
        {"method": "exit"},
    ]
    bodies = [json.dumps({"jsonrpc": "2.0", **message}).encode() for message in messages]
    stream = b"".join(b"Content-Length: %d\r\n\r\n%s" % (len(one), one) for one in bodies)
    done = run_server(stream)
    assert done.returncode == 0, done.stderr
    answers = {}
    for part in done.stdout.split(b"Content-Length: ")[1:]:
        answer = json.loads(part.partition(b"\r\n\r\n")[2])
        if "method" not in answer:
            assert answer["id"] not in answers
            answers[answer["id"]] = answer
    assert answers[1]["result"]["serverInfo"]["name"] == "scope-lsp"
    assert "a second time" in answers[4]["error"]["message"]
    assert answers[5]["result"] is None
    assert "after shutdown" in answers[6]["error"]["message"]


def test_a_client_that_leaves_at_once_without_a_word() -> None:
    done = run_server(b"")
    assert (done.returncode, done.stdout) == (1, b"")


def test_a_socket_for_debugging() -> None:
    code = (
        "import sys; from scope_lsp.server.server import main; "
        "sys.exit(main(('127.0.0.1', 0), 'tests.support.fake_analysis'))"
    )
    with Client([sys.executable, "-c", code], initialize=False) as client:
        end = time.monotonic() + LIMIT
        while "listening on" not in client.errors:
            assert time.monotonic() < end, client.errors
            time.sleep(0.02)
        port = int(client.errors.split("127.0.0.1', ")[1].split(")")[0])
        with socket.create_connection(("127.0.0.1", port), LIMIT) as connection:
            for body in (
                b'{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}',
                b'{"jsonrpc":"2.0","id":2,"method":"shutdown"}',
                b'{"jsonrpc":"2.0","method":"exit"}',
            ):
                connection.sendall(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
            answers = b""
            while chunk := connection.recv(1 << 16):
                answers += chunk
        assert b'"id": 1' in answers and b'"id": 2' in answers
        assert client.process.wait(LIMIT) == 0


def children(process: int) -> list[int]:
    with open(f"/proc/{process}/task/{process}/children") as stream:
        return [int(word) for word in stream.read().split()]


def is_alive(process: int) -> bool:
    try:
        with open(f"/proc/{process}/stat") as stream:
            return stream.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
