"""Messages from a client in order, and the answers to it: on stdio and on a socket.

It replaces pygls's own loop, which switches threads three times for each message and does not
answer what it cannot read.  Messages are handled in order, and a request starts before the next
message is looked at, so that it sees the text that its sender saw.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any, BinaryIO, Protocol

from scope_lsp.server.framing import Frames
from scope_lsp.server.opening import Greeted, Opening

logger = logging.getLogger(__name__)


class Receiver(Protocol):
    """The interface of the object that handles the messages."""

    finished: asyncio.Event
    """Set when no more messages are wanted."""
    greeted: Greeted | None
    """The client, if its ``initialize`` was answered before."""

    def receive(self, body: bytes) -> None:
        """Handle one message; never raises."""

    def set_writer(self, writer: Writer) -> None:
        """Set where answers are written."""


class Writer(Protocol):
    """The interface for writing to the client."""

    def write(self, data: bytes) -> None:
        """Send bytes."""

    def close(self) -> None:
        """Stop writing."""


class StreamWriter:
    """Writes to a binary stream; a client that is gone is noticed elsewhere."""

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
        """Stop writing."""
        try:
            self._stream.close()
        except OSError as error:
            logger.error("the connection did not close well: %s", error)


async def serve_stdio(receiver: Receiver, opening: Opening, output: BinaryIO) -> None:
    """Handle messages from stdin until it ends or the receiver has finished."""
    loop = asyncio.get_running_loop()
    chunks: asyncio.Queue[bytes] = asyncio.Queue()

    def put(data: bytes) -> bool:
        try:
            loop.call_soon_threadsafe(chunks.put_nowait, data)
        except RuntimeError:  # the loop is closed
            return False
        return True

    async def chunk() -> bytes:
        data = await chunks.get()
        opening.forgotten()
        return data

    receiver.set_writer(StreamWriter(output))
    opening.deliver_to(put)
    receiver.greeted = opening.greeted
    await _pump(receiver, chunk)


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
    """Pass messages on until the bytes end or the receiver has finished."""
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
