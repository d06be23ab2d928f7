"""What the operating system limits an analysing process to: memory, time, its parent's lifetime.

These are a second line of defence behind the limits of work (``interpreter.budget``), against
faults of ours that those do not see, such as one call of Python that never returns.  They are only
for processes that do nothing but analyse.  If a platform lacks one of these limits, setting it does
nothing.
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
"""Bytes of address space for the analysis' stack, because one call of the program takes several of
ours.  Only what is used takes memory."""
MEMORY = 896 * MEBIBYTE
"""Bytes that an analysing process may take in addition to its stack.  The largest known programs
take a third of it."""


def limit_memory() -> None:
    """Limit this process to ``MEMORY``; beyond it, ``MemoryError`` is raised."""
    if sys.platform != "win32":
        _lower(resource.RLIMIT_DATA, STACK + MEMORY)


def limit_time(seconds: float) -> None:
    """Limit this process to ``seconds`` of processor time from now on; beyond it, it is ended.

    May be called again, for the next piece of work.
    """
    if sys.platform != "win32":
        used = resource.getrusage(resource.RUSAGE_SELF)
        _lower(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime + seconds) + 1)


def end_with(descriptor: int) -> None:
    """End this process as soon as the other end of a pipe is closed, whatever it is doing.

    Nothing may ever be written to that pipe.  The signal needs none of our code to run, so it also
    ends a process that hangs in a single call of Python.  Linux and the BSDs have it.
    """
    if sys.platform != "win32":
        with suppress(AttributeError, OSError):
            fcntl.fcntl(descriptor, fcntl.F_SETOWN, os.getpid())
            flags = fcntl.fcntl(descriptor, fcntl.F_GETFL)
            fcntl.fcntl(descriptor, fcntl.F_SETFL, flags | os.O_ASYNC)


if sys.platform != "win32":

    def _lower(kind: int, limit: int) -> None:
        """Set a soft limit, unless a stricter one is already set."""
        _, hard = resource.getrlimit(kind)
        if hard != resource.RLIM_INFINITY:
            limit = min(limit, hard)
        with suppress(OSError, ValueError):
            resource.setrlimit(kind, (limit, hard))
