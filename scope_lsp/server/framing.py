"""Bytes in, messages out: how the protocol frames its messages.

Reading the bytes and interpreting the messages happen elsewhere.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator

MAXIMUM = 128 << 20
"""The maximum size of a message in bytes; a larger one is skipped."""
_MAXIMUM_HEADER = 1 << 16
_LENGTH = re.compile(rb"content-length:[ \t]*(\d{1,18})[ \t]*\Z", re.IGNORECASE)

logger = logging.getLogger(__name__)


class Frames:
    """Cuts a stream of bytes into message bodies, in whatever pieces it arrives."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._length: int | None = None
        self._skip = 0
        """Bytes of a message that is too large which are still to come."""

    @property
    def waiting(self) -> int:
        """The bytes kept for an incomplete message."""
        return len(self._buffer)

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Take more bytes; returns the bodies that are complete now.

        A header without a length is skipped.  A message that is too large gives an empty body,
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
