"""What is done for a client before the server is loaded."""

from __future__ import annotations

import asyncio
import json
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from scope_lsp.server import handlers
from scope_lsp.server.document_settings import first_job
from scope_lsp.server.jobs import Job, Outcome
from scope_lsp.server.language_server import ScopeServer
from scope_lsp.server.opening import Opening
from scope_lsp.server.supervisor import OnFound, Supervisor
from tests.server.test_greeting import MESSAGES

HELLO = b'{"jsonrpc":"2.0","id":7,"method":"initialize","params":{"capabilities":{}}}'
TEXT = "import tensorflow as tf\n"


def frame(body: bytes) -> bytes:
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


def opened(uri: str) -> dict[str, Any]:
    return {"textDocument": {"uri": uri, "languageId": "python", "version": 1, "text": TEXT}}


def did_open(uri: str = "file:///a.py") -> bytes:
    message = {"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": opened(uri)}
    return json.dumps(message).encode()


class Line:
    """Both ends of what a client and an opening say to each other."""

    def __init__(self) -> None:
        read, self._write = os.pipe()
        self._answers, answer = os.pipe()
        self._output = os.fdopen(answer, "wb")
        self.opening = Opening(read, self._output)
        self.given: list[bytes] = []
        self.ended = threading.Event()

    def send(self, data: bytes) -> None:
        os.write(self._write, data)

    def deliver(self) -> None:
        """The server is there."""

        def take(data: bytes) -> bool:
            self.given.append(data)
            self.opening.forgotten()
            if not data:
                self.ended.set()
            return True

        self.opening.deliver_to(take)

    def end(self) -> bytes:
        """Let everything be read, and the server come; all that was answered before."""
        os.close(self._write)
        for thread in threading.enumerate():
            if thread.name == "stdin":
                thread.join(10)
        self.deliver()
        assert self.ended.wait(10)
        self._output.close()
        with os.fdopen(self._answers, "rb") as answers:
            return answers.read()


@contextmanager
def listening() -> Iterator[tuple[Line, list[str]]]:
    """A line, and the documents that were opened on it."""
    line, documents = Line(), []
    line.opening.on_open(lambda _, opened: documents.append(opened["textDocument"]["uri"]))
    yield line, documents


@pytest.mark.parametrize("size", [5, 7, 10_000])
def test_all_that_was_read_is_handed_on(size: int) -> None:
    with listening() as (line, documents):
        stream = b"".join(map(frame, (HELLO, did_open(), b'{"method":"exit"}')))
        for start in range(0, len(stream), size):
            line.send(stream[start : start + size])
            time.sleep(0)
        answered = line.end()
        assert b"".join(line.given) == stream
        assert answered.count(b"Content-Length") == 1
        assert json.loads(answered.partition(b"\r\n\r\n")[2])["id"] == 7
        assert documents == ["file:///a.py"]
        assert line.opening.greeted == (7, False)


def test_only_the_first_document_is_prepared() -> None:
    with listening() as (line, documents):
        line.send(frame(HELLO) + frame(did_open("file:///a.py")) + frame(did_open("file:///b.py")))
        line.end()
        assert documents == ["file:///a.py"]


@pytest.mark.parametrize(
    "first",
    [
        b'{"jsonrpc":"2.0","id":1,"method":"shutdown"}',
        b'{"jsonrpc":"2.0","method":"initialized","params":{}}',
        b"no JSON",
        b"[]",
        b"[" * 100_000,
        b'{"jsonrpc":"2.0","method":"initialize","params":{"capabilities":{}}}',
        b'{"jsonrpc":"2.0","id":1,"method":"initialize","params":[]}',
        b'{"jsonrpc":"2.0","id":1,"method":"initialize"}',
        b'{"jsonrpc":"2.0","id":null,"method":"initialize","params":{"capabilities":{}}}',
    ],
)
def test_after_an_odd_beginning_everything_is_left_to_the_server(first: bytes) -> None:
    with listening() as (line, documents):
        line.send(frame(first) + frame(HELLO) + frame(did_open()))
        assert line.end() == b""
        assert line.opening.greeted is None
        assert documents == []
        assert b"".join(line.given) == frame(first) + frame(HELLO) + frame(did_open())


def test_nothing_is_answered_once_the_server_is_there() -> None:
    with listening() as (line, documents):
        line.deliver()
        line.send(frame(HELLO) + frame(did_open()))
        assert line.end() == b""
        assert line.opening.greeted is None
        assert documents == []


@pytest.mark.parametrize("client", MESSAGES)
@pytest.mark.parametrize("name", ["project/a.py", "project/deep/b.py", "elsewhere/c.py"])
def test_the_prepared_job_is_the_one_that_the_server_asks_for(
    client: str, name: str, tmp_path: Path
) -> None:
    """Otherwise the document is analysed twice."""
    project = tmp_path / "project"
    (project / "deep").mkdir(parents=True)
    (project / "pyproject.toml").write_text("[tool.scope-lsp]\nextra-paths = ['lib']\n")
    message = MESSAGES[client].replace("/home/me/project", str(project))
    document = opened((tmp_path / name).as_uri())

    class Noting(Supervisor):
        jobs: list[Job] = []

        async def run(self, job: Job, early: OnFound | None = None) -> Outcome:
            self.jobs.append(job)
            raise asyncio.CancelledError

    class Mute:
        def write(self, data: bytes) -> None: ...

        def close(self) -> None: ...

    async def play() -> Job:
        supervisor = Noting()
        server = handlers.register(ScopeServer(supervisor))
        server.protocol.set_writer(Mute())
        server.protocol.receive(message.encode())
        request = {"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": document}
        server.protocol.receive(json.dumps(request).encode())
        while not supervisor.jobs:
            await asyncio.sleep(0.01)
        await server.session.scheduler.stop()
        return supervisor.jobs[0]

    asked = asyncio.run(asyncio.wait_for(play(), 20))
    assert first_job(json.loads(message)["params"], document) == asked
