"""A client that writes and does not read: memory stays small, and the latest text wins."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from tests.support.client import LIMIT, REAL, ROOT

URI = "file:///tmp/flood.py"
FLOOD = 50 << 20
MEBIBYTES = 300


class Writer:
    """A server and the end of its pipe that is written to; what it sends is read only at last."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            REAL, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=ROOT
        )
        self.asked = 0
        self.answers: dict[int, Any] = {}

    def send(self, message: dict[str, Any]) -> int:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()
        return len(body)

    def ask(self, method: str, parameters: object) -> int:
        self.asked += 1
        return self.send({"id": self.asked, "method": method, "params": parameters})

    def read(self) -> None:
        """Take answers, until the server is gone."""
        output = self.process.stdout
        assert output is not None
        while line := output.readline():
            length = int(line.split(b":")[1])
            while output.readline() != b"\r\n":
                pass
            message = json.loads(output.read(length))
            if "method" not in message:
                self.answers[message["id"]] = message

    def most_mebibytes(self) -> float:
        """The most memory that the server has taken."""
        for line in Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
        return 0.0


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
@pytest.mark.parametrize("size", [100, 10_000, 1_000_000])
def test_a_flood_that_nobody_reads_the_answers_of(size: int) -> None:
    writer = Writer()
    document = {"uri": URI, "languageId": "python", "version": 1, "text": ""}
    place = {"textDocument": {"uri": URI}, "position": {"line": 0, "character": 0}}
    flood = FLOOD if size > 1000 else FLOOD // 10

    def write() -> None:
        writer.ask("initialize", {"capabilities": {}, "processId": None, "rootUri": None})
        writer.send({"method": "initialized", "params": {}})
        writer.send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        sent = version = 0
        while sent < flood:
            version += 1
            text = f"# {version} {'a' * size}\n"
            changed = {"uri": URI, "version": version}
            change = {"textDocument": changed, "contentChanges": [{"text": text}]}
            sent += writer.send({"method": "textDocument/didChange", "params": change})
            if version % 3 == 0:
                sent += writer.ask("textDocument/documentHighlight", place)
        text = "import tensorflow as tf\ntf.get_variable('latest', [1])\n"
        changed = {"uri": URI, "version": version + 1}
        change = {"textDocument": changed, "contentChanges": [{"text": text}]}
        writer.send({"method": "textDocument/didChange", "params": change})
        whole = {"start": {"line": 0, "character": 0}, "end": {"line": 9, "character": 0}}
        writer.ask("textDocument/inlayHint", {"textDocument": {"uri": URI}, "range": whole})

    writing = threading.Thread(target=write, daemon=True)
    writing.start()
    writing.join(5.0)  # by then nothing more fits into the pipes, if anything is unread at all
    threading.Thread(target=writer.read, daemon=True).start()
    end = time.monotonic() + 3 * LIMIT
    while (writing.is_alive() or len(writer.answers) < writer.asked) and time.monotonic() < end:
        time.sleep(0.1)
    most = writer.most_mebibytes()
    writer.process.kill()
    writer.process.wait()
    assert not writing.is_alive()
    assert len(writer.answers) == writer.asked
    assert "latest" in json.dumps(writer.answers[writer.asked])
    assert most < MEBIBYTES
