"""Generated hostile programs: the valid line keeps its name, and time and memory are bounded."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from scope_lsp.cli import children
from tests.robustness.attack import attack
from tests.robustness.attacks import NAMES

SECONDS = 30
"""What a part of the work that is allowed may take on a busy machine."""
MEBIBYTES = 704
"""With the 64 of a process of the command's own, 768."""

pytestmark = pytest.mark.skipif(not children.AVAILABLE, reason="no processes to fork here")


@pytest.mark.sampled
@pytest.mark.parametrize("name", NAMES)
def test_no_attack_does_harm(tmp_path: Path, name: str) -> None:
    found = attack(name, tmp_path)
    assert found.names == ("sound:0",)
    assert found.failure is None
    assert found.seconds < SECONDS
    assert found.mebibytes < MEBIBYTES
    assert os.listdir(tmp_path) == ["program.py"]
