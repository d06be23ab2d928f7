"""A small client of the language server protocol for measuring: one thread, no library.

A time is taken before the first byte of a message is written and after the last byte of an answer
was read, before it is parsed.  Not a test client: it judges nothing.
"""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from time import perf_counter
from typing import Any

from benchmarks import processes
from benchmarks.servers import Server

Message = dict[str, Any]
LIMIT = 120.0
"""Seconds for one answer."""
_AGAIN = {-32802, -32801, -32800}
"""ServerCancelled, ContentModified, RequestCancelled: an editor asks once more."""
_IDLE = 0.05
"""The share of a processor below which a server counts as at rest."""
_CAPABILITIES = {
    "general": {"positionEncodings": ["utf-16"]},
    "workspace": {
        "configuration": True,
        "workspaceFolders": True,
        "didChangeConfiguration": {"dynamicRegistration": True},
        "didChangeWatchedFiles": {"dynamicRegistration": True},
        "inlayHint": {"refreshSupport": True},
        "diagnostics": {"refreshSupport": True},
    },
    "textDocument": {
        "synchronization": {"dynamicRegistration": True, "didSave": True},
        "publishDiagnostics": {"relatedInformation": True, "versionSupport": True},
        "inlayHint": {"dynamicRegistration": True},
        "hover": {"dynamicRegistration": True, "contentFormat": ["markdown", "plaintext"]},
    },
    "notebookDocument": {"synchronization": {"dynamicRegistration": True}},
}


class Failed(Exception):
    """The server ended, gave no answer, or an error."""


def notification(method: str, params: Any) -> Message:
    """A message that asks for nothing."""
    return {"jsonrpc": "2.0", "method": method, "params": params}


class Client:
    """A server that was started in a folder, and the talk with it."""

    def __init__(self, server: Server, folder: Path, cache: Path) -> None:
        """``cache`` is where the server may keep what it wants to know the next time."""
        self.server = server
        self.folder = folder
        self.answers: dict[int, tuple[float, Message]] = {}
        """When each answer had come, and the answer."""
        self.capabilities: Mapping[str, Any] = {}
        self.refreshes = 0
        """How often the server said that there are new hints to be asked for."""
        self._last = 0
        self._heard = 0.0
        self._out = bytearray()
        self._in = bytearray()
        self.began = perf_counter()
        self.process = subprocess.Popen(
            server.command,
            cwd=folder,
            env={**os.environ, "XDG_CACHE_HOME": str(cache)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        assert self.process.stdin is not None and self.process.stdout is not None
        self._write_to = self.process.stdin.fileno()
        self._read_from = self.process.stdout.fileno()
        os.set_blocking(self._write_to, False)

    def __enter__(self) -> Client:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    @property
    def pid(self) -> int:
        return self.process.pid

    def request(self, method: str, params: Any) -> Message:
        """A message that asks for an answer, not sent yet."""
        self._last += 1
        return {"jsonrpc": "2.0", "id": self._last, "method": method, "params": params}

    def post(self, *messages: Message) -> float:
        """Write messages as one piece; returns when that began."""
        for message in messages:
            body = json.dumps(message, separators=(",", ":")).encode()
            self._out += b"Content-Length: %d\r\n\r\n%s" % (len(body), body)
        began = perf_counter()
        self.turn(0)
        return began

    def turn(self, seconds: float) -> None:
        """Write what can be written and take in what has come; waits so long for either."""
        writing = [self._write_to] if self._out else []
        readable, writable, _ = select.select([self._read_from], writing, [], seconds)
        if writable:
            try:
                del self._out[: os.write(self._write_to, self._out)]
            except BlockingIOError:
                pass
            except OSError as error:
                raise Failed(f"{self.server.name} reads no more") from error
        if readable:
            piece = os.read(self._read_from, 1 << 20)
            if not piece:
                raise Failed(f"{self.server.name} ended")
            self._in += piece
            self._take(perf_counter())

    def pass_time(self, until: float, enough: Callable[[], bool] = lambda: False) -> None:
        """Go on reading up to a moment, or until it is enough."""
        while (left := until - perf_counter()) > 0 and not enough():
            self.turn(left)

    def answer(self, number: int, seconds: float = LIMIT) -> tuple[float, Message]:
        """The answer to a request, and when it had come; raises ``Failed`` without one."""
        end = perf_counter() + seconds
        while number not in self.answers:
            left = end - perf_counter()
            if left <= 0:
                raise Failed(f"{self.server.name} gave no answer in {seconds:.0f} seconds")
            self.turn(left)
        return self.answers.pop(number)

    def ask(self, method: str, params: Any, *before: Message) -> tuple[float, float, Any]:
        """Send a request behind other messages; returns when, when answered, and the result.

        Asks again where the server says that the text has changed meanwhile.
        """
        request = self.request(method, params)
        began = self.post(*before, request)
        while True:
            came, message = self.answer(request["id"])
            error = message.get("error")
            if not error:
                return began, came, message.get("result")
            if error.get("code") not in _AGAIN or came - began > LIMIT:
                raise Failed(f"{self.server.name}, {method}: {error.get('message')}")
            request = self.request(method, params)
            self.post(request)

    def initialize(self) -> float:
        """Greet the server; returns when it had answered."""
        uri = self.folder.as_uri()
        _, came, result = self.ask(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": uri,
                "workspaceFolders": [{"uri": uri, "name": self.folder.name}],
                "capabilities": _CAPABILITIES,
                "initializationOptions": self.server.options,
            },
        )
        self.capabilities = result["capabilities"]
        return came

    def settle(self, quiet: float = 0.05, limit: float = 20.0) -> None:
        """Wait until the server says nothing and uses next to no processor time."""
        while self.refreshed(quiet, limit):
            pass

    def refreshed(self, quiet: float = 0.05, limit: float = 20.0) -> bool:
        """The same, but returns at once, and says so, when there are new hints to be asked for."""
        refreshes = self.refreshes
        end = perf_counter() + limit
        used = processes.processor_seconds(self.pid)
        while (began := perf_counter()) < end:
            self.pass_time(began + quiet, lambda: self.refreshes > refreshes)
            if self.refreshes > refreshes:
                return True
            now_used = processes.processor_seconds(self.pid)
            busy = (now_used - used) / (perf_counter() - began)
            # A process that nobody waited for takes its time along: less than before is work.
            if 0 <= busy < _IDLE and self._heard < began:
                return False
            used = now_used
        return False

    def _take(self, now: float) -> None:
        """Cut what was read into messages."""
        while True:
            head, found, rest = self._in.partition(b"\r\n\r\n")
            if not found:
                return
            (length,) = (
                int(line.partition(b":")[2])
                for line in head.split(b"\r\n")
                if line.lower().startswith(b"content-length:")
            )
            if len(rest) < length:
                return
            self._in = rest[length:]
            self._heard = now
            self._handle(json.loads(rest[:length]), now)

    def _handle(self, message: Message, now: float) -> None:
        if "method" not in message:
            self.answers[message["id"]] = (now, message)
        elif "id" in message:
            result: Any = None
            if message["method"] == "workspace/configuration":
                result = [self._section(item) for item in message["params"]["items"]]
            self.refreshes += message["method"] == "workspace/inlayHint/refresh"
            self.post({"jsonrpc": "2.0", "id": message["id"], "result": result})

    def _section(self, item: Message) -> Any:
        value: Any = self.server.settings
        for part in (item.get("section") or "").split("."):
            if part:
                value = value.get(part) if isinstance(value, Mapping) else None
        return value

    def _end(self) -> None:
        """Say goodbye, and end what is still there."""
        try:
            request = self.request("shutdown", None)
            self.post(request)
            self.answer(request["id"], 5)
            self.post(notification("exit", None))
            self.process.wait(5)
        except (Failed, OSError, subprocess.TimeoutExpired):
            pass
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)  # the group that was made for it
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe:
                pipe.close()
