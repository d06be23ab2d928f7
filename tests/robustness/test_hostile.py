"""Hostile programs: the valid line keeps its name, the answer comes in time, memory is small."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.robustness.hostile import PROGRAMS

PART = 20
"""Which part of the work that is allowed: all of it takes up to a minute."""
SECONDS = 30
"""What that part may take on a busy machine."""
MEBIBYTES = 1024
"""What one analysis may take at most."""


@pytest.mark.parametrize("name", PROGRAMS)
def test_no_program_does_harm(tmp_path: Path, name: str) -> None:
    command = [sys.executable, "-m", "tests.robustness.hostile", name, str(tmp_path), str(PART)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        answer = process.stdout.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    found, internal, seconds = json.loads(answer)
    assert found == ["sound:0"]
    assert internal == []
    assert seconds < SECONDS
    assert used.ru_maxrss / 1024 < MEBIBYTES
