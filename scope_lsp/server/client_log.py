"""The log, sent to the client.

If it cannot be sent, it goes to the handler that would get it otherwise.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from lsprotocol import types

if TYPE_CHECKING:
    from scope_lsp.server.language_server import ScopeServer

_TYPES = {
    logging.ERROR: types.MessageType.Error,
    logging.WARNING: types.MessageType.Warning,
    logging.INFO: types.MessageType.Info,
}


class ClientLog(logging.Handler):
    """Sends log records to the client, as soon as there is one that listens."""

    def __init__(self, server: ScopeServer, otherwise: logging.Handler) -> None:
        super().__init__(logging.WARNING)
        self._server = server
        self._otherwise = otherwise
        self._loop = asyncio.get_running_loop()

    def emit(self, record: logging.LogRecord) -> None:
        """Pass a record on, from any thread."""
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
