"""Files with code that a program runs by their paths: what is not there is reported."""

from __future__ import annotations

import pytest

from tests.analysis.running import run


@pytest.mark.parametrize(
    ("start", "reason"),
    [
        ("import runpy\nrunpy.run_path('train.py')", "the file train.py was not found"),
        ("import runpy\nrunpy.run_module('nets.train')", "the file nets/train.py was not found"),
        ("import imp\nimp.load_source('nets', 'nets.py')", "the file nets.py was not found"),
        (
            "import runpy, sys\nrunpy.run_path(sys.argv[1])",
            "a module whose file is not known was not run",
        ),
    ],
)
def test_code_that_is_not_there_is_reported(start: str, reason: str) -> None:
    found = run(f"{start}\ntf.get_variable('w', [1])")
    assert [(gap.reason, gap.hides) for gap in found.gaps] == [(reason, True)]
