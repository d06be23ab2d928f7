"""A small client of the real protocol over stdio, for end-to-end tests; blocking, with limits."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from types import TracebackType
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
REAL = [sys.executable, "-m", "scope_lsp", "server"]
FAKE = [
    sys.executable,
    "-c",
    "import sys; from scope_lsp.server.server import main; "
    "sys.exit(main(analysis='tests.support.fake_analysis'))",
]
BESIDE = ROOT / "tests"
"""Where servers are started: they never look for modules in their working directory, so it must not
be the folder in which ``tests`` is."""
LIMIT = 30.0
"""Seconds for anything, on a machine that is busy with other tests."""

CAPABILITIES: dict[str, Any] = {
    "general": {"positionEncodings": ["utf-16"]},
    "workspace": {"inlayHint": {"refreshSupport": True}},
    "textDocument": {
        "publishDiagnostics": {"relatedInformation": True},
        "hover": {"contentFormat": ["markdown"]},
    },
}


class Client:
    """One session with one server."""

    def __init__(
        self,
        command: list[str] = FAKE,
        capabilities: dict[str, Any] | None = None,
        folder: str | Path | None = None,
        initialize: bool = True,
        options: object = None,
        cwd: str | Path = BESIDE,
        environment: dict[str, str] | None = None,
        folders: Iterable[Path] = (),
        answers: dict[str, object] | None = None,
    ) -> None:
        """``answers``: what the server is told when it asks, by method; nothing otherwise."""
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=cwd,
            env=environment or {**os.environ, "PYTHONPATH": str(ROOT)},
        )
        self._replies = answers or {}
        self.messages: list[dict[str, Any]] = []
        """Everything that the server sent unasked."""
        self.garbage = b""
        self._errors: list[bytes] = []
        self._answers: dict[int | str | None, dict[str, Any]] = {}
        self._inbox: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._number = 0
        self._texts: dict[str, tuple[int, str]] = {}
        threading.Thread(target=self._read, daemon=True).start()
        threading.Thread(target=self._read_errors, daemon=True).start()
        if initialize:
            parameters = {
                "processId": os.getpid(),
                "rootUri": Path(folder).as_uri() if folder else None,
                "capabilities": CAPABILITIES if capabilities is None else capabilities,
                "initializationOptions": options,
                "workspaceFolders": [{"uri": one.as_uri(), "name": one.name} for one in folders]
                or None,
            }
            self.server = self.request("initialize", parameters)
            self.notify("initialized", {})

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(LIMIT)

    # Messages

    def send(self, message: object) -> None:
        body = message if isinstance(message, bytes) else json.dumps(message).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def notify(self, method: str, parameters: object) -> None:
        self.send({"jsonrpc": "2.0", "method": method, "params": parameters})

    def ask(self, method: str, parameters: object) -> int:
        """Send a request without waiting for its answer."""
        self._number += 1
        self.send({"jsonrpc": "2.0", "id": self._number, "method": method, "params": parameters})
        return self._number

    def answer(self, number: int | None) -> dict[str, Any]:
        """The whole answer to a request."""
        self.until(lambda: number in self._answers, f"an answer to request {number}")
        return self._answers.pop(number)

    def request(self, method: str, parameters: object) -> Any:
        answer = self.answer(self.ask(method, parameters))
        assert "error" not in answer, answer["error"]
        return answer.get("result")

    def until(self, condition: Callable[[], bool], what: str, limit: float = LIMIT) -> None:
        """Take messages in until something holds."""
        end = time.monotonic() + limit
        while not condition():
            left = end - time.monotonic()
            assert left > 0, f"no {what} within {limit} s; the server said:\n{self.errors}"
            try:
                message = self._inbox.get(timeout=left)
            except queue.Empty:
                continue
            assert message is not None, f"the server is gone, no {what}:\n{self.errors}"
            self._take(message)

    def settle(self, seconds: float = 0.3) -> None:
        """Take messages in for a while."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            try:
                message = self._inbox.get(timeout=left)
            except queue.Empty:
                return
            if message is not None:
                self._take(message)

    @property
    def errors(self) -> str:
        return b"".join(self._errors).decode(errors="replace")

    def _take(self, message: dict[str, Any]) -> None:
        if "method" not in message:
            self._answers[message.get("id")] = message
            return
        self.messages.append(message)
        if "id" in message:
            reply = self._replies.get(message["method"])
            self.send({"jsonrpc": "2.0", "id": message["id"], "result": reply})

    def _read(self) -> None:
        output = self.process.stdout
        assert output is not None
        while True:
            length = None
            while (line := output.readline()) not in (b"\r\n", b""):
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
                elif not line.lower().startswith(b"content-type:"):
                    self.garbage += line
            if length is None:
                self._inbox.put(None)
                return
            self._inbox.put(json.loads(output.read(length)))

    def _read_errors(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self._errors.append(line)

    # Documents

    @property
    def opened(self) -> set[str]:
        """The URIs of all documents that were opened."""
        return set(self._texts)

    def open(self, uri: str, text: str) -> str:
        self._texts[uri] = (1, text)
        item = {"uri": uri, "languageId": "python", "version": 1, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": item})
        return uri

    def edit(self, uri: str, start: tuple[int, int], end: tuple[int, int], text: str) -> int:
        """Replace text (positions 0-based); returns the new version."""
        version = self._texts[uri][0] + 1
        self._texts[uri] = (version, "")
        where = {
            "start": {"line": start[0], "character": start[1]},
            "end": {"line": end[0], "character": end[1]},
        }
        self.notify(
            "textDocument/didChange",
            {
                "textDocument": {"uri": uri, "version": version},
                "contentChanges": [{"range": where, "text": text}],
            },
        )
        return version

    def replace(self, uri: str, text: str) -> int:
        """Replace the whole text; returns the new version."""
        version = self._texts[uri][0] + 1
        self._texts[uri] = (version, text)
        self.notify(
            "textDocument/didChange",
            {
                "textDocument": {"uri": uri, "version": version},
                "contentChanges": [{"text": text}],
            },
        )
        return version

    def ask_hints(self, uri: str) -> int:
        whole = {"start": {"line": 0, "character": 0}, "end": {"line": 100000, "character": 0}}
        return self.ask("textDocument/inlayHint", {"textDocument": {"uri": uri}, "range": whole})

    def hints(self, uri: str) -> list[tuple[int, int, str]]:
        """Line, character (0-based) and text of every hint."""
        return read_hints(self.answer(self.ask_hints(uri))["result"])

    def at(self, method: str, uri: str, line: int, character: int) -> Any:
        """A request about a position (0-based)."""
        position = {"line": line, "character": character}
        return self.request(method, {"textDocument": {"uri": uri}, "position": position})

    def hover(self, uri: str, line: int, character: int) -> str | None:
        answer = self.at("textDocument/hover", uri, line, character)
        return answer and str(answer["contents"]["value"])

    def pull(self, uri: str) -> list[dict[str, Any]]:
        answer = self.request("textDocument/diagnostic", {"textDocument": {"uri": uri}})
        assert answer["kind"] == "full"
        found: list[dict[str, Any]] = answer["items"]
        return found

    def pushed(self, uri: str, version: int) -> list[dict[str, Any]]:
        """The diagnostics pushed last for a version of a document."""

        def found() -> list[list[dict[str, Any]]]:
            return [
                message["params"]["diagnostics"]
                for message in self.messages
                if message["method"] == "textDocument/publishDiagnostics"
                and message["params"]["uri"] == uri
                and message["params"].get("version") == version
            ]

        self.until(lambda: bool(found()), f"diagnostics of version {version}")
        return found()[-1]

    def count(self, method: str) -> int:
        """How often the server sent something."""
        return sum(message["method"] == method for message in self.messages)

    def leave(self) -> int:
        """Shut the server down as a client should; returns its exit code."""
        self.request("shutdown", None)
        self.notify("exit", None)
        return self.process.wait(LIMIT)


def read_hints(result: Any) -> list[tuple[int, int, str]]:
    """Line, character and text of every hint of an answer."""
    return [
        (
            hint["position"]["line"],
            hint["position"]["character"],
            hint["label"]
            if isinstance(hint["label"], str)
            else "".join(part["value"] for part in hint["label"]),
        )
        for hint in result or ()
    ]
