"""The listings of the programs in this folder agree with what TensorFlow created."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scope_lsp.analysis.analyze import Snapshot, analyze
from tests.support.patience import patient

HERE = Path(__file__).parent
FOLDERS = tuple(
    HERE / name
    for name in (
        *(".", "idioms", "keras", "libraries", "models"),
        *("standalone_keras", "standalone_keras_2_3"),
    )
)
"""Each holds programs, and what record.py wrote about them."""
RECORDINGS = {
    folder / "programs" / name: recorded
    for folder in FOLDERS
    for name, recorded in json.loads((folder / "recordings.json").read_text()).items()
}


def test_every_program_is_recorded() -> None:
    written = [path for folder in FOLDERS for path in (folder / "programs").glob("*.py")]
    assert sorted(RECORDINGS) == sorted(written)


@pytest.mark.parametrize("path", sorted(RECORDINGS), ids=lambda path: path.name)
def test_what_is_listed_is_what_tensorflow_made(path: Path) -> None:
    analysis = analyze(Snapshot(str(path), path.read_text()), patient())
    made = [
        [event.name, event.shape and list(event.shape), event.dtype, event.trainable]
        for event in analysis.variables
        if not event.reused and not event.after_error
    ]
    recorded = [[name, shape or (), *rest] for name, shape, *rest in RECORDINGS[path]["variables"]]
    assert made == recorded
    error = RECORDINGS[path]["error"]
    assert [[event.exception, event.message] for event in analysis.errors] == (
        [error] if error else []
    )
    assert not [problem for problem in analysis.problems if not error]
