"""The analysis against committed recordings of TensorFlow 1.15.5, everywhere.

``python -m tests.conformance.remake`` makes the recordings anew where TensorFlow is to be had.
"""

from __future__ import annotations

import pytest

from tests.conformance.compare import differences
from tests.conformance.differential import analysis_of
from tests.conformance.remake import RECORDINGS
from tests.support.recording import Recording, read_recordings, record, tensorflow_python

with RECORDINGS.open(encoding="utf-8") as _handle:
    RECORDED = read_recordings(_handle)


@pytest.mark.parametrize(
    ("source", "recording"), RECORDED, ids=[str(number) for number in range(len(RECORDED))]
)
def test_analysis_is_exact(source: str, recording: Recording) -> None:
    found = differences(recording, analysis_of(source))
    assert not found, source + "\n" + "\n".join(map(str, found))


def test_recordings_hold_every_kind_of_end() -> None:
    ends = {recording.error.kind if recording.error else None for _, recording in RECORDED}
    assert {None, "exists", "missing", "shape", "dtype", "other"} <= ends
    assert any(access.reused for _, recording in RECORDED for access in recording.accesses)


@pytest.mark.skipif(tensorflow_python() is None, reason="no TensorFlow 1.15.5 at hand")
def test_recordings_are_still_what_tensorflow_does() -> None:
    sample = RECORDED[::8]
    again = record([source for source, _ in sample], jobs=2)
    for (source, recording), now in zip(sample, again, strict=True):
        assert now == recording, source
