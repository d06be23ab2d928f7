"""Reads what a client sends on stdin, from the first moment on, while the server still loads.

A thread reads, because not every system can wait for its stdin in an event loop.  All messages are
kept for the server, which handles them in order.  Two of them are looked at earlier: ``initialize``
is answered here (``greeting``), and the first opened document is passed to the analysing process,
so that its result is ready when the server asks for it.  If anything is unclear, nothing is done.
"""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable
from typing import Any, BinaryIO, NamedTuple

from scope_lsp.server import client_process, greeting
from scope_lsp.server.framing import Frames

_WAITING = 8 << 20
"""Bytes that may wait to be handled before reading stops, so that the sender waits as well."""
_CHUNK = 1 << 16
_LARGE = 4 << 20
"""Messages larger than this, in bytes, are only looked at by the server."""


class Greeted(NamedTuple):
    """A client whose ``initialize`` was answered."""

    number: int | str
    """The request's id."""
    is_seen: bool
    """Whether the process with the id that the client gave existed at that time."""


class Opening:
    """The reading thread and the messages that it keeps."""

    def __init__(self, descriptor: int, output: BinaryIO) -> None:
        self.greeted: Greeted | None = None
        self._descriptor = descriptor
        self._output = output
        self._room = threading.BoundedSemaphore(_WAITING // _CHUNK)
        self._frames: Frames | None = Frames()
        """None when messages are no longer looked at."""
        self._initialize: dict[str, Any] | None = None
        self._open: Callable[[dict[str, Any], dict[str, Any]], None] | None = None
        self._can_open = threading.Event()
        self._lock = threading.Lock()
        self._kept: list[bytes] = []
        self._deliver: Callable[[bytes], bool] | None = None
        threading.Thread(target=self._read, name="stdin", daemon=True).start()

    def on_open(self, take: Callable[[dict[str, Any], dict[str, Any]], None]) -> None:
        """Set who gets the parameters of ``initialize`` and of the first ``didOpen``."""
        self._open = take
        self._can_open.set()

    def deliver_to(self, take: Callable[[bytes], bool]) -> None:
        """Pass on everything that was and will be read; an empty piece is the end of it.

        ``take`` returns whether it wants more.  Each handled piece must be ``forgotten``.
        """
        with self._lock:
            for data in self._kept:
                take(data)
            self._kept.clear()
            self._deliver = take
            self._frames = None

    def forgotten(self) -> None:
        """A piece was handled, so there is room for another one."""
        self._room.release()

    def _read(self) -> None:
        data = b"-"
        while data:
            self._room.acquire()
            try:
                data = os.read(self._descriptor, _CHUNK)
            except OSError:
                data = b""
            with self._lock:
                for body in self._frames.feed(data) if self._frames is not None else ():
                    if not self._look(body):
                        self._frames = None
                        break
                if self._deliver is None:
                    self._keep(data)
                elif not self._deliver(data):
                    return

    def _keep(self, data: bytes) -> None:
        if data and self._kept and len(self._kept[-1]) + len(data) <= _CHUNK:
            self._kept[-1] += data
            self._room.release()
        else:
            self._kept.append(data)

    def _look(self, body: bytes) -> bool:
        """Do what can be done at once; returns whether the next message is of interest."""
        if len(body) > _LARGE:
            return False
        try:
            message = json.loads(body)
            method, params = message["method"], message["params"]
            if self._initialize is None:
                return bool(method == "initialize" and self._greet(message, params))
            if method != "textDocument/didOpen":
                return True
            self._can_open.wait()
            assert self._open is not None
            self._open(self._initialize, params)
        except Exception:  # whatever is wrong with it, the server will report it
            return False
        return False

    def _greet(self, message: dict[str, Any], params: dict[str, Any]) -> bool:
        body = greeting.answer(message)
        if body is None:
            return False
        self._initialize = params
        process = params.get("processId")
        is_seen = isinstance(process, int) and client_process.is_seen(process)
        self.greeted = Greeted(message["id"], is_seen)
        self._output.write(b"Content-Length: %d\r\n" % len(body))
        self._output.write(b"Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n")
        self._output.write(body)
        self._output.flush()
        return True
