"""What all tests share: no cache, and a second chance for those that watch other processes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

os.environ["SCOPE_LSP_NO_CACHE"] = "1"  # tests judge what is analysed now, in their processes too

_HERE = Path(__file__).parent
_OUTSIDE = (_HERE / "e2e", _HERE / "editors")
"""Tests that drive servers and editors, and wait for them by the clock."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A fault shows every time; a moment's hold-up of the machine does not."""
    for item in items:
        if any(folder in item.path.parents for folder in _OUTSIDE):
            item.add_marker(pytest.mark.flaky(reruns=2, reruns_delay=2))
