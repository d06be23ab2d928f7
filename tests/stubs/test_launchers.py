"""Programs started by a launcher create the same variables as in TensorFlow."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scope_lsp.analysis.analyze import Snapshot, analyze
from scope_lsp.analysis.result import Analysis, Certainty
from tests.support.patience import patient

HERE = Path(__file__).parent / "launchers"
RECORDINGS = json.loads((HERE / "recordings.json").read_text())
of_every_program = pytest.mark.parametrize("name", sorted(RECORDINGS))


def analysed(name: str) -> Analysis:
    path = HERE / "programs" / name
    return analyze(Snapshot(str(path), path.read_text()), patient())


def may_be(known: tuple[int | None, ...] | None, shape: list[int] | None) -> bool:
    """Whether a shape, where it is known, is the one that was recorded."""
    if known is None:
        return True
    sizes = shape or []
    return len(known) == len(sizes) and all(
        size in (None, recorded) for size, recorded in zip(known, sizes, strict=True)
    )


def test_every_program_is_recorded() -> None:
    assert sorted(RECORDINGS) == sorted(path.name for path in (HERE / "programs").glob("*.py"))


@of_every_program
def test_started_without_arguments_it_makes_for_certain_what_tensorflow_made(name: str) -> None:
    made = [
        [event.name, event.shape and list(event.shape), event.dtype, event.trainable]
        for event in analysed(name).variables
        if not event.reused and event.uncalled is None and event.certainty is Certainty.DEFINITE
    ]
    recorded = RECORDINGS[name][""]
    assert recorded["error"] is None
    assert made == [[name, shape or (), *rest] for name, shape, *rest in recorded["variables"]]


@of_every_program
def test_all_that_arguments_can_make_is_possible(name: str) -> None:
    analysis = analysed(name)
    listed = [event for event in analysis.variables if event.uncalled is None]
    for run in RECORDINGS[name].values():
        for made, shape, *_ in run["variables"]:
            assert any(event.name == made and may_be(event.shape, shape) for event in listed)
    assert not analysis.problems
    assert not analysis.errors
