"""A terminal of our own: a program in a pseudo-terminal, and what a person would see of it.

The drawing is pyte's.  What pyte would take for text, the newer questions and colours of terminals,
is taken out or put into older words before; nothing of editors is known here.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import signal
import struct
import subprocess
import termios
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

import pyte

T = TypeVar("T")
Own = TypeVar("Own", bound="Terminal")
LIMIT = 60.0
"""Seconds for anything, on a machine that is busy with other tests."""
_SEQUENCE = re.compile(
    r"\x1b(?:\[(?P<parameters>[0-?]*)[ -/]*(?P<final>[@-~])|[\]P_^X].*?(?:\x07|\x1b\\)|[^][P_^X])",
    re.DOTALL,
)
_ATTRIBUTES = "\x1b[?62;22c"
"""The answer to "what are you": a terminal with colours."""


class Terminal:
    """One program on one screen."""

    def __init__(
        self,
        command: list[str],
        environment: Mapping[str, str],
        cwd: Path,
        rows: int = 40,
        columns: int = 120,
    ) -> None:
        self.screen = _Screen(columns, rows)
        self._stream = pyte.Stream(self.screen)
        self._lock = threading.Lock()
        self._master, slave = pty.openpty()
        self.screen.answer = self.type
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.process = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            cwd=cwd,
            env={**environment, "TERM": "xterm-256color", "COLORTERM": "truecolor"},
            start_new_session=True,
            preexec_fn=_take_terminal,
        )
        os.close(slave)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self: Own) -> Own:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    @property
    def rows(self) -> list[str]:
        """The rows as they stand on the screen, without the blanks at their ends."""
        with self._lock:
            return [row.rstrip() for row in self.screen.display]

    def type(self, text: str) -> None:
        """Send text, control characters included, as the keyboard would."""
        os.write(self._master, text.encode())

    def keys(self, *keys: str) -> None:
        """Send keys so slowly that none is taken for a part of the next."""
        for key in keys:
            self.type(key)
            time.sleep(0.1)

    def wait(
        self, condition: Callable[[], T], what: str, again: Callable[[], None] | None = None
    ) -> T:
        """The first true value of a condition; ``again`` is done every two seconds meanwhile."""
        end = time.monotonic() + LIMIT
        repeated = time.monotonic()
        while True:
            value = condition()
            if value:
                return value
            picture = "\n".join(self.rows)
            assert time.monotonic() < end, f"no {what} within {LIMIT} s; the screen:\n{picture}"
            assert self.process.poll() is None, f"it ended without {what}; the screen:\n{picture}"
            if again is not None and time.monotonic() - repeated > 2:
                repeated = time.monotonic()
                again()
            time.sleep(0.05)

    def wait_text(self, *texts: str, again: Callable[[], None] | None = None) -> None:
        """Wait until each text stands in some row."""
        for text in texts:
            self.wait(lambda text=text: any(text in row for row in self.rows), repr(text), again)

    def wait_value(self, ask: Callable[[], object], wanted: object) -> None:
        """Wait until a question has an answer."""
        last: list[object] = [None]

        def same() -> bool:
            last[0] = ask()
            return last[0] == wanted

        try:
            self.wait(same, "it")
        except AssertionError as error:
            raise AssertionError(f"{last[0]} is not {wanted}\n{error}") from None

    def still(self, seconds: float = 0.5) -> None:
        """Wait until nothing has changed for a while."""
        before, since = self.rows, time.monotonic()
        while time.monotonic() - since < seconds:
            time.sleep(0.05)
            if self.rows != before:
                before, since = self.rows, time.monotonic()

    def close(self) -> None:
        """End the program and what it started."""
        for number in (signal.SIGTERM, signal.SIGKILL):
            if self.process.poll() is None:
                os.killpg(self.process.pid, number)
                try:
                    self.process.wait(5)
                except subprocess.TimeoutExpired:
                    continue
        self._reader.join(5)
        os.close(self._master)

    def _read(self) -> None:
        held = b""
        while True:
            try:
                chunk = os.read(self._master, 65536)
            except OSError:
                return
            if not chunk:
                return
            text, held = _whole(held + chunk)
            with self._lock:
                self._stream.feed(_SEQUENCE.sub(self._translate, text))

    def _translate(self, match: re.Match[str]) -> str:
        """A sequence in words that pyte knows, or nothing."""
        whole, parameters, final = match[0], match["parameters"], match["final"]
        if final is None:
            return "" if whole[1] in "]P_^X" else whole
        if final == "c":
            if parameters in ("", "0"):
                self.type(_ATTRIBUTES)
            return ""
        private = parameters[:1] in ("<", "=", ">", "?")
        if final in "upq" or (private and not (parameters[0] == "?" and final in "hl")):
            return ""
        return f"\x1b[{_colours(parameters)}m" if final == "m" else whole


class _Screen(pyte.Screen):
    answer: Callable[[str], None]

    def write_process_input(self, data: str) -> None:
        self.answer(data)


def _take_terminal() -> None:
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def _whole(data: bytes) -> tuple[str, bytes]:
    """What can be drawn already, and the beginning of a character or sequence at the end."""
    end = len(data)
    for back in range(1, min(4, end) + 1):
        byte = data[end - back]
        if byte >= 0xC0:
            wanted = 2 if byte < 0xE0 else 3 if byte < 0xF0 else 4
            end -= back if wanted > back else 0
            break
        if byte < 0x80:
            break
    text = data[:end].decode(errors="replace")
    escape = text.rfind("\x1b")
    # A string sequence holds its terminator's escape: begin at the one that is still open.
    opened = re.search(r"\x1b[\]P_^X](?:(?!\x07|\x1b\\).)*\Z", text, re.DOTALL)
    if opened:
        escape = opened.start()
    if escape >= 0 and (opened or not _SEQUENCE.match(text, escape)):
        return text[:escape], text[escape:].encode() + data[end:]
    return text, data[end:]


def _colours(parameters: str) -> str:
    """Attributes without the shapes and colours of underlines, and with semicolons only."""
    groups = iter((parameters or "0").split(";"))
    kept = []
    for group in groups:
        head, *rest = group.split(":")
        if head in ("38", "48", "58") and not rest:
            kind = next(groups, "5")
            rest = [kind, *(next(groups, "0") for _ in range(3 if kind == "2" else 1))]
        if head == "4" and rest == ["0"]:
            head, rest = "24", []
        if head in ("58", "59"):
            continue
        kept += [head, *(item for item in rest if item)] if head in ("38", "48") else [head]
    return ";".join(kept)
