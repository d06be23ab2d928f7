"""Messages are cut out of the stream of bytes, whatever pieces it comes in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scope_lsp.server import framing
from scope_lsp.server.framing import Frames


def frame(body: bytes) -> bytes:
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


@given(st.lists(st.binary(max_size=40), max_size=6), st.data())
def test_bodies_come_out_as_they_went_in(bodies: list[bytes], data: st.DataObject) -> None:
    stream = b"".join(map(frame, bodies))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(stream)), max_size=8)))
    frames, found = Frames(), []
    for start, end in zip([0, *cuts], [*cuts, len(stream)], strict=True):
        found += frames.feed(stream[start:end])
    assert found == bodies


def test_headers_in_any_case_and_order() -> None:
    stream = (
        b"Content-Type: application/vscode-jsonrpc; charset=utf-8\r\ncontent-length:2\r\n\r\n{}"
    )
    assert list(Frames().feed(stream)) == [b"{}"]


def test_a_header_without_a_length_is_skipped() -> None:
    assert list(Frames().feed(b"Nonsense: 1\r\n\r\n" + frame(b"{}"))) == [b"{}"]


def test_a_message_that_is_too_large_is_let_pass_and_refused() -> None:
    frames = Frames()
    found = list(frames.feed(b"Content-Length: %d\r\n\r\n" % (framing.MAXIMUM + 3)))
    assert found == [b""]
    for _ in range(framing.MAXIMUM >> 20):
        assert list(frames.feed(bytes(1 << 20))) == []
        assert frames.waiting == 0
    assert list(frames.feed(b"abc" + frame(b"{}"))) == [b"{}"]


@pytest.mark.parametrize("length", [b"9" * 5000, b"9" * 18, b"-1", b"1e3", b"", b"0x10", b"\xb2"])
def test_a_length_that_is_none_does_no_harm(length: bytes) -> None:
    frames = Frames()
    found = list(frames.feed(b"Content-Length: %s\r\n\r\n" % length))
    assert found in ([], [b""])
    assert frames.waiting == 0


def test_a_header_without_an_end_is_not_kept() -> None:
    frames = Frames()
    for _ in range(100):
        assert list(frames.feed(b"x" * 65_536)) == []
        assert frames.waiting <= 2 * 65_536
    assert list(frames.feed(b"\r\n\r\n" + frame(b"{}"))) == [b"{}"]
