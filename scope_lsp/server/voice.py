"""What the client is told besides answers: progress of long work, trouble, the log.

Sends nothing that the client did not say it can take.  Not what is wrong with settings or programs:
that is ``configuration`` and diagnostics.
"""

from __future__ import annotations

import asyncio
import logging
import os.path
from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.capabilities import get_capability

if TYPE_CHECKING:
    from pygls.lsp.server import LanguageServer

    from scope_lsp.server.language_server import ScopeServer

DELAY = 1.5
"""Seconds of work before anything is said about it: what is done sooner needs no words."""
_TYPES = {
    logging.ERROR: types.MessageType.Error,
    logging.WARNING: types.MessageType.Warning,
    logging.INFO: types.MessageType.Info,
}


class Voice:
    """Everything that a session has to say."""

    def __init__(self, server: LanguageServer) -> None:
        self._server = server
        self.foreground = Progress(server, "Analysing")
        self.background = Progress(server, "Workspace")
        self._troubled: set[str] = set()

    def trouble(self, path: str, reason: str) -> None:
        """A document could not be analysed: say so, once until it can."""
        if path not in self._troubled:
            self._troubled.add(path)
            text = (
                f"scope-lsp: {os.path.basename(path)} could not be analysed ({reason}). What is "
                "shown of it is as old as its last analysis; the next edit tries again."
            )
            message = types.ShowMessageParams(types.MessageType.Warning, text)
            self._server.window_show_message(message)

    def recovered(self, path: str) -> None:
        """The document was analysed."""
        self._troubled.discard(path)


class Progress:
    """Work that one can watch, one piece at a time; shown when it takes long."""

    def __init__(self, server: LanguageServer, title: str) -> None:
        self._server = server
        self._title = title
        self._what: str | None = None
        self._token: str | None = None
        """Of what is shown now."""
        self._timer: asyncio.TimerHandle | None = None
        self._count = 0

    def at(self, what: str | None) -> None:
        """Something else is done now; None: nothing any more."""
        self._what = what
        if what is None:
            self._end()
        elif self._token is not None:
            self._send(self._token, types.WorkDoneProgressReport(message=what))
        elif self._timer is None and self._is_wanted():
            self._timer = asyncio.get_running_loop().call_later(DELAY, self._create)

    def _is_wanted(self) -> bool:
        capabilities = self._server.client_capabilities
        return bool(get_capability(capabilities, "window.work_done_progress", default=False))

    def _create(self) -> None:
        self._count += 1
        token = f"scope-lsp {self._title} {self._count}"
        timer = self._timer

        def begin(_: object) -> None:
            if self._timer is timer and timer is not None:  # it still goes on
                self._token = token
                begun = types.WorkDoneProgressBegin(self._title, message=self._what)
                self._send(token, begun)

        parameters = types.WorkDoneProgressCreateParams(token)
        self._server.window_work_done_progress_create(parameters, callback=begin)

    def _end(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._token is not None:
            self._send(self._token, types.WorkDoneProgressEnd())
            self._token = None

    def _send(self, token: str, value: object) -> None:
        self._server.progress(types.ProgressParams(token, value))


class ClientLog(logging.Handler):
    """Sends what is logged to the client, as soon as there is one that listens."""

    def __init__(self, server: ScopeServer, otherwise: logging.Handler) -> None:
        super().__init__(logging.WARNING)
        self._server = server
        self._otherwise = otherwise
        self._loop = asyncio.get_running_loop()

    def emit(self, record: logging.LogRecord) -> None:
        """Hand a record on, from whatever thread."""
        if not self._server.protocol.is_listening:
            self._otherwise.handle(record)
            return
        text = self._otherwise.format(record)
        kind = _TYPES.get(record.levelno, types.MessageType.Error)
        message = types.LogMessageParams(kind, text)
        try:
            self._loop.call_soon_threadsafe(self._server.window_log_message, message)
        except RuntimeError:  # the loop is closed
            self._otherwise.handle(record)
