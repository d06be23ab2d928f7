"""pygls's protocol, changed to answer every request, whatever a client sends.

Messages are read tolerantly.  An unknown value of an enumeration is kept, an ``initialize`` with
invalid parts is read without them, and any other request that cannot be read is refused with an
error instead of with silence.  ``handlers`` interprets the requests.
"""

from __future__ import annotations

import asyncio
import copy
import enum
import json
import logging
import time
from typing import TYPE_CHECKING, Any

from cattrs import Converter
from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.protocol import JsonRPCRequestMessage, LanguageServerProtocol, default_converter

from scope_lsp.server.opening import Greeted

if TYPE_CHECKING:
    from scope_lsp.server.language_server import ScopeServer

MAXIMUM_PARTS = 5_000_000
"""The maximum number of objects and lists in a message: each takes a hundred times the memory of
its text."""

OWN_SYNC = (
    types.TEXT_DOCUMENT_DID_OPEN,
    types.TEXT_DOCUMENT_DID_CHANGE,
    types.TEXT_DOCUMENT_DID_CLOSE,
    types.NOTEBOOK_DOCUMENT_DID_OPEN,
    types.NOTEBOOK_DOCUMENT_DID_CHANGE,
    types.NOTEBOOK_DOCUMENT_DID_CLOSE,
    types.EXIT,
)
"""What pygls would do and we do ourselves, because it splits lines where the protocol does not."""

logger = logging.getLogger(__name__)


class Refusal(JsonRpcException):
    """The answer to a request that is understood but refused (``RequestFailed``)."""

    CODE = types.LSPErrorCodes.RequestFailed.value


def is_fault(record: logging.LogRecord) -> bool:
    """Whether a log record is about more than a refusal, which the user sees anyway."""
    return not (record.exc_info and isinstance(record.exc_info[1], Refusal))


def tolerant_converter() -> Converter:
    """A converter of lsprotocol that accepts unknown values of enumerations."""
    converter: Converter = default_converter()  # type: ignore[no-untyped-call]

    def is_enum(kind: Any) -> bool:
        return isinstance(kind, type) and issubclass(kind, enum.Enum)

    def read(value: Any, kind: type[enum.Enum]) -> Any:
        try:
            return kind(value)
        except ValueError:
            return value

    converter.register_structure_hook_func(is_enum, read)
    return converter


class ScopeProtocol(LanguageServerProtocol):
    """The protocol's state machine: initialize, initialized, shutdown, exit; and its errors."""

    _server: ScopeServer

    def __init__(self, server: Any, converter: Converter) -> None:
        self._initialized = False
        super().__init__(server, converter)
        for method in OWN_SYNC:
            self.fm.builtin_features.pop(method, None)
        self.finished = asyncio.Event()
        self.greeted: Greeted | None = None
        """The client, if its ``initialize`` was answered before the server was loaded."""
        self._is_said = False
        """Whether the next response was already sent."""
        self._begun: dict[Any, tuple[str | None, float]] = {}
        """Requests to be traced, and when they came."""

    @property
    def exit_code(self) -> int:
        """0 when the client said ``shutdown`` before it left."""
        return 0 if self._shutdown else 1

    @property
    def is_listening(self) -> bool:
        """Whether there is a client that receives messages."""
        return self._initialized and not self._shutdown

    def receive(self, body: bytes) -> None:
        """Handle one message; never raises."""
        try:
            if body.count(b"{") + body.count(b"[") > MAXIMUM_PARTS:
                raise ValueError("too many parts")
            data = json.loads(body)
        except (ValueError, RecursionError, MemoryError) as error:
            self._refuse(None, types.ErrorCodes.ParseError, f"not JSON: {error}")
            return
        if not isinstance(data, dict):
            self._refuse(None, types.ErrorCodes.InvalidRequest, "not a message")
            return
        try:
            self._dispatch(data)
        except Exception:
            logger.exception("a message could not be handled")

    def _dispatch(self, data: dict[str, Any]) -> None:
        data["jsonrpc"] = self.VERSION
        method = data.get("method")
        if method is None:
            self._response(data)
        elif not isinstance(method, str):
            self._refuse(data.get("id"), types.ErrorCodes.InvalidRequest, "no method")
        elif "id" not in data:
            self._notification(method, data)
        elif isinstance(data["id"], (int, str)):
            self._request(method, data)
        else:
            self._refuse(None, types.ErrorCodes.InvalidRequest, "an id is a number or a string")

    def _request(self, method: str, data: dict[str, Any]) -> None:
        number = data["id"]
        starts = method == types.INITIALIZE
        if self._shutdown or (starts and self._initialized):
            why = "after shutdown" if self._shutdown else "a second time"
            self._refuse(number, types.ErrorCodes.InvalidRequest, f"{method} {why}")
        elif not self._initialized and not starts:
            self._refuse(number, types.ErrorCodes.ServerNotInitialized, f"{method} comes too early")
        elif not self._knows(method):
            self._refuse(number, types.ErrorCodes.MethodNotFound, f"no such method: {method}")
        else:
            try:
                message = self._read(method, data)
            except Exception:
                if not starts:
                    self._refuse(
                        number, types.ErrorCodes.InvalidParams, f"wrong parameters of {method}"
                    )
                    return
                message = self._salvage(data)
            self._initialized = True
            self._is_said = starts and self.greeted is not None
            if self._server.trace_level != types.TraceValue.Off:
                self._begun[number] = method, time.monotonic()
            self.handle_message(message)

    def _send_response(
        self, msg_id: Any, result: Any = None, error: types.ResponseError | None = None
    ) -> None:
        if self._is_said:
            self._is_said = False
            self._result_types.pop(msg_id, None)
            if error is not None:
                logger.error("initialize: %s", error.message)
        else:
            super()._send_response(msg_id, result, error)
        method, begun = self._begun.pop(msg_id, (None, 0.0))
        if method is not None:
            how = f"refused: {error.message}" if error is not None else "answered"
            took = (time.monotonic() - begun) * 1000
            self._server.trace(f"{method} {msg_id} {how}, {took:.1f} ms", lambda: repr(result))

    def _notification(self, method: str, data: dict[str, Any]) -> None:
        if method == types.EXIT:
            self.finished.set()
            return
        if not self._initialized or self._shutdown:
            return
        if method == types.CANCEL_REQUEST or self._knows(method):
            try:
                message = self._read(method, data)
            except Exception:
                logger.error("%s: wrong parameters", method)
                return
            self.handle_message(message)

    def _response(self, data: dict[str, Any]) -> None:
        if data.get("id") not in self._request_futures:
            return
        try:
            message = self.structure_message(data)
        except Exception:
            future = self._request_futures.pop(data["id"])
            if not future.done():
                future.set_exception(ValueError("an answer that cannot be read"))
            return
        self.handle_message(message)

    def _read(self, method: str, data: dict[str, Any]) -> Any:
        """A message as its type; raises whatever the converter raises."""
        kind: Any = self.get_message_type(method) or JsonRPCRequestMessage  # one of our own
        return self._converter.structure(data, kind)

    def _knows(self, method: str) -> bool:
        return method in self.fm.features or method in self.fm.builtin_features

    def _refuse(self, number: Any, code: types.ErrorCodes, message: str) -> None:
        error = {"code": code.value, "message": message}
        self._send_data({"jsonrpc": self.VERSION, "id": number, "error": error})

    def _salvage(self, data: dict[str, Any]) -> types.InitializeRequest:
        """Read an ``initialize`` request without its invalid parts."""
        raw = data.get("params")
        given: dict[str, Any] = raw if isinstance(raw, dict) else {}
        kept: dict[str, Any] = {"processId": None, "rootUri": None, "capabilities": {}}
        for key, value in given.items():
            if key != "capabilities":
                kept = self._with(kept, (key,), value)
        sections = given.get("capabilities")
        for section, entries in sections.items() if isinstance(sections, dict) else ():
            if isinstance(entries, dict):
                for key, value in entries.items():
                    kept = self._with(kept, ("capabilities", section, key), value)
            else:
                kept = self._with(kept, ("capabilities", section), entries)
        return self._converter.structure({**data, "params": kept}, types.InitializeRequest)

    def _with(self, kept: dict[str, Any], path: tuple[str, ...], value: Any) -> dict[str, Any]:
        """Add a value to what is kept, unless that makes it unreadable."""
        more: dict[str, Any] = copy.deepcopy(kept)
        target = more
        for key in path[:-1]:
            target = target.setdefault(key, {})
        target[path[-1]] = value
        try:
            self._converter.structure(copy.deepcopy(more), types.InitializeParams)
        except Exception:
            logger.error("initialize: %s cannot be read", ".".join(path))
            return kept
        return more
