"""What the client is told without asking: the progress of long work, and problems of the server.

It sends nothing that the client did not say it supports.  Problems in settings or programs are
reported by ``document_settings`` and diagnostics, and the log by ``client_log``.
"""

from __future__ import annotations

import asyncio
import logging
import os.path
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.capabilities import get_capability

from scope_lsp.server.supervisor import AnalysisFailed, WorkerLost

if TYPE_CHECKING:
    from pygls.lsp.server import LanguageServer

logger = logging.getLogger(__name__)

STATUS = "scopeLsp/status"
"""The notification: what does not work as it should, in words."""
SLOW = 10.0
"""Seconds after which a program in the background is slow."""
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
        self.status = Status(server)

    def trouble(self, path: str, reason: str) -> None:
        """A document could not be analysed: say so, once until it can."""
        if path not in self._troubled:
            self._troubled.add(path)
            text = (
                f"scope-lsp: {os.path.basename(path)} could not be analysed ({reason}). What you "
                "see is from its last analysis. The next edit starts a new one."
            )
            message = types.ShowMessageParams(types.MessageType.Warning, text)
            self._server.window_show_message(message)
            self.status.add(path, f"{os.path.basename(path)} could not be analysed ({reason}).")

    def recovered(self, path: str) -> None:
        """The document was analysed."""
        self._troubled.discard(path)
        self.status.remove(path)

    @contextmanager
    def background_program(self, program: str) -> Iterator[None]:
        """While a program is analysed in the background: say if that takes long or fails."""
        name = os.path.basename(program)
        self.background.at(name)
        slow = f"{name} is still being analysed. Names that come from it may be missing."
        timer = asyncio.get_running_loop().call_later(SLOW, self.status.add, program, slow)
        try:
            yield
        except (WorkerLost, AnalysisFailed):
            lost = f"{name} could not be analysed. Names that come from it are missing."
            self.status.add(program, lost)
            raise
        except BaseException:
            self.status.remove(program)
            raise
        else:
            self.status.remove(program)
        finally:
            timer.cancel()


class Status:
    """What does not work as it should, for clients that show that somewhere without interrupting.

    The notification has all of it each time.
    """

    def __init__(self, server: LanguageServer) -> None:
        self._server = server
        self._problems: dict[str, str] = {}
        """By the path that they are about."""

    def add(self, path: str, problem: str) -> None:
        """Something is wrong with a file."""
        if self._problems.get(path) != problem:
            self._problems[path] = problem
            self._send()

    def remove(self, path: str) -> None:
        """Nothing is wrong with it any more."""
        if self._problems.pop(path, None) is not None:
            self._send()

    def _send(self) -> None:
        experimental = self._server.client_capabilities.experimental
        if isinstance(experimental, dict) and experimental.get("scopeLspStatus"):
            self._server.protocol.notify(STATUS, {"problems": list(self._problems.values())})


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
