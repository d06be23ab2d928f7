"""Bytes in, messages out: the protocol's framing, on stdio and on a socket.

In place of pygls's own loop, which needs three hops to a thread for each message and gives no
answer to what it cannot read.  Messages are handled in order, and a request gets to start before
the next message is looked at, so that it sees the text that its sender saw.
"""

from __future__ import annotations

import asyncio
import logging
import os
import re
import threading
from collections.abc import Callable, Coroutine, Iterator
from typing import Any, BinaryIO, Protocol

MAXIMUM = 128 << 20
"""Bytes of the largest message that is read; a larger one is let pass unread."""
_WAITING = 8 << 20
"""Bytes that may wait to be handled before reading stops: the sender has to wait as well."""
_CHUNK = 1 << 16
_MAXIMUM_HEADER = 1 << 16
_LENGTH = re.compile(rb"content-length:[ \t]*(\d{1,18})[ \t]*\Z", re.IGNORECASE)

logger = logging.getLogger(__name__)


class Receiver(Protocol):
    """What takes the messages."""

    finished: asyncio.Event
    """Set when no more messages are wanted."""

    def receive(self, body: bytes) -> None:
        """Handle one message; never raises."""

    def set_writer(self, writer: Writer) -> None:
        """Take the way back."""


class Writer(Protocol):
    """The way back to the client."""

    def write(self, data: bytes) -> None:
        """Send bytes."""

    def close(self) -> None:
        """No more is sent."""


class Frames:
    """Cuts a stream of bytes into message bodies, whatever pieces it comes in."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._length: int | None = None
        self._skip = 0
        """Bytes of a message that is too large which are still to come."""

    @property
    def waiting(self) -> int:
        """Bytes that are kept."""
        return len(self._buffer)

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Take more bytes; gives the bodies that are complete now.

        A header without a length is skipped.  Of a message that is too large comes an empty body,
        which its receiver refuses.
        """
        self._buffer += data
        while True:
            if self._skip:
                skipped = min(self._skip, len(self._buffer))
                del self._buffer[:skipped]
                self._skip -= skipped
                if self._skip:
                    return
            if self._length is None:
                end = self._buffer.find(b"\r\n\r\n", 0, _MAXIMUM_HEADER)
                if end < 0:
                    if len(self._buffer) < _MAXIMUM_HEADER:
                        return
                    logger.error("a header without an end is ignored")
                    del self._buffer[: _MAXIMUM_HEADER - 3]
                    continue
                self._length = _content_length(bytes(self._buffer[:end]))
                del self._buffer[: end + 4]
                if self._length is None:
                    logger.error("a message without a Content-Length is ignored")
                    continue
                if self._length > MAXIMUM:
                    logger.error("a message of %d bytes is too large", self._length)
                    self._skip, self._length = self._length, None
                    yield b""
                    continue
            if len(self._buffer) < self._length:
                return
            body = bytes(self._buffer[: self._length])
            del self._buffer[: self._length]
            self._length = None
            yield body


def _content_length(header: bytes) -> int | None:
    for line in header.split(b"\r\n"):
        match = _LENGTH.match(line)
        if match:
            return int(match[1])
    return None


class StreamWriter:
    """Writes to a binary stream; a client that is gone is noticed by its silence, not here."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def write(self, data: bytes) -> None:
        """Send bytes at once."""
        try:
            self._stream.write(data)
            self._stream.flush()
        except (OSError, ValueError) as error:
            logger.error("the client cannot be written to: %s", error)

    def close(self) -> None:
        """No more is sent."""
        try:
            self._stream.close()
        except OSError as error:
            logger.error("the connection did not close well: %s", error)


async def serve_stdio(receiver: Receiver, descriptor: int, output: BinaryIO) -> None:
    """Handle messages from a file descriptor until it ends or the receiver has finished.

    A thread does the reading: not every system can wait for its stdin in an event loop.
    """
    loop = asyncio.get_running_loop()
    chunks: asyncio.Queue[bytes] = asyncio.Queue()
    room = threading.BoundedSemaphore(_WAITING // _CHUNK)

    def read() -> None:
        data = b"-"
        while data:
            room.acquire()
            try:
                data = os.read(descriptor, _CHUNK)
            except OSError:
                data = b""
            if not _tell(loop, chunks.put_nowait, data):
                return

    async def chunk() -> bytes:
        data = await chunks.get()
        room.release()
        return data

    receiver.set_writer(StreamWriter(output))
    threading.Thread(target=read, daemon=True).start()
    await _pump(receiver, chunk)


def _tell(loop: asyncio.AbstractEventLoop, function: Callable[[bytes], None], data: bytes) -> bool:
    try:
        loop.call_soon_threadsafe(function, data)
    except RuntimeError:  # the loop is closed
        return False
    return True


async def serve_tcp(receiver: Receiver, host: str, port: int) -> None:
    """Serve the first client that connects, until it leaves; for debugging."""
    connected: asyncio.Queue[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = asyncio.Queue()

    async def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connected.put_nowait((reader, writer))

    server = await asyncio.start_server(accept, host, port)
    names = ", ".join(str(socket.getsockname()) for socket in server.sockets)
    logger.warning("listening on %s", names)
    reader, writer = await connected.get()
    server.close()
    receiver.set_writer(writer)

    async def chunk() -> bytes:
        return await reader.read(1 << 16)

    await _pump(receiver, chunk)


async def _pump(receiver: Receiver, next_chunk: Callable[[], Coroutine[Any, Any, bytes]]) -> None:
    """Hand messages on until the bytes end or the receiver has finished."""
    frames = Frames()
    finished = asyncio.ensure_future(receiver.finished.wait())
    try:
        while not receiver.finished.is_set():
            chunk = asyncio.ensure_future(next_chunk())
            await asyncio.wait({chunk, finished}, return_when="FIRST_COMPLETED")
            if not chunk.done():
                chunk.cancel()
                return
            data: bytes = chunk.result()
            if not data:
                return
            for body in frames.feed(data):
                receiver.receive(body)
                await asyncio.sleep(0)
                if receiver.finished.is_set():
                    return
    finally:
        finished.cancel()
