"""A short run of ``fuzz``."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.robustness import fuzz


@pytest.mark.parametrize("name", fuzz.TARGETS)
def test_mutated_input_does_no_harm(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    tried, found = fuzz.blind(name, seconds=10, seed=1, count=300)
    assert tried > 20
    assert found == []
