"""What the operating system holds an analysing process to: memory, time, and its parent's life.

A last line behind the limits of work (``interpreter.budget``), against faults of ours that those
do not see, such as one call of Python's own that never returns.  Only for processes that do nothing
but analyse.  Where a platform lacks one of these limits, setting it does nothing.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress

if sys.platform != "win32":
    import fcntl
    import resource

MEBIBYTE = 1 << 20
STACK = 512 * MEBIBYTE
"""Bytes of address space for the analysis' stack: nested calls of the program nest in ours several
times.  Only what is used of it takes memory."""
MEMORY = 896 * MEBIBYTE
"""Bytes that an analysing process may take beside its stack: the largest programs known to us take
a third of it."""


def limit_memory() -> None:
    """Let this process have no more than ``MEMORY``: beyond it, ``MemoryError``."""
    if sys.platform != "win32":
        _lower(resource.RLIMIT_DATA, STACK + MEMORY)


def limit_time(seconds: float) -> None:
    """Let this process have ``seconds`` of processor time from now on; beyond it, it is ended.

    May be called again, for the next piece of work.
    """
    if sys.platform != "win32":
        used = resource.getrusage(resource.RUSAGE_SELF)
        _lower(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime + seconds) + 1)


def end_with(descriptor: int) -> None:
    """End this process as soon as the other end of a pipe is closed, whatever it is doing.

    Nothing may ever be written to that pipe.  The signal needs none of our code to run, so it also
    ends a process that is lost in a single call of Python's.  Linux and the BSDs have it.
    """
    if sys.platform != "win32":
        with suppress(AttributeError, OSError):
            fcntl.fcntl(descriptor, fcntl.F_SETOWN, os.getpid())
            flags = fcntl.fcntl(descriptor, fcntl.F_GETFL)
            fcntl.fcntl(descriptor, fcntl.F_SETFL, flags | os.O_ASYNC)


if sys.platform != "win32":

    def _lower(kind: int, limit: int) -> None:
        """Set a soft limit, where none that is stricter was set by somebody else."""
        _, hard = resource.getrlimit(kind)
        if hard != resource.RLIM_INFINITY:
            limit = min(limit, hard)
        with suppress(OSError, ValueError):
            resource.setrlimit(kind, (limit, hard))
