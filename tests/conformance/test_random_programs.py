"""New random programs: the analysis against TensorFlow itself, if it is available."""

from __future__ import annotations

import pytest

from tests.conformance.differential import judge_all, summary
from tests.conformance.generate import programs
from tests.support.recording import tensorflow_python

PARTS = [
    *(("scopes", first) for first in (500_001, 500_101, 500_201)),
    ("plain", 600_001),
    ("python", 700_001),
]
"""Profiles and first seeds, for tests that can run side by side."""
SIZE = 100


@pytest.mark.skipif(tensorflow_python() is None, reason="no TensorFlow 1.15.5 at hand")
@pytest.mark.parametrize(("profile", "first"), PARTS)
def test_random_programs_are_exact(profile: str, first: int) -> None:
    chosen = programs(first, SIZE, profile)
    outcomes = judge_all(chosen, jobs=1)
    exact = sum(not outcome.found for outcome in outcomes)
    parted = [f"seed {o.program.seed}: {found}" for o in outcomes for found in o.found[:1]]
    # 99 of 100 over all, and never an error that TensorFlow does not raise.
    assert exact >= 0.98 * SIZE, summary(outcomes) + "\n" + "\n".join(parted)
    false = [o for o in outcomes if any(found.kind == "error-false" for found in o.found)]
    assert not false, "\n".join(f"seed {o.program.seed}: {o.found}" for o in false)


def test_a_seed_always_gives_the_same_program() -> None:
    assert programs(7, 3) == programs(7, 3)
    assert len({program.source for program in programs(1, 50)}) == 50
