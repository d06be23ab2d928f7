"""Processes that die: the client, the server, the workers.  None leaves others behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from scope_lsp.server import client_process
from tests.support.client import FAKE, Client

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are seen in /proc")

URI = "file:///tmp/deaths.py"
TEXT = 'get_variable("w")\n'


def children(process: int) -> list[int]:
    found = []
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                fields = Path(f"/proc/{entry}/stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[1]) == process and fields[0] not in "ZX":
                found.append(int(entry))
    return found


def lives(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


def wait_until(condition: Callable[[], bool], seconds: float = 30.0) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)


@pytest.mark.parametrize("text", [TEXT, TEXT + "# hang\n", TEXT + "# lost in one call\n"])
def test_a_killed_server_leaves_nobody_behind(text: str) -> None:
    with Client(FAKE) as client:
        client.open(URI, text)
        wait_until(lambda: children(client.process.pid) != [])
        time.sleep(0.5)
        workers = children(client.process.pid)
        client.process.kill()
        client.process.wait()
        wait_until(lambda: not any(map(lives, workers)))


def test_the_server_ends_with_its_client_though_the_pipe_stays_open() -> None:
    editor = subprocess.Popen(["sleep", "1000"])
    with Client(FAKE, initialize=False) as client:
        client.request("initialize", {"processId": editor.pid, "capabilities": {}})
        client.notify("initialized", {})
        client.open(URI, TEXT)
        workers = children(client.process.pid)
        editor.kill()
        editor.wait()
        assert client.process.wait(30) == 1
        wait_until(lambda: not any(map(lives, workers)))


def test_a_client_that_cannot_be_seen_is_not_missed() -> None:
    assert not client_process.is_there(2**22 + 5)
    with Client(FAKE, initialize=False) as client:
        client.request("initialize", {"processId": 2**22 + 5, "capabilities": {}})
        time.sleep(client_process.INTERVAL + 1)
        assert client.process.poll() is None
        client.notify("initialized", {})
        client.open(URI, TEXT)
        client.until(lambda: client.hints(URI) != [], "hints")


@pytest.mark.parametrize("ending", [signal.SIGKILL, signal.SIGSEGV])
def test_a_killed_worker_is_replaced(ending: signal.Signals) -> None:
    with Client(FAKE) as client:
        client.open(URI, TEXT)
        client.until(lambda: client.hints(URI) != [], "hints")
        for worker in children(client.process.pid):
            os.kill(worker, ending)
        client.replace(URI, 'get_variable("after")\n')
        client.until(lambda: "after" in str(client.hints(URI)), "hints of the new text")
