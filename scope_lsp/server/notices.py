"""What the client is told without asking: the progress of long work, and problems of the server.

It sends nothing that the client did not say it supports.  Problems in settings or programs are
reported by ``document_settings`` and diagnostics, and the log by ``client_log``.
"""

from __future__ import annotations

import asyncio
import logging
import os.path
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.capabilities import get_capability

if TYPE_CHECKING:
    from pygls.lsp.server import LanguageServer

logger = logging.getLogger(__name__)

DELAY = 1.5
"""Seconds of work before anything is shown: shorter work needs no message."""


class Notices:
    """What a session tells the client without being asked."""

    def __init__(self, server: LanguageServer) -> None:
        self._server = server
        self.foreground = WorkProgress(server, "Analysing")
        self.background = WorkProgress(server, "Workspace")
        self.closed_files = WorkProgress(server, "Checking the workspace")
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


class WorkProgress:
    """Progress of work, one piece at a time; shown if it takes long."""

    def __init__(self, server: LanguageServer, title: str) -> None:
        self._server = server
        self._title = title
        self._what: str | None = None
        self._token: str | None = None
        """The token of what is shown now."""
        self._timer: asyncio.TimerHandle | None = None
        self._count = 0

    def at(self, what: str | None) -> None:
        """Something else is being done now; None: nothing."""
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
            if self._timer is timer and timer is not None:  # it is still running
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


def log_failure(future: Future[Any]) -> None:
    """Log that the client refused a request of ours."""
    if not future.cancelled() and (error := future.exception()) is not None:
        logger.error("the client refused: %s", error)
