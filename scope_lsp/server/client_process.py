"""Ends the server when the client's process has ended, even if its pipe is still open.

Another process may hold the pipe: a shell, or a program that the client started.  A client on
another machine cannot be watched like this.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable

INTERVAL = 2.0
"""Seconds between two checks."""
LAST = 5.0
"""Seconds that the server has for an orderly end."""


def watch(process: int, gone: Callable[[], object], was_seen: bool = False) -> None:
    """Call ``gone`` once the process with this id has ended, then make sure that this one ends.

    ``was_seen`` says that it existed before, even if it may be gone by now.
    """
    if not (was_seen or is_seen(process)):
        return

    def look() -> None:
        while is_there(process):
            time.sleep(INTERVAL)
        gone()
        time.sleep(LAST)
        os._exit(1)

    threading.Thread(target=look, name="client", daemon=True).start()


def is_seen(process: int) -> bool:
    """Whether the client's process can be watched from here."""
    # Windows ends a process that is asked whether it exists.
    return sys.platform != "win32" and process > 0 and is_there(process)


def is_there(process: int) -> bool:
    """Whether there is a process with this id."""
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:  # it belongs to another user
        return True
    return True
