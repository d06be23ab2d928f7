"""What a process and all its descendants use: memory and processor time, from ``/proc``.

Not a profiler.  On other systems there is no ``/proc``, and nothing can be measured.
"""

from __future__ import annotations

import os
from pathlib import Path

_PROC = Path("/proc")
_TICKS = os.sysconf("SC_CLK_TCK")


def available() -> bool:
    """Whether this system tells what is asked here."""
    return (_PROC / "self" / "stat").exists()


def family(pid: int) -> list[int]:
    """A process and all its descendants."""
    children: dict[int, list[int]] = {}
    for entry in _PROC.iterdir():
        if entry.name.isdigit():
            fields = _stat(int(entry.name))
            if fields:
                children.setdefault(int(fields[1]), []).append(int(entry.name))
    found = [pid]
    for one in found:
        found += children.get(one, [])
    return found


def processor_seconds(pid: int) -> float:
    """What the family used so far, together with its members that ended."""
    ticks = 0
    for one in family(pid):
        fields = _stat(one)
        ticks += sum(int(field) for field in fields[11:15])
    return ticks / _TICKS


def resident_megabytes(pid: int) -> float:
    """Resident memory of the family; what two of them share counts twice."""
    kilobytes = 0
    for one in family(pid):
        try:
            status = (_PROC / str(one) / "status").read_text()
        except OSError:
            continue
        for line in status.splitlines():
            if line.startswith("VmRSS:"):
                kilobytes += int(line.split()[1])
    return kilobytes / 1024


def _stat(pid: int) -> list[str]:
    """The fields of ``/proc/PID/stat`` behind the name, or none if the process is gone."""
    try:
        text = (_PROC / str(pid) / "stat").read_text()
    except OSError:
        return []
    return text.rpartition(")")[2].split()
