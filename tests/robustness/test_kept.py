"""A short run of ``kept``: what is kept on disk equals what is found anew."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.robustness.kept import compare


@pytest.mark.skipif(os.name == "nt", reason="sessions are copies of this process")
def test_a_short_session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))  # it is set again, and restored at the end
    count, known, found = compare(tmp_path, 6, seed=2)
    assert not found
    assert 0 < known < count
