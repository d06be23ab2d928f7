"""What a listing says of the programs beside this file is what TensorFlow made of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scope_lsp.analysis.analyze import Snapshot, analyze
from tests.support.patience import patient

HERE = Path(__file__).parent
RECORDINGS = json.loads((HERE / "recordings.json").read_text())


def test_every_program_is_recorded() -> None:
    assert sorted(RECORDINGS) == sorted(path.name for path in (HERE / "programs").glob("*.py"))


@pytest.mark.parametrize("name", sorted(RECORDINGS))
def test_variables_are_those_of_tensorflow(name: str) -> None:
    path = HERE / "programs" / name
    analysis = analyze(Snapshot(str(path), path.read_text()), patient())
    made = [
        [event.name, event.shape and list(event.shape), event.dtype, event.trainable]
        for event in analysis.variables
        if not event.reused and not event.after_error
    ]
    recorded = [[name, shape or (), *rest] for name, shape, *rest in RECORDINGS[name]["variables"]]
    assert made == recorded


@pytest.mark.parametrize("name", sorted(RECORDINGS))
def test_errors_are_those_of_tensorflow(name: str) -> None:
    path = HERE / "programs" / name
    analysis = analyze(Snapshot(str(path), path.read_text()), patient())
    error = RECORDINGS[name]["error"]
    assert [[event.exception, event.message] for event in analysis.errors] == (
        [error] if error else []
    )
    assert not [problem for problem in analysis.problems if not error]
