"""Ends the server when the client's process has ended, though its pipe may still be open.

Another process may hold the pipe: a shell, or a program that the client had started.  Not for
clients whose process cannot be seen from here, as with an editor on another machine.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable

INTERVAL = 2.0
"""Seconds between two looks."""
LAST = 5.0
"""Seconds that the server has to end in an orderly way."""


def watch(process: int, gone: Callable[[], object], was_seen: bool = False) -> None:
    """Call ``gone`` once the process of this id has ended, then see to it that this one ends.

    ``was_seen`` says that it was there before, though it may be gone by now.
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
    # Windows ends a process that is asked whether it is there.
    return sys.platform != "win32" and process > 0 and is_there(process)


def is_there(process: int) -> bool:
    """Whether there is a process of this id."""
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:  # somebody else's
        return True
    return True
