"""What all tests share: no cache, a second chance for those that watch processes, and samples.

Some tests have hundreds of cases of one kind.  Where no test is named on the command line, each
Python runs a part of these, and all supported ones together run them all, as CI does.
"""

from __future__ import annotations

import os
import sys
import zlib
from pathlib import Path

import pytest

os.environ["SCOPE_LSP_NO_CACHE"] = "1"  # tests judge what is analysed now, in their processes too

_HERE = Path(__file__).parent
_OUTSIDE = (_HERE / "e2e", _HERE / "editors")
"""Tests that drive servers and editors, and wait for them by the clock."""


PARTS = 4
"""How many Pythons share the cases of a sampled test: 3.10 to 3.13."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--all-cases",
        action="store_true",
        help="all cases of each test, also where each Python runs a part of them",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Whoever names tests wants them whole.  Workers are told by the process that starts them."""
    config.addinivalue_line("markers", "sampled: each Python runs a part of the cases")
    if config.args_source is pytest.Config.ArgsSource.ARGS and not hasattr(config, "workerinput"):
        config.option.all_cases = True


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Take the parts.  A fault shows every time; a moment's hold-up of the machine does not."""
    if not config.option.all_cases:
        left = [item for item in items if item.get_closest_marker("sampled") and not _own(item)]
        config.hook.pytest_deselected(items=left)
        without = set(left)
        items[:] = [item for item in items if item not in without]
    for item in items:
        if any(folder in item.path.parents for folder in _OUTSIDE):
            item.add_marker(pytest.mark.flaky(reruns=2, reruns_delay=2))


def _own(item: pytest.Item) -> bool:
    """Whether a case is in this Python's part."""
    return zlib.crc32(item.name.encode()) % PARTS == sys.version_info.minor % PARTS
