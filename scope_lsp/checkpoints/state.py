"""The file ``checkpoint`` in a folder, which says which checkpoint is the latest.

It is a ``CheckpointState`` in protobuf's text format (training/checkpoint_management.py).
"""

from __future__ import annotations

import re

from scope_lsp.checkpoints.contents import Damaged

NAME = "checkpoint"
_LATEST = re.compile(
    r"""^\s*model_checkpoint_path\s*:\s*("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')""", re.M
)
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|x([0-9a-fA-F]{1,2})|(.))", re.DOTALL)
_LETTERS = {
    b"n": b"\n",
    b"t": b"\t",
    b"r": b"\r",
    b"a": b"\a",
    b"b": b"\b",
    b"f": b"\f",
    b"v": b"\v",
}


def latest(text: str) -> str:
    """The path of the latest checkpoint as the file gives it; raises ``Damaged``."""
    found = _LATEST.search(text)
    if found is None:
        raise Damaged("it does not say which checkpoint is the latest")
    raw = found[1][1:-1].encode("utf-8", "surrogateescape")
    return _ESCAPE.sub(_unescaped, raw).decode("utf-8", "replace")


def _unescaped(found: re.Match[bytes]) -> bytes:
    octal, hexadecimal, letter = found.groups()
    if octal:
        return bytes([int(octal, 8) & 0xFF])
    if hexadecimal:
        return bytes([int(hexadecimal, 16)])
    return _LETTERS.get(letter, letter)
