"""How much memory this process takes, as Linux tells.  Limits are in ``confinement``."""

from __future__ import annotations

import os


def memory_in_use() -> int:
    """Bytes of memory that this process takes now; 0 if the system does not say."""
    try:
        descriptor = os.open("/proc/self/statm", os.O_RDONLY)
    except OSError:
        return 0
    try:
        return int(os.read(descriptor, 200).split()[1]) * os.sysconf("SC_PAGE_SIZE")
    finally:
        os.close(descriptor)
